"""The member statuses of the channels that are in both taxonomies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.diff.attribute import (
    Flag,
    Table,
    Thing,
    Value,
    breaking,
    compatible,
    differences,
    replaced,
)
from mops_taxonomy.diff.change import Change
from mops_taxonomy.diff.pair import Members
from mops_taxonomy.diff.parts._part import Part
from mops_taxonomy.diff.parts._terms import order
from mops_taxonomy.diff.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.diff.pair import Pair

__all__ = ["PART"]

_STATUS = (
    Flag("default", "is where new members begin now", "is no longer where new members begin", breaking),
    Value("step", "step", breaking),
    Flag("success", "counts as success now", "no longer counts as success", breaking),
    Flag("responded", "counts as a response now", "no longer counts as a response", breaking),
    Flag("hidden", "is no longer offered to people", "is offered to people now", compatible),
    Table("codes", "code for {}", replaced),
)


def _compare(pair: Pair) -> Iterator[Change]:
    for code in pair.new["channels"]:
        if code in pair.old["channels"]:
            old, new = (_by_name(one) for one in pair.both("channels", code, "statuses"))
            yield from _statuses(code, old, new)


def _statuses(channel: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    members = Members.of(old, new)
    words = f"the channel {quoted(channel)}"
    for name in members.removed:
        message = f"{quoted(name)} is no longer a status of {words}"
        yield Change("removed", "member status", (channel, name), message, "breaking")
    for name in members.added:
        message = f"{quoted(name)} is a new status of {words}"
        yield Change("added", "member status", (channel, name), message, "compatible")
    for name in members.kept:
        thing = Thing("member status", (channel, name), f"the status {quoted(name)} of {words}")
        yield from differences(thing, _STATUS, old[name], new[name])
    yield from order(Thing("channel", (channel,), words), "statuses", old, new)


def _by_name(statuses: list[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """The statuses by name; a status of a variant is one of its own."""
    return {_called(one): one for one in statuses}


def _called(status: Mapping[str, Any]) -> str:
    return f"{status['name']} ({status['variant']})" if status["variant"] else str(status["name"])


PART = Part(50, _compare)
