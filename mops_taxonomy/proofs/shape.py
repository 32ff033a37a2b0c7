"""The valid names of a form as an automaton, and what it leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from mops_taxonomy.algebra.ambiguity import is_unambiguous, useful
from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.charset import EMPTY
from mops_taxonomy.algebra.comparison import Alone
from mops_taxonomy.algebra.determinism import determinised, deterministic
from mops_taxonomy.algebra.language import Chars, Graph, Language, Words, replaced, sourced
from mops_taxonomy.algebra.machine import shortest_word
from mops_taxonomy.algebra.reduction import reduced

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mops_taxonomy.algebra.automaton import Automaton
    from mops_taxonomy.convention import Convention
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.form import Form

__all__ = ["Shape", "form_language", "shape"]

_NOTHING = Chars(EMPTY)
_OF_FIELDS = {
    "bad_characters", "bad_pattern", "excluded_value", "superseded_form", "term_not_yet", "term_retired", "too_long",
    "too_short", "unknown_term", "wrong_case",
}  # fmt: skip
"""What may be wrong with a text that fits the pattern of its field. Where that is no error, the pattern is all."""


class Shape(NamedTuple):
    """Every valid name of a form on a day, and perhaps some texts that are none; limits of systems apart.

    Attributes:
        form: the form.
        automaton: accepts the names; its captures are the form's pieces.
        live: its positions that lie on the way of some name.
        shortest: a shortest name; None where there is none.
        doubts: what the automaton does not state, in words.
    """

    form: Form
    automaton: Automaton
    live: set[int]
    shortest: str | None
    doubts: tuple[str, ...]


class _Known:
    """What was worked out for one convention."""

    def __init__(self) -> None:
        self.shapes: dict[tuple[str, date | None], Shape] = {}
        self.kinds: dict[tuple[int, date | None], tuple[Kind, Language, tuple[str, ...]]] = {}


_KNOWN: WeakKeyDictionary[Convention, _Known] = WeakKeyDictionary()


def shape(convention: Convention, form: Form, day: date | None) -> Shape:
    """The shape of a form on a day; without a day, of all days together.

    Raises:
        TooLarge: the automaton cannot be written down.
    """
    known = _KNOWN.setdefault(convention, _Known())
    made = known.shapes.get((form.name, day))
    if made is None:
        language, doubts = _form(convention, form, day, known)
        automaton = build(language)
        live = useful(automaton)
        made = Shape(form, automaton, live, shortest_word(Alone(automaton)) if live else None, tuple(doubts))
        known.shapes[form.name, day] = made
    return made


def form_language(convention: Convention, form: Form, day: date | None) -> Language:
    """The language of `shape`: the texts of every piece as a capture."""
    return _form(convention, form, day, _KNOWN.setdefault(convention, _Known()))[0]


def _form(
    convention: Convention, form: Form, day: date | None, known: _Known
) -> tuple[Language, dict[str, None]]:
    doubts = dict.fromkeys(_doubts(convention, form))

    def exact(index: int, part: Language) -> Language:
        piece = form.pieces[index]
        if convention.lowered & _OF_FIELDS:
            return part if piece.kind is None else deterministic(sourced(part))
        if day is not None and not all(inner.window.holds(day) for inner in piece.context.inner):
            return _NOTHING
        if piece.kind is None:
            return part
        language, reasons = _kind(piece.kind, day, known)
        doubts.update(dict.fromkeys(reasons))
        return language

    return replaced(form.structure.language, exact), doubts


def _kind(kind: Kind, day: date | None, known: _Known) -> tuple[Language, tuple[str, ...]]:
    key = (id(kind), day if kind.turns else None)
    if key not in known.kinds:
        language, doubts = kind.exactly(day)
        known.kinds[key] = (kind, _small(language), doubts)
    return known.kinds[key][1:]


def _small(language: Language) -> Language:
    """The same language as a small automaton in which every text has one run."""
    automaton = build(language)
    if not isinstance(language, Words) and not is_unambiguous(automaton):
        automaton = determinised(automaton)
    return Graph(reduced(automaton), language)


def _doubts(convention: Convention, form: Form) -> Iterator[str]:
    """What depends on several fields at once, and what the severities of the taxonomy change."""
    for combination in convention.combinations_in(form):
        if combination.severity == "error":
            yield f"whether `{combination.first}` and `{combination.second}` may stand together"
    for start, end in form.dated_pairs:
        yield f"whether `{end}` is before `{start}`"
    if convention.lowered or convention.strict:
        yield "what the severities of the taxonomy allow"
