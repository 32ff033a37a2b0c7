"""How messages about changes quote what stands in a taxonomy.

A quoted text is also a code span of Markdown: backticks in it are put between longer ones.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["listed", "quoted", "shown"]

_LONGEST = 100


def quoted(text: str) -> str:
    """The text between backticks, with escapes for what cannot be seen."""
    from mops_taxonomy.visible import visible

    shown = visible(text)
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", shown)), default=0))
    padded = shown == "" or shown.strip(" ") != shown or shown.strip("`") != shown
    return f"{fence} {shown} {fence}" if padded else f"{fence}{shown}{fence}"


def shown(value: Any) -> str:
    """A value of the taxonomy: numbers as they are, texts quoted, long ones cut."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, dict):
        value = ", ".join(f"{key}: {_plain(one)}" for key, one in value.items() if one is not None)
    text = _plain(value)
    return quoted(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")


def _plain(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def listed(words: Iterable[str]) -> str:
    """`one`, `one and two`, `one, two and three`."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
