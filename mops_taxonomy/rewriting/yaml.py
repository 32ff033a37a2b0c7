"""YAML: a name keeps its quotes, and gets some where it needs them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from mops_taxonomy.inputs import InputError
from mops_taxonomy.inputs._objects import Objects
from mops_taxonomy.inputs.yaml import Scalar, elements

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mops_taxonomy.inputs._source import Source
    from mops_taxonomy.rewriting._change import Change
    from mops_taxonomy.rewriting._exact import Exact

__all__ = ["rewritten"]

_LEVELS = 3
_WIDE = 1 << 30
_PROPERTIES = re.compile(r"(?:(?:[&!][^\s]*|#[^\r\n]*)\s+)*+")
"""What may stand before a scalar: an anchor, a tag, and comments after them."""

_TYPED = re.compile(r"(?:^|\s)!(?:!(?!str\s)|<(?!tag:yaml\.org,2002:str>))")
"""A tag by which the scalar is a number or something else than text."""


def rewritten(
    exact: Exact, plain: Source, columns: Mapping[str, str], changes: Sequence[Change]
) -> Iterator[str]:
    """The text of the changed file.

    Raises:
        InputError: a name is written as a block of lines, or said to be no text, or the file is not YAML any more.
    """
    text, raw = plain.text(), exact.text()
    objects = Objects(columns, plain.label)
    wanted = {change.row: change for change in changes}
    done = 0
    for number, (line, value) in enumerate(elements(text, plain.label), 1):
        objects.row(value, line, number)  # the first object decides under which key the names are
        change = wanted.get(number)
        if change is None:
            continue
        scalar = _name(value, objects.key)
        if scalar is None or scalar.style in {"|", ">"}:
            raise InputError(plain.label, "the name is not written on one line here", line)
        start = _PROPERTIES.match(text, scalar.start, scalar.end).end()  # type: ignore[union-attr]  # maybe of nothing
        if _TYPED.search(text[scalar.start : start]):
            raise InputError(plain.label, "a tag says that the name is no text here", line)
        old = raw[start : scalar.end]
        yield raw[done:start]
        yield exact.spelt(_literal(change.new, scalar, old), old)
        done = scalar.end
    yield raw[done:]


def _name(value: Any, key: str) -> Scalar | None:
    """The name of a row, as `Objects` finds it."""
    if isinstance(value, dict):
        value = value[key] if key in value else dict(_members(value, "", _LEVELS)).get(key)
    return value if isinstance(value, Scalar) else None


def _members(value: dict[str, Any], prefix: str, levels: int) -> Iterator[tuple[str, Any]]:
    for key, inner in value.items():
        if isinstance(inner, dict) and levels:
            yield from _members(inner, f"{prefix}{key}.", levels - 1)
        else:
            yield prefix + key, inner


def _literal(new: str, scalar: Scalar, old: str) -> str:
    """A text as YAML, plain or in the quotes that it had, where that reads as the same text."""
    import yaml

    escaped = old.isascii() and "\\" in old
    # JSON writes its escapes as people do, but not all of them are YAML
    sure = yaml.safe_dump(new, default_style='"', allow_unicode=not escaped, width=_WIDE).rstrip("\n")
    styles = {"": new, "'": "'" + new.replace("'", "''") + "'", '"': json.dumps(new, ensure_ascii=escaped)}
    candidates = (styles[scalar.style], *styles.values())
    return next((text for text in candidates if _reads(text, new, flow=scalar.flow)), sure)


def _reads(text: str, wanted: str, *, flow: bool) -> bool:
    """Whether a literal is the text wanted, and text for every reader."""
    import yaml

    try:
        return bool(yaml.safe_load(f"[{text}]" if flow else f"- {text}\n") == [wanted])
    except (yaml.YAMLError, ValueError):
        return False
