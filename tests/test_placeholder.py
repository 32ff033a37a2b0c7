"""What was left in a name where a value belongs."""

from __future__ import annotations

from typing import Any

import pytest

from tests.declared import convention

FIELDS: dict[str, Any] = {
    "day": {"kind": "date", "format": "{YYYY}{MM}{DD}", "label": "Launch date"},
    "month": {"kind": "date", "format": "{YYYY}-{Mon}"},
    "region": {"kind": "term", "terms": {"EMEA": {}, "AMER": {"label": "Americas"}}},
    "channel": {"kind": "term", "terms": {"WBN": {"aliases": ["Channel"]}, "EML": {}}},
    "title": {"kind": "text", "characters": "A-Za-z0-9", "joiner": "-", "max_length": 30},
    "version": {"kind": "integer", "format": "v{n}", "width": 2},
    "event_type": {"kind": "term", "terms": ["Virtual", "Hybrid"]},
}
EVENT = convention("{day}_{region}_{channel}_{title}{?_{version}}", fields=FIELDS)
LONG = convention("{title}-{event_type}-{month}", fields=FIELDS)
Told = list[tuple[str, str | None, str | None]]


def found(one: Any, text: str) -> Told:
    """The findings on a text as code, field and the text that stands there."""
    return [(f.code, f.field, f.found) for f in one.check(text).findings]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{my.Launch Date}}_EMEA_WBN_Spring", [("MT127", "day", "{{my.Launch Date}}")]),
        ("20260301_${region}_WBN_Spring", [("MT127", "region", "${region}")]),
        ("20260301_EMEA_%%emailname%%_Spring", [("MT127", "channel", "%%emailname%%")]),
        ("20260301_EMEA_WBN_[TITLE]", [("MT127", "title", "[TITLE]")]),
        ("[launch date]_EMEA_WBN_Spring", [("MT127", "day", "[launch date]")]),
        ("yyyymmdd_EMEA_WBN_Spring", [("MT127", "day", "yyyymmdd")]),
        ("YYYY-MM-DD_EMEA_WBN_Spring", [("MT127", "day", "YYYY-MM-DD")]),
        ("2026MMDD_EMEA_WBN_Spring", [("MT127", "day", "2026MMDD")]),
        ("20260301_EMEA_WBN_Spring_v##", [("MT127", "version", "v##")]),
        ("20260301_Region_WBN_Spring", [("MT127", "region", "Region")]),
        (
            "YYYYMMDD_{{my.Region}}_WBN_[Title]",
            [
                ("MT127", "day", "YYYYMMDD"),
                ("MT127", "region", "{{my.Region}}"),
                ("MT127", "title", "[Title]"),
            ],
        ),
        ("20260301_EMAE_WBN_{{my.T}}", [("MT102", "region", "EMAE"), ("MT127", "title", "{{my.T}}")]),
    ],
)
def test_what_was_not_filled_in(text: str, told: Told) -> None:
    """The field is named in whose place it stands, with no value guessed; what else is wrong is told as well."""
    assert found(EVENT, text) == told
    assert not any(f.suggestions for f in EVENT.check(text).findings if f.code == "MT127")


def test_what_belongs_there() -> None:
    """The message names the field, and the finding says what is expected of it."""
    (finding,) = EVENT.check("20260301_{{my.Region}}_WBN_Spring").findings
    assert finding.message == (
        "`{{my.Region}}` stands where the value of `region` belongs: it was never filled in"
    )
    assert finding.expected == "one of EMEA or AMER"
    assert finding.span == (9, 22)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Spring-EventType-2026-Mar", [("MT127", "event_type", "EventType")]),
        ("Spring-Event Type-2026-Mar", [("MT127", "event_type", "Event Type")]),
        ("Spring-Virtual-YYYY-Mon", [("MT127", "month", "YYYY-Mon")]),
        ("Spring-Virtual-YYYY-MMM", [("MT127", "month", "YYYY-MMM")]),
    ],
)
def test_a_placeholder_of_several_parts(text: str, told: Told) -> None:
    """A placeholder may hold the delimiter of the form, as the value would."""
    assert found(LONG, text) == told


@pytest.mark.parametrize(
    "text",
    [
        "20260301_EMEA_WBN_Title",
        "20260301_EMEA_WBN_YYYYMMDD",
        "20260301_EMEA_WBN_Region-XX",
        "20260301_AMER_EML_MMDD",
    ],
)
def test_legal_values_are_no_placeholders(text: str) -> None:
    """What a field takes is a value, whatever it looks like."""
    assert EVENT.is_valid(text)
    assert found(EVENT, text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("20260301_EMEA_Channel_Spring", "MT201"),
        ("20260301_[WBN]_WBN_Spring", "MT102"),
        ("20260301_Title_WBN_Spring", "MT102"),
        ("20261301_EMEA_WBN_Spring", "MT104"),
        ("20260301_EMEA_WBN_Spring_v7", "MT111"),
        ("XX_EMEA_WBN_Spring", "MT104"),
    ],
)
def test_other_faults_stay_what_they_are(text: str, code: str) -> None:
    """A word for a value, brackets around anything else and wrong numbers are no placeholders."""
    assert code in {code for code, _, _ in found(EVENT, text)}
    assert "MT127" not in {code for code, _, _ in found(EVENT, text)}


@pytest.mark.parametrize("text", ["x" * 5_000 + "!", "Y-" * 2_000, "{{" * 1_000, "YYYYMMDD_" * 200])
def test_long_texts(text: str) -> None:
    """Texts of any length are looked through once."""
    assert not EVENT.check(text).ok
