"""Words that two runs give to different captures.

Two runs over one word are followed side by side. As long as they read with the same capture they agree; where they
first part, a preference may settle which of the two counts; else, if both reach the end, the word is disputed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.algebra.ambiguity import Meets, useful

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mops_taxonomy.algebra.automaton import Automaton
    from mops_taxonomy.algebra.charset import Charset

__all__ = ["AGREED", "DIFFERENT", "DOUBTED", "Across", "Labels", "Within"]

AGREED = 0
"""How far two runs differ: not at all, only in captures that may have equal values, or surely."""
DOUBTED = 1
DIFFERENT = 2


class Labels(NamedTuple):
    """What captures mean.

    Attributes:
        differ: how far two captures differ in what they say of the same characters: 0, 1 or 2. -1 is no capture.
        settled: whether a preference decides between two runs that part; asked with the two captures gone on in, and
            the capture that both were in just before.
    """

    differ: Callable[[int, int], int]
    settled: Callable[[int, int, int], bool]


class State(NamedTuple):
    """Where two runs are.

    Attributes:
        left: the position of one run.
        right: the position of the other; the same as `left` while the two are one.
        parted: whether they have been in different captures.
        differ: how far they differ.
    """

    left: int
    right: int
    parted: bool
    differ: int


class Across:
    """Two runs through two automata, or through one of which they may take different ways from the beginning."""

    nullable = False

    def __init__(
        self,
        one: Automaton,
        other: Automaton,
        labels: Labels,
        live: tuple[set[int], set[int]] | None = None,
    ) -> None:
        self.one = one
        self.other = other
        self.labels = labels
        self.meets = Meets([*one.charsets, *other.charsets])
        self.shift = len(one.charsets)
        self._live, self._live_other = live or (useful(one), useful(other))
        self._differ: dict[tuple[int, int], int] = {}

    def first(self) -> Iterator[tuple[State, Charset]]:
        """Both runs at their first characters."""
        return self._pairs(self.one.first, self.other.first, (-1, -1), parted=False, differ=AGREED)

    def follow(self, state: State) -> Iterator[tuple[State, Charset]]:
        """Both runs one character on."""
        left, right, parted, differ = state
        before = (self.one.owners[left], self.other.owners[right])
        return self._pairs(
            self.one.follow[left], self.other.follow[right], before, parted=parted, differ=differ
        )

    def accepts(self, state: State) -> bool:
        """Whether both runs may end here and differ."""
        return state.differ > AGREED and state.left in self.one.last and state.right in self.other.last

    def _pairs(
        self,
        left: Iterable[int],
        right: Iterable[int],
        before: tuple[int, int],
        *,
        parted: bool,
        differ: int,
    ) -> Iterator[tuple[State, Charset]]:
        shift = self.shift
        for p in left:
            if p not in self._live:
                continue
            for q in right:
                if q not in self._live_other:
                    continue
                charset = self.meets.shared(p, q + shift)
                if charset is None:
                    continue
                state = self.joined(p, q, before, parted=parted, differ=differ)
                if state is not None:
                    yield state, charset

    def joined(self, p: int, q: int, before: tuple[int, int], *, parted: bool, differ: int) -> State | None:
        """The state of two runs that go on in these positions; None where a preference settles it."""
        pair = (self.one.owners[p], self.other.owners[q])
        if differ < DIFFERENT:
            known = self._differ.get(pair)
            if known is None:
                known = self._differ[pair] = self.labels.differ(*pair)
            differ = max(differ, known)
        if not parted and pair[0] != pair[1]:
            if self.labels.settled(*pair, before[0]):
                return None
            parted = True
        return State(p, q, parted, differ)


class Within(Across):
    """Two runs through one automaton: they are one run until they take different positions."""

    def __init__(self, automaton: Automaton, labels: Labels) -> None:
        live = useful(automaton)
        super().__init__(automaton, automaton, labels, (live, live))
        self.shift = 0

    def _pairs(
        self,
        left: Iterable[int],
        right: Iterable[int],
        before: tuple[int, int],
        *,
        parted: bool,
        differ: int,
    ) -> Iterator[tuple[State, Charset]]:
        one, live = self.one, self._live
        charsets, owners = one.charsets, one.owners
        if left is not right:
            yield from super()._pairs(left, right, before, parted=parted, differ=differ)
            return
        here = [p for p in left if p in live]
        for number, p in enumerate(here):
            yield State(p, p, parted, differ), charsets[p]
            for q in here[number + 1 :]:
                if self.meets(p, q) and (owners[p] != owners[q] or p != q):
                    state = self.joined(p, q, before, parted=parted, differ=differ)
                    if state is not None:
                        yield state, charsets[p] & charsets[q]
