"""Every rule about records on its cases: the files are named by the codes."""

from __future__ import annotations

from typing import Any

import pytest

from mops_taxonomy.governance import all_rules
from tests.governance.case import FOLDER, findings, load, stated

FILES = sorted(FOLDER.glob("*.yaml"))
CASES = [
    pytest.param(path.stem, taxonomy, case, id=f"{path.stem}: {case['note']}")
    for path in FILES
    for taxonomy, cases in [load(path)]
    for case in cases
]


@pytest.mark.parametrize(("code", "taxonomy", "case"), CASES)
def test_the_rule_finds_what_the_case_says(code: str, taxonomy: dict[str, Any], case: dict[str, Any]) -> None:
    """The rule finds exactly what the case states, in that order, and the waivers excuse what it states."""
    found, waived = findings(taxonomy, case, code)

    expected = case.get("found", [])
    assert [stated(one, keys) for one, keys in zip(found, expected, strict=True)] == expected
    assert [one.record for one in waived] == case.get("waived", [])


def test_every_rule_has_cases_and_every_file_of_cases_a_rule() -> None:
    """A rule cannot be added without cases."""
    assert [rule.code for rule in all_rules().values()] == [path.stem for path in FILES]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_rule_has_cases_of_both_kinds(path: Any) -> None:
    """Each rule is shown on records that it complains of, with every message whole, and on records that are right."""
    _, cases = load(path)

    assert any(case.get("found") for case in cases)
    assert any(not case.get("found") for case in cases)
    assert all({"record", "message"} <= one.keys() for case in cases for one in case.get("found", []))
