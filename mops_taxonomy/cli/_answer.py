"""What people write for a value, as the value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.fault import Misfit

if TYPE_CHECKING:
    from mops_taxonomy.fields.base import Kind

__all__ = ["understood"]


def understood(kind: Kind, text: str) -> Any:
    """The value of a text: a code, a number, a day such as 2026-03-24; or any of them as it stands in names.

    The items of a list stand between commas.

    Returns:
        The value; the text itself where it is none, for the engine to say why.
    """
    if kind.spec["kind"] == "list":
        items = [item.strip() for item in text.split(",") if item.strip()]
        value: Any = [understood(kind.item, item) for item in items]  # type: ignore[attr-defined]
    else:
        value = text
    try:
        kind.encode(value)
    except Misfit:
        return kind.decode(text) if _written(kind, text) else value
    return value


def _written(kind: Kind, text: str) -> bool:
    """Whether the text is one that could stand in a name, and has a value."""
    if not kind.reads(text):
        return False
    try:
        kind.encode(kind.decode(text))
    except ValueError:
        return False
    return True
