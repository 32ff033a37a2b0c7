"""New names that are not free."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.cli._outcome import COLLISION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mops_taxonomy.cli._outcome import FileOutcome, Outcome

    Wishing = Mapping["_Old", list[tuple[str, Outcome]]]

__all__ = ["refuse_collisions"]

_PLACES = 3


class _Old(NamedTuple):
    """A name that is to become another, and the system in which its record is."""

    name: str
    system: str


def refuse_collisions(files: Iterable[FileOutcome]) -> None:
    """Leave the names whose new name another name has, or would get, in any of the files.

    Names of different conventions may be the same, and so may those of records in different systems; a record whose
    system is not known may be in any. Names that are the same today may stay the same.
    """
    by_convention: dict[tuple[str, str], list[FileOutcome]] = defaultdict(list)
    for file in files:
        by_convention[file.scope].append(file)
    for group in by_convention.values():
        _refuse(group)


def _refuse(files: list[FileOutcome]) -> None:
    wishes: dict[str, dict[_Old, list[tuple[str, Outcome]]]] = defaultdict(lambda: defaultdict(list))
    for file in files:
        for outcome in file.outcomes:
            if (change := outcome.change) is not None:
                wishes[change.new][_Old(outcome.old, outcome.system)].append((file.label, outcome))
    for new, wishing in wishes.items():
        for old, outcomes in wishing.items():
            reason = " and ".join((*_taken(new, old, files), *_wanted(old, wishing)))
            if reason:
                _leave(outcomes, reason)


def _taken(new: str, old: _Old, files: list[FileOutcome]) -> Iterable[str]:
    """Where the new name of an old one is already."""
    there = [
        f"{file.label}:{names[new]}"
        for file in files
        for system, names in file.names.items()
        if new in names and _meet(system, old.system)
    ]
    return [f"that name is at {_places(there)} already"] if there else []


def _wanted(old: _Old, wishing: Wishing) -> Iterable[str]:
    """Where else the new name of an old one is wanted."""
    others = [
        f"{label}:{outcome.line}"
        for other, outcomes in wishing.items()
        if other.name != old.name and _meet(other.system, old.system)
        for label, outcome in outcomes
    ]
    return [f"{_places(others)} would get the same name"] if others else []


def _meet(one: str, other: str) -> bool:
    """Whether records of these systems may be in the same one."""
    return not one or not other or one == other


def _leave(outcomes: list[tuple[str, Outcome]], reason: str) -> None:
    for _, outcome in outcomes:
        outcome.status = COLLISION
        outcome.reason = reason


def _places(places: list[str]) -> str:
    """In words; the first of them, where they are many."""
    rest = len(places) - _PLACES
    *most, last = (*places[:_PLACES], f"{rest:,} more") if rest > 0 else places
    return f"{', '.join(most)} and {last}" if most else last
