"""The limits of systems, as data."""

from __future__ import annotations

from typing import get_args

import pytest

from mops_taxonomy import platforms
from mops_taxonomy.platforms import Limit

EVERY_LIMIT = [(system, kind) for system in platforms.names() for kind in platforms.objects(system)]


@pytest.mark.parametrize(
    ("system", "kind", "max_length", "unit", "status"),
    [
        ("marketo", "program", 255, "characters", "documented"),
        ("marketo", "token", 50, "characters", "documented"),
        ("salesforce", "campaign", 80, "characters", "documented"),
        ("salesforce", "member_status", 40, "characters", "documented"),
        ("hubspot", "campaign", None, "characters", "unverified"),
        ("eloqua", "campaign", None, "characters", "unverified"),
        ("account_engagement", "campaign", None, "characters", "unverified"),
        ("google_ads", "campaign", 256, "characters", "documented"),
        ("google_ads", "ad_group", 254, "characters", "documented"),
        ("meta", "campaign", 400, "characters", "third party"),
        ("meta", "ad_set", 400, "characters", "documented"),
        ("microsoft_ads", "campaign", 128, "characters", "documented"),
        ("microsoft_ads", "ad_group", 256, "characters", "documented"),
        ("tiktok", "campaign", 512, "characters", "documented"),
        ("dv360", "campaign", 240, "bytes", "documented"),
        ("cm360", "campaign", 511, "characters", "documented"),
        ("x", "campaign", 255, "characters", "documented"),
        ("pinterest", "campaign", 255, "characters", "documented"),
        ("amazon_ads", "campaign", 116, "characters", "documented"),
        ("reddit", "campaign", 200, "characters", "third party"),
        ("linkedin", "campaign", 255, "bytes", "third party"),
        ("ga4", "event_parameter", 100, "characters", "documented"),
    ],
)
def test_limit(system: str, kind: str, max_length: int | None, unit: str, status: str) -> None:
    """Each system has the length, unit and standing its maker or a third party gives."""
    limit = platforms.find(system, kind)
    assert limit is not None
    assert (limit.max_length, limit.unit, limit.status) == (max_length, unit, status)


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
    [("google_ads", "campaign", "\0\n\r"), ("amazon_ads", "ad_group", "#%!<>^"), ("marketo", "program", "")],
)
def test_forbidden_characters(system: str, kind: str, forbidden: str) -> None:
    """What may not stand in a name is a string of characters; a comma is only trouble in Marketo."""
    limit = platforms.find(system, kind)
    assert limit is not None
    assert limit.forbidden == forbidden


@pytest.mark.parametrize(("system", "kind"), EVERY_LIMIT)
def test_every_limit_is_complete(system: str, kind: str) -> None:
    """A length is known exactly where somebody states it, and who states it is written down."""
    limit = platforms.find(system, kind)
    assert limit is not None
    assert (limit.max_length is None) == (limit.status == "unverified")
    assert limit.source or limit.max_length is None
    assert limit.max_length is None or limit.max_length > 0
    assert limit.status in get_args(Limit.__annotations__["status"])
    assert len(set(limit.forbidden)) == len(limit.forbidden)
