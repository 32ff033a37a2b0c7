"""Two taxonomies side by side."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.diff.bearing import embedded, fields_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

__all__ = ["Members", "Pair", "PairedForms"]


class Members(NamedTuple):
    """What is in one collection, in the other, and in both."""

    removed: list[str]
    added: list[str]
    kept: list[str]

    @classmethod
    def of(cls, old: Iterable[str], new: Iterable[str]) -> Members:
        """The members of two collections, each in its own order."""
        before, after = list(old), list(new)
        return cls(
            [one for one in before if one not in set(after)],
            [one for one in after if one not in set(before)],
            [one for one in after if one in set(before)],
        )


class PairedForms(NamedTuple):
    """The forms of a convention in both taxonomies: those without a counterpart, and pairs."""

    removed: list[Mapping[str, Any]]
    added: list[Mapping[str, Any]]
    kept: list[tuple[Mapping[str, Any], Mapping[str, Any]]]


class Pair:
    """An older and a newer taxonomy, resolved.

    Attributes:
        old, new: the two.
        conventions: the ids of the conventions that are in both.
    """

    def __init__(self, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        self.old = old
        self.new = new
        self.conventions = tuple(name for name in new["conventions"] if name in old["conventions"])
        self._forms: dict[str, PairedForms] = {}

    def both(self, *steps: str) -> tuple[Any, Any]:
        """What stands at a place that is in both."""
        old: Any = self.old
        new: Any = self.new
        for step in steps:
            old, new = old[step], new[step]
        return old, new

    def forms(self, convention: str) -> PairedForms:
        """The forms of a convention that is in both. Forms that were given no name are told by their templates."""
        if convention not in self._forms:
            self._forms[convention] = _paired(*self.both("conventions", convention, "forms"))
        return self._forms[convention]

    def users(self, vocabulary: str, system: str | None = None) -> tuple[str, ...]:
        """The conventions in both whose names hold terms of a vocabulary, as a system spells them if one is given."""
        return tuple(
            name
            for name in self.conventions
            if any(
                spelled is not None if system is None else system in spelled
                for uses in self._uses
                if (spelled := uses[name].get(vocabulary)) is not None
            )
        )

    def holders(self, conventions: Iterable[str]) -> tuple[str, ...]:
        """The conventions in both that are among these, or in whose names names of these stand."""
        wanted = set(conventions)
        return tuple(
            name
            for name in self.conventions
            if any(wanted.intersection(embedded(resolved, name)) for resolved in (self.old, self.new))
        )

    @cached_property
    def _uses(self) -> list[dict[str, dict[str, set[str | None]]]]:
        """For each taxonomy and convention: the vocabularies of its terms, and whose spellings are written."""
        return [
            {name: _vocabularies(resolved, name) for name in self.conventions}
            for resolved in (self.old, self.new)
        ]


def _vocabularies(resolved: Mapping[str, Any], convention: str) -> dict[str, set[str | None]]:
    found: dict[str, set[str | None]] = {}
    for name in embedded(resolved, convention):
        for field in fields_in(resolved["conventions"][name]):
            if field["kind"] == "term" and field["vocabulary"]:
                found.setdefault(field["vocabulary"], set()).add(field["codes"])
    return found


def _paired(old: list[Mapping[str, Any]], new: list[Mapping[str, Any]]) -> PairedForms:
    before, after = list(old), list(new)
    kept: list[tuple[int, Mapping[str, Any], Mapping[str, Any]]] = []
    for alike in (_the_same, _nameless_alike, _called_alike, _written_alike):
        for one, other in _matches(before, after, alike):
            kept.append((new.index(other), one, other))
            before.remove(one)
            after.remove(other)
    return PairedForms(
        before, after, [(one, other) for _, one, other in sorted(kept, key=lambda pair: pair[0])]
    )


def _matches(
    before: list[Mapping[str, Any]],
    after: list[Mapping[str, Any]],
    alike: Callable[[Mapping[str, Any], Mapping[str, Any]], bool],
) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    for one in list(before):
        match = next((other for other in after if alike(one, other)), None)
        if match is not None:
            yield one, match


def _the_same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return _called_alike(one, other) and _written_alike(one, other)


def _nameless_alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return one["name"].isdecimal() and other["name"].isdecimal() and _written_alike(one, other)


def _called_alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return bool(one["name"] == other["name"])


def _written_alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return bool(one["template"] == other["template"])
