"""JSON: only the strings of the names change, and of those only what is another."""

from __future__ import annotations

from json import JSONDecodeError
from typing import TYPE_CHECKING

from mops_taxonomy.inputs import InputError
from mops_taxonomy.inputs import jsonl as lines
from mops_taxonomy.inputs._objects import Objects
from mops_taxonomy.inputs.json import elements
from mops_taxonomy.rewriting import jsonl
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
    """The text of the changed file. Text that is JSON Lines is taken as that.

    Raises:
        InputError: a name is written as something else than text, or the file is not JSON any more.
    """
    if lines.resembles(plain.start):
        return jsonl.rewritten(exact, plain, columns, changes)
    return _rewritten(exact, plain, columns, changes)


def _rewritten(
    exact: Exact, plain: Source, columns: Mapping[str, str], changes: Sequence[Change]
) -> Iterator[str]:
    text, raw = plain.text(), exact.text()
    objects = Objects(columns, plain.label)
    wanted = {change.row: change for change in changes}
    done = 0
    try:
        for number, (at, value) in enumerate(elements(text, plain.label), 1):
            objects.row(value, 0, number)  # the first object decides under which key the names are
            change = wanted.get(number)
            if change is None:
                continue
            span, literal = renamed(text, raw, at, objects.key, change, exact)
            yield raw[done : span.start] + literal
            done = span.end
    except JSONDecodeError as error:
        raise InputError(plain.label, f"not JSON: {error.msg}", error.lineno, error.colno) from error
    yield raw[done:]
