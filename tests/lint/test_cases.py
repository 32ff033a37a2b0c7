"""Every case of every rule about taxonomies: `cases/MT930.yaml` holds those of MT930.

    taxonomy:                       # shared: every case is laid over it, mappings key by key, all else replaced
      conventions: {c: {forms: ["{region}_{number}"]}}
    clean:                          # first, and at least as many: the rule finds nothing
      - why: codes that differ in more than one letter
        taxonomy: {vocabularies: {region: {terms: [EMEA, APAC]}}}
    flawed:
      - why: the digit one and the letter l
        today: 2026-05-01           # the day of judgement; by default 2026-03-01
        taxonomy: {vocabularies: {region: {terms: [A1, Al]}}}
        flaws:                      # every finding of this code, in the order of the file
          - at: vocabularies.region.terms     # the place as a dotted path
            message: "..."                    # whole
            severity: info                    # by default the rule's own
            certainty: unknown                # by default the rule's own
            field: region                     # by default none
            witness: EMEA_1                   # by default none
            ways_out: [..., ...]              # by default none

`taxonomy: t` and `version: 1` need not be written. Every scalar is text, but for `true` and `false`. Findings of other
codes are not looked at. What the page of a rule shows as `bad` and `good` are lines of YAML: they are laid over the
file's `page:` (by default its `taxonomy:`); the rule must find something in the bad lines and nothing in the good ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml

from mops_taxonomy.lint import all_rules
from mops_taxonomy.taxonomy import Taxonomy
from tests.lint.case import DAY, FRAME, Case, TextLoader, cases, codes, laid_over, read

if TYPE_CHECKING:
    from datetime import date

    from mops_taxonomy.finding import Finding
    from mops_taxonomy.lint.rule import LintRule

RULES = {rule.code: rule for rule in all_rules().values()}
CASES = [case for code in codes() for case in cases(code)]


def found(code: str, taxonomy: dict[str, Any], today: date | None = None) -> list[Finding]:
    """The findings of this code about a taxonomy."""
    return [finding for finding in Taxonomy.load(taxonomy).lint(today).findings if finding.code == code]


def told(finding: Finding) -> dict[str, Any]:
    """What a case states of a finding."""
    return {
        "at": str(finding.place),
        "message": finding.message,
        "severity": finding.severity,
        "certainty": finding.certainty,
        "field": finding.field,
        "witness": finding.text,
        "ways_out": list(finding.ways_out),
    }


def expected(rule: LintRule, flaw: dict[str, Any]) -> dict[str, Any]:
    """A flaw as a case states it, with what it leaves out."""
    left_out = {"severity": rule.severity, "certainty": rule.certainty, "field": None, "witness": None}
    return left_out | {"ways_out": []} | flaw


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_a_taxonomy_has_the_flaws_of_the_case_and_no_other(case: Case) -> None:
    """Place, message, severity, certainty, field, witness and ways out are those stated."""
    findings = found(case.code, case.taxonomy, case.today)

    assert [told(finding) for finding in findings] == [
        expected(RULES[case.code], flaw) for flaw in case.flaws
    ]


@pytest.mark.parametrize("code", codes())
def test_the_clean_ones_come_first_and_are_no_fewer(code: str) -> None:
    """A rule that cries wolf is found out: every file has as many clean taxonomies as flawed, before them."""
    lists = [key for key in read(code) if key in {"clean", "flawed"}]
    kinds = [case.kind for case in cases(code)]

    assert lists == ["clean", "flawed"]
    assert kinds.count("clean") >= kinds.count("flawed") > 0
    assert all(bool(case.flaws) is (case.kind == "flawed") for case in cases(code))


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("shown", ["bad", "good"])
def test_the_lines_of_the_page_are_judged_as_it_says(code: str, shown: str) -> None:
    """What a page shows as wrong is found, and what it shows as right is not."""
    content = read(code)
    lines = yaml.load(getattr(RULES[code], shown), TextLoader)  # noqa: S506  makes nothing but text, true and false
    below = laid_over(FRAME, content.get("page", content.get("taxonomy", {})))
    findings = found(code, laid_over(below, lines), DAY)

    assert bool(findings) is (shown == "bad")
