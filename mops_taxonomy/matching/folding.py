"""Names without what people overlook."""

from __future__ import annotations

from mops_taxonomy.lookalike import as_latin

__all__ = ["folded"]


def folded(name: str) -> str:
    """The letters and digits of a name in lower case, in the plain characters that they look like."""
    return "".join(filter(str.isalnum, (name if name.isascii() else as_latin(name)).casefold()))
