"""Names of a convention to look at: the shortest, some at random, a few that hold every term.

Every name is asked of the parser before it is given.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.comparison import Alone
from mops_taxonomy.algebra.language import Literal, replaced
from mops_taxonomy.algebra.machine import words
from mops_taxonomy.algebra.sampling import sampled
from mops_taxonomy.fields.term import TermKind
from mops_taxonomy.proofs.shape import form_language, shape
from mops_taxonomy.proofs.witness import dressed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mops_taxonomy.algebra.automaton import Automaton
    from mops_taxonomy.algebra.charset import Charset
    from mops_taxonomy.algebra.language import Language
    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form

__all__ = ["Covering", "covering", "drawn", "shortest"]

_TRIES = 20
"""Names that are tried for each that is wanted: combinations and limits may refuse some."""


def shortest(convention: Convention, form: Form, count: int, day: date) -> Iterator[str]:
    """The shortest valid names of a form, by length.

    Of the characters that may stand in a place, one is shown; of the dates, one, where it is right.

    Raises:
        TooLarge: the automaton of the form cannot be written down.
    """
    names = words(Alone(build(_one_date(convention, form, day))))
    valid = (name for name in islice(names, count * _TRIES) if convention.is_valid(name, as_of=day))
    yield from islice(
        dict.fromkeys(_dressed(convention, name, day) for name in islice(valid, count * 2)), count
    )


def drawn(convention: Convention, form: Form, count: int, day: date, seed: int = 0) -> Iterator[str]:
    """Different valid names of a form, drawn at random; the same seed draws the same names.

    Raises:
        TooLarge: the automaton of the form cannot be written down.
    """
    names = dict.fromkeys(sampled(Alone(shape(convention, form, day).automaton), count * _TRIES, seed))
    valid = (name for name in names if convention.is_valid(name, as_of=day))
    yield from islice(valid, count)


def _one_date(convention: Convention, form: Form, day: date) -> Language:
    """The names of a form in which every date is the same, where that is a right one."""

    def part(index: int, whole: Language) -> Language:
        kind = form.pieces[index].kind
        if kind is None or kind.spec["kind"] != "date" or any(True for _ in kind.faults(kind.example(), day)):
            return whole
        return Literal(kind.example())

    return replaced(form_language(convention, form, day), part)


def _dressed(convention: Convention, name: str, day: date) -> str:
    return dressed(name, day, convention, lambda text, _: convention.is_valid(text, as_of=day))


class Covering(NamedTuple):
    """Names that together hold every term.

    Attributes:
        names: as few as it was easy to find.
        left_out: field and code of the terms that no name was found for: out of force, or never allowed.
    """

    names: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]


def covering(convention: Convention, form: Form, day: date) -> Covering:
    """Valid names of a form in which every term of each of its vocabularies stands at least once.

    Raises:
        TooLarge: the automaton of the form cannot be written down.
    """
    language = _one_date(convention, form, day)
    wanted = {
        index: dict.fromkeys(kind.written.values())
        for index, piece in enumerate(form.pieces)
        if isinstance(kind := piece.kind, TermKind)
    }
    names: list[str] = []
    left_out: list[tuple[str, str]] = []
    for index, texts in wanted.items():
        while texts:
            text = next(iter(texts))
            # The other fields take what is still wanted of them, if it may stand there.
            others = {other: next(iter(rest)) for other, rest in wanted.items() if rest}
            name = _name(convention, language, index, others, day) or _name(
                convention, language, index, {index: text}, day
            )
            texts.pop(text)
            if name is None:
                left_out.append((form.pieces[index].path or "", text))
                continue
            name = _dressed(convention, name, day)
            names.append(name)
            for reading in convention.analysed(name, [form], day).readings:
                for piece, start, end in reading.segments:
                    wanted.get(piece, {}).pop(name[start:end], None)
    return Covering(tuple(names), tuple(left_out))


def _name(
    convention: Convention, language: Language, index: int, texts: dict[int, str], day: date
) -> str | None:
    """A valid name with a field that is there, and fields that have these texts wherever they are there."""

    def part(number: int, whole: Language) -> Language:
        return Literal(texts[number]) if number in texts else whole

    names = islice(words(_Through(build(replaced(language, part)), index)), _TRIES)
    return next((name for name in names if convention.is_valid(name, as_of=day)), None)


class _Through(Alone):
    """The words of which some part is of one capture: a position, and whether it has been met."""

    def __init__(self, automaton: Automaton, capture: int) -> None:
        super().__init__(automaton)
        self.nullable = False
        self.capture = capture

    def first(self) -> Iterator[tuple[Any, Charset]]:
        """The first positions."""
        return self._moving(self.automaton.first, met=False)

    def follow(self, state: Any) -> Iterator[tuple[Any, Charset]]:
        """The positions that follow."""
        return self._moving(self.automaton.follow[state[0]], met=state[1])

    def accepts(self, state: Any) -> bool:
        """Whether the capture was met and the word may end."""
        return state[1] and state[0] in self.automaton.last

    def _moving(self, positions: tuple[int, ...], *, met: bool) -> Iterator[tuple[Any, Charset]]:
        owners, charsets = self.automaton.owners, self.automaton.charsets
        for position in positions:
            yield (position, met or owners[position] == self.capture), charsets[position]
