"""Languages as patterns of Python's `re`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mops_taxonomy.algebra.dialects.printing import Dialect, Printed, print_in

if TYPE_CHECKING:
    from collections.abc import Container

    from mops_taxonomy.algebra.language import Language

__all__ = ["printed"]

_SPECIAL = frozenset("\\]^-[&~|")


def printed(language: Language, captures: Container[int] | None = None) -> Printed:
    """The pattern of a language for `re.compile`, with groups for all captures or only for these."""
    return print_in(_PYTHON, language, captures)


def _point(point: int) -> str:
    character = chr(point)
    if character in _SPECIAL:
        return f"\\{character}"
    if character.isprintable() and character != " ":
        return character
    if point < 0x100:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"


_PYTHON = Dialect(re.escape, _point, "(?!)")
