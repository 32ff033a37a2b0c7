"""What a rule is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from mops_taxonomy.fault import Fault
    from mops_taxonomy.finding import Certainty, Severity

__all__ = ["Rule"]


class Rule(NamedTuple):
    """A rule and its documentation, from which its page is made.

    Attributes:
        code: never changes meaning.
        title: a few words, in lower case.
        severity: unless the taxonomy says otherwise.
        message: one sentence about a fault, without its place.
        why: why it matters, in a paragraph.
        bad: a name that breaks the rule.
        good: the name put right.
        repair: how it is put right.
        certainty: whether the rule decides or guesses.
        consequence: what happens downstream when it is ignored, if that is known.
    """

    code: str
    title: str
    severity: Severity
    message: Callable[[Fault], str]
    why: str
    bad: str
    good: str
    repair: str
    certainty: Certainty = "certain"
    consequence: str | None = None
