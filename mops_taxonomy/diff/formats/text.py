"""For people, on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.diff.change import IMPACTS
from mops_taxonomy.diff.formats._outline import by_convention, by_noun, counted, headline, untouched
from mops_taxonomy.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.diff.change import Change, Diff

__all__ = ["written"]

_WIDTH = max(map(len, IMPACTS))


def written(diff: Diff) -> str:
    """First what the change does to names, then what changed, then the counts."""
    return "".join(f"{visible(line)}\n" for line in _lines(diff))


def _lines(diff: Diff) -> Iterator[str]:
    if diff.impact is None:
        yield f"{headline(diff)}: nothing changed"
        return
    yield f"{headline(diff)}: {diff.impact}"
    yield ""
    if diff.effects or diff.untouched:
        yield f"What it does to names, up to {diff.day}"
        for convention, effects in by_convention(diff):
            yield f"  {convention}"
            yield from map(_line, effects)
        if diff.untouched:
            yield f"  {untouched(diff)}"
        yield ""
    yield "What changed"
    for nouns, changes in by_noun(diff):
        yield f"  {nouns}"
        yield from map(_line, changes)
    yield ""
    yield counted(diff)


def _line(change: Change) -> str:
    return f"    {change.impact:<{_WIDTH}}  {change.message}"
