"""Every case of every rule: the finding, its place, its words and its suggestions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mops_taxonomy.errors import InvalidValues
from mops_taxonomy.rules import all_rules
from tests.rules.case import Case, cases, codes

if TYPE_CHECKING:
    from mops_taxonomy.convention import Convention
    from mops_taxonomy.finding import Finding
    from tests.rules.conftest import ConventionOf

SEVERITY = {rule.code: rule.severity for rule in all_rules()}
ALL = [case for code in codes() for case in cases(code)]
NAMES = [case for case in ALL if case.values is None]
VALUES = [case for case in ALL if case.values is not None]


def by_kind(among: list[Case], *kinds: str) -> pytest.MarkDecorator:
    """The cases of these kinds."""
    chosen = [case for case in among if case.kind in kinds]
    return pytest.mark.parametrize("case", chosen, ids=[case.title for case in chosen])


def checked(convention: Convention, case: Case) -> tuple[Finding, ...]:
    """The findings on the name of a case."""
    assert case.name is not None
    return convention.check(case.name, case.expected.get("record"), case.day).findings


def written(convention: Convention, case: Case) -> str:
    """The name that the values of a case give."""
    form, record = case.expected.get("form"), case.expected.get("record")
    return convention.format(case.values, form=form, record=record, as_of=case.day)


def told(finding: Finding) -> dict[str, object]:
    """What a case states of a finding."""
    return {
        "field": finding.field,
        "found": finding.found,
        "message": finding.message,
        "suggestions": [suggestion.text for suggestion in finding.suggestions],
        "severity": finding.severity,
    }


def assert_told(findings: tuple[Finding, ...], case: Case) -> Finding:
    """The first finding of the code is as stated, and the others are those that the case names."""
    of_code = [finding for finding in findings if finding.code == case.code]
    assert of_code, f"no {case.code} among {findings}"
    assert told(of_code[0]) == {
        "field": case.expected.get("field"),
        "found": case.expected.get("found"),
        "message": case.expected["message"],
        "suggestions": case.expected.get("suggestions", []),
        "severity": SEVERITY[case.code],
    }
    others = [finding.code for finding in findings if finding is not of_code[0]]
    assert others == case.expected.get("also", [])
    return of_code[0]


@by_kind(NAMES, "valid")
def test_a_valid_name_is_valid_and_has_no_finding_of_the_code(
    case: Case, convention_of: ConventionOf
) -> None:
    """Names listed as valid are valid, and the rule is silent about them."""
    convention = convention_of(case)
    assert convention.is_valid(case.name or "", case.expected.get("record"), case.day)
    assert case.code not in [finding.code for finding in checked(convention, case)]


@by_kind(NAMES, "invalid", "noted")
def test_a_name_has_the_finding_of_the_case(case: Case, convention_of: ConventionOf) -> None:
    """Code, field, text under the span, message and suggestions are those of the case."""
    convention = convention_of(case)
    finding = assert_told(checked(convention, case), case)
    text = case.name or ""
    if finding.span is not None:
        assert text[slice(*finding.span)] == (finding.found or "")
    valid = convention.is_valid(text, case.expected.get("record"), case.day)
    assert valid is (case.kind == "noted") is (finding.severity != "error")


@by_kind([case for case in NAMES if case.expected.get("suggestions")], "invalid", "noted")
def test_a_suggestion_in_place_of_what_was_found_settles_it(case: Case, convention_of: ConventionOf) -> None:
    """Every suggestion is a text for the very span of its finding; put there, the rule is content."""
    convention = convention_of(case)
    finding = next(one for one in checked(convention, case) if one.code == case.code)
    text, (start, end) = case.name or "", finding.span or (0, 0)
    assert finding.suggestions
    for suggestion in finding.suggestions:
        repaired = case._replace(name=text[:start] + suggestion.text + text[end:])
        left = [(one.code, one.field, one.found) for one in checked(convention, repaired)]
        assert (finding.code, finding.field, suggestion.text) not in left
        assert len(left) < len(checked(convention, case)) or finding.field not in [
            field for _, field, _ in left
        ]


@by_kind(VALUES, "valid")
def test_values_give_the_name_of_the_case(case: Case, convention_of: ConventionOf) -> None:
    """Values listed as valid are written as the name beside them."""
    assert written(convention_of(case), case) == case.name


@by_kind(VALUES, "invalid")
def test_values_are_refused_with_the_finding_of_the_case(case: Case, convention_of: ConventionOf) -> None:
    """Values listed as invalid are refused, with the finding stated."""
    with pytest.raises(InvalidValues) as refused:
        written(convention_of(case), case)
    assert_told(refused.value.findings, case)
