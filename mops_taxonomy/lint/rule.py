"""What a rule about the taxonomy itself is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mops_taxonomy.finding import Certainty, Severity
    from mops_taxonomy.lint.subject import Subject

__all__ = ["Flaw", "LintRule"]


class Flaw(NamedTuple):
    """One thing about a taxonomy that a rule found.

    Attributes:
        message: one sentence that names what is concerned; what stands in the file between backticks.
        path: the way from the top of the file to the place; steps that are not written there are passed over.
        witness: a name that shows it, or None.
        ways_out: the smallest changes of the taxonomy that would each remove it, best first, as instructions.
        convention: the id of the convention concerned, or None; its own `severity` decides then.
        field: the path of the field concerned, or None.
        severity: where it is not the rule's own.
        certainty: `certain` is proved or seen; `unknown` was not decided.
    """

    message: str
    path: tuple[str | int, ...] = ()
    witness: str | None = None
    ways_out: tuple[str, ...] = ()
    convention: str | None = None
    field: str | None = None
    severity: Severity | None = None
    certainty: Certainty = "certain"


class LintRule(NamedTuple):
    """A rule about taxonomies, its check, and its documentation, from which its page is made.

    Attributes:
        code: `MT910`; never changes meaning.
        title: a few words, in lower case.
        severity: unless a flaw or the taxonomy says otherwise.
        check: finds the flaws of a taxonomy.
        why: why it matters, in a paragraph.
        bad: a few lines of a taxonomy that break the rule.
        good: the same lines, put right.
        repair: how it is put right.
        certainty: whether the rule decides or guesses.
        consequence: what happens downstream when it is ignored, if that is known.
    """

    code: str
    title: str
    severity: Severity
    check: Callable[[Subject], Iterator[Flaw]]
    why: str
    bad: str
    good: str
    repair: str
    certainty: Certainty = "certain"
    consequence: str | None = None
