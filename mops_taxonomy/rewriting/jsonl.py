"""JSON Lines: only the strings of the names change, and of those only what is another."""

from __future__ import annotations

from json import JSONDecodeError
from typing import TYPE_CHECKING

from mops_taxonomy.inputs import InputError
from mops_taxonomy.inputs._objects import DECODER, Objects
from mops_taxonomy.rewriting._strings import renamed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mops_taxonomy.inputs._source import Source
    from mops_taxonomy.rewriting._change import Change
    from mops_taxonomy.rewriting._exact import Exact

__all__ = ["rewritten"]


def rewritten(
    exact: Exact, plain: Source, columns: Mapping[str, str], changes: Sequence[Change]
) -> Iterator[str]:
    """The lines of the changed file.

    Raises:
        InputError: a name is written as something else than text, or its line is not JSON any more.
    """
    objects = Objects(columns, plain.label)
    wanted = {change.line: change for change in changes}
    for number, (text, raw) in enumerate(zip(plain.lines(), exact.lines(), strict=False), 1):
        if not objects.key:
            _settle(objects, text)
        change = wanted.get(number)
        yield raw if change is None else _changed(text, raw, change, objects.key, exact)


def _settle(objects: Objects, text: str) -> None:
    """Show a line to the columns: the first object decides under which key the names are."""
    try:
        objects.row(DECODER.decode(text), 0, 0)
    except (JSONDecodeError, RecursionError):
        return  # a line that is not read has no name


def _changed(text: str, raw: str, change: Change, key: str, exact: Exact) -> str:
    try:
        span, literal = renamed(text, raw, len(text) - len(text.lstrip()), key, change, exact)
    except JSONDecodeError as error:
        raise InputError(exact.label, f"not JSON: {error.msg}", change.line) from error
    return raw[: span.start] + literal + raw[span.end :]
