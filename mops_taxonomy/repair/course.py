"""The automaton that texts are aligned with: all names of the forms in force."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from mops_taxonomy.algebra.automaton import TooLarge, build
from mops_taxonomy.algebra.determinism import determinised, deterministic
from mops_taxonomy.algebra.language import Choice, renumbered, replaced
from mops_taxonomy.algebra.reduction import reduced
from mops_taxonomy.repair.track import Track
from mops_taxonomy.repair.walk import Walk

if TYPE_CHECKING:
    from datetime import date

    from mops_taxonomy.algebra.language import Language
    from mops_taxonomy.convention import Convention
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.form import Form

__all__ = ["Course", "course"]


class Course:
    """The names of the forms in force, made ready for repairs.

    Attributes:
        track: what texts are aligned with.
    """

    def __init__(self, track: Track) -> None:
        self.track = track

    @cached_property
    def walk(self) -> Walk:
        """Asks of the parts of many texts whether they are names."""
        return Walk(self.track)


_KNOWN: WeakKeyDictionary[Convention, dict[tuple[str, ...], Course | None]] = WeakKeyDictionary()


def course(convention: Convention, forms: list[Form], day: date) -> Course | None:
    """What to repair by; None where the automaton cannot be written down."""
    known = _KNOWN.setdefault(convention, {})
    key = (*(form.name for form in forms), str(day) if any(map(_is_dated, forms)) else "")
    if key not in known:
        try:
            known[key] = Course(_made(forms, day))
        except TooLarge:
            known[key] = None
    return known[key]


_DATED: WeakKeyDictionary[Form, bool] = WeakKeyDictionary()


def _is_dated(form: Form) -> bool:
    """Whether the names of a form are others on another day."""
    known = _DATED.get(form)
    if known is None:
        known = _DATED[form] = any(piece.kind.turns for piece in form.pieces if piece.kind)
    return known


def _made(forms: list[Form], day: date) -> Track:
    languages: list[Language] = []
    kinds: list[tuple[str, Kind]] = []
    numbers: dict[tuple[str, int], int] = {}
    owners: list[int] = []
    for form in forms:
        shift = len(owners)
        for piece in form.pieces:
            # Forms share what they declare alike: then they are one place here.
            key = (piece.path or "", id(piece.kind))
            if piece.path is not None and piece.kind is not None:
                if key not in numbers:
                    numbers[key] = len(kinds)
                    kinds.append((piece.path, piece.kind))
                owners.append(numbers[key])
            else:
                owners.append(-1)

        def exact(index: int, part: Language, form: Form = form) -> Language:
            kind = form.pieces[index].kind
            return part if kind is None else deterministic(kind.exactly(day).language)

        languages.append(renumbered(replaced(form.structure.language, exact), shift))
    automaton = build(languages[0] if len(languages) == 1 else Choice(tuple(languages)))
    automaton = automaton._replace(owners=[owners[owner] if owner >= 0 else -1 for owner in automaton.owners])
    with suppress(TooLarge):  # it is only larger than it need be
        automaton = reduced(determinised(automaton, owned=True))
    return Track(automaton, kinds, day)
