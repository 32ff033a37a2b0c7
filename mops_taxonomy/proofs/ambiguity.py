"""Whether a name may have two readings."""

from __future__ import annotations

from functools import partial
from itertools import combinations, islice
from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.algebra.automaton import TooLarge, build
from mops_taxonomy.algebra.comparison import Alone, disjoint
from mops_taxonomy.algebra.determinism import determinised
from mops_taxonomy.algebra.disagreement import AGREED, DIFFERENT, DOUBTED, Across, Labels, Within
from mops_taxonomy.algebra.language import Literal, replaced
from mops_taxonomy.algebra.machine import shortest_word, words
from mops_taxonomy.algebra.reduction import reduced
from mops_taxonomy.moments import moments
from mops_taxonomy.proofs.shape import form_language, shape
from mops_taxonomy.proofs.verdict import PROVED, Verdict, undecided
from mops_taxonomy.proofs.witness import MOST_CANDIDATES, MOST_STATES, candidates, witness
from mops_taxonomy.reading import preferred

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from mops_taxonomy.algebra.automaton import Automaton
    from mops_taxonomy.algebra.language import Language
    from mops_taxonomy.algebra.machine import Machine
    from mops_taxonomy.convention import Convention
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.form import Form
    from mops_taxonomy.structure import Piece

__all__ = [
    "Question",
    "across",
    "differ",
    "in_field",
    "meet",
    "one_reading",
    "open_kinds",
    "questions",
    "within",
]

MOST_DAYS = 12
"""Days that are searched one by one."""


class Question(NamedTuple):
    """One way in which names of a convention could have two readings.

    Attributes:
        forms: the form, or the two forms, that could read them.
        field: the path of the list, date or number that could be taken apart in two ways; None for whole names.
        verdict: works out the answer.
    """

    forms: tuple[Form, ...]
    field: str | None
    verdict: Callable[[], Verdict]


def questions(convention: Convention, days: list[date] | None = None, *, today: date) -> Iterator[Question]:
    """Every way in which two readings could arise.

    Args:
        convention: the convention.
        days: the days that matter; by default all.
        today: the day to begin with.
    """

    def of(forms: tuple[Form, ...]) -> list[date]:
        return moments(convention, today, forms) if days is None else days

    for form in convention.forms:
        for path, kind in open_kinds(form):
            yield Question((form,), path, partial(in_field, convention, form, path, kind, of((form,))))
        yield Question((form,), None, partial(within, convention, form, of((form,))))
    if convention.first_form:
        return
    for one, other in combinations(convention.forms, 2):
        if meet(one, other, days):
            yield Question((one, other), None, partial(across, convention, one, other, of((one, other))))


def meet(one: Form, other: Form, days: list[date] | None = None) -> bool:
    """Whether two forms are in force on some day together, or on one of these days."""
    if days is not None:
        return any(one.window.holds(day) and other.window.holds(day) for day in days)
    return one.window.meets(other.window)


def one_reading(convention: Convention, day: date) -> Verdict:
    """Whether no name that is valid on a day has two readings."""
    reason: str | None = None
    for question in questions(convention, [day], today=day):
        if not all(form.window.holds(day) for form in question.forms):
            continue
        verdict = question.verdict()
        if verdict.answer == "refuted":
            return verdict
        reason = reason or verdict.reason
    return undecided(reason) if reason else PROVED


def within(convention: Convention, form: Form, days: list[date]) -> Verdict:
    """Whether no name has two readings by one form."""
    if form.one_reading:
        return PROVED
    pieces = form.pieces

    def settled(mine: int, theirs: int, left: int) -> bool:
        a, b, before = (None if index < 0 else index for index in (mine, theirs, left))
        return preferred(form, a, b, before) or preferred(form, b, a, before)

    labels = Labels(lambda a, b: differ(_piece(pieces, a), _piece(pieces, b)), settled)

    def confirmed(text: str, day: date) -> bool:
        # Of equal readings the first form's counts: another form may speak for this one.
        counting = [name.values for name in convention.readings(text, as_of=day)]
        return sum(one.values in counting for one in convention.analysed(text, [form], day).readings) > 1

    def machine(day: date | None) -> Machine:
        return Within(_merged(form, shape(convention, form, day).automaton), labels)

    return _decided(machine, confirmed, days, convention)


def across(convention: Convention, one: Form, other: Form, days: list[date]) -> Verdict:
    """Whether no name is read by two forms, with different values."""
    mine, theirs = one.pieces, other.pieces
    labels = Labels(lambda a, b: differ(_piece(mine, a), _piece(theirs, b)), lambda *_: False)

    def confirmed(text: str, day: date) -> bool:
        # Of equal readings the first form's counts: another form may speak for one of these two.
        counting = [name.values for name in convention.readings(text, as_of=day)]
        if len(counting) < 2:
            return False
        by_one, by_other = (
            [reading.values for reading in convention.analysed(text, [form], day).readings]
            for form in (one, other)
        )
        return any(a != b and a in counting and b in counting for a in by_one for b in by_other)

    try:
        left, right = shape(convention, one, None), shape(convention, other, None)
        if disjoint(left.automaton, right.automaton, (left.live, right.live)):
            return PROVED
    except TooLarge as error:
        return undecided(f"there are too many names to go through: {error}")

    def machine(day: date | None) -> Machine:
        left, right = shape(convention, one, day), shape(convention, other, day)
        return Across(left.automaton, right.automaton, labels, (left.live, right.live))

    return _decided(machine, confirmed, days, convention)


def in_field(convention: Convention, form: Form, path: str, kind: Kind, days: list[date]) -> Verdict:
    """Whether no text of a field, such as a list whose items may hold the separator, has two values."""
    tagged = kind.tagged()
    if tagged is None:
        return PROVED
    labels = Labels(lambda a, b: 2 * (a != b), lambda *_: False)
    at = next(index for index, piece in enumerate(form.pieces) if piece.kind is kind)

    def names() -> Iterator[str]:
        language = form_language(convention, form, None)
        for text in words(Within(build(tagged), labels), MOST_STATES):
            if len(kind.readings(text)) > 1:
                whole = replaced(language, partial(_put, at, Literal(text)))
                yield from islice(words(Alone(build(whole)), MOST_STATES), 3)

    def confirmed(text: str, day: date) -> bool:
        read = [name for name in convention.readings(text, as_of=day) if name.form == form.name]
        return len({str(name.values.get(path)) for name in read}) > 1

    try:
        if shortest_word(Within(build(tagged), labels), MOST_STATES) is None:
            return PROVED
        return witness(islice(names(), MOST_CANDIDATES), confirmed, days, convention)
    except TooLarge as error:
        return undecided(f"there are too many names to go through: {error}")


def _put(at: int, text: Literal, index: int, part: Language) -> Language:
    return text if index == at else part


def open_kinds(form: Form) -> Iterator[tuple[str, Kind]]:
    """The fields of which one text may have several values."""
    for path, kinds in form.kinds.items():
        for kind in kinds:
            if not kind.single:
                yield path, kind


def _piece(pieces: list[Piece], index: int) -> Piece | None:
    return pieces[index] if index >= 0 else None


def _merged(form: Form, automaton: Automaton) -> Automaton:
    """Names inside names have many forms that begin alike: what reads alike is followed once.

    Preferences tell forms inside apart, so that where there are any, nothing is merged.
    """
    if form.prefers or not any(piece.context.choices for piece in form.pieces):
        return automaton
    alike = automaton._replace(owners=_alike(form.pieces, automaton.owners))
    try:
        return reduced(determinised(alike, owned=True))
    except TooLarge:
        return automaton


def _alike(pieces: list[Piece], owners: list[int]) -> list[int]:
    """The owners, with pieces that say the same given one number: that of the first of them."""
    first: dict[tuple[str | None, int], int] = {(None, id(None)): -1}
    numbers = [first.setdefault((p.path, id(p.kind)), index) for index, p in enumerate(pieces)]
    return [numbers[owner] if owner >= 0 else -1 for owner in owners]


def differ(mine: Piece | None, theirs: Piece | None) -> int:
    """How far two readings differ that give the same characters to these: 1 where the values may be equal."""
    path, other = mine.path if mine else None, theirs.path if theirs else None
    if mine is None or theirs is None or path is None or path != other:
        return AGREED if path == other else DIFFERENT
    if mine.kind is theirs.kind or (mine.kind and theirs.kind and mine.kind.agrees(theirs.kind)):
        return AGREED
    return DOUBTED


def _decided(
    machine: Callable[[date | None], Machine],
    confirmed: Callable[[str, date], bool],
    days: list[date],
    convention: Convention,
) -> Verdict:
    """Search for disputed names: among those of all days together, then, where that tells nothing, day by day."""
    if not days:
        return PROVED
    try:
        verdict = _searched(machine(None), confirmed, days, convention)
        if verdict.answer != "not decided" or len(days) > MOST_DAYS:
            return verdict
        for day in days:
            verdict = _searched(machine(day), confirmed, [day], convention)
            if verdict.answer != "proved":
                return verdict
    except TooLarge as error:
        return undecided(f"there are too many names to go through: {error}")
    return PROVED


def _searched(
    machine: Machine, confirmed: Callable[[str, date], bool], days: list[date], convention: Convention
) -> Verdict:
    """What a machine finds, the parser must confirm."""
    first = shortest_word(machine, MOST_STATES)
    if first is None:
        return PROVED
    verdict = witness([first], confirmed, days, convention)
    if verdict.answer == "refuted":
        return verdict
    return witness(candidates(machine), confirmed, days, convention)
