"""The rules about taxonomies as a set: their codes, their pages, their cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mops_taxonomy.governance import all_rules as rules_about_records
from mops_taxonomy.lint import all_rules, names
from mops_taxonomy.rules import all_rules as rules_about_names
from tests.generated.rule_pages import TARGET
from tests.lint.case import codes

if TYPE_CHECKING:
    from mops_taxonomy.lint.rule import LintRule

RULES = list(all_rules().values())


def each_rule() -> pytest.MarkDecorator:
    """A test for each rule."""
    return pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])


@each_rule()
def test_the_documentation_of_a_rule_is_whole(rule: LintRule) -> None:
    """Every rule says why, how it is put right, and a title in lower case."""
    assert rule.why.endswith(".")
    assert rule.repair.endswith(".")
    assert rule.title == rule.title.lower()
    assert rule.bad != rule.good
    assert not (rule.consequence or "").endswith(".")


def test_rules_pages_and_cases_are_the_same_set() -> None:
    """No rule without a page or cases, and none of these without a rule."""
    others = {rule.code for rule in rules_about_names()} | {
        rule.code for rule in rules_about_records().values()
    }
    pages = {path.stem for path in TARGET.glob("MT*.md")} - others

    assert sorted(pages) == [rule.code for rule in RULES] == codes()


def test_a_rule_is_called_like_its_file() -> None:
    """The name in findings is the title of the rule, as far as a name can be one, and no code is given twice."""
    assert list(names()) == list(all_rules())
    assert len({rule.code for rule in RULES}) == len(RULES)
