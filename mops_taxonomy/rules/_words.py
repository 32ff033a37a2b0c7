"""How messages quote what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["counted", "escaped", "named", "one_of", "quoted", "suggested", "within"]

_LONGEST = 100
"""Longer texts are cut in messages: the name itself is drawn beside them."""


def escaped(text: str) -> str:
    r"""The text with what cannot be seen as an escape: `\t`, `\xa0`, `\u200b`."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def quoted(text: object) -> str:
    """The text between backticks, as it can be seen; in words where there is nothing to see."""
    if text is None:
        return "this text"
    shown = str(text)
    if not shown.strip(" "):
        return {0: "nothing", 1: "a space"}.get(len(shown), f"{len(shown)} spaces")
    shown = escaped(shown)
    return f"`{shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + '…'}`"


def within(fault: Fault, preposition: str = "in") -> str:
    """` in `region``, or nothing where the fault is of no single field."""
    return f" {preposition} `{fault.field}`" if fault.field else ""


def named(fault: Fault) -> str:
    """`` `region` ``, or `the field` where it is not known which."""
    return f"`{fault.field}`" if fault.field else "the field"


def one_of(names: list[str] | tuple[str, ...], joint: str = "or") -> str:
    """`` `quarter`, `half` or `evergreen` ``."""
    *most, last = [quoted(name) for name in names] or ["nothing"]
    return f"{', '.join(most)} {joint} {last}" if most else last


def counted(number: object, noun: str) -> str:
    """`1 character`, `84 characters`; `too many characters` where the number is not known."""
    if number is None:
        return f"too many {noun}s"
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def suggested(fault: Fault, text: object) -> bool:
    """Whether a text is among the suggestions already, or there is none: then the message leaves it out."""
    return text is None or any(suggestion.text == text for suggestion in fault.suggestions)
