"""The fixed texts between fields, and what is odd about them."""

from __future__ import annotations

import pytest

from mops_taxonomy.lint._joints import joints
from tests.declared import convention

FIELDS = {name: {"kind": "integer"} for name in "abc"}

CASES = [
    ("{a}_{b} | {c}", []),
    ("{a}: {b}, {c}", []),
    ("{a} -- {b}", [("holds the doubled delimiter `--`", "write ` -- ` as ` - `")]),
    ("{a}___{b}", [("holds the doubled delimiter `___`", "write `___` as `_`")]),
    (" {a}_", [("begins with a space", "take out the space at the beginning")]),
    ("{a}_ ", [("ends with a space", "take out the space at the end")]),
    ("{a}| {b}", [("has a space on only one side of `|`", "write `| ` as `|`")]),
    ("{a}{?_{b}}_{c}", []),
    ("{a}{?{b}_}_{c}", [("holds the doubled delimiter `__`", "write `__` as `_`")]),
    (
        "{a}_{?{b}}_{c}",
        [
            (
                "holds the doubled delimiter `__`, where a part between them is left out",
                "take one of the two `_` into the part that may be left out",
            )
        ],
    ),
    ("{a}{? {b}  x}", [("holds two spaces in a row", "write a single space")]),
]


@pytest.mark.parametrize(("template", "expected"), CASES)
def test_what_is_odd_about_fixed_texts(template: str, expected: list[tuple[str, str]]) -> None:
    """Punctuation with a space after it is ordinary; the ends of the name, groups and doubled marks are looked at."""
    form = convention(template, fields=FIELDS).forms[0]

    assert [(one.fault, one.remedy) for one in joints(form.parts) if one.fault] == expected
