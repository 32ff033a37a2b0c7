"""The automaton of a convention, with what is asked of every place in it while a text is laid along it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.algebra.ambiguity import useful
from mops_taxonomy.algebra.language import variants
from mops_taxonomy.algebra.readable import readable
from mops_taxonomy.repair.mistakes import CASE, DELIMITERS, LOOKALIKE, plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mops_taxonomy.algebra.automaton import Automaton
    from mops_taxonomy.algebra.charset import Charset
    from mops_taxonomy.fields.base import Kind

__all__ = ["Sign", "Step", "Track"]

ONE_LETTER = 3
"""Characters that one letter has at most: small, capital, and a second small form."""

_MOST_KNOWN = 500
"""Characters of which it is remembered what they may be."""


class Sign(NamedTuple):
    """What a character of a text may be.

    Attributes:
        reads: for each position, 1 where it reads the character.
        meant: the plain character that it stands for.
        others: the characters that it may have been meant to be: where they are read, which, at what cost, and why.
    """

    reads: bytes
    meant: str
    others: tuple[tuple[bytes, str, float, str], ...]


class Step(NamedTuple):
    """A mistake put right: some text in place of what stands at a place of the text.

    Attributes:
        cost: how unlikely the mistake is.
        end: where in the text one goes on.
        position: where in the automaton one goes on.
        new: the text that is right.
        mistake: what this puts right.
    """

    cost: float
    end: int
    position: int
    new: str
    mistake: str


class Track:
    """What a search goes along; what is asked of every position is worked out before.

    Attributes:
        automaton: accepts the names; useless positions are not among those that follow.
        day: on which it does.
        first: the positions that may read the first character.
        follow: the positions that follow each.
        kinds: the kind of field of each position; None for fixed text.
        paths: the path of the field of each position.
        codes: whether a position reads a letter of a code: such letters may be mistyped.
        letters: the one character that stands at a position, in whatever case; None where several may.
        runs: for each position where a delimiter begins, all of it and the position where it ends.
        open: whether a position reads open text.
        delimiters: the characters of which the delimiters are.
        whole: the delimiters.
    """

    def __init__(self, automaton: Automaton, fields: list[tuple[str, Kind]], day: date) -> None:
        live = useful(automaton)
        self.automaton = automaton
        self.day = day
        self.first = tuple(q for q in automaton.first if q in live)
        self.follow = [tuple(q for q in after if q in live) for after in automaton.follow]
        held = [fields[owner] if owner >= 0 else (None, None) for owner in automaton.owners]
        self.paths = [path for path, _ in held]
        self.kinds = [kind for _, kind in held]
        self.codes = [
            kind is not None and not kind.open and kind.spec["kind"] == "term" for kind in self.kinds
        ]
        self.open = [kind is not None and kind.open for kind in self.kinds]
        self.letters = list(map(_letter, automaton.charsets))
        self.runs = dict(self._runs())
        self.whole = frozenset(run for run, _ in self.runs.values())
        self.delimiters = frozenset(character for run in self.whole for character in run)
        self._signs: dict[str, Sign] = {}
        self._entries: dict[int, list[tuple[int, list[int]]]] = {}

    def entries(self, position: int) -> list[tuple[int, list[int]]]:
        """The fields that may come after a position, -1 for the beginning, each with its positions there."""
        known = self._entries.get(position)
        if known is None:
            found: dict[int, list[int]] = {}
            for q in self.first if position < 0 else self.follow[position]:
                found.setdefault(self.automaton.owners[q], []).append(q)
            known = self._entries[position] = [(owner, at) for owner, at in found.items() if owner >= 0]
        return known

    def sign(self, character: str) -> Sign:
        """What a character may be here."""
        known = self._signs.get(character)
        if known is None:
            if len(self._signs) > _MOST_KNOWN:
                self._signs.clear()
            known = self._signs[character] = self._sign(character)
        return known

    def _sign(self, character: str) -> Sign:
        meant = plain(character)
        others = [(other, CASE, "case") for other in variants(character)]
        if meant != character and len(meant) == 1:
            alike = "look-alike" if meant.isalnum() else "unicode"
            others += [(other, LOOKALIKE, alike) for other in variants(meant)]
        known = ((self._read(other), other, cost, mistake) for other, cost, mistake in others)
        return Sign(self._read(character), meant, tuple(one for one in known if any(one[0])))

    def _read(self, character: str) -> bytes:
        return bytes(character in charset for charset in self.automaton.charsets)

    @cached_property
    def joiners(self) -> list[str | None]:
        """For each position, the character that joins the words of an open text, where it reads nothing else."""
        return list(map(_joiner, self.automaton.charsets))

    @cached_property
    def inside(self) -> list[int]:
        """For each position in open text, the one that reads on in a word; -1 where something else may come next.

        What may come besides is the end of the text, a sign that joins words, and a delimiter before other open text.
        """
        return list(map(self._inside, range(len(self.follow))))

    def _inside(self, position: int) -> int:
        owners = self.automaton.owners
        if not self.open[position]:
            return -1
        own = [q for q in self.follow[position] if owners[q] == owners[position] and not self.joiners[q]]
        others = [q for q in self.follow[position] if owners[q] != owners[position]]
        passes = all(
            q in self.runs and all(map(self.open.__getitem__, self.follow[self.runs[q][1]])) for q in others
        )
        return own[0] if len(own) == 1 and passes else -1

    def _runs(self) -> Iterator[tuple[int, tuple[str, int]]]:
        """Every position where a run of fixed signs begins, with all of it and the position where it ends."""
        signs = {
            position: letter
            for position, letter in enumerate(self.letters)
            if letter is not None and not letter.isalnum() and self.kinds[position] is None
        }
        inner = {q for p in signs for q in self.follow[p] if q in signs and len(self.follow[p]) == 1}
        for position in signs.keys() - inner:
            run, last = signs[position], position
            while len(self.follow[last]) == 1 and self.follow[last][0] in signs:
                last = self.follow[last][0]
                run += signs[last]
            yield position, (run, last)


def _letter(charset: Charset) -> str | None:
    only = charset.only()
    if only is None and len(charset) <= ONE_LETTER:
        shown = readable(charset)
        only = shown if all(character in charset for character in variants(shown)) else None
    return only


def _joiner(charset: Charset) -> str | None:
    shown = readable(charset)
    return shown if shown in DELIMITERS and len(charset) < len(DELIMITERS) else None
