"""What findings say of any text can be shown and pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.property.situations import Situation, situations, texts

if TYPE_CHECKING:
    from mops_taxonomy import Convention, Finding


def places(convention: Convention) -> set[str]:
    """The paths of the fields of a convention, those of names inside its names included."""
    paths = {path for form in convention.forms for path in form.kinds}
    return paths | {path.rpartition(".")[0] for path in paths}


def check_finding(finding: Finding, text: str, convention: Convention) -> None:
    """A finding points into the text, shows what stands there, and is worded in one visible line."""
    assert finding.message
    assert finding.message.isprintable(), repr(finding.message)
    assert finding.message == finding.message.strip()
    assert finding.field is None or finding.field in places(convention)
    if finding.span is not None:
        start, end = finding.span
        assert 0 <= start <= end <= len(text), finding
        assert finding.found is None or finding.found == text[start:end], finding


@given(st.data(), situations())
def test_findings_point_at_what_they_speak_of(data: st.DataObject, situation: Situation) -> None:
    """Every invalid text has an error; each finding lies inside the text and quotes it rightly."""
    convention = situation.convention
    text = data.draw(texts(situation))
    report = convention.check(text, **situation.asked)
    if not report.ok:
        assert report.at_least("error")
    for finding in report:
        check_finding(finding, text, convention)
