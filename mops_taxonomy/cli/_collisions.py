"""New names that are not free."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from mops_taxonomy.cli._outcome import COLLISION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mops_taxonomy.cli._outcome import FileOutcome, Outcome

__all__ = ["refuse_collisions"]

_PLACES = 3


def refuse_collisions(files: Iterable[FileOutcome]) -> None:
    """Leave the names whose new name another name of the same convention has, or would get, in any of the files.

    Names that are the same today may stay the same.
    """
    by_convention: dict[tuple[str, str], list[FileOutcome]] = defaultdict(list)
    for file in files:
        by_convention[file.scope].append(file)
    for group in by_convention.values():
        _refuse(group)


def _refuse(files: list[FileOutcome]) -> None:
    wishes: dict[str, list[tuple[str, Outcome]]] = defaultdict(list)
    for file in files:
        for outcome in file.outcomes:
            if (change := outcome.change) is not None:
                wishes[change.new].append((file.label, outcome))
    for new, wishing in wishes.items():
        there = [f"{file.label}:{file.names[new]}" for file in files if new in file.names]
        if there or len({outcome.old for _, outcome in wishing}) > 1:
            _leave(wishing, there)


def _leave(wishing: list[tuple[str, Outcome]], there: list[str]) -> None:
    for _, outcome in wishing:
        others = [f"{label}:{other.line}" for label, other in wishing if other.old != outcome.old]
        reasons = [f"that name is at {_places(there)} already"] if there else []
        reasons += [f"{_places(others)} would get the same name"] if others else []
        outcome.status = COLLISION
        outcome.reason = " and ".join(reasons)


def _places(places: list[str]) -> str:
    shown = ", ".join(places[:_PLACES])
    return f"{shown} and {len(places) - _PLACES:,} more" if len(places) > _PLACES else shown
