"""The rules as a set: their codes, their pages, their cases, and messages that never fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mops_taxonomy.fault import Fault
from mops_taxonomy.finding import Suggestion
from mops_taxonomy.governance import all_rules as rules_about_records
from mops_taxonomy.lint import all_rules as rules_about_taxonomies
from mops_taxonomy.rules import all_rules
from tests.generated.rule_pages import TARGET, pages
from tests.rules.case import cases, codes, read

if TYPE_CHECKING:
    from mops_taxonomy.rules.rule import Rule

HOSTILE = "a\tb\n\x1b[31m\u202e\u200b\ud800`" + "x" * 500

NOTHING = Fault("any")
EVERYTHING = Fault(
    "any",
    field="region",
    span=(0, 3),
    found=HOSTILE,
    expected=HOSTILE,
    suggestions=(Suggestion("EMEA"),),
    detail=dict.fromkeys(
        (
            "canonical",
            "code",
            "day",
            "first_text",
            "form",
            "name",
            "proposal",
            "reason",
            "replaced_by",
            "start_text",
        ),
        HOSTILE,
    )
    | dict.fromkeys(("alternatives", "fields", "forms", "known", "readings"), [HOSTILE] * 5)
    | {"first": "a", "start": "a", "system": "b", "unit": "bytes", "length": 84, "limit": 80}
    | {"read": (HOSTILE,), "value": [HOSTILE], "since": "2026-02-01", "until": "2026-03-01"},
)
EMPTY = Fault(
    "any",
    field="region",
    found="",
    expected="",
    detail=dict.fromkeys((*EVERYTHING.detail, "absent", "elsewhere"), ""),
)
ABSENT = Fault("any", found=" ", detail=EVERYTHING.detail | {"absent": True, "elsewhere": True})


def each_rule(among: list[Rule]) -> pytest.MarkDecorator:
    """A test for each rule."""
    return pytest.mark.parametrize("rule", among, ids=[rule.code for rule in among])


@each_rule(all_rules())
@pytest.mark.parametrize(
    "fault", [NOTHING, EVERYTHING, EMPTY, ABSENT], ids=["nothing", "all", "empty", "absent"]
)
def test_a_message_is_one_visible_line_whatever_is_known(rule: Rule, fault: Fault) -> None:
    """A message never fails, and shows what cannot be seen, or moves the cursor, as an escape."""
    message = rule.message(fault)
    assert message.strip() == message != ""
    assert message.isprintable()
    assert not message.endswith(".")
    assert "None" not in message


@each_rule(all_rules())
def test_the_documentation_of_a_rule_is_whole(rule: Rule) -> None:
    """Every rule says why, how it is put right, and a title in lower case."""
    assert rule.why.endswith(".")
    assert rule.repair.endswith(".")
    assert rule.title == rule.title.lower()
    assert rule.bad != rule.good


@each_rule(all_rules())
def test_the_names_in_the_documentation_are_cases(rule: Rule) -> None:
    """What a page shows as wrong and as right is tested to be so."""
    shown: dict[str, set[str]] = {"valid": set(), "invalid": set(), "noted": set()}
    for case in cases(rule.code):
        shown[case.kind].add((case.name or "") if case.values is None else case.called)
    assert rule.bad in shown["invalid" if rule.severity == "error" else "noted"]
    assert rule.good in shown["valid"]


@pytest.mark.parametrize("code", codes())
def test_the_names_without_a_finding_come_first_and_are_no_fewer(code: str) -> None:
    """A rule that cries wolf is found out: every file has as many valid names as others, before them."""
    lists = [key for key in read(code) if key in {"valid", "invalid", "noted"}]
    kinds = [case.kind for case in cases(code)]
    assert lists[0] == "valid"
    assert kinds.count("valid") * 2 >= len(kinds)


def test_rules_pages_and_cases_are_the_same_set() -> None:
    """No rule without a page or cases, and none of these without a rule."""
    rules = [rule.code for rule in all_rules()]
    others = {rule.code for rule in rules_about_taxonomies().values()} | {
        rule.code for rule in rules_about_records().values()
    }
    shown = {path.stem for path in TARGET.glob("MT*.md")} - others
    assert sorted(shown) == rules == codes()


def test_codes_are_given_once() -> None:
    """Two rules never share a code."""
    rules = [rule.code for rule in all_rules()]
    assert len(set(rules)) == len(rules)


@pytest.mark.parametrize("page", sorted(pages()))
def test_a_page_is_up_to_date(page: str) -> None:
    """The pages are what `python -m tests.generated.rule_pages` writes."""
    assert (TARGET / page).read_text(encoding="utf-8") == pages()[page]
