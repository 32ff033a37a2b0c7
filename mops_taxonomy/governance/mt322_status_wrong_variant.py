"""MT322: a status of another variant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance._members import found, placed
from mops_taxonomy.governance._spelling import listed
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.rules._words import one_of, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Find members of one variant with a status that only others have."""
    for member, channel in placed(portfolio):
        status = found(channel, member.status, member) if member.variant is not None else None
        if status is None or status.variant in {None, member.variant}:
            continue
        variants = tuple(
            dict.fromkeys(
                one.variant
                for one in channel.statuses
                if one.variant and one.written(member.system) == member.status
            )
        )
        yield Breach(
            member,
            f"{quoted(member.status)} is a status of the variant {one_of(variants)} of the channel `{channel.name}`, "
            f"not of {quoted(member.variant)}",
            field="status",
            found=member.status,
            expected=listed(
                tuple(one.written(member.system) for one in channel.statuses_for(member.variant))
            ),
        )


RULE = RecordRule(
    code="MT322",
    title="status of another variant",
    severity="error",
    check=check,
    why=(
        "A channel may have variants that go different ways: a gift card is opened and claimed, a parcel is shipped "
        "and delivered. A status of the other variant says something that cannot have happened. Where the variant "
        "of a member is not known, nothing is said."
    ),
    bad="channel: DM\nvariant: physical\nstatus: Claimed   # of the e-gift",
    good="channel: DM\nvariant: physical\nstatus: Delivered",
    repair="Use a status of the variant, or correct the variant.",
    consequence="success is counted for gifts that nobody has taken",
)
