"""A text that ends too early: a beginning of names that is no name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.alignment import JOINED, MISSING, RESEMBLING
from mops_taxonomy.fault import Fault
from mops_taxonomy.outline import Place, outlines
from mops_taxonomy.repair.course import course

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from typing import Any

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form
    from mops_taxonomy.repair.track import Track

__all__ = ["cut_off", "unfinished"]

LONGEST = 500
"""Longer texts are not looked at."""


class Stop(NamedTuple):
    """Where a text stops, and the shortest way on.

    Attributes:
        field: the field that it stops in; None where it stops between fields.
        start: where that field begins.
        ended: whether the field may end here.
        open: whether it holds values that nobody listed.
        ahead: the fields that must still follow, in their order.
        rest: what must still follow, written as a template.
    """

    field: str | None
    start: int
    ended: bool
    open: bool
    ahead: tuple[str, ...]
    rest: str

    @property
    def cost(self) -> float:
        """How unlikely it is that the text ends too early, as alignments count."""
        if self.ended or self.open:
            return MISSING * len(self.ahead) + RESEMBLING * (not self.ended)
        return RESEMBLING + JOINED * len(
            self.ahead
        )  # half of a code or of a date: it is plain that the rest is lost


def cut_off(convention: Convention, text: str, forms: Sequence[Form], day: date) -> list[Fault]:
    """The fault of a text that ends where a system of the convention cuts names, before it is a whole name."""
    limit = _limit(convention, text)
    stop = _stop(convention, text, forms, day) if limit is not None else None
    if limit is None or stop is None:
        return []
    inside = None if stop.ended else stop.field
    missing = [_named(forms, path) for path in stop.ahead]
    detail = {
        "length": limit["max_length"],
        "unit": limit["unit"],
        "system": limit["system"],
        "inside": inside,
        "missing": missing,
    }
    rest = [f"the rest of `{inside}`"] if inside else []
    if stop.rest:
        rest.append(stop.rest)
    end = len(text)
    return [Fault("name_cut", span=(end, end), found="", expected=", then ".join(rest), detail=detail)]


def _named(forms: Sequence[Form], path: str) -> tuple[str, ...]:
    """The field, with those that may stand in its place."""
    for place in _places(forms):
        paths = tuple(option.path for option in place.options)
        if path in paths:
            return paths
    return (path,)


def unfinished(
    convention: Convention, text: str, forms: Sequence[Form], day: date, most: float
) -> list[Fault]:
    """The faults of a text that is right up to its end: the field that it stops in, and those that are missing.

    None where that costs more than `most`, as alignments count.
    """
    stop = _stop(convention, text, forms, day)
    if stop is None or stop.cost > most:
        return []
    places = {option.path: place for place in _places(forms) for option in place.options}
    faults: list[Fault] = []
    if stop.field is not None and not stop.ended:
        kind = places[stop.field].nearest(text[stop.start :])
        faults += (fault.at(stop.start) for fault in kind.diagnose(text[stop.start :], day))
    return [*faults, *(places[path].missing(len(text)) for path in stop.ahead)]


def _places(forms: Sequence[Form]) -> Iterator[Place]:
    for form in forms:
        for outline in outlines(form):
            for step in outline.steps:
                yield from (element for element in step.elements if isinstance(element, Place))


def _limit(convention: Convention, text: str) -> Mapping[str, Any] | None:
    """The limit that the text just keeps."""
    limits: list[Mapping[str, Any]] = convention.spec["limits"]
    if not limits:
        return None
    sizes = {"characters": len(text), "bytes": len(text.encode(errors="surrogatepass"))}
    return next((limit for limit in limits if limit["max_length"] == sizes[limit["unit"]]), None)


def _stop(convention: Convention, text: str, forms: Sequence[Form], day: date) -> Stop | None:
    """Where the text stops; None where no name begins so, and where it is as long as a name."""
    forms = [form for form in forms if not form.tolerated]
    along = course(convention, forms, day) if text and forms and len(text) <= LONGEST else None
    reached = _reached(text, along.track) if along is not None else {}
    if along is None or not reached or not along.track.automaton.last.isdisjoint(reached):
        return None
    track = along.track
    way = _shortest(track, reached)
    position = way[0]
    field = track.paths[position]
    goes_on = field is not None and track.paths[way[1]] == field
    ahead = way[1:]
    while goes_on and ahead and track.paths[ahead[0]] == field:
        ahead = ahead[1:]
    paths = [path for path in map(track.paths.__getitem__, ahead) if path is not None]
    kind = track.kinds[position]
    open_text = kind is not None and kind.open
    return Stop(
        field,
        reached[position],
        not goes_on,
        open_text,
        tuple(dict.fromkeys(paths)),
        _written(track, ahead, forms),
    )


def _reached(text: str, track: Track) -> dict[int, int]:
    """The positions that the text ends at, each with the place where its field begins."""
    charsets, paths = track.automaton.charsets, track.paths
    reached = {q: 0 for q in track.first if text[0] in charsets[q]}
    for at in range(1, len(text)):
        after: dict[int, int] = {}
        for p, start in reached.items():
            for q in track.follow[p]:
                if q not in after and text[at] in charsets[q]:
                    after[q] = start if paths[q] == paths[p] else at
        reached = after
        if not reached:
            break
    return reached


def _shortest(track: Track, reached: Mapping[int, int]) -> list[int]:
    """The positions of a shortest way to the end of a name, the first of them one that is reached."""
    came: dict[int, int | None] = dict.fromkeys(reached)
    ahead = list(reached)
    for p in ahead:
        if p in track.automaton.last:
            way = [p]
            while (before := came[way[-1]]) is not None:
                way.append(before)
            return way[::-1]
        for q in track.follow[p]:
            if q not in came:
                came[q] = p
                ahead.append(q)
    raise AssertionError("a position from which no name ends")


def _written(track: Track, way: Sequence[int], forms: Sequence[Form]) -> str:
    """Positions as a template writes them: fields in braces, fixed text as it is."""
    parts: list[str] = []
    before: str | None = None
    for q in way:
        path = track.paths[q]
        if path is None:
            parts.append(track.letters[q] or "")
        elif path != before:
            parts.append(f"{{{'|'.join(_named(forms, path))}}}")
        before = path
    return "".join(parts)
