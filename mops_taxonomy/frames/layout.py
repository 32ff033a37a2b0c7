"""Whether the names of a convention can be split, and each part judged alone.

They can where it is proved: one form is in force, its names have one reading, and some character stands between its
fields and in none of them. A text is then of the form exactly when it has as many parts as the form and each part is
of the language of its place; and its name is valid exactly when no field finds a fault in its own text.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.algebra.charset import Charset
from mops_taxonomy.algebra.dialects.python import printed
from mops_taxonomy.algebra.language import (
    Capture,
    Choice,
    Literal,
    Repeat,
    Seq,
    Words,
    characters,
    children,
    sourced,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from mops_taxonomy.algebra.language import Language
    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form
    from mops_taxonomy.structure import Piece

__all__ = ["Layout", "Part", "Split", "split_of"]

_MOST_LAYOUTS = 16
_ASCII = Charset([(0, 127)])


class Part:
    """The place between two delimiters.

    Attributes:
        pieces: the fields that may stand there.
        pattern: the language as Python's `re` has it; a group for each of `pieces`.
        portable: the same for RE2 and Rust, where they surely read it alike; else None.
        judge: the values of `pieces` in a text, None for those that are absent; None when the text is wrong.
    """

    def __init__(self, language: Language, form: Form, day: date, lowered: frozenset[str]) -> None:
        shown = printed(language)
        self.pieces: list[Piece] = [form.pieces[index] for index in shown.groups]
        self.pattern = shown.pattern
        self._match = re.compile(shown.pattern).fullmatch
        self._day = day
        self._lowered = lowered
        safe = not (characters(language) & ~_ASCII) and "(?!" not in self.pattern
        self.portable = rf"\\A(?:{printed(language, ()).pattern})\\z" if safe else None

    @property
    def whole(self) -> Piece | None:
        """The only field, where its text is the whole part and the pattern alone tells whether it is right."""
        if len(self.pieces) != 1 or not self.pattern.startswith("("):
            return None
        kind = self.pieces[0].kind
        return self.pieces[0] if kind is not None and kind.exact and self._alone else None

    _alone = False

    def judge(self, text: str) -> tuple[Any, ...] | None:
        """Read a text without delimiters."""
        match = self._match(text)
        if match is None:
            return None
        values = []
        for piece, found in zip(self.pieces, match.groups(), strict=True):
            if found is None or piece.kind is None:
                values.append(None)
                continue
            if not piece.kind.exact and any(
                fault.name not in self._lowered for fault in piece.kind.faults(found, self._day)
            ):
                return None
            values.append(piece.kind.decode(found))
        return tuple(values)
