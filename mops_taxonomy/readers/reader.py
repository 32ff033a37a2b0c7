"""One reader of raw names."""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Any, Final

from mops_taxonomy.conditions import undecided
from mops_taxonomy.readers.contains import Contains
from mops_taxonomy.readers.ends_with import EndsWith
from mops_taxonomy.readers.first import First
from mops_taxonomy.readers.look import Way
from mops_taxonomy.readers.starts_with import StartsWith
from mops_taxonomy.readers.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mops_taxonomy.readers.look import Look

__all__ = ["Reader"]

_WORDS: Final = {
    "substring": "it takes these letters anywhere",
    "word": "it takes whole words only",
    "exact": "case matters to it",
    "ignore": "case does not matter to it",
}
_DISPUTED: Final = "this rule, which its documents dispute, holds"


class Reader:
    """A system that reads the raw text of names.

    Args:
        name: its id.
        spec: as the resolved taxonomy has it.

    Attributes:
        name: its id.
        system: the system that reads, or None.
        of_parents: whether it looks for the mark of records that have children.
    """

    __slots__ = (
        "_disputed",
        "_effect",
        "_if",
        "_look",
        "_wanted",
        "_ways",
        "_when",
        "name",
        "of_parents",
        "system",
    )

    def __init__(self, name: str, spec: Mapping[str, Any]) -> None:
        self.name = name
        self.system: str | None = spec["system"]
        self.of_parents = bool(spec["wanted"]) and "has_children" in spec["when"]
        self._look = _look(spec)
        self._wanted = self._look.absent or bool(spec["wanted"])
        self._ways = _ways(spec["match"], spec["case"])
        self._when: Mapping[str, list[str]] = spec["when"]
        self._if: str | None = spec["if"]
        self._disputed: bool = spec["disputed"]
        self._effect: str | None = spec["effect"]

    def verdict(self, text: str, record: Mapping[str, Any] | None) -> Verdict:
        """What it makes of a name.

        Args:
            text: the whole name.
            record: what is known of the record that bears it.
        """
        asked = undecided(self._when, record)
        faults = self._faults(text) if asked is not None else []
        if asked is None or not faults:
            return Verdict(self.name, self.system, "nothing", of_parents=self.of_parents)
        conditions = [f"the record's `{key}` is {_one_of(values)}" for key, values in asked.items()]
        conditions += [_DISPUTED] * self._disputed
        conditions += _telling(self._ways, faults)
        return self._found(text, faults[0], " and ".join(conditions), tuple(asked))

    def _faults(self, text: str) -> list[Way]:
        """The ways of looking by which the name sets it off."""
        if self._if is not None and not _matcher(self._if)(text):
            return []
        # Most names have no fault in any way; the way that has one wherever another has tells that at once.
        likeliest = self._ways[0 if self._wanted else -1]
        if self._look.sees(text, likeliest).there is self._wanted:
            return []
        return [way for way in self._ways if self._look.sees(text, way).there is not self._wanted]

    def _found(self, text: str, way: Way, condition: str, asked: tuple[str, ...]) -> Verdict:
        sight = self._look.sees(text, way)
        start, end = sight.span or (0, 0)
        return Verdict(
            self.name,
            self.system,
            "unknown" if condition else "effect",
            self._effect,
            self._look.told(text, sight, may=bool(condition)),
            condition,
            sight.span,
            text[start:end] or None,
            self._look.expected,
            getattr(self._look, "marks", ()) if self._wanted else (),
            tuple(one for one in self._look.mended(text, sight) if one and not self._faults(one)),
            asked,
            self.of_parents,
        )


def _look(spec: Mapping[str, Any]) -> Look:
    if spec["first"] is not None:
        return First(spec["first"], spec["as"])
    if spec["starts_with"] is not None:
        return StartsWith(tuple(spec["starts_with"]))
    if spec["ends_with"] is not None:
        return EndsWith(tuple(spec["ends_with"]))
    return Contains(tuple(spec["contains"]))


def _ways(match: str, case: str) -> tuple[Way, ...]:
    """The ways in which it may compare, those that see least first."""
    matches: Iterable[Any] = ("word", "substring") if match == "unknown" else (match,)
    cases: Iterable[Any] = ("exact", "ignore") if case == "unknown" else (case,)
    return tuple(Way(*one) for one in product(matches, cases))


def _telling(ways: tuple[Way, ...], faults: list[Way]) -> list[str]:
    """What tells the ways with a fault from the others, in words: nothing where all have it.

    To see more by one of the two is never to see less: so the ways with a fault share something, or are all but one.
    """
    if len(faults) == len(ways):
        return []
    shared = [
        _WORDS[has.pop()]
        for at in range(len(Way._fields))
        if len(has := {way[at] for way in faults}) < len({way[at] for way in ways})
    ]
    if shared:
        return shared
    (other,) = set(ways) - set(faults)
    one, two = (_WORDS[way] for at in range(2) for way in {fault[at] for fault in faults} - {other[at]})
    return [f"either {one} or {two}"]


@lru_cache(maxsize=256)
def _matcher(pattern: str) -> Callable[[str], object]:
    """Whether a whole name is of a pattern."""
    from mops_taxonomy.algebra.matching import matcher
    from mops_taxonomy.algebra.pattern import parse_pattern

    return matcher(parse_pattern(pattern))


def _one_of(values: tuple[str, ...]) -> str:
    return " or ".join(f"`{value}`" for value in values)
