"""Changing names inside a file, and keeping every other byte of it.

One format is one file of this folder, called like the format of `inputs` that reads it. With
`rewritten(exact, plain, columns, changes)` it yields the text of the changed file.
"""

from __future__ import annotations

from importlib import import_module
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from mops_taxonomy.inputs import InputError, Row, RowProblem, format_of, open_input
from mops_taxonomy.inputs._source import Source
from mops_taxonomy.rewriting._change import Change
from mops_taxonomy.rewriting._exact import Exact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Rows = Iterator[Row | RowProblem]

__all__ = ["Change", "rewrite"]

_OTHER = "was changed meanwhile by something else, so that nothing is written"


def rewrite(path: str, copy: str, changes: Sequence[Change], columns: Mapping[str, str]) -> None:
    """Write a copy of a file in which some names are others, and read it again to see that nothing else is.

    Args:
        path: the file.
        copy: the path of the copy, which is written over.
        changes: the names to change, in the order of the file.
        columns: as `open_input` takes them.

    Raises:
        InputError: the file is not any more as it was when the changes were found, or a name in it cannot be changed
            alone, or none in a file of its format. The copy is then worth nothing.
        OSError: the copy cannot be written.
    """
    format = format_of(path, columns)  # noqa: A001  the word of the inputs
    writer = _writer(format, path)
    with open(path, "rb") as stream, open(path, "rb") as again, open(copy, "wb") as target:
        exact, plain = Exact(path, stream), Source(path, again)
        target.write(exact.mark)
        target.writelines(map(exact.encoded, writer.rewritten(exact, plain, columns, changes)))
    before, after = (_rows(file, format, columns) for file in (path, copy))
    _verify(path, before, after, changes)


def _writer(format: str, path: str) -> Any:  # noqa: A002
    module = f"{__name__}.{format}"
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        raise InputError(
            path,
            f"names in files of the format {format} are read, but cannot be changed; "
            "--rename-map writes a table of the new ones",
        ) from None


def _verify(path: str, before: Rows, after: Rows, changes: Sequence[Change]) -> None:
    """See that the copy reads as the file does, but for the names changed.

    Raises:
        InputError: it does not.
    """
    wanted = {change.row: change for change in changes}
    for old, new in zip_longest(before, after):
        change = wanted.pop(old.row, None) if isinstance(old, Row) else None
        if isinstance(old, Row) and change is not None and old.name != change.old:
            raise InputError(path, _OTHER, change.line)
        if not _as_wanted(old, new, change):
            line = next((row.line for row in (old, new) if row is not None), None)
            raise InputError(path, "a name cannot be changed alone here, so that nothing is written", line)
    if wanted:
        raise InputError(path, _OTHER)


def _rows(path: str, format: str, columns: Mapping[str, str]) -> Rows:  # noqa: A002
    for item in open_input(path, format=format, columns=columns):
        if isinstance(item, Row | RowProblem):
            yield item


def _as_wanted(old: Any, new: Any, change: Change | None) -> bool:
    """Whether a row of the copy is the one of the file, with the name changed if it is to be."""
    if not isinstance(old, Row):
        return type(new) is type(old) and new.message == old.message
    if not isinstance(new, Row):
        return False
    if change is None:
        return new.name == old.name
    return new.name == change.new and _same_but_name(old.record or {}, new.record or {}, change)


def _same_but_name(old: Mapping[str, str], new: Mapping[str, str], change: Change) -> bool:
    if old.keys() != new.keys():
        return False
    return all(
        new[key] == value or (value == change.old and new[key] == change.new) for key, value in old.items()
    )
