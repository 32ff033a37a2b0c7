"""The keys that say which texts a free value may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.diff.attribute import Value, breaking, differences, least, most

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.algebra.charset import Charset
    from mops_taxonomy.diff.attribute import Thing
    from mops_taxonomy.diff.change import Change, Impact

__all__ = ["texts"]


def _characters(old: Any, new: Any) -> Impact:
    return "breaking" if _allowed(old) - _allowed(new) else "compatible"


def _allowed(characters: str | None) -> Charset:
    from mops_taxonomy.algebra.charset import PRINTABLE
    from mops_taxonomy.algebra.pattern import parse_characters

    return parse_characters(characters) if characters else PRINTABLE


_TEXT = (
    Value("characters", "set of characters", _characters, names=True),
    Value("joiner", "joiner", breaking, names=True),
    Value("min_length", "least length", least, names=True),
    Value("max_length", "greatest length", most, names=True),
    Value("pattern", "pattern", breaking, names=True),
)


def texts(thing: Thing, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> Iterator[Change]:
    """How the texts allowed changed; nothing where they are not free in one of the two."""
    if old is not None and new is not None:
        yield from differences(thing, _TEXT, old, new)
