"""Other severities change verdicts only as they say, and in every call alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy import Taxonomy
from mops_taxonomy.rules import all_rules
from tests.property.situations import Situation, small_situations, texts
from tests.property.test_verdicts import verdicts

if TYPE_CHECKING:
    from collections.abc import Iterable

CODES = [rule.code for rule in all_rules() if rule.code < "MT3"]
BEGINNINGS = ["MT1", "MT2", "MT10", "MT11", "MT12", "MT20"]
ANY_LEVEL = ["error", "warning", "info", "off"]


def graver(situation: Situation, severity: dict[str, str]) -> Situation:
    """The same situation in a taxonomy with these severities."""
    document = {**situation.document, "severity": severity}
    taxonomy = Taxonomy.load(document)
    convention = taxonomy.convention(situation.convention.id)
    return situation._replace(document=document, taxonomy=taxonomy, convention=convention)


def severities(levels: Iterable[str]) -> st.SearchStrategy[dict[str, str]]:
    """Some of these levels for some codes or beginnings of codes."""
    codes = st.sampled_from([*BEGINNINGS, *CODES])
    return st.dictionaries(codes, st.sampled_from(list(levels)), min_size=1, max_size=4)


@given(st.data(), small_situations(), severities(ANY_LEVEL))
def test_all_calls_agree_whatever_the_severities(
    data: st.DataObject, situation: Situation, severity: dict[str, str]
) -> None:
    """`is_valid`, `parse`, `check` and `readings` agree; a valid name has no finding that is an error."""
    changed = graver(situation, severity)
    text = data.draw(texts(situation))
    answers = verdicts(changed, text)
    assert len(set(answers.values())) == 1, answers
    report = changed.convention.check(text, **changed.asked)
    assert report.ok == (report.name is not None)
    assert not (report.ok and report.at_least("error"))


@given(st.data(), small_situations(), severities(["error"]))
def test_graver_findings_make_no_text_valid(
    data: st.DataObject, situation: Situation, severity: dict[str, str]
) -> None:
    """What is valid where more is an error is valid anyway."""
    changed = graver(situation, severity)
    text = data.draw(texts(situation))
    if changed.convention.is_valid(text, **changed.asked):
        assert situation.convention.is_valid(text, **situation.asked)


@given(st.data(), small_situations(), severities(["warning", "info", "off"]))
def test_lighter_findings_make_no_name_invalid(
    data: st.DataObject, situation: Situation, severity: dict[str, str]
) -> None:
    """What is valid stays so where less is an error."""
    changed = graver(situation, severity)
    text = data.draw(texts(situation))
    if situation.convention.is_valid(text, **situation.asked):
        assert changed.convention.is_valid(text, **changed.asked)
