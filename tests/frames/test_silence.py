"""Of which conventions it is known that there is nothing to say about valid names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy import Taxonomy
from mops_taxonomy.frames.silence import is_silent
from tests.frames.test_columns import CONVENTIONS, SEPARABLE, TAXONOMY
from tests.property.situations import Situation, names, situations

if TYPE_CHECKING:
    from mops_taxonomy import Convention

FIELDS: dict[str, Any] = {
    "region": {"kind": "term", "terms": ["EMEA", "NA"]},
    "any_case": {"kind": "term", "terms": ["EMEA", "NA"], "accept": "case"},
    "launch": {"kind": "date", "format": "{YYYY}{MM}{DD}"},
    "dates": {"kind": "date", "format": ["{YYYY}{MM}{DD}", "{YYYY}-{MM}-{DD}"]},
    "title": {"kind": "text", "characters": "a-z", "max_length": 20},
    "words": {"kind": "text", "characters": "a-z", "joiner": "-"},
    "more": {"kind": "text", "characters": "a-z", "joiner": "-"},
    "open": {"kind": "term", "vocabulary": "topic"},
    "inner": {"kind": "name", "convention": "tolerant"},
}
TOLERANT = [
    {"name": "a", "template": "{region}"},
    {"template": "{region}!", "tolerated": "old", "replaced_by": "a"},
]


def convention(stated: dict[str, Any]) -> Convention:
    """A convention beside one that tolerates a form."""
    document = {
        "taxonomy": "norvik",
        "version": "1",
        "systems": {"sure": {"max_length": 25, "unit": "characters", "source": "the handbook"}},
        "vocabularies": {"topic": {"policy": "review", "characters": "a-z", "terms": ["x"]}},
        "fields": FIELDS,
        "conventions": {"tolerant": {"forms": TOLERANT}, "main": stated},
    }
    return Taxonomy.load(document).convention("main")


def one(template: str, **stated: Any) -> dict[str, Any]:
    """A convention of one form."""
    return {"forms": [{"template": template}], **stated}


@pytest.mark.parametrize(
    ("stated", "silent"),
    [
        (one("{launch}_{region}_{title}"), True),
        (one("{region}{?_{title}}"), True),
        (one("{region}_{title}", systems=["sure"]), True),
        (one("{any_case}_{title}"), False),
        (one("{dates}_{title}"), False),
        (one("{open}_{title}"), False),
        (one("{region}{?_x{?{title}}}"), False),
        (one("{words}-{more}"), False),
        (one("{inner}_{title}"), False),
        (one("{region}_{title}", severity={"MT1": "warning"}), False),
        (one("{region}_{title}", severity={"MT122": "error"}), True),
        (
            one(
                "{region}_{title}",
                combinations=[{"fields": ["region", "title"], "allow": {"NA": ["x"]}, "severity": "warning"}],
            ),
            False,
        ),
        (
            one("{region}_{title}", combinations=[{"fields": ["region", "title"], "allow": {"NA": ["x"]}}]),
            True,
        ),
        ({"forms": [{"template": "{region}_{title}"}, {"template": "{title}.{region}"}]}, False),
        (
            {
                "prefer": "first",
                "forms": [{"template": "{region}_{title}"}, {"template": "{title}.{region}"}],
            },
            True,
        ),
        (
            {"forms": [{"template": "{region}_{title}"}, {"template": "{any_case}", "until": "2025-12-31"}]},
            True,
        ),
        (one("{region}_{title}", systems=["linkedin"]), True),
        (one("{region}_{words}", systems=["linkedin"]), False),
        (one("{region}_{words}", systems=["linkedin"], max_length=50), True),
    ],
)
def test_is_silent(stated: dict[str, Any], *, silent: bool) -> None:
    """Only where every valid name is canonical, has one reading and breaks no limit of hearsay."""
    made = convention(stated)
    assert is_silent(made, None, made.day(None, "2026-06-01")) is silent


@given(
    st.data(),
    situations() | st.sampled_from([Situation(SEPARABLE, TAXONOMY, one, None, None) for one in CONVENTIONS]),
)
def test_nothing_is_found_on_names_of_silent_conventions(data: st.DataObject, situation: Situation) -> None:
    """Whatever the convention, record and day."""
    made, day = situation.convention, situation.convention.day(situation.record, situation.as_of)
    if is_silent(made, situation.record, day):
        report = made.check(data.draw(names(situation)), situation.record, day)
        assert report.ok
        assert report.findings == ()
