"""Tables: a cell keeps its quotes, and gets some where it needs them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.inputs._table import opening

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mops_taxonomy.inputs._source import Source
    from mops_taxonomy.rewriting._change import Change
    from mops_taxonomy.rewriting._exact import Exact

__all__ = ["rewritten"]

_INSIDE = re.compile(r'(?:[^"]|"")*+')


def rewritten(
    exact: Exact,
    plain: Source,
    columns: Mapping[str, str],
    changes: Sequence[Change],
    delimiter: str | None = None,
) -> Iterator[str]:
    """The text of the changed file, line by line or in smaller parts.

    Args:
        exact: the file.
        plain: the same file, as the inputs read it.
        columns: the headings wanted.
        changes: the names to change.
        delimiter: what stands between two cells; None to find it from the header.
    """
    opened = opening(plain, columns, delimiter)
    wanted = {change.line: change for change in changes}
    lines = exact.lines()
    number = 0
    for line in lines:
        number += 1
        change = wanted.get(number)
        if change is None:
            yield line
            continue
        row = _parted(line, lines, opened.delimiter, opened.names)
        yield row.before + _cell(row.cell, exact.spelt(change.new, row.cell), opened.delimiter) + row.after
        number += row.more


class _Row(NamedTuple):
    """A row up to the end of the line in which its name ends.

    Attributes:
        before: what stands before the cell of the name.
        cell: the cell, with its quotes.
        after: the rest of the line.
        more: how many lines it takes beyond the first.
    """

    before: str
    cell: str
    after: str
    more: int


def _parted(line: str, following: Iterator[str], delimiter: str, names: int) -> _Row:
    """The row that begins with a line; as many of the following lines are taken as it needs."""
    bare = re.compile(f"[^{re.escape(delimiter)}\r\n]*")
    parts: list[str] = []
    at = column = more = 0
    begins = 0
    while True:
        if line.startswith('"', at):
            while (end := _end_of_quoted(line, at)) is None:
                added = next(following, None)
                if added is None:  # the file has become shorter meanwhile, which is found when it is read again
                    return _Row(line, "", "", more)
                line += added
                more += 1
            at = end
        else:
            at = bare.match(line, at).end()  # type: ignore[union-attr]  it matches anything
        if column == names:
            return _Row(line[:begins], line[begins:at], line[at:], more)
        at = begins = at + 1
        column += 1
