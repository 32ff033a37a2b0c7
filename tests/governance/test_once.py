"""One fault is told once, though several rules see it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from mops_taxonomy import Taxonomy
from mops_taxonomy.governance.report import report
from mops_taxonomy.portfolio import Portfolio
from mops_taxonomy.records import Campaign, Program

LINK = "701Hn0000000001AAA"
NAME = "20260324_WBN_Robotics"
LONG = f"{NAME}{'s' * 70}"
TAXONOMY = {
    "taxonomy": "acme",
    "channels": {
        "WBN": {"label": "Webinar", "program_type": "event", "campaign_type": "Webinar"},
        "EML": {"label": "Email", "program_type": "email", "campaign_type": "Email"},
    },
    "fields": {
        "launch": {"kind": "date", "format": "{YYYY}{MM}{DD}", "role": "start"},
        "channel": {"kind": "term", "vocabulary": "channels"},
        "title": {"kind": "text", "characters": "A-Za-z"},
    },
    "conventions": {
        "program": {"object": "program", "systems": ["marketo", "salesforce"], "forms": ["{launch}_{channel}_{title}"]},
        "campaign": {"object": "campaign", "forms": ["{launch}_{channel}_{title}"]},
    },
    "requirements": [{"object": "campaign", "min": {"budgeted_cost": 1}, "when": {"status": ["Planned"]}}],
    "waivers": [
        {"rules": ["MT301"], "names": ["20260301_WBN_Frozen"], "frozen": True, "owner": "ana", "reason": "links"}
    ],
}  # fmt: skip


def program(**given: Any) -> Program:
    """A program that is right in everything, but for what is given."""
    right = {
        "system": "marketo", "id": "1", "name": NAME, "type": "event", "channel": "Webinar",
        "start": date(2026, 3, 24), "end": date(2026, 3, 25), "campaign_id": LINK,
    }  # fmt: skip
    return Program(**{**right, **given})


def campaign(**given: Any) -> Campaign:
    """Its campaign, as right."""
    right = {
        "system": "salesforce", "id": LINK, "name": NAME, "type": "Webinar", "start": date(2026, 3, 24),
        "end": date(2026, 3, 25),
    }  # fmt: skip
    return Campaign(**{**right, **given})


def told(*records: Program | Campaign) -> list[str]:
    """The codes of what is found, with the record of each."""
    findings = report(Portfolio(Taxonomy.load(TAXONOMY), records, today=date(2026, 11, 22))).findings
    return [f"{' '.join(str(one.record).split()[1:3])}: {one.code}" for one in findings]


AGAIN = {"id": "2", "campaign_id": None, "created": date(2026, 5, 1)}
CASES: dict[str, tuple[list[Program | Campaign], list[str]]] = {
    "nothing is wrong": ([program(), campaign()], []),
    "a type that is misspelt": ([program(), campaign(type="Webinars")], [f"campaign {LINK}: MT306"]),
    "a type that is like no other, where the program knows the right one": (
        [program(), campaign(type="Xyz", name="Robotics")],
        [f"campaign {LINK}: {code}" for code in ("MT101", "MT503", "MT504")],
    ),
    "the type of another channel": ([program(), campaign(type="Email")], [f"campaign {LINK}: MT315"]),
    "a program of another channel than both names say": (
        [program(channel="Email", type="email"), campaign()],
        [f"campaign {LINK}: MT504"],
    ),
    "a date that moved in the record of the campaign": (
        [program(), campaign(start=date(2026, 3, 20))],
        [f"campaign {LINK}: MT301"],
    ),
    "a date that moved in the record of the program": (
        [program(start=date(2026, 3, 20)), campaign()],
        ["program 1: MT301"],
    ),
    "a date that moved in the name of the campaign": (
        [program(), campaign(name="20260317_WBN_Robotics")],
        [f"campaign {LINK}: MT301"],
    ),
    "a date that moved in the name of the campaign and in its record": (
        [program(), campaign(name="20260317_WBN_Robotics", start=date(2026, 3, 17))],
        [f"campaign {LINK}: MT503", f"campaign {LINK}: MT509"],
    ),
    "a start that moved, and an end of its own": (
        [program(), campaign(start=date(2026, 3, 20), end=date(2026, 4, 1))],
        [f"campaign {LINK}: MT301", f"campaign {LINK}: MT509"],
    ),
    "a program that ends before it starts": (
        [program(end=date(2026, 3, 1)), campaign()],
        ["program 1: MT302"],
    ),
    "parents in a circle, whose dates cannot fit": (
        [
            campaign(parent_id="701Hn0000000002AAA"),
            campaign(id="701Hn0000000002AAA", name="20260401_WBN_B", parent_id=LINK, start=date(2026, 4, 1), end=None),
        ],
        [f"campaign {LINK}: MT406"],
    ),
    "a name that the CRM has no room for": (
        [program(name=LONG), campaign(name=LONG[:80])],
        ["program 1: MT116"],
    ),
    "no budget where one is required": (
        [program(), campaign(status="Planned", actual_cost=Decimal(5), budgeted_cost=Decimal(0))],
        [f"campaign {LINK}: MT305"],
    ),
    "a name with a mail address": ([program(name="20260324_WBN_a@b.com")], ["program 1: MT314"]),
    "a name with a space at its end": ([program(), campaign(name=f"{NAME} ")], [f"campaign {LINK}: MT110"]),
    "a term of the campaign's name that is misspelt": (
        [program(), campaign(name="20260324_WBM_Robotics")],
        [f"campaign {LINK}: MT102"],
    ),
    "a program with the same name": ([program(), program(**AGAIN), campaign()], ["program 2: MT401"]),
    "a program with nearly the same name": (
        [program(), program(**AGAIN, name="20260324_WBN_robotics"), campaign()],
        ["program 2: MT411"],
    ),
    "a frozen name that was changed in the campaign": (
        [program(name="20260301_WBN_Frozen", start=None), campaign(name="20260324_WBN_Frozen")],
        [f"campaign {LINK}: MT330"],
    ),
    "a frozen name that was changed in the program": (
        [program(name="20260324_WBN_Frozen"), campaign(name="20260301_WBN_Frozen", start=None)],
        ["program 1: MT330"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("records", "findings"), CASES.values(), ids=CASES)
def test_a_fault_is_told_once(records: list[Program | Campaign], findings: list[str]) -> None:
    """Of the rules that see one fault, one tells it; two faults are told both."""
    assert told(*records) == findings
