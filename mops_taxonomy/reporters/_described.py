"""What a reporter may be told about a rule."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Described"]


class Described(NamedTuple):
    """The documentation of a rule.

    Attributes:
        title: a few words, in lower case.
        severity: `error`, `warning`, `info` or `off`: what it is unless the taxonomy says otherwise.
        why: why it matters, in a paragraph.
        repair: how it is put right; empty where that is said under `why`.
        bad: a name, or lines of a taxonomy, that break the rule; empty for none.
        good: the same, put right; empty for none.
    """

    title: str
    severity: str
    why: str
    repair: str = ""
    bad: str = ""
    good: str = ""
