"""A text that ends too early."""

from __future__ import annotations

from typing import Any

import pytest

from mops_taxonomy.taxonomy import Taxonomy
from tests.declared import convention

FIELDS: dict[str, Any] = {
    "day": {"kind": "date", "format": "{YYYY}{MM}{DD}"},
    "quarter": {"kind": "date", "format": "FY{FY}Q{Q}"},
    "region": {"kind": "term", "terms": ["EMEA", "AMER"]},
    "channel": {"kind": "term", "terms": ["WBN", "EML"]},
    "title": {"kind": "text", "characters": "A-Za-z0-9", "joiner": "-"},
}


def cut_at(size: int, unit: str, *forms: str) -> Any:
    """A convention whose names a system cuts."""
    return Taxonomy.load(
        {
            "taxonomy": "t",
            "fields": FIELDS,
            "systems": {"vault": {"max_length": size, "unit": unit}},
            "conventions": {"main": {"systems": ["vault"], "forms": list(forms)}},
        }
    ).convention()


WHOLE = "{title}_{day|quarter}_{region}{?_{channel}}"


@pytest.mark.parametrize(
    ("text", "message", "expected"),
    [
        (
            "Spring",
            "{cut}; `day` or `quarter` and `region` are missing",
            "_{day|quarter}_{region}",
        ),
        (
            "Spring_202603",
            "{cut}, in the middle of `day`; `region` is missing",
            "the rest of `day`, then _{region}",
        ),
        (
            "Spring_FY26",
            "{cut}, in the middle of `quarter`; `region` is missing",
            "the rest of `quarter`, then _{region}",
        ),
        (
            "Spring_20260301_",
            "{cut}; `region` is missing",
            "{region}",
        ),
        (
            "Spring_20260301_EM",
            "{cut}, in the middle of `region`",
            "the rest of `region`",
        ),
        (
            "Spring_20260301_EMEA_W",
            "{cut}, in the middle of `channel`",
            "the rest of `channel`",
        ),
    ],
)
def test_a_name_that_is_cut(text: str, message: str, expected: str) -> None:
    """Where the text is as long as a system allows and begins a name, what is missing is told, and nothing invented."""
    (finding,) = cut_at(len(text), "characters", WHOLE).check(text).findings
    assert (finding.code, finding.field, finding.span) == ("MT126", None, (len(text), len(text)))
    assert finding.message == message.format(
        cut=f"the name ends after {len(text)} characters, where `vault` cuts it"
    )
    assert finding.expected == expected
    assert finding.suggestions == ()


@pytest.mark.parametrize(
    ("text", "size", "unit"),
    [
        ("Spring_20260301_EMEA", 20, "characters"),
        ("Spring_202603", 14, "characters"),
        ("Spring_202613", 13, "characters"),
        ("_Spring", 7, "characters"),
        ("Spring_20260301_EMEAx", 21, "characters"),
        ("Spring_20260301_", 17, "bytes"),
    ],
)
def test_a_name_that_is_not_cut(text: str, size: int, unit: str) -> None:
    """Whole names, names of another length, and what begins no name are not called cut."""
    assert "MT126" not in {finding.code for finding in cut_at(size, unit, WHOLE).check(text).findings}


def test_a_limit_in_bytes() -> None:
    """A limit in bytes is met by the bytes of the text."""
    one = cut_at(9, "bytes", "{title}_{region}")
    assert [f.code for f in one.check("Spring_AM").findings] == ["MT126"]
    assert [f.code for f in one.check("Spring_A").findings] == ["MT102"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Spring_20260301_EM", [("unknown_term", "region", (16, 18))]),
        ("Spring_202603", [("bad_date", "day", (7, 13)), ("missing_field", "region", (13, 13))]),
        ("Spring_20260301", [("missing_field", "region", (15, 15))]),
    ],
)
def test_a_name_that_stops_anywhere(text: str, told: list[Any]) -> None:
    """At no limit, the field that the text stops in is wrong, and those behind it are missing."""
    one = convention(WHOLE, fields=FIELDS)
    assert [(f.rule, f.field, f.span) for f in one.check(text).findings] == told


def test_alternatives_are_missing_together() -> None:
    """Where one of several fields may stand, all of them are named."""
    one = convention("{title}_{day|quarter}", fields=FIELDS)
    assert [f.message for f in one.check("Spring").findings] == ["one of `day` or `quarter` is missing"]
