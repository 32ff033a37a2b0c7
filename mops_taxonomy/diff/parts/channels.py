"""Channels. They bear on records as well as on names, so what breaks for them breaks whatever is proved of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.diff.attribute import Table, Thing, Value, differences, replaced
from mops_taxonomy.diff.change import Change
from mops_taxonomy.diff.pair import Members
from mops_taxonomy.diff.parts._part import Part
from mops_taxonomy.diff.parts._terms import TERM, order, renames
from mops_taxonomy.diff.words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.diff.pair import Pair

__all__ = ["PART"]

_RECORDS = (
    Table("codes", "code for {}", replaced),
    Value("program_type", "program type", replaced),
    Value("campaign_type", "campaign type", replaced),
    Value("attribution", "attribution", replaced),
    Value("message", "kind of message", replaced),
)


def _compare(pair: Pair) -> Iterator[Change]:
    old, new = pair.both("channels")
    members = Members.of(old, new)
    called = renames(members, old, new)
    before = {after: one for one, after in called.items()}
    for code in members.removed:
        gone = f"there is no channel {quoted(code)} any more"
        message = f"{gone}: it is {quoted(called[code])} now" if code in called else gone
        yield Change("removed", "channel", (code,), message, "breaking")
    for code in members.added:
        was = f": it was {quoted(before[code])}" if code in before else ""
        yield Change("added", "channel", (code,), f"there is a new channel {quoted(code)}{was}", "compatible")
    for code in members.kept:
        thing = Thing("channel", (code,), f"the channel {quoted(code)}", bears_on=pair.users("channels"))
        yield from differences(
            thing, (*TERM, *_RECORDS), {"parent": None, **old[code]}, {"parent": None, **new[code]}
        )
    yield from order(Thing("taxonomy", (), "the taxonomy"), "channels", old, new)


PART = Part(40, _compare)
