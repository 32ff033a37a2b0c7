"""The channels that a taxonomy declares."""

from collections.abc import Mapping
from typing import Any

from mops_taxonomy.records.channel import Channel
from mops_taxonomy.records.member_status import MemberStatus

__all__ = ["declared_channels"]


def declared_channels(specs: Mapping[str, Mapping[str, Any]]) -> dict[str, Channel]:
    """The channels by code.

    Args:
        specs: as the resolved taxonomy has them.
    """
    return {code: _channel(code, spec) for code, spec in specs.items()}


def _channel(code: str, spec: Mapping[str, Any]) -> Channel:
    return Channel(
        name=code,
        label=spec["label"],
        statuses=tuple(MemberStatus(**status) for status in spec["statuses"]),
        program_type=spec["program_type"],
        campaign_type=spec["campaign_type"],
        attribution=spec["attribution"],
        message=spec["message"],
        codes=dict(spec["codes"]),
    )
