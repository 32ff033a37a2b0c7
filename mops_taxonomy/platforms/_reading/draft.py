"""A record in the making: which of its values are taken, which are left, and what was wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from mops_taxonomy.platforms._reading.findings import Unusual, place_of, unreadable_value
from mops_taxonomy.platforms._reading.unreadable import Unreadable
from mops_taxonomy.platforms._reading.values import Convert, Settings, as_text, clean, shown, text

if TYPE_CHECKING:
    from mops_taxonomy.finding import Finding
    from mops_taxonomy.records import Origin

__all__ = ["Draft", "Fields", "folded"]

Fields = Mapping[str, tuple[Sequence[str], Convert]]
"""What a record holds: its attribute, the keys under which systems have it, and how its value is read. Keys are
written as `folded` gives them."""

_NOTHING = ("", "#N/A")
"""Cells of a table that say nothing."""


@lru_cache(maxsize=4096)
def folded(key: str) -> str:
    """`createdAt`, `created_at` and `Created At` as `createdat`."""
    return "".join(filter(str.isalnum, key)).lower()


class Draft:
    """The values of one record of a system.

    Args:
        value: as the system has it.
        settings: how values are meant.
        table: whether empty text says nothing.

    Attributes:
        values: what was taken, by attribute of the record.
        other: what was not, under the system's keys.
    """

    def __init__(self, value: Mapping[Any, Any], settings: Settings, *, table: bool = False) -> None:
        self.settings = settings
        self.values: dict[str, Any] = {}
        self.other: dict[str, Any] = {as_text(key): one for key, one in value.items()}
        if table:
            self.other = {key: one for key, one in self.other.items() if one not in _NOTHING}
        self._faults: list[tuple[str, Any, ValueError]] = []
        self._keys: dict[str, str] = {}
        for key in self.other:
            self._keys.setdefault(folded(key), key)

    def take(self, fields: Fields) -> None:
        """Take what there is of some fields."""
        for attribute, (keys, convert) in fields.items():
            for key in keys:
                if key in self._keys:
                    self.values[attribute] = self.one(key, convert)
                    break

    def one(self, fold: str, convert: Convert) -> Any:
        """Take the value under a folded key; None where there is none, or it cannot be read."""
        key = self._keys.pop(fold, None)
        if key is None:
            return None
        value = self.other.pop(key)
        try:
            return convert(value, self.settings)
        except ValueError as fault:
            self._faults.append((key, value, fault))
            kept = getattr(fault, "kept", None)
            if kept is None:
                self.other[key] = _plain(value)
            return kept

    def named(self, *folds: str) -> str:
        """The name, taken from the first of some keys that has one.

        Raises:
            Unreadable: there is none, or it is no text.
        """
        for fold in folds:
            value = self.look(fold)
            if isinstance(value, str) and value.strip():
                return str(self.one(fold, text))
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                return str(self.one(fold, _number_as_name))
        told = [(key, self.look(fold)) for fold in folds if (key := self._keys.get(fold)) is not None]
        wrong = next(((key, value) for key, value in told if value is not None), None)
        if wrong is not None and not isinstance(wrong[1], str):
            raise Unreadable(f"has no name: `{wrong[0]}` is {shown(wrong[1])}")
        raise Unreadable("has no name")

    def look(self, fold: str) -> Any:
        """The value under a folded key, which is left there."""
        key = self._keys.get(fold)
        return None if key is None else self.other[key]

    def drop(self, folds: Iterable[str]) -> None:
        """Leave out the values under some folded keys."""
        for fold in folds:
            key = self._keys.pop(fold, None)
            if key is not None:
                del self.other[key]

    def tell(self, key: str, value: Any, fault: ValueError) -> None:
        """Tell what is wrong with a value."""
        self._faults.append((key, value, fault))

    def built(self, record: type[Any], origin: Origin, **more: Any) -> Any:
        """The record, of what was taken and of what more is known; what was left is its `other`."""
        return record(**{**self.values, "other": _cleaned(self.other), "origin": origin, **more})

    def findings(self, record: str, origin: Origin) -> Iterator[Finding]:
        """What was wrong with the values of a record and has not been told, in the order in which they were taken."""
        faults, self._faults = self._faults, []
        for key, value, fault in faults:
            yield unreadable_value(record, key, value, fault, place_of(origin))


def _number_as_name(value: Any, settings: Settings) -> str:  # noqa: ARG001  every conversion takes the same
    name = as_text(value)
    raise Unusual(f"a number; it is read as the text '{name}'", name)


def _plain(value: Any) -> Any:
    return value if isinstance(value, (dict, list, tuple)) else as_text(value)


def _cleaned(value: Any) -> Any:
    """A value whose texts are all whole."""
    try:
        return _whole(value)
    except RecursionError:
        return value


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {as_text(key): _whole(one) for key, one in value.items()}
    return [_whole(one) for one in value] if isinstance(value, list) else value
