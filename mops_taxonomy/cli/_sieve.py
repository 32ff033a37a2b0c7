"""Names of which there is nothing to say, found many at a time by the libraries that judge columns."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from mops_taxonomy.frames.silence import is_silent

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date

    from mops_taxonomy.convention import Convention

__all__ = ["silent_names"]

_FEW = 500
"""So few names are judged as quickly one by one."""


def silent_names(
    convention: Convention, names: list[str], record: Mapping[str, str], day: date
) -> Collection[str]:
    """Some of the names of which there is surely nothing to say; perhaps none."""
    if len(names) < _FEW or not is_silent(convention, record, day):
        return ()
    if find_spec("pyarrow") is None or find_spec("numpy") is None:
        return [name for name in names if convention.is_valid(name, record, day)]
    from mops_taxonomy.frames.layout import split_of

    if split_of(convention, record, day) is None:
        return [name for name in names if convention.is_valid(name, record, day)]
    return _by_column(convention, names, record, day)


def _by_column(
    convention: Convention, names: list[str], record: Mapping[str, str], day: date
) -> Collection[str]:
    import pyarrow as pa

    from mops_taxonomy.frames import parse_column
    from mops_taxonomy.frames.schema import Schema

    try:
        column = pa.array(names, pa.large_string())
    except UnicodeEncodeError:  # half of a surrogate pair, out of JSON
        return ()
    parsed = parse_column(convention, column, record=record, as_of=day, fields=[])
    silent: list[str] = column.filter(parsed[Schema.of(convention).verdicts["valid"]]).to_pylist()
    return silent
