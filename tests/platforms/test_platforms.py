"""The limits of systems, as data."""

from __future__ import annotations

import subprocess
import sys
from typing import get_args

import pytest

from mops_taxonomy import platforms
from mops_taxonomy.model import load_model
from mops_taxonomy.platforms import Limit

EVERY_LIMIT = [(system, kind) for system in platforms.names() for kind in platforms.objects(system)]


@pytest.mark.parametrize(
    ("system", "kind", "max_length", "unit", "status"),
    [
        ("marketo", "program", 255, "characters", "documented"),
        ("marketo", "token", 50, "characters", "documented"),
        ("salesforce", "campaign", 80, "characters", "documented"),
        ("marketo", "tag_value", None, "characters", "documented"),
        ("salesforce", "member_status", 40, "characters", "documented"),
        ("salesforce", "member_status_label", 765, "characters", "documented"),
        ("salesforce", "validation_rule", 40, "characters", "documented"),
        ("hubspot", "campaign", None, "characters", "unverified"),
        ("eloqua", "campaign", None, "characters", "unverified"),
        ("account_engagement", "campaign", None, "characters", "unverified"),
        ("google_ads", "campaign", 256, "characters", "documented"),
        ("google_ads", "ad_group", 254, "characters", "documented"),
        ("google_ads", "account", 255, "characters", "documented"),
        ("meta", "campaign", 400, "characters", "third party"),
        ("meta", "ad_set", 400, "characters", "documented"),
        ("meta", "ad", 400, "characters", "third party"),
        ("microsoft_ads", "campaign", 128, "characters", "documented"),
        ("microsoft_ads", "ad_group", 256, "characters", "documented"),
        ("microsoft_ads", "label", 80, "characters", "documented"),
        ("tiktok", "campaign", 512, "characters", "documented"),
        ("tiktok", "ad_group", None, "characters", "unverified"),
        ("tiktok", "ad", None, "characters", "unverified"),
        ("dv360", "campaign", 240, "bytes", "documented"),
        ("dv360", "line_item", 240, "bytes", "documented"),
        ("cm360", "campaign", 511, "characters", "documented"),
        ("cm360", "advertiser", 255, "characters", "documented"),
        ("x", "campaign", 255, "characters", "documented"),
        ("x", "line_item", 255, "characters", "documented"),
        ("pinterest", "campaign", 255, "characters", "documented"),
        ("amazon_ads", "campaign", 116, "characters", "documented"),
        ("amazon_ads", "ad_group", 255, "characters", "documented"),
        ("reddit", "campaign", 200, "characters", "third party"),
        ("reddit", "ad", 500, "characters", "third party"),
        ("linkedin", "campaign", 255, "bytes", "third party"),
        ("linkedin", "campaign_group", 100, "characters", "third party"),
        ("ga4", "campaign", 100, "characters", "third party"),
        ("ga4", "event_parameter", 100, "characters", "documented"),
        ("ga4", "page_title", 300, "characters", "documented"),
        ("ga4", "page_referrer", 420, "characters", "documented"),
        ("ga4", "page_location", 1000, "characters", "documented"),
    ],
)
def test_limit(system: str, kind: str, max_length: int | None, unit: str, status: str) -> None:
    """Each system has the length, unit and standing its maker or a third party gives."""
    limit = platforms.find(system, kind)
    assert limit is not None
    assert (limit.max_length, limit.unit, limit.status) == (max_length, unit, status)


def test_every_limit_is_in_the_table() -> None:
    """No limit is left without a test of its number."""
    (table,) = (mark for mark in test_limit.pytestmark if mark.name == "parametrize")  # type: ignore[attr-defined]
    assert sorted(row[:2] for row in table.args[1]) == sorted(EVERY_LIMIT)


def test_names_are_those_of_systems() -> None:
    """What reads and writes records stands in the same folder, and is no system."""
    assert platforms.names() == (
        *(
            "account_engagement",
            "amazon_ads",
            "cm360",
            "dv360",
            "eloqua",
            "ga4",
            "google_ads",
            "hubspot",
            "linkedin",
        ),
        *("marketo", "meta", "microsoft_ads", "pinterest", "reddit", "salesforce", "tiktok", "x"),
    )


def test_limits_are_there_without_records() -> None:
    """A limit is found without the models of records, which take long to import."""
    code = "import sys; from mops_taxonomy import platforms; [platforms.find(one) for one in platforms.names()]; "
    code += "print(any(name in sys.modules for name in ('pydantic', 'mops_taxonomy.records')))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout == "False\n"


@pytest.mark.parametrize(
    ("system", "kind"), [("marketo", "program"), ("salesforce", "campaign"), ("x", "campaign")]
)
def test_default_object(system: str, kind: str) -> None:
    """Without an object the limit is that of the system's own kind of campaign, and it comes first."""
    assert platforms.find(system) == platforms.find(system, kind)
    assert platforms.objects(system)[0] == kind


@pytest.mark.parametrize(
    ("system", "kind"),
    [("netsuite", None), ("salesforce", "banner"), ("", None), ("../meta", None), ("__init__", None)],
)
def test_unknown(system: str, kind: str | None) -> None:
    """A system or an object that is not known has no limit, and is not an error."""
    assert platforms.find(system, kind) is None


def test_unknown_system_has_no_objects() -> None:
    """A system that is not known has no kinds of object."""
    assert platforms.objects("netsuite") == ()


@pytest.mark.parametrize(
    ("system", "kind", "forbidden"),
    [
        ("google_ads", "campaign", "\0\n\r"),
        ("google_ads", "ad_group", "\0\n\r"),
        ("amazon_ads", "campaign", "#%!<>^"),
        ("amazon_ads", "ad_group", "#%!<>^"),
        ("marketo", "program", ""),
    ],
)
def test_forbidden_characters(system: str, kind: str, forbidden: str) -> None:
    """What may not stand in a name is a string of characters; a comma is only trouble in Marketo."""
    limit = platforms.find(system, kind)
    assert limit is not None
    assert limit.forbidden == forbidden


def test_characters_to_avoid() -> None:
    """What Marketo accepts and its own API stumbles over is told, with what goes wrong."""
    told = {one: limit for one in EVERY_LIMIT if (limit := platforms.find(*one)) is not None and limit.avoid}
    assert {one: (limit.avoid, limit.avoid_why) for one, limit in told.items()} == {
        ("marketo", "program"): (",", "the API cannot search for a name that holds one"),
        ("marketo", "tag_value"): (
            ",",
            "the API gives the values of a tag as one text, with commas between them",
        ),
    }


def test_what_is_avoided_is_resolved() -> None:
    """A resolved limit says what to avoid and why; a system of one's own has nothing of the kind."""
    plain, _ = load_model(
        {
            "taxonomy": "t",
            "systems": {"ledger": {"forbidden": "&"}},
            "conventions": {"c": {"forms": ["x"], "systems": ["marketo", "ledger"], "max_length": 9}},
        }
    )
    limits = plain["conventions"]["c"]["limits"]
    assert [(one["system"], one["forbidden"], one["avoid"], one["avoid_why"]) for one in limits] == [
        ("marketo", "", ",", "the API cannot search for a name that holds one"),
        ("ledger", "&", "", ""),
        (None, "", "", ""),
    ]


@pytest.mark.parametrize(("system", "kind"), EVERY_LIMIT)
def test_every_limit_is_complete(system: str, kind: str) -> None:
    """Where nobody states anything nothing is known, and who states it or was asked is written down."""
    limit = platforms.find(system, kind)
    assert limit is not None
    assert (limit.status == "unverified") == (
        not limit.max_length and not limit.forbidden and not limit.avoid
    )
    assert limit.source
    assert limit.max_length is None or limit.max_length > 0
    assert limit.status in get_args(Limit.__annotations__["status"])
    assert len(set(limit.forbidden + limit.avoid)) == len(limit.forbidden + limit.avoid)
    assert bool(limit.avoid) == bool(limit.avoid_why)
