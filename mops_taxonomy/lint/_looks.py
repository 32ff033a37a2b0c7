"""Characters that look like others."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from mops_taxonomy.lookalike import as_latin

__all__ = ["as_latin", "by_glyph", "by_shape", "called", "without_zeros"]

_GLYPHS: Final = str.maketrans({"O": "0", "I": "1", "l": "1", "|": "1", "W": "VV", "w": "vv"})
_SHAPES: Final = str.maketrans({"S": "5", "B": "8", "Z": "2", "m": "rn"})
_ZEROS: Final = re.compile(r"(?<![0-9])0+(?=[0-9])")


def called(character: str) -> str:
    """`U+2013 EN DASH`."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".rstrip()


def by_glyph(text: str) -> str:
    """Equal for texts that many typefaces show alike: O and 0, I and l and 1, W and VV."""
    return as_latin(text).translate(_GLYPHS)


def by_shape(text: str) -> str:
    """Equal for texts that are alike at a glance: S and 5, B and 8, Z and 2, m and rn."""
    return by_glyph(text).translate(_SHAPES)


def without_zeros(text: str) -> str:
    """The text with the leading zeros of its numbers left out."""
    return _ZEROS.sub("", text)
