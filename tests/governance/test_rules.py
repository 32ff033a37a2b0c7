"""The rules about records as a set: their codes, their words, their pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mops_taxonomy.governance import all_rules, names
from mops_taxonomy.lint import all_rules as rules_about_taxonomies
from mops_taxonomy.rules import all_rules as rules_about_names
from tests.generated.rule_pages import TARGET

if TYPE_CHECKING:
    from mops_taxonomy.governance.rule import RecordRule

RULES = list(all_rules().values())


def each_rule() -> pytest.MarkDecorator:
    """A test for each rule."""
    return pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])


@each_rule()
def test_the_documentation_of_a_rule_is_whole(rule: RecordRule) -> None:
    """Every rule says why, how it is put right, and a title in lower case; consequences go on a sentence."""
    assert rule.why.endswith(".")
    assert rule.repair.endswith(".")
    assert rule.title[0] == rule.title[0].lower()
    assert rule.bad != rule.good
    assert not (rule.consequence or "").endswith(".")


def test_every_rule_has_a_page() -> None:
    """No rule without a page, and no page without a rule."""
    others = {rule.code for rule in rules_about_names()}
    others |= {rule.code for rule in rules_about_taxonomies().values()}
    pages = {path.stem for path in TARGET.glob("MT*.md")} - others

    assert sorted(pages) == [rule.code for rule in RULES]


def test_a_rule_is_called_like_its_file() -> None:
    """Rules are found by the names of their files, in the order of their codes, and no code is given twice."""
    assert list(names()) == list(all_rules())
    assert sorted({rule.code for rule in RULES}) == [rule.code for rule in RULES]
