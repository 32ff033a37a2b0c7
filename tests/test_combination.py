"""Values of two fields that may stand together."""

from __future__ import annotations

from typing import Any

import pytest

from mops_taxonomy import Taxonomy
from mops_taxonomy.combination import Combination
from tests.declared import convention

PARENTS = {"DE": "EMEA", "FI": "EMEA", "US": "AMER", "XX": None}


def combination(allow: Any, severity: str = "error", prefix: str = "") -> Combination:
    """A combination of the fields a and b."""
    return Combination({"fields": ["a", "b"], "allow": allow, "severity": severity}, PARENTS, prefix)


LISTED = {"L": ["X", "Y"], "O": ["Z", ""], "N": [""], "ANY": ["*"], "BOTH": ["*", ""]}


@pytest.mark.parametrize(
    ("allow", "a", "b", "refused"),
    [
        (LISTED, "L", "X", None),
        (LISTED, "L", "Z", "Z"),
        (LISTED, "L", None, ""),
        (LISTED, "O", "Z", None),
        (LISTED, "O", None, None),
        (LISTED, "O", "X", "X"),
        (LISTED, "N", None, None),
        (LISTED, "N", "X", "X"),
        (LISTED, "ANY", "Q", None),
        (LISTED, "ANY", None, ""),
        (LISTED, "BOTH", None, None),
        (LISTED, "BOTH", "Q", None),
        (LISTED, "FREE", "Q", None),
        (LISTED, "FREE", None, None),
        (LISTED, None, "Q", None),
        (LISTED, "L", ("X", "Y"), None),
        (LISTED, "L", ("X", "Z", "Q"), "Z"),
        (LISTED, ("L", "O"), "X", "X"),
        (LISTED, ("L", "FREE"), "X", None),
        ({"1": ["2"]}, 1, 2, None),
        ({"1": ["2"]}, 1, 3, "3"),
        ("parent", "EMEA", "DE", None),
        ("parent", "EMEA", "US", "US"),
        ("parent", "EMEA", ("DE", "US"), "US"),
        ("parent", ("EMEA", "AMER"), "US", None),
        ("parent", "EMEA", "XX", "XX"),
        ("parent", "EMEA", "unlisted", "unlisted"),
        ("parent", "EMEA", None, None),
        ("parent", None, "US", None),
        ("same", 1, 1, None),
        ("same", 1, 2, "2"),
        ("same", 1, None, None),
        ("same", None, 1, None),
    ],
)
def test_refused(allow: Any, a: Any, b: Any, refused: str | None) -> None:
    """A code allows these values; "" is absence, "*" any value; codes not listed are free; of a list, every item."""
    values = {key: value for key, value in (("a", a), ("b", b)) if value is not None}
    assert combination(allow).refused(values) == refused


@pytest.mark.parametrize(
    ("allow", "a", "words"),
    [
        (LISTED, "L", "X or Y"),
        (LISTED, "O", "Z or nothing"),
        (LISTED, "BOTH", "any value or nothing"),
        ("parent", "EMEA", "a term under EMEA"),
        ("same", 1, "the same value as `a`"),
    ],
)
def test_expected(allow: Any, a: Any, words: str) -> None:
    """What may stand in the second field, for people."""
    assert combination(allow).expected({"a": a}) == words


FIELDS: dict[str, Any] = {
    "a": {"kind": "term", "terms": ["L", "M"]},
    "item": {"kind": "term", "terms": ["XA", "XB", "A"]},
    "b": {"kind": "list", "of": "item", "separator": "+"},
}


def faults(text: str, severity: str) -> list[Any]:
    """The faults of combination in a name of `{a}{?_{b}}`, where L allows XA and XB."""
    spec = {"fields": ["a", "b"], "allow": {"L": ["XA", "XB"]}, "severity": severity}
    made = convention("{a}{?_{b}}", fields=FIELDS, combinations=[spec])
    findings = made.check(text).findings
    return [(one.rule, one.severity, one.field, one.span, one.found) for one in findings]


@pytest.mark.parametrize(("severity", "rule"), [("error", "combination"), ("warning", "unusual_combination")])
@pytest.mark.parametrize(
    ("text", "span", "found"),
    [
        ("L_XB", None, None),
        ("M_A", None, None),
        ("L_XB+A", (5, 6), "A"),
        ("L", (0, 1), "L"),
        ("L_XA+A", (5, 6), "A"),
    ],
)
def test_faults(text: str, span: tuple[int, int] | None, found: str | None, severity: str, rule: str) -> None:
    """The fault covers the item refused; of what is not there, the first field."""
    expected = [(rule, severity, "b", span, found)] if span else []
    assert faults(text, severity) == expected


def test_applies_where_both_fields_have_a_place() -> None:
    """Inside of a name in the name, the fields have their prefix."""
    inner = combination("same", prefix="program.")
    assert inner.applies({"program.a": 1, "program.b": 2})
    assert not inner.applies({"a": 1, "b": 2})
    assert not inner.applies({"program.a": 1})


@pytest.mark.parametrize(("severity", "valid"), [("error", False), ("warning", True)])
def test_values_inside_an_inner_name(severity: str, valid: bool) -> None:
    """A name in a name is judged as it is alone: what is only unusual is noted, and leaves both valid."""
    terms = {"kind": "term", "terms": ["P", "Q"]}
    inner = {
        "forms": ["{a}_{b}"],
        "combinations": [{"fields": ["a", "b"], "allow": {"P": ["P"]}, "severity": severity}],
    }
    document = {
        "taxonomy": "t",
        "version": "1",
        "fields": {"a": terms, "b": terms, "inner": {"kind": "name", "convention": "inner"}},
        "conventions": {"inner": inner, "outer": {"forms": ["{inner}-x"]}},
    }
    taxonomy = Taxonomy.load(document)
    for called, name, field in (("inner", "P_Q", "b"), ("outer", "P_Q-x", "inner.b")):
        report = taxonomy.convention(called).check(name)
        assert (report.ok, [finding.field for finding in report.findings]) == (valid, [field])
        assert [finding.severity for finding in report.findings] == [severity]
