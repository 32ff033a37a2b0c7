"""The words and the order that formats for people have in common."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from mops_taxonomy.diff.words import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.diff.change import Change, Diff

__all__ = ["by_convention", "by_noun", "counted", "headline", "untouched"]


def headline(diff: Diff) -> str:
    """What is compared."""
    older, newer = (" ".join(part for part in one if part) for one in (diff.older, diff.newer))
    return newer if older == newer else f"{older} to {newer}"


def by_convention(diff: Diff) -> Iterator[tuple[str, list[Change]]]:
    """The effects under the id of each convention."""
    for name, effects in groupby(diff.effects, key=lambda effect: effect.convention or ""):
        yield name, list(effects)


def by_noun(diff: Diff) -> Iterator[tuple[str, list[Change]]]:
    """The changes under the plural of each noun."""
    for noun, changes in groupby(diff.changes, key=lambda change: change.noun):
        yield _plural(noun), list(changes)


def _plural(noun: str) -> str:
    if noun == "taxonomy":
        return "the taxonomy itself"
    if noun.endswith("y"):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith("s") else f"{noun}s"


def untouched(diff: Diff) -> str:
    """One sentence on the conventions whose names are as they were; empty where there are none."""
    return (
        f"Nothing that changed bears on the names of {listed(map(quoted, diff.untouched))}."
        if diff.untouched
        else ""
    )


def counted(diff: Diff) -> str:
    """`3 changes: 1 breaking, 2 cosmetic`."""
    whole = len(diff.changes)
    parts = ", ".join(f"{number} {impact}" for impact, number in diff.counts().items())
    return f"{whole} change{'' if whole == 1 else 's'}: {parts}"
