"""Several values of one field, with a separator between them."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.charset import Charset
from mops_taxonomy.algebra.determinism import deterministic
from mops_taxonomy.algebra.language import Capture, Language, Literal, Repeat, Seq, characters, renumbered
from mops_taxonomy.algebra.runs import Runs
from mops_taxonomy.fault import Fault, Misfit, listed
from mops_taxonomy.fields import make_kind
from mops_taxonomy.fields.base import Kind, Scope

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mops_taxonomy.fields.exact import Exact
    from mops_taxonomy.fields.misspelling import Misspelling

__all__ = ["KIND"]

_MOST_READINGS = 64


class ListKind(Kind):
    """A tuple of values in the order written."""

    def __init__(self, spec: dict[str, Any], path: str, scope: Scope) -> None:
        super().__init__(spec, path)
        self.item = make_kind({**spec["of"], "case": spec["of"]["case"] or self.case}, path, scope)
        self.open = self.item.open
        self.strict = self.item.strict
        self.separator: str = spec["separator"]
        self.low: int = spec["min"]
        self.high: int | None = spec["max"]
        self.unique: bool = spec["unique"]
        self.language = self._language(self.item.language)
        self.exact = self.exact and self.item.exact and not self.unique
        inside = characters(self.item.language)
        self.splits = Charset.of(self.separator).isdisjoint(inside)
        self.single = self.splits and self.item.single
        self.decode = self._first

    def _first(self, text: str) -> Any:
        return self.readings(text)[0]

    def items(self, text: str) -> list[tuple[str, ...]]:
        """Every way to take the text apart into items (at most 64)."""
        if self.splits:
            return [tuple(text.split(self.separator))]
        ways = islice(self._runs.over(text), _MOST_READINGS)
        return [tuple(text[start:end] for _, start, end in segments) for segments in ways]

    @cached_property
    def _runs(self) -> Runs:
        """Where the items stand, where an item may hold the separator."""
        return Runs(build(self._language(Capture(0, deterministic(self.item.language)))))

    def _language(self, item: Language) -> Language:
        return self._sequence(item, Literal(self.separator))

    def _sequence(self, item: Language, separator: Language) -> Language:
        most = None if self.high is None else self.high - 1
        return Seq((item, Repeat(Seq((separator, item)), self.low - 1, most)))

    def misspelt(self, text: str, at: int, day: date) -> Iterator[Misspelling]:
        """What an item may be."""
        yield from self.item.misspelt(text, at, day)

    def own_exactly(self, day: date | None) -> Exact:
        """Lists of valid items; whether one stands there twice is left open."""
        from mops_taxonomy.fields.exact import Exact

        item = self.item.exactly(day)
        doubts = (f"whether a value stands twice in `{self.path}`",) if self.unique and self.high != 1 else ()
        if self.splits:
            return Exact(self._language(item.language), (*item.doubts, *doubts))
        apart = f"how the items of `{self.path}` are told apart"
        return Exact(deterministic(self._language(item.language)), (*item.doubts, *doubts, apart))

    @property
    def turns(self) -> frozenset[date]:
        """Those of the items."""
        return self.item.turns

    def tagged(self) -> Language | None:
        """Items and separators told apart."""
        if self.single:
            return None
        inner = self.item.tagged()
        # Captures 0 and 1 are the items and the separators; those inside an item come after.
        item = deterministic(self.item.language) if inner is None else renumbered(inner, 2)
        return self._sequence(Capture(0, item), Capture(1, Literal(self.separator)))

    def same(self, other: Kind) -> bool:
        """Whether the items are the same too."""
        return super().same(other) and isinstance(other, ListKind) and self.item.same(other.item)

    def admits(self, older: Kind) -> bool:
        """Whether the items are admitted, and as many of them."""
        if not isinstance(older, ListKind) or not (self.splits and older.splits):
            return self.same(older)
        wide = self.low <= older.low and (
            self.high is None or (older.high is not None and older.high <= self.high)
        )
        strict = self.unique and not older.unique
        return (
            wide
            and not strict
            and self.separator == older.separator
            and self.excluded <= older.excluded
            and self.item.admits(older.item)
        )

    def agrees(self, other: Kind) -> bool:
        """Whether the items and the separators agree."""
        if not isinstance(other, ListKind):
            return False
        if not (self.splits and other.splits):
            return self.same(other)
        return self.separator == other.separator and self.item.agrees(other.item)

    def readings(self, text: str, day: date | None = None) -> tuple[Any, ...]:
        """Every value of the text: items may hold the separator."""
        values: dict[tuple[Any, ...], None] = {}
        for parts in self._ways(text, day):
            whole: list[tuple[Any, ...]] = [()]
            for part in parts:
                whole = [(*before, value) for before in whole for value in self.item.readings(part, day)]
            values.update(dict.fromkeys(whole[:_MOST_READINGS]))
        if not values:
            raise ValueError(f"{text!r} is not {self.describe()}")
        return tuple(values)

    def _ways(self, text: str, day: date | None) -> list[tuple[str, ...]]:
        """The ways to take the text apart; with a day, those without faults on it, if there are any."""
        ways = self.items(text)
        if day is None or len(ways) < 2:
            return ways
        return [parts for parts in ways if not any(True for _ in self._faults_of(parts, text, day))] or ways

    def own_faults(self, text: str, day: date) -> Iterator[Fault]:
        """Faults of the items, and repeated ones; none where the text can be taken apart without any."""
        ways = self._ways(text, day)
        if not ways:
            yield self.fault("bad_list", text, detail={"reason": "its items cannot be told apart"})
            return
        yield from self._faults_of(ways[0], text, day)

    def _faults_of(self, parts: tuple[str, ...], text: str, day: date) -> Iterator[Fault]:
        faults = list(self._item_faults(parts, day))
        yield from faults
        if faults or not self.unique:  # what is wrong may have no value
            return
        codes = [self.item.decode(part) for part in parts]
        if len(set(codes)) < len(codes):
            at = next(i for i, code in enumerate(codes) if code in codes[:i])
            yield self._list_fault(text, parts, at, f"{parts[at]} stands here twice")

    def _item_faults(
        self, parts: tuple[str, ...] | list[str], day: date, *, known: bool = True
    ) -> Iterator[Fault]:
        start = 0
        for part in parts:
            for fault in self.item.faults(part, day) if known else self._diagnosed(part, day):
                yield fault.at(start)
            start += len(part) + len(self.separator)

    def _diagnosed(self, part: str, day: date) -> Iterator[Fault]:
        if part:
            yield from (fault for fault in self.item.diagnose(part, day))
        else:
            yield self.fault("bad_list", part, detail={"reason": "an item is missing"})

    def _list_fault(self, text: str, parts: tuple[str, ...] | list[str], at: int, reason: str) -> Fault:
        start = sum(len(part) + len(self.separator) for part in parts[:at])
        return self.fault("bad_list", text, (start, start + len(parts[at])), detail={"reason": reason})

    def notes(self, text: str) -> Iterator[Fault]:
        """The notes of the items."""
        start = 0
        for part in self.items(text)[0]:
            for note in self.item.notes(part):
                yield note.at(start)
            start += len(part) + len(self.separator)

    def diagnose(self, text: str, day: date) -> Iterator[Fault]:
        """Items that are wrong, too few or too many of them, one of them twice."""
        parts = text.split(self.separator)
        faults = list(self._item_faults(parts, day, known=False))
        yield from faults
        if faults:
            return
        if len(parts) < self.low:
            yield self._list_fault(
                text, parts, len(parts) - 1, f"{len(parts)} where at least {self.low} are expected"
            )
        elif self.high is not None and len(parts) > self.high:
            yield self._list_fault(
                text, parts, self.high, f"{len(parts)} where at most {self.high} are allowed"
            )
        else:
            yield from self.own_faults(text, day)

    def encode(self, value: Any) -> str:
        """The items of any sequence that is not text, in its order."""
        if isinstance(value, str) or not hasattr(value, "__iter__"):
            raise Misfit(f"{value!r} is not a list of values")
        values = list(value)
        if len(values) < self.low or (self.high is not None and len(values) > self.high):
            raise Misfit(f"{len(values)} values where {self._count()} are expected")
        if self.unique and any(one in values[:i] for i, one in enumerate(values)):
            raise Misfit(f"{listed([str(one) for one in values], 'and')}: a value stands here twice")
        return self.separator.join(map(self.item.encode, values))

    def normal(self, value: Any) -> Any:
        """A tuple of the items' own values."""
        self.encode(value)
        return tuple(map(self.item.normal, value))

    def _count(self) -> str:
        return f"at least {self.low}" if self.high is None else f"{self.low} to {self.high}"

    def resembles(self, text: str) -> float:
        """As much as its items do."""
        parts = text.split(self.separator)
        return sum(self.item.reads(part) or self.item.resembles(part) for part in parts) / len(parts)

    def joints(self) -> int | None:
        """Any number."""
        return None

    def example(self) -> str:
        """As many items as are needed."""
        return self.separator.join([self.item.example()] * self.low)

    def describe(self) -> str:
        """`1 to 3 of ..., with + between them`."""
        return f"{self._count()} of: {self.item.describe()}, with {self.separator!r} between them"


KIND = ListKind
