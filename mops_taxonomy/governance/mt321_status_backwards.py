"""MT321: a status moves backwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance._members import found, placed, possible
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.rules._words import one_of, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Channel, Member

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Compare the step of each member's status with that of the status before."""
    for member, channel in placed(portfolio):
        before = found(channel, member.previous, member) if member.previous is not None else None
        after = found(channel, member.status, member)
        if before is None or after is None or before.step is None or after.step is None:
            continue
        if after.step < before.step:
            yield Breach(
                member,
                f"the status goes backwards, from {quoted(member.previous)} (step {before.step}) to "
                f"{quoted(member.status)} (step {after.step})",
                field="status",
                found=member.status,
                expected=_expected(channel, member, before.step),
            )


def _expected(channel: Channel, member: Member, step: int) -> str:
    further = [
        one.written(member.system)
        for one in possible(channel, member)
        if one.step is not None and one.step >= step
    ]
    return one_of(tuple(further))


RULE = RecordRule(
    code="MT321",
    title="status moves backwards",
    severity="error",
    check=check,
    why=(
        "The statuses of a channel are steps. A member goes forward, or from one status to another of the same step; "
        "who has attended is not invited again."
    ),
    bad="previous: Registered   # step 20\nstatus: Waitlisted      # step 10",
    good="previous: Waitlisted   # step 10\nstatus: Registered      # step 20",
    repair="Leave the status as it is. If the steps are wrong, correct them in the taxonomy and in the system.",
    consequence="Marketo skips a change to a lower step: the member keeps the old status, and the list looks imported",
)
