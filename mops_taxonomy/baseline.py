"""A baseline: the findings there were when a convention was taken up, so that only new ones are reported.

The file is JSON with one entry on each line, sorted, without places: it does not change when names move, and
a difference between two of them reads as what came and what went.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Baseline", "Entry", "InvalidBaseline", "lines"]

_FORMAT = "mops-taxonomy baseline 1"
_FAMILY = _FORMAT.rpartition(" ")[0]


class InvalidBaseline(ValueError):  # noqa: N818  named like every error here
    """A text is no baseline; says why."""


class Entry(NamedTuple):
    """What a finding is known by.

    Attributes:
        convention: the id of the convention.
        name: the name.
        code: of the rule.
        field: the field concerned; empty for the whole name.
    """

    convention: str
    name: str
    code: str
    field: str


class Baseline:
    """Findings that were recorded, each as often as it was met.

    Args:
        text: the content of the file.

    Raises:
        InvalidBaseline: it is something else, or damaged.
    """

    def __init__(self, text: str) -> None:
        self._left = _read(text)

    def takes(self, entry: Entry) -> bool:
        """Whether a finding is recorded; each record takes one finding."""
        left = self._left.get(entry, 0)
        if left:
            self._left[entry] = left - 1
        return left > 0

    @property
    def gone(self) -> dict[Entry, int]:
        """What was recorded and not met so far, and how often, sorted."""
        return {entry: count for entry, count in sorted(self._left.items()) if count}


def lines(found: Mapping[Entry, int]) -> Iterator[str]:
    """The lines of the file that records some findings.

    Args:
        found: each finding, and how often it was met.
    """
    yield f'{{"format": {json.dumps(_FORMAT)}, "findings": [\n'
    last = len(found) - 1
    for number, (entry, count) in enumerate(sorted(found.items())):
        plain = {**entry._asdict(), "count": count}
        yield json.dumps(plain, ensure_ascii=False) + ("\n" if number == last else ",\n")
    yield "]}\n"


def _read(text: str) -> Counter[Entry]:
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise InvalidBaseline(f"line {error.lineno}: not JSON: {error.msg}") from None
    except RecursionError:
        raise InvalidBaseline("not a baseline: lists inside lists") from None
    found = content.get("format") if isinstance(content, dict) else None
    if found != _FORMAT:
        of_another_version = isinstance(found, str) and found.startswith(_FAMILY)
        raise InvalidBaseline(
            f'written by another version of mops-taxonomy ("{found}")'
            if of_another_version
            else "not a baseline of mops-taxonomy"
        )
    recorded: Counter[Entry] = Counter()
    for number, item in enumerate(_list(content), 1):
        entry, count = _entry(item, number)
        # Where two branches recorded the same finding, merging them may leave the entry twice.
        recorded[entry] = max(recorded[entry], count)
    return recorded


def _list(content: Mapping[str, Any]) -> list[Any]:
    found = content.get("findings")
    if not isinstance(found, list):
        raise InvalidBaseline("has no list of findings")
    return found


def _entry(item: Any, number: int) -> tuple[Entry, int]:
    if isinstance(item, dict) and item.keys() == {*Entry._fields, "count"}:
        entry, count = Entry(*(item[key] for key in Entry._fields)), item["count"]
        if all(isinstance(part, str) for part in entry) and type(count) is int and count > 0:
            return entry, count
    raise InvalidBaseline(f"finding {number:,} is damaged")
