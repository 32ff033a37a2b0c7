"""What is notable about a valid name."""

from __future__ import annotations

from typing import Any

import pytest

from tests.declared import convention

FIELDS: dict[str, Any] = {
    "region": {"kind": "term", "terms": {"EMEA": {"aliases": ["EU"]}}, "accept": ["case", "aliases"]},
    "day": {"kind": "date", "format": ["{YYYY}{MM}{DD}", "{YYYY}-{MM}-{DD}"]},
    "device": {"kind": "term", "terms": ["tv"]},
    "vendor": {"kind": "text", "characters": "A-Za-z", "joiner": "-"},
    "title": {"kind": "text", "characters": "A-Za-z", "joiner": "-"},
}


@pytest.mark.parametrize(
    ("template", "text", "expected"),
    [
        ("{day}_{region}", "20260301_EMEA", []),
        ("{day}_{region}", "20260301_emea", [("accepted_case", "region", (9, 13), ["EMEA"])]),
        ("{day}_{region}", "20260301_EU", [("accepted_alias", "region", (9, 11), ["EMEA"])]),
        ("{day}_{region}", "2026-03-01_EMEA", [("other_format", "day", (0, 10), ["20260301"])]),
        (
            "{day}_{region}",
            "2026-03-01_eu",
            [
                ("other_format", "day", (0, 10), ["20260301"]),
                ("accepted_alias", "region", (11, 13), ["EMEA"]),
            ],
        ),
        ("{region}{?_dev.{?{device}}}", "EMEA", []),
        ("{region}{?_dev.{?{device}}}", "EMEA_dev.tv", []),
        ("{region}{?_dev.{?{device}}}", "EMEA_dev.", [("empty_group", None, (4, 9), [])]),
        (
            "{region}{?_dev.{?{device}}}",
            "EU_dev.",
            [("accepted_alias", "region", (0, 2), ["EMEA"]), ("empty_group", None, (2, 7), [])],
        ),
        ("{vendor}-{title}", "A-B-C", [("two_readings", "vendor", (0, 3), [])]),
    ],
)
def test_notes(template: str, text: str, expected: list[Any]) -> None:
    """Accepted spellings, empty groups and several readings, each in its place."""
    report = convention(template, fields=FIELDS).check(text)
    assert report.ok
    found = [(f.rule, f.field, f.span, [s.text for s in f.suggestions]) for f in report.findings]
    assert found == expected
    assert {finding.severity for finding in report.findings} <= {"warning"}
