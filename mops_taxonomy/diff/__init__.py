"""What changed between two taxonomies, and what that does to names, as far as it can be proved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.diff.change import IMPACTS, Change, Diff, Impact

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from mops_taxonomy.convention import Convention

__all__ = ["IMPACTS", "Change", "Diff", "Impact", "compared"]


def compared(
    older: Mapping[str, Any],
    newer: Mapping[str, Any],
    old_conventions: Mapping[str, Convention],
    new_conventions: Mapping[str, Convention],
    day: date,
) -> Diff:
    """Compare two taxonomies.

    Names are judged by the day on which their records were created; so the effects are decided for `day` and for
    all days before it. What is to change later, such as the end of a term, is among the changes only.

    Args:
        older: the resolved taxonomy that was.
        newer: the resolved taxonomy that is.
        old_conventions: its conventions by id.
        new_conventions: its conventions by id.
        day: the last day that counts.
    """
    from mops_taxonomy.diff.effects import effects
    from mops_taxonomy.diff.pair import Pair
    from mops_taxonomy.diff.parts import compared as changes_of

    pair = Pair(older, newer)
    found = list(changes_of(pair))
    outcome = effects(pair, old_conventions, new_conventions, day)
    changes = [_settled(change, outcome.harmless) for change in found]
    return Diff(
        (str(older["taxonomy"]), str(older["version"])),
        (str(newer["taxonomy"]), str(newer["version"])),
        day.isoformat(),
        tuple(sorted(changes, key=lambda change: (_first(found, change.noun), IMPACTS.index(change.impact)))),
        outcome.effects,
        outcome.untouched if found else (),
    )


def _first(changes: list[Change], noun: str) -> int:
    """Where a noun first stands, so that its changes come together."""
    return next(place for place, change in enumerate(changes) if change.noun == noun)


def _settled(change: Change, harmless: frozenset[str]) -> Change:
    """What seemed to break names does not where every name is proved to be accepted and read as before."""
    if change.impact == "breaking" and change.bears_on and harmless.issuperset(change.bears_on):
        return change._replace(impact="compatible")
    return change
