"""What a script of an afternoon does about a wrong name: split it, and take the nearest term by position.

The name is split at the fixed text of the template; the part in each place is compared with the terms of the field that
has this place. What is no term is replaced by the nearest one. Where the number of parts is wrong, nothing is said.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from rapidfuzz import process

from tests.benchmarks.meant import Part

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.benchmarks.meant import Meant

__all__ = ["PEERS", "Answer"]

_CUTOFF = 0.6


class Answer(NamedTuple):
    """What a peer says.

    Attributes:
        field: the first field that it finds at fault.
        text: the name that it proposes; None where it proposes none.
    """

    field: str | None
    text: str | None


def _answer(text: str, meant: Meant, nearest: Callable[[str, Sequence[str]], str | None]) -> Answer:
    """What is said of a text, given a way to find the nearest term; the fields of the name are given away."""
    literals = {part.text for part in meant.parts if part.path is None}
    fields = [part for part in meant.parts if part.path is not None]
    marks = "|".join(re.escape(literal) for literal in sorted(literals, key=len, reverse=True))
    found = re.split(f"({marks})", text) if marks else [text]
    stands = [piece for piece in found[::2] if piece or not marks]
    if len(stands) != len(fields):
        return Answer(None, None)
    blamed: str | None = None
    made: list[Part] = []
    values = iter(zip(fields, stands, strict=True))
    for part in meant.parts:
        if part.path is None:
            made.append(part)
            continue
        field, piece = next(values)
        right = _right(meant.kind(field.path or ""), piece, nearest)
        if right != piece or not meant.kind(field.path or "").reads(piece):
            blamed = blamed or field.path
        made.append(Part(field.path, right))
    proposal = "".join(part.text for part in made)
    return Answer(blamed, proposal if proposal != text else None)


def _right(kind: Any, piece: str, nearest: Callable[[str, Sequence[str]], str | None]) -> str:
    """The piece itself, or the nearest term where the field has terms and it is none."""
    if kind.spec["kind"] != "term" or kind.reads(piece):
        return piece
    return nearest(piece, list(kind.written.values())) or piece


def _difflib(piece: str, terms: Sequence[str]) -> str | None:
    return next(iter(difflib.get_close_matches(piece, terms, n=1, cutoff=_CUTOFF)), None)


def _rapidfuzz(piece: str, terms: Sequence[str]) -> str | None:
    found = process.extractOne(piece, terms, score_cutoff=_CUTOFF * 100)
    return str(found[0]) if found else None


PEERS: dict[str, Callable[[str, Meant], Answer]] = {
    "difflib": lambda text, meant: _answer(text, meant, _difflib),
    "rapidfuzz": lambda text, meant: _answer(text, meant, _rapidfuzz),
}
"""The peers by name."""
