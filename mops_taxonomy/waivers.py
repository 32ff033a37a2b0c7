"""Waivers: dated, owned exceptions to rules.

A waiver excuses findings from being reported. It does not make a name valid.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mops_taxonomy.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

__all__ = ["Waiver", "Waivers"]


class Waiver:
    """One exception.

    Attributes:
        rules: the codes that it waives, or their beginnings.
        owner: who answers for it.
        reason: why it was made.
        window: the days on which it holds.
        when: the values that each part of the record may have.
        used: whether it has waived anything so far.
    """

    __slots__ = ("_names", "_pattern", "_shape", "owner", "reason", "rules", "used", "when", "window")

    def __init__(self, spec: Mapping[str, Any]) -> None:
        self.rules = tuple(spec["rules"])
        self.owner: str = spec["owner"]
        self.reason: str = spec["reason"]
        self.window = Window.of(spec)
        self.when: Mapping[str, list[str]] = spec["when"]
        self.used = False
        self._names = frozenset(spec["names"])
        self._pattern: str | None = spec["pattern"]
        self._shape = _shape(self._pattern) if self._pattern is not None else None

    def concerns(self, name: str, record: Mapping[str, Any]) -> bool:
        """Whether it is for a name: one that is listed or fits the pattern, of a record that is asked for.

        What is not known of the record is not as it is asked for: an exception is never guessed.
        """
        if self._names or self._shape is not None:
            fits = self._shape is not None and self._shape.fullmatch(name) is not None
            if not fits and name not in self._names:
                return False
        return all(str(record.get(key, "")) in allowed for key, allowed in self.when.items())

    @property
    def why(self) -> str:
        """The reason, who answers for it, and until when."""
        until = self.window.until
        return f"{self.reason} ({self.owner}{f', until {until}' if until else ''})"

    def __str__(self) -> str:
        of = [f"`{name}`" for name in sorted(self._names)]
        if self._pattern is not None:
            of.append(f"`{self._pattern}`")
        of += [f"{key} {' or '.join(values)}" for key, values in self.when.items()]
        more = f" and {len(of) - 2} more" if len(of) > 2 else ""
        return f"{', '.join(self.rules)} for {', '.join(of[:2])}{more} ({self.owner})"


class Waivers:
    """The waivers of a taxonomy on one day.

    Args:
        specs: as the resolved taxonomy has them.
        day: on which findings are reported, whenever the names were made.

    Attributes:
        ask_records: whether any of them asks for the record.
    """

    def __init__(self, specs: Iterable[Mapping[str, Any]], day: date) -> None:
        waivers = [Waiver(spec) for spec in specs]
        self._in_force = [waiver for waiver in waivers if waiver.window.holds(day)]
        self._ended = [waiver for waiver in waivers if (until := waiver.window.until) and until < day]
        self.ask_records = any(waiver.when for waiver in waivers)

    def waives(self, code: str, name: str, record: Mapping[str, Any]) -> Waiver | None:
        """The first waiver that waives a finding on a name; every one that does is used from then on."""
        fitting = _fitting(self._in_force, code, name, record)
        for waiver in fitting:
            waiver.used = True
        return fitting[0] if fitting else None

    def ended(self, code: str, name: str, record: Mapping[str, Any]) -> Waiver | None:
        """The waiver that waived such a finding most lately, and does so no more."""
        ended = _fitting(self._ended, code, name, record)
        return max(ended, key=lambda waiver: str(waiver.window.until), default=None)

    @property
    def unused(self) -> list[Waiver]:
        """The waivers in force that have waived nothing so far, in the order of the file."""
        return [waiver for waiver in self._in_force if not waiver.used]


def _fitting(waivers: list[Waiver], code: str, name: str, record: Mapping[str, Any]) -> list[Waiver]:
    return [waiver for waiver in waivers if code.startswith(waiver.rules) and waiver.concerns(name, record)]


def _shape(pattern: str) -> re.Pattern[str]:
    """A pattern, where `*` is any text. What a star has taken it never gives back, so matching stays quick."""
    first, *others = map(re.escape, re.split(r"\*+", pattern))
    if not others:
        return re.compile(first)
    *middle, last = others
    found = "".join(f"(?>.*?{part})" for part in middle)
    return re.compile(f"{first}{found}.*{last}", re.DOTALL)
