"""The automaton of a convention, with what is asked of every place in it while a text is laid along it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.algebra.ambiguity import useful
from mops_taxonomy.algebra.language import variants
from mops_taxonomy.algebra.readable import readable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.algebra.automaton import Automaton
    from mops_taxonomy.algebra.charset import Charset
    from mops_taxonomy.fields.base import Kind

__all__ = ["Track"]

ONE_LETTER = 3
"""Characters that one letter has at most: small, capital, and a second small form."""


class Track:
    """What a search goes along; what is asked of every position is worked out before.

    Attributes:
        automaton: accepts the names; useless positions are not among those that follow.
        first: the positions that may read the first character.
        follow: the positions that follow each.
        kinds: the kind of field of each position; None for fixed text.
        paths: the path of the field of each position.
        codes: whether a position reads a letter of a code: such letters may be mistyped.
        letters: the one character that stands at a position, in whatever case; None where several may.
        runs: for each position where a delimiter begins, all of it and the position where it ends.
        delimiters: the characters of which the delimiters are.
        whole: the delimiters.
    """

    def __init__(self, automaton: Automaton, fields: list[tuple[str, Kind]]) -> None:
        live = useful(automaton)
        self.automaton = automaton
        self.first = tuple(q for q in automaton.first if q in live)
        self.follow = [tuple(q for q in after if q in live) for after in automaton.follow]
        held = [fields[owner] if owner >= 0 else (None, None) for owner in automaton.owners]
        self.paths = [path for path, _ in held]
        self.kinds = [kind for _, kind in held]
        self.codes = [
            kind is not None and not kind.open and kind.spec["kind"] == "term" for kind in self.kinds
        ]
        self.letters = list(map(_letter, automaton.charsets))
        self.runs = dict(self._runs())
        self.whole = frozenset(run for run, _ in self.runs.values())
        self.delimiters = frozenset(character for run in self.whole for character in run)

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
