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
    begins = more = 0
    for column in range(names + 1):
        if line.startswith('"', begins):
            line, end, taken = _quoted(line, begins, following)
            more += taken
        else:
            end = _end(bare, line, begins)
        if column < names:
            begins = end + 1
    return _Row(line[:begins], line[begins:end], line[end:], more)


def _quoted(text: str, begins: int, following: Iterator[str]) -> tuple[str, int, int]:
    """The text with the lines that a quoted cell needs, the end of the cell, and how many lines were taken."""
    at, taken = begins + 1, 0
    while (at := _end(_INSIDE, text, at)) == len(text):
        more = next(following, "")
        if not more:  # the file has become shorter meanwhile, which is found when it is read again
            return text, at, taken
        text += more
        taken += 1
    return text, at + 1, taken


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _cell(old: str, new: str, delimiter: str) -> str:
    """A new text as a cell in place of an old one."""
    if old.startswith('"') or any(mark in new for mark in (delimiter, '"', "\r", "\n")):
        return '"' + new.replace('"', '""') + '"'
    return new
