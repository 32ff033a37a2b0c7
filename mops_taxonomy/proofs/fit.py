"""Whether the names of a convention fit the systems that they must live in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import is_normalized

from mops_taxonomy.algebra.automaton import TooLarge
from mops_taxonomy.algebra.charset import Charset
from mops_taxonomy.algebra.comparison import Alone
from mops_taxonomy.algebra.machine import shortest_word
from mops_taxonomy.algebra.measure import (
    Longest,
    bytes_of,
    least_bytes,
    lightest,
    longest_word,
    one_each,
    word_beyond,
)
from mops_taxonomy.proofs.shape import shape
from mops_taxonomy.proofs.verdict import PROVED, Verdict, undecided

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from mops_taxonomy.algebra.automaton import Automaton
    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form

__all__ = ["Fit", "beyond", "fit", "fits", "holding", "lengths", "measured", "reads"]


class Fit(NamedTuple):
    """How the names of a form compare with a limit in length.

    Attributes:
        limit: the resolved limit: `system`, `max_length`, `unit`, `status`.
        least: the length of the shortest name, in the limit's unit; None where there is no name at all.
        shortest: such a name.
        longest: the longest name; its shares are by piece.
        example: a name beyond the limit, None where there is none: the longest, or a shortest that is too long.
    """

    limit: Mapping[str, Any]
    least: int | None
    shortest: str | None
    longest: Longest
    example: str | None

    @property
    def never(self) -> bool:
        """Whether no name is short enough."""
        return self.least is not None and self.least > self.limit["max_length"]


def lengths(convention: Convention) -> list[Mapping[str, Any]]:
    """The limits in length: of several equal ones in one unit, only the tightest can be the trouble."""
    tightest: dict[tuple[str, bool], Mapping[str, Any]] = {}
    for limit in convention.spec["limits"]:
        if limit["max_length"] is None:
            continue
        key = (limit["unit"], limit["status"] in {"documented", "declared"})
        if key not in tightest or limit["max_length"] < tightest[key]["max_length"]:
            tightest[key] = limit
    return list(tightest.values())


def fit(convention: Convention, form: Form, limit: Mapping[str, Any], day: date | None) -> Fit:
    """How the names of a form on a day compare with a limit; without a day, those of all days.

    Raises:
        TooLarge: the automaton of the form cannot be written down.
    """
    automaton = shape(convention, form, day).automaton
    weigh = bytes_of if limit["unit"] == "bytes" else one_each
    light = lightest(automaton, least_bytes if limit["unit"] == "bytes" else one_each)
    longest = longest_word(automaton, weigh)
    example = None
    if longest.size is None:
        example = word_beyond(automaton, limit["max_length"])
    elif longest.size > limit["max_length"]:
        example = longest.word
    return Fit(limit, light[0] if light else None, light[1] if light else None, longest, example)


def fits(convention: Convention, day: date) -> Verdict:
    """Whether no name of a day is longer than the systems of the convention allow."""
    for form in convention.in_force(None, day):
        for limit in lengths(convention):
            try:
                found = fit(convention, form, limit, day)
            except TooLarge as error:
                return undecided(f"there are too many names to go through: {error}")
            if found.example is not None and reads(convention, form, found.example, day):
                size = measured(found.example, limit)
                owner = limit["system"] or "the convention"
                detail = f"it has {size} {limit['unit']}; {owner} takes {limit['max_length']}"
                return Verdict("refuted", found.example, detail=detail, day=day)
            if found.example is not None:
                return undecided("by their shape, names may be too long, but none of those tried is a name")
    return PROVED


def reads(convention: Convention, form: Form, text: str, day: date) -> bool:
    """Whether the text is a name of the form, limits of systems apart."""
    return is_normalized("NFC", text) and bool(convention.analysed(text, [form], day).readings)


def measured(text: str, limit: Mapping[str, Any]) -> int:
    """The length of a name in the unit of a limit."""
    return len(text.encode()) if limit["unit"] == "bytes" else len(text)


def beyond(old: Convention, new: Convention, form: Form, day: date) -> Iterator[tuple[str, list[str]]]:
    """What the limits of a new convention may take from the names of an old form.

    Args:
        old: the convention that was.
        new: the convention with the limits.
        form: a form of the old one.
        day: the day of judgement.

    Yields:
        A limit in words that not every name of the form keeps, and a few names that do not keep it. What the limits
        of the old convention have refused already is left out where one of them surely refuses as much.
    """
    automaton = shape(old, form, day).automaton
    for limit in new.kept_limits:
        most, by = limit["max_length"], limit["unit"]
        if any(one["unit"] == by and one["max_length"] <= most for one in old.kept_limits):
            continue
        names = _longer(automaton, most, by)
        if names:
            yield f"whether names are longer than {most} {by}", names
    for character in sorted(new.forbidden - old.forbidden):
        name = shortest_word(_Holding(automaton, character))
        if name is not None:
            yield f"whether names hold {character!r}", [name]


def _longer(automaton: Automaton, most: int, by: str) -> list[str]:
    """Names beyond a limit; empty where there is none."""
    names = [
        word_beyond(automaton, size)
        for size in dict.fromkeys((most, most // 2, most // 4) if by == "bytes" else (most,))
    ]
    longest = longest_word(automaton, bytes_of if by == "bytes" else one_each)
    if longest.size is not None and longest.size <= most:
        return []
    return [name for name in (*names, longest.word) if name is not None]


def holding(convention: Convention, form: Form, character: str, day: date | None) -> str | None:
    """A shortest name of a form that holds a character; None where none does.

    Raises:
        TooLarge: the automaton of the form cannot be written down.
    """
    return shortest_word(_Holding(shape(convention, form, day).automaton, character))


class _Holding(Alone):
    """The words in which a character stands: a position, and whether it has been read."""

    nullable = False

    def __init__(self, automaton: Automaton, character: str) -> None:
        super().__init__(automaton)
        self.nullable = False
        self.wanted = Charset.of(character)

    def first(self) -> Iterator[tuple[Any, Charset]]:
        """The first positions."""
        return self._moving(self.automaton.first, held=False)

    def follow(self, state: Any) -> Iterator[tuple[Any, Charset]]:
        """The positions that follow."""
        return self._moving(self.automaton.follow[state[0]], held=state[1])

    def accepts(self, state: Any) -> bool:
        """Whether the character was read and the word may end."""
        return state[1] and state[0] in self.automaton.last

    def _moving(self, positions: tuple[int, ...], *, held: bool) -> Iterator[tuple[Any, Charset]]:
        for position in positions:
            charset = self.automaton.charsets[position]
            found = charset & self.wanted
            if found and not held:
                yield (position, True), found
            yield (position, held), charset
