"""What is wrong with a text, by the cheapest way to put it right."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mops_taxonomy.repair.blame import MOST, SLIP, blamed
from tests.declared import convention, told

TERMS: dict[str, Any] = {
    "EMEA": {},
    "AMER": {},
    "APJ": {"until": "2026-01-31", "replaced_by": "SOUTH"},
    "SOUTH": {},
}
FIELDS: dict[str, Any] = {
    "day": {"kind": "date", "format": "{YYYY}{MM}{DD}"},
    "region": {"kind": "term", "terms": TERMS},
    "title": {"kind": "text", "characters": "A-Za-z"},
    "account": {"kind": "text", "characters": "A-Za-z"},
    "low": {"kind": "integer"},
    "high": {"kind": "integer"},
}
EVENT = convention("{day}_{region}_{title}", fields=FIELDS)
PAIR = convention("{account}_{title}", fields=FIELDS)
AGES = convention("{region} {low}-{high}", fields=FIELDS)
DAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("one", "text", "expected"),
    [
        (EVENT, "20260301_EMAE_Spring", [("unknown_term", "region", (9, 13), ["EMEA"])]),
        (EVENT, "20260301_\u200bEMEA_Spring", [("unknown_term", "region", (9, 14), ["EMEA"])]),
        (EVENT, "20260301-EMEA_Spring", [("wrong_delimiter", None, (8, 9), ["_"])]),
        (EVENT, "20260301 _EMEA_Spring", [("text_left_over", None, (8, 9), [])]),
        (EVENT, "20260301_EMEASpring", [("wrong_delimiter", None, (13, 13), ["_"])]),
        (EVENT, "20260301_EMEA_Spring_Template", [("text_left_over", None, (21, 29), [])]),
        (
            EVENT,
            '"20260301_EMEA_Spring"',
            [("text_left_over", None, span, []) for span in ((0, 1), (21, 22))],
        ),
        (
            EVENT,
            "20260301-APJ_Spring",
            [("wrong_delimiter", None, (8, 9), ["_"]), ("term_retired", "region", (9, 12), ["SOUTH"])],
        ),
        (PAIR, "AcmeSpring", []),
        (AGES, "EMEA 1830", []),
        (EVENT, "something else", []),
        (EVENT, "x" * 600, []),
    ],
)
def test_the_part_that_changes_is_blamed(one: Any, text: str, expected: list[Any]) -> None:
    """A field by its own fault, else what stands between fields; nothing where a delimiter might stand anywhere."""
    assert told(blamed(one, text, one.forms, DAY, MOST)) == expected


def test_no_dearer_than_asked() -> None:
    """What costs more than asked for is not told: two typing mistakes are more than one slip."""
    text = "20260301_EMXA_Sp-ring"
    assert blamed(EVENT, "20260301_EMXA_Spring", EVENT.forms, DAY, SLIP)
    assert blamed(EVENT, text, EVENT.forms, DAY, SLIP) == []
