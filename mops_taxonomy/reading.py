"""One way to read a text as a name of a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from mops_taxonomy.algebra.runs import Segments
    from mops_taxonomy.form import Form

__all__ = ["Reading", "parting", "preferred", "surviving"]


class Reading:
    """Which field stands where.

    Attributes:
        form: the form that the text is read by.
        text: the text.
        segments: (piece, start, end) from left to right; literal text is left out.
    """

    __slots__ = ("_values", "form", "segments", "text")

    def __init__(
        self, form: Form, text: str, segments: Segments, values: dict[str, Any] | None = None
    ) -> None:
        self.form = form
        self.text = text
        self.segments = segments
        self._values = values

    @property
    def spans(self) -> dict[str, tuple[int, int]]:
        """Start and end of every field present, by path."""
        pieces = self.form.pieces
        return {path: (start, end) for index, start, end in self.segments if (path := pieces[index].path)}

    @property
    def texts(self) -> dict[str, str]:
        """The text of every field present, by path."""
        return {path: self.text[start:end] for path, (start, end) in self.spans.items()}

    @property
    def values(self) -> dict[str, Any]:
        """The value of every field present, by path.

        Raises:
            ValueError: a field holds no value, such as 30 February.
        """
        if self._values is None:
            pieces = self.form.pieces
            self._values = {
                piece.path: piece.kind.decode(self.text[start:end])
                for index, start, end in self.segments
                if (piece := pieces[index]).path is not None and piece.kind is not None
            }
        return self._values

    def alternatives(self, day: date) -> list[Reading]:
        """This reading once for every value that its texts have: a list may be taken apart in several ways."""
        readings = [self]
        pieces = self.form.pieces
        for index, start, end in self.segments:
            kind, path = pieces[index].kind, pieces[index].path
            if kind is None or path is None or kind.single:
                continue
            values = kind.readings(self.text[start:end], day)
            if len(values) > 1:
                readings = [
                    Reading(self.form, self.text, self.segments, {**reading.values, path: value})
                    for reading in readings
                    for value in values
                ]
        return readings


def surviving(readings: list[Reading], *, first_form: bool) -> list[Reading]:
    """The readings that no other is preferred to; equal ones once, as the first of them."""
    different: dict[tuple[Any, ...], Reading] = {}
    for reading in readings:
        different.setdefault(tuple(sorted(reading.values.items(), key=_by_path)), reading)
    left = list(different.values())
    if first_form and left:
        left = [reading for reading in left if reading.form is left[0].form]
    if not any(reading.form.prefers for reading in left):
        return left
    return [one for one in left if not any(_preferred(other, one) for other in left if other is not one)]


def _by_path(item: tuple[str, Any]) -> str:
    return item[0]


def _preferred(one: Reading, other: Reading) -> bool:
    """Whether a preference of the convention puts one reading before the other.

    Readings are compared at the first character, from the left, that they give to different places.
    """
    if one.form is not other.form:
        return False
    at, mine, theirs = parting(one, other)
    return preferred(one.form, mine, theirs, _piece_at(one, at - 1) if at else None)


def preferred(form: Form, mine: int | None, theirs: int | None, left: int | None) -> bool:
    """Whether of two readings by a form, where they part, the one that goes on in `mine` is preferred.

    Args:
        form: the form.
        mine: the piece that the one reading goes on in, None for literal text.
        theirs: the piece that the other goes on in.
        left: the piece that both were in just before.
    """
    if mine is not None and theirs is not None:
        ranks = dict(form.pieces[theirs].context.choices)
        for number, rank in form.pieces[mine].context.choices:
            if number in ranks and ranks[number] != rank:
                return number in form.structure.ordered and rank < ranks[number]
    if left is None:
        return False
    for piece, stays in ((mine, True), (theirs, False)):
        # One reading goes on in a field that the other has left: here shortest and longest decide.
        kind = form.pieces[left].kind if piece == left else None
        if kind is not None and kind.prefer is not None:
            return kind.prefer == ("longest" if stays else "shortest")
    return False


def parting(one: Reading, other: Reading) -> tuple[int, int | None, int | None]:
    """The first character that two readings give to different pieces, and these pieces."""
    for at in sorted({edge for reading in (one, other) for _, *edges in reading.segments for edge in edges}):
        mine, theirs = _piece_at(one, at), _piece_at(other, at)
        if mine != theirs:
            return at, mine, theirs
    return 0, None, None


def _piece_at(reading: Reading, at: int) -> int | None:
    return next((index for index, start, end in reading.segments if start <= at < end), None)
