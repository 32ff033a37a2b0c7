"""Records out of values that have been read: a record, a page, a list of either."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mops_taxonomy.platforms._reading.raw import Page, Raw

__all__ = ["LISTS", "holds_records", "unpacked"]

LISTS = ("result", "records", "results", "elements", "values")
"""What systems call the list of records in an answer."""

_NAMES = ("name", "Name")
_DEEPEST = 4


def unpacked(value: Any, line: int | None = None, within: str = "", depth: int = 0) -> Iterator[Raw | Page]:
    """Each record of a value, and the end of each page."""
    if isinstance(value, Mapping):
        key = _list_of(value)
        yield from _record(value, line, within) if key is None else _page(value, key, line, within)
    elif isinstance(value, (list, tuple)) and depth < _DEEPEST:
        for index, one in enumerate(value):
            yield from unpacked(one, line, f"{within}[{index}]", depth + 1)
    else:
        yield Raw(value, line, within)


def holds_records(key: str, first: Any, around: Mapping[str, Any]) -> bool:
    """Whether the list under a key is one of records. Campaigns of Eloqua have `elements` that are their steps.

    Args:
        key: one of `LISTS`.
        first: what comes first in the list; None where it is empty.
        around: what stands beside the list.
    """
    if any(name in around for name in _NAMES):
        return False
    if key == "elements" and "pageSize" not in around and isinstance(first, Mapping):
        return bool(first.get("assetType", first.get("type", "Campaign")) == "Campaign")
    return True


def _record(value: Mapping[str, Any], line: int | None, within: str) -> Iterator[Raw]:
    yield Raw(value, line, within)


def _page(value: Mapping[str, Any], key: str, line: int | None, within: str) -> Iterator[Raw | Page]:
    around = {name: inner for name, inner in value.items() if name != key}
    inner = value[key] or ()
    for index, one in enumerate(inner if isinstance(inner, (list, tuple)) else (inner,)):
        yield Raw(one, line, f"{within}.{key}[{index}]".lstrip("."), around)
    yield Page(around, line, within)


def _list_of(value: Mapping[str, Any]) -> str | None:
    """The key of the list of records; None where the value is no page."""
    for key in LISTS:
        inner = value.get(key, _NAMES)
        if inner is not _NAMES and not isinstance(inner, str):
            first = inner[0] if isinstance(inner, (list, tuple)) and inner else None
            if holds_records(key, first, value):
                return key
    return None
