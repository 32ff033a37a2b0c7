"""Which column of an input holds what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.inputs._error import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["HEADINGS", "Table", "choose", "keys", "quoted"]

HEADINGS = ("name", "campaign name", "program name", "campaign", "program")
"""What a column of names is usually called, in lower case."""

_SHOWN = 20


class Table:
    """The columns of a table: how its rows become records.

    Attributes:
        keys: one key for every column, each different.
        roles: where to find what the caller asked for by its own word.
    """

    __slots__ = ("keys", "roles")

    def __init__(self, keys: Sequence[str], roles: Mapping[str, int]) -> None:
        self.keys = keys
        self.roles = roles

    def record(self, cells: Any, /) -> dict[str, str]:
        """The cells of a row by key; columns that a short row does not reach are left out."""
        record: dict[str, str] = dict(zip(self.keys, cells, strict=False))
        for role, index in self.roles.items():
            if index < len(cells):
                record[role] = cells[index]
        return record

    def place(self, key: str) -> int | None:
        """Where records have this key from, in rows that are as long as the header; None where nowhere."""
        if key in self.roles:
            return self.roles[key]
        return self.keys.index(key) if key in self.keys else None


def keys(header: Sequence[str]) -> list[str]:
    """A different key for every column: the heading, or what stands for one that is blank or stands twice."""
    seen: dict[str, int] = {}
    result: list[str] = []
    for position, heading in enumerate(header, 1):
        key = heading if heading.strip() else f"column {position}"
        seen[key] = seen.get(key, 0) + 1
        result.append(key if seen[key] == 1 else f"{key} ({seen[key]})")
    return result


def quoted(heading: str) -> str:
    """A heading as it stands in a message, on one line."""
    return f'"{" ".join(heading.split())}"'


def choose(header: Sequence[str], columns: Mapping[str, str], label: str) -> tuple[int, dict[str, int]]:
    """Where the names stand, and where every column asked for does.

    Args:
        header: the headings as they stand.
        columns: the heading wanted for `name` and for any other word, such as `created`.
        label: the input, for errors.

    Returns:
        The index of the names, and the index for each key of `columns`.

    Raises:
        InputError: a column is not there or is there twice, or none is plainly the one with the names.
    """
    roles = {role: _find(header, column, label) for role, column in columns.items()}
    return (roles["name"] if "name" in roles else _usual(header, label)), roles


def _find(header: Sequence[str], column: str, label: str) -> int:
    exact = [index for index, heading in enumerate(header) if heading == column]
    alike = exact or [index for index, heading in enumerate(header) if _fold(heading) == _fold(column)]
    alike = alike or [index for index, key in enumerate(keys(header)) if key == column]
    if len(alike) == 1:
        return alike[0]
    if alike:
        raise InputError(label, f"{len(alike)} columns are called {quoted(column)}; {_listed(header)}")
    raise InputError(label, f"no column {quoted(column)}{_nearest(header, column)}; {_listed(header)}")


def _usual(header: Sequence[str], label: str) -> int:
    if len(header) == 1:
        return 0
    usual = [index for index, heading in enumerate(header) if _fold(heading) in HEADINGS]
    if len(usual) == 1:
        return usual[0]
    if usual:
        several = " or ".join(quoted(header[index]) for index in usual)
        raise InputError(label, f"the names may be in {several}: say which column holds them (--column)")
    raise InputError(label, f"say which column holds the names (--column); {_listed(header)}")


def _fold(heading: str) -> str:
    return heading.strip().casefold()


def _nearest(header: Sequence[str], column: str) -> str:
    from rapidfuzz import process

    found = process.extractOne(column, header, processor=_fold, score_cutoff=70)
    return f" (did you mean {quoted(found[0])}?)" if found else ""


def _listed(header: Sequence[str]) -> str:
    shown = [quoted(key) for key in keys(header)]
    if len(shown) > _SHOWN:
        shown[_SHOWN:] = [f"{len(shown) - _SHOWN} more"]
    *most, last = shown
    return f"the columns are {', '.join(most)} and {last}" if most else f"the only column is {last}"
