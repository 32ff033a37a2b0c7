"""Values of two fields that may stand together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mops_taxonomy.fault import Fault, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.reading import Reading

__all__ = ["Combination"]

_ABSENT = ""
_ANY = "*"


class Combination:
    """Each code of the first field allows these of the second.

    Attributes:
        first, second: paths of the fields.
        severity: `error` makes a name invalid, `warning` is only noted.
    """

    __slots__ = ("allow", "first", "parents", "second", "severity")

    def __init__(self, spec: Mapping[str, Any], parents: Mapping[str, str | None], prefix: str = "") -> None:
        self.first, self.second = (prefix + field for field in spec["fields"])
        self.allow: str | dict[str, list[str]] = spec["allow"]
        self.severity: str = spec["severity"]
        self.parents = parents

    def applies(self, paths: Mapping[str, object]) -> bool:
        """Whether both fields have a place in a form with these paths."""
        return self.first in paths and self.second in paths

    def refused(self, values: Mapping[str, Any]) -> str | None:
        """The item of the second field that may not stand with the first; "" where its absence is the fault."""
        first, second = values.get(self.first), values.get(self.second)
        if first is None:
            return None
        if second is None:
            return _ABSENT if isinstance(self.allow, dict) and not self._allows(first, _ABSENT) else None
        if self.allow == "same":
            return None if first == second else str(second)
        items = second if isinstance(second, tuple) else (second,)
        return next((str(item) for item in items if not self._allows(first, item)), None)

    def _allows(self, first: Any, second: Any) -> bool:
        if isinstance(self.allow, str):
            parent = self.parents.get(str(second))
            return parent == first if not isinstance(first, tuple) else parent in first
        owners = first if isinstance(first, tuple) else (first,)
        return all(self._listed(str(owner), str(second)) for owner in owners)

    def _listed(self, first: str, second: str) -> bool:
        allowed = self.allow.get(first) if isinstance(self.allow, dict) else None
        return allowed is None or second in allowed or (_ANY in allowed and second != _ABSENT)

    def expected(self, values: Mapping[str, Any]) -> str:
        """What may stand in the second field."""
        first = values.get(self.first)
        if self.allow == "same":
            return f"the same value as `{self.first}`"
        if isinstance(self.allow, str):
            return f"a term under {first}"
        allowed = self.allow.get(str(first), [])
        words = ["nothing" if code == _ABSENT else "any value" if code == _ANY else code for code in allowed]
        return listed(words)

    def faults(self, reading: Reading) -> Iterator[Fault]:
        """The fault of a reading, if it has one."""
        refused = self.refused(reading.values)
        if refused is None:
            return
        texts, spans = reading.texts, reading.spans
        place = self.second if self.second in spans else self.first
        start, end = spans[place]
        if isinstance(reading.values.get(place), tuple):
            start, end = _within(spans[place], texts[place], refused)
        yield Fault(
            "combination" if self.severity == "error" else "unusual_combination",
            field=self.second,
            span=(start, end),
            found=reading.text[start:end],
            expected=self.expected(reading.values),
            detail={"first": self.first, "first_text": texts[self.first], "absent": refused == _ABSENT},
        )


def _within(span: tuple[int, int], text: str, item: str) -> tuple[int, int]:
    """The span of one item of a list, where it can be seen; else the whole field."""
    found = re.search(rf"(?<!\w){re.escape(item)}(?!\w)", text) if item else None
    return (span[0] + found.start(), span[0] + found.end()) if found else span
