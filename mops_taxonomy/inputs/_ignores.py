"""Comments that leave findings out on one line of an input."""

from __future__ import annotations

__all__ = ["MARK", "split"]

MARK = "# mops-taxonomy: ignore "
"""What such a comment begins with."""


def split(line: str) -> tuple[str, tuple[str, ...]]:
    """A line without its comment, and the codes, or beginnings of codes, that the comment leaves out.

    Anything else after a `#` may be part of a name, and stays.
    """
    before, mark, after = line.rpartition(MARK)
    text = before.rstrip(" \t")
    codes = tuple(code.removeprefix(" ") for code in after.rstrip(" \t").split(","))
    if mark and text and text != before and all(map(_is_code, codes)):
        return text, codes
    return line, ()


def _is_code(text: str) -> bool:
    digits = text.removeprefix("MT")
    return digits != text and digits.isascii() and digits.isdecimal() and len(digits) <= 3
