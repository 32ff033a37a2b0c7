"""The member statuses that a program and its campaign should share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from mops_taxonomy.matching.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mops_taxonomy.matching import Match
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Channel, MemberStatus, Program

__all__ = ["SharedStatuses", "nearly", "spellings"]

_NO_MEMBER = "Not in Program"
"""Marketo's word for people who are not members: the CRM has no status for them."""

_ALIKE = 0.8


class SharedStatuses:
    """The statuses of programs, worked out once for each channel.

    The channel is the one that the program's system has, if it was read, else the one that the taxonomy declares.
    """

    def __init__(self, portfolio: Portfolio) -> None:
        self._portfolio = portfolio
        self._read = {(one.system, one.name): one for one in reversed(portfolio.channels)}
        self._known: dict[tuple[str | None, str | None, str | None], tuple[MemberStatus, ...]] = {}

    def channel(self, program: Program) -> Channel | None:
        """The channel of a program; None where it is not known."""
        read = self._read.get((program.system, program.channel or ""))
        return read if read is not None else self._portfolio.channel(program)

    def of(self, program: Program) -> tuple[MemberStatus, ...]:
        """The statuses that members of a program can have; those of a variant only where the program says which."""
        channel = self.channel(program)
        if channel is None:
            return ()
        key = (program.system, channel.name, program.variant)
        if key not in self._known:
            self._known[key] = tuple(
                one
                for one in channel.statuses_for(program.variant)
                if not one.hidden and one.name != _NO_MEMBER
            )
        return self._known[key]

    def is_response(self, program: Program, status: MemberStatus) -> bool | None:
        """Whether reaching a status is a response; None where it is not known.

        It is what the taxonomy says of responses, if it speaks of them in this channel; else what success is.
        """
        declared = self._portfolio.channel(program)
        if declared is not None and any(one.responded for one in declared.statuses):
            known = declared.status(status.name, program.variant, program.system)
            if known is not None:
                return known.responded
        return status.success


def spellings(match: Match, status: MemberStatus) -> tuple[str, ...]:
    """How the campaign may spell a status: as the program does; Marketo's sync knows no other way."""
    ours = status.written(match.program.system)
    if match.program.system == "marketo":
        return (ours,)
    return tuple(dict.fromkeys((ours, status.written(match.campaign.system))))


def nearly(label: str, others: Iterable[str]) -> str | None:
    """The label that is spelt nearly like another one; None where none is."""
    same = next((one for one in others if folded(one) == folded(label)), None)
    if same is not None:
        return same
    near = [(Levenshtein.normalized_similarity(label, one), one) for one in others]
    likeness, nearest = max(near, default=(0.0, None))
    return nearest if likeness >= _ALIKE else None
