"""Which fixed text may stand beside a field."""

from __future__ import annotations

import pytest

from mops_taxonomy.lint._neighbours import neighbours
from mops_taxonomy.structure import FieldPart
from tests.declared import taxonomy

FIELDS = {
    "a": {"kind": "integer"},
    "b": {"kind": "integer"},
    "c": {"kind": "integer"},
    "size": {"kind": "name", "template": "{b}x{c}"},
    "inner": {"kind": "name", "convention": "inner"},
}
INNER = {"forms": ["<{b}", "{c}>"]}

CASES = [
    ("{a}", "a", {""}, {""}),
    ("{a}_{b}", "a", {""}, {"_"}),
    ("{a}_{b}", "b", {"_"}, {""}),
    ("{a}{b}_", "a", {""}, set()),
    ("{a}{?_{b}}-{c}", "a", {""}, {"_", "-"}),
    ("{a}{?_{b}}-{c}", "b", {"_"}, {"-"}),
    ("{a}{?_{b}}", "a", {""}, {"_", ""}),
    ("{a}.{?{b}+}{c}", "c", {".", "+"}, {""}),
    ("({a|size})", "a", {"("}, {")"}),
    ("({a|size})", "size.b", {"("}, {"x"}),
    ("({a|size})", "size.c", {"x"}, {")"}),
    ("{a}{?{inner}}!", "a", {""}, {"<", "!"}),
    ("{a}{inner}!", "inner.b", {"<"}, {"!"}),
    ("{a}{inner}!", "inner.c", set(), {">"}),
]


@pytest.mark.parametrize(("template", "field", "before", "after"), CASES)
def test_the_fixed_texts_beside_a_field(template: str, field: str, before: set[str], after: set[str]) -> None:
    """Through groups that may be absent, alternatives and names inside the name; "" is the end of the name."""
    loaded = taxonomy({"outer": {"forms": [template]}, "inner": INNER}, fields=FIELDS)
    parts = loaded.convention("outer").forms[0].parts
    found = [
        (set(one.before), set(one.after))
        for one in neighbours(parts)
        if isinstance(one.part, FieldPart) and one.part.path == field
    ]

    assert found == [(before, after)]
