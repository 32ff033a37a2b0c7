"""The cheapest way to lay a text along an outline.

The text is cut at its delimiters into tokens; each step of the outline takes one token, or several that it can
read as one. What does not fit costs: a step that cannot read its token, a step without a token, a token without
a step, another delimiter than expected.
"""

from __future__ import annotations

import re
from functools import lru_cache
from heapq import heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.outline import Outline, Step

__all__ = ["Alignment", "Move", "Token", "aligned", "tokens"]

ALL_DELIMITERS = re.compile(r"\s*[-_|./:;,+~\u2010-\u2015\u2212]+\s*|\s+")
MISSING = 1.0
LEFT_OVER = 1.0
MISREAD = 0.95
DELIMITER = 0.6
DOUBLED = 0.55
MOST_TOKENS = 60


class Token(NamedTuple):
    """A piece of the text between delimiters; `delimiter` is what stands before it, `start` where that ends."""

    delimiter: str
    start: int
    end: int


class Move(NamedTuple):
    """What one part of the text was taken for.

    Attributes:
        kind: `read`, `misread`, `missing` or `left over`.
        step: the index of the step; of what is left over, of the step that comes next.
        first, last: the tokens, last excluded.
        delimiter: whether the delimiter before it is as expected.
    """

    kind: str
    step: int
    first: int
    last: int
    delimiter: bool = True


class Alignment(NamedTuple):
    """Moves from left to right and what they cost."""

    outline: Outline
    tokens: tuple[Token, ...]
    cost: float
    moves: tuple[Move, ...]


@lru_cache(maxsize=512)
def _cutter(delimiters: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(delimiters, key=lambda text: (-len(text), text)))))


def tokens(text: str, outline: Outline, *, everywhere: bool) -> tuple[Token, ...]:
    """Cut a text at the delimiters of the outline, or at everything that people use as one."""
    start = len(outline.steps[0].delimiter) if text.startswith(outline.steps[0].delimiter) else 0
    end = len(text) - len(outline.end) if outline.end and text.endswith(outline.end) and len(text) > len(outline.end) else len(text)
    delimiters = outline.delimiters - {""}
    if not delimiters and not everywhere:
        return (Token(text[:start], start, end),)
    cutter = ALL_DELIMITERS if everywhere else _cutter(delimiters)
    found = []
    before = text[:start]
    for match in cutter.finditer(text, start, end):
        found.append(Token(before, start, match.start()))
        before, start = match[0], match.end()
        if len(found) > MOST_TOKENS:
            return ()
    found.append(Token(before, start, end))
    return tuple(found)


def aligned(text: str, outline: Outline, cut: tuple[Token, ...], most: float) -> Alignment | None:
    """The cheapest alignment; None when every one costs `most` or more."""
    return _Search(text, outline, cut).best(most)


class _Search:
    """A shortest-path search; a state is how many steps and how many tokens are done."""

    def __init__(self, text: str, outline: Outline, cut: tuple[Token, ...]) -> None:
        self.text = text
        self.outline = outline
        self.cut = cut
        self.end = 0.0 if text.endswith(outline.end) else DELIMITER

    def best(self, most: float) -> Alignment | None:
        goal = (len(self.outline.steps), len(self.cut))
        heap: list[tuple[float, int, int]] = [(self.end, 0, 0)]
        costs = {(0, 0): self.end}
        came: dict[tuple[int, int], Move] = {}
        while heap:
            cost, i, j = heappop(heap)
            if cost >= most:
                return None
            # Going far first finds the one good path of a nearly right name at once.
            here = (-i, -j)
            if here == goal:
                return Alignment(self.outline, self.cut, cost, self._path(came, goal))
            if cost > costs[here]:
                continue
            for extra, move in self._moves(*here):
                step = move.step + (move.kind != "left over")
                there = (step, move.last)
                if cost + extra < costs.get(there, most):
                    costs[there] = cost + extra
                    came[there] = move
                    heappush(heap, (cost + extra, -there[0], -there[1]))
        return None

    def _path(self, came: dict[tuple[int, int], Move], goal: tuple[int, int]) -> tuple[Move, ...]:
        moves = []
        at = goal
        while at != (0, 0):
            move = came[at]
            moves.append(move)
            at = (move.step, move.first)
        return tuple(reversed(moves))

    def _moves(self, i: int, j: int) -> Iterator[tuple[float, Move]]:
        cut, steps = self.cut, self.outline.steps
        if i < len(steps) and j < len(cut):
            right = cut[j].delimiter == steps[i].delimiter
            yield from self._taken(steps[i], i, j, right=right)
        if i < len(steps):
            yield MISSING, Move("missing", i, j, j)
        if j < len(cut):
            empty = cut[j].start == cut[j].end
            yield DOUBLED if empty else LEFT_OVER, Move("left over", i, j, j + 1)

    def _taken(self, step: Step, i: int, j: int, *, right: bool) -> Iterator[tuple[float, Move]]:
        cost = 0.0 if right else DELIMITER
        start = self.cut[j].start
        if step.reads(self.text[start : self.cut[j].end]):
            yield cost, Move("read", i, j, j + 1, right)
        else:
            yield cost + MISREAD, Move("misread", i, j, j + 1, right)
        if step.wide:
            for last in range(j + 1, len(self.cut)):
                if step.reads(self.text[start : self.cut[last].end]):
                    yield cost, Move("read", i, j, last + 1, right)
