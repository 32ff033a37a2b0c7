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
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.outline import Outline, Step

__all__ = ["Alignment", "Move", "Token", "aligned", "aligned_by_another_delimiter", "tokens"]

ALL_DELIMITERS = re.compile(r"\s*[-_|./:;,+~\u2010-\u2015\u2212]+\s*|\s+")
MISSING = 1.0
LEFT_OVER = 1.0
MISREAD = 0.95
MISREAD_FIXED = 1.05
RESEMBLING = 0.5
DELIMITER = 0.6
SPACE = 1.1
DOUBLED = 0.55
ONE_FAULT = 1.3
SLACK = 0.02
JOINED = 0.012
OPEN = 0.02
"""Open text reads nearly everything: of two ways, the one in which listed codes and dates read their own is meant."""
MOST_TOKENS = 60
SHORT = 2
"""In so few steps nothing else tells what was meant than how much a text resembles what is expected."""


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
    swapped: bool = False

    @property
    def complete(self) -> bool:
        """Whether the text has as many parts as the outline."""
        return all(move.kind not in {"missing", "left over"} for move in self.moves)

    @property
    def well_cut(self) -> bool:
        """Whether the text has as many parts as the outline, with the delimiters of the outline between them."""
        return self.complete and all(move.delimiter for move in self.moves)

    @property
    def score(self) -> float:
        """The cost, a little less for every code and date that is read: of two ways, the one that reads more."""
        steps = self.outline.steps
        return self.cost - SLACK * sum(
            move.kind == "read" and not steps[move.step].open for move in self.moves
        )

    def explains(self, text: str) -> bool:
        """Whether something in the text speaks for the outline: as many parts as it has, a code, a date.

        Open text speaks for nothing: it reads whatever stands there.
        """
        steps, closed = self.outline.steps, self.outline.closed
        if not closed and self.swapped:
            return False
        if self.cost <= ONE_FAULT:
            return True
        kinds = [move.kind for move in self.moves]
        # The right number of parts, or most of the parts in their places.
        if len(steps) > 1 and self.complete:
            return True
        if kinds.count("left over") < 2 and kinds.count("read") >= max(2, len(steps) / 2):
            return True
        if not closed:
            return True
        for move in self.moves:
            if move.kind == "read" and steps[move.step] in closed:
                return True
            if move.kind == "misread" and steps[move.step] in closed:
                found = text[self.tokens[move.first].start : self.tokens[move.last - 1].end]
                if steps[move.step].resembles(found):
                    return True
        return False


_READ = tuple(Move("read", at, at, at + 1) for at in range(MOST_TOKENS + 2))
"""What nearly every move is."""


@lru_cache(maxsize=512)
def _cutter(delimiters: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(delimiters, key=lambda text: (-len(text), text)))))


def tokens(text: str, outline: Outline, *, everywhere: bool) -> tuple[Token, ...]:
    """Cut a text at the delimiters of the outline, or at everything that people use as one."""
    first = outline.steps[0].delimiter if outline.steps else ""  # all fields may be absent
    start = len(first) if text.startswith(first) else 0
    end = (
        len(text) - len(outline.end)
        if outline.end and text.endswith(outline.end) and len(text) > len(outline.end)
        else len(text)
    )
    if not outline.delimiters and not everywhere:
        return (Token(text[:start], start, end),)
    cutter = ALL_DELIMITERS if everywhere else _cutter(outline.delimiters)
    found = []
    before = text[:start]
    for match in cutter.finditer(text, start, end):
        stop, after = match.span()
        found.append(Token(before, start, stop))
        before, start = match[0], after
        if len(found) > MOST_TOKENS:
            return ()
    found.append(Token(before, start, end))
    return tuple(found)


def aligned(text: str, outline: Outline, cut: tuple[Token, ...], most: float) -> Alignment | None:
    """The cheapest alignment; None when every one costs `most` or more."""
    if len(outline.steps) > SHORT:
        straight = _straight(text, outline, cut)
        if straight is not None:
            return straight if straight.cost < most else None
    return _Search(text, outline, cut, {}).best(most)


def aligned_by_another_delimiter(
    text: str, outline: Outline, cut: tuple[Token, ...], most: float
) -> Alignment | None:
    """The same for a text that has another delimiter throughout: that is one mistake, not many."""
    delimiters = outline.delimiters
    counts: dict[str, int] = {}
    for token in cut[1:]:
        counts[token.delimiter] = counts.get(token.delimiter, 0) + 1
    best: Alignment | None = None
    for found, count in counts.items():
        if count > 1 and len(delimiters) == 1 and found not in delimiters:
            swapped = dict.fromkeys(delimiters, found)
            better = _Search(text, outline, cut, swapped).best(best.cost if best else most)
            best = better or best
    return best


def _straight(text: str, outline: Outline, cut: tuple[Token, ...]) -> Alignment | None:
    """Token by token, where that cannot be beaten: every other way leaves something out and something over."""
    steps = outline.steps
    if len(cut) != len(steps) or not text.endswith(outline.end):
        return None
    moves = []
    cost = 0.0
    for at, (step, (delimiter, start, end)) in enumerate(zip(steps, cut, strict=True)):
        if delimiter != step.delimiter or start == end:
            return None
        if step.reads(text[start:end]):
            cost += OPEN * step.open
            moves.append(_READ[at])
        elif step.fixed:
            return None
        else:
            cost += MISREAD
            moves.append(Move("misread", at, at, at + 1))
    return Alignment(outline, cut, cost, tuple(moves)) if cost < MISSING + LEFT_OVER else None


class _Search:
    """A shortest-path search; a state is how many steps and how many tokens are done."""

    def __init__(
        self, text: str, outline: Outline, cut: tuple[Token, ...], swapped: Mapping[str, str]
    ) -> None:
        self.text = text
        self.swapped = swapped
        self.outline = outline
        self.cut = cut
        self.cutting = frozenset("".join(token.delimiter for token in cut[1:]))
        self.end = (0.0 if text.endswith(outline.end) else DELIMITER) + DELIMITER * bool(swapped)

    def best(self, most: float) -> Alignment | None:
        start, goal = self._clear()
        heap: list[tuple[float, int, int]] = [(self.end, -start[0], -start[1])]
        costs = {start: self.end}
        came: dict[tuple[int, int], Move] = {}
        while heap:
            cost, i, j = heappop(heap)
            if cost >= most:
                return None
            # Going far first finds the one good path of a nearly right name at once.
            here = (-i, -j)
            if here == goal:
                return Alignment(
                    self.outline, self.cut, cost, self._path(came, start, goal), bool(self.swapped)
                )
            if cost > costs[here]:
                continue
            for extra, move in self._moves(*here, *goal):
                there = (move.step + (move.kind != "left over"), move.last)
                if cost + extra < costs.get(there, most):
                    costs[there] = cost + extra
                    came[there] = move
                    heappush(heap, (cost + extra, -there[0], -there[1]))
        return None

    def _clear(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """How far steps and tokens agree from the left, and from where on they agree up to the end."""
        steps, cut = self.outline.steps, self.cut
        start = 0
        while start < min(len(steps), len(cut)) and self._agree(start, start):
            start += 1
        i, j = len(steps), len(cut)
        while i > start and j > start and self._agree(i - 1, j - 1):
            i, j = i - 1, j - 1
        return (start, start), (i, j)

    def _agree(self, i: int, j: int) -> bool:
        step, token = self.outline.steps[i], self.cut[j]
        if step.open or step.delimiter != token.delimiter or not step.held.isdisjoint(self.cutting):
            return False
        return step.reads(self.text[token.start : token.end])

    def _path(
        self, came: dict[tuple[int, int], Move], start: tuple[int, int], goal: tuple[int, int]
    ) -> tuple[Move, ...]:
        moves = []
        at = goal
        while at != start:
            move = came[at]
            moves.append(move)
            at = (move.step, move.first)
        head = _READ[: start[0]]
        ends = zip(range(goal[0], len(self.outline.steps)), range(goal[1], len(self.cut)), strict=True)
        return (*head, *reversed(moves), *(Move("read", i, j, j + 1) for i, j in ends))

    def _moves(self, i: int, j: int, steps: int, tokens: int) -> Iterator[tuple[float, Move]]:
        """The ways to go on from steps and tokens done, up to where they are known to agree again."""
        if i < steps and j < tokens:
            step = self.outline.steps[i]
            yield from self._taken(step, i, j, tokens, right=self._right(i, j))
        if i < steps:
            yield MISSING, Move("missing", i, j, j)
        if j < tokens:
            empty = self.cut[j].start == self.cut[j].end
            yield DOUBLED if empty else LEFT_OVER, Move("left over", i, j, j + 1)

    def _right(self, i: int, j: int) -> bool:
        """Whether the delimiter before a token is the step's; at the beginning of either there is none to expect."""
        found = self.cut[j].delimiter
        expected = self.outline.steps[i].delimiter
        if (i == 0) != (j == 0):
            return (found if j == 0 else expected) == ""
        return found == self.swapped.get(expected, expected)

    def _taken(self, step: Step, i: int, j: int, tokens: int, *, right: bool) -> Iterator[tuple[float, Move]]:
        # A space in place of another delimiter is more likely a space inside of a text.
        cost = 0.0 if right else SPACE if self.cut[j].delimiter.isspace() and step.open else DELIMITER
        right = right and self.outline.steps[i].delimiter not in self.swapped
        start = self.cut[j].start
        wide = not step.held.isdisjoint(self.cutting)
        most = tokens if step.joints is None else min(tokens, j + 1 + step.joints)
        for last in range(j + 1, (most if wide else j + 1) + 1):
            end = self.cut[last - 1].end
            text = self.text[start:end]
            if step.reads(text):
                yield cost + OPEN * step.open + JOINED * (last - j - 1), Move("read", i, j, last, right)
            elif last == j + 1:
                yield cost + self._misreading(step, text, wide=wide), Move("misread", i, j, last, right)
            elif self.cut[last - 1].start < end and step.resembles(text):
                yield cost + RESEMBLING, Move("misread", i, j, last, right)

    def _misreading(self, step: Step, text: str, *, wide: bool) -> float:
        if step.fixed:
            return MISREAD_FIXED
        asked = text and (wide or len(self.outline.steps) <= SHORT)
        return RESEMBLING if asked and step.resembles(text) else MISREAD
