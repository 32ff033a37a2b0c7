"""What a rule about records is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mops_taxonomy.finding import Certainty, Finding, Severity, Suggestion
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Channel, Member, Record

__all__ = ["Breach", "RecordRule", "Told"]


class Breach(NamedTuple):
    """One thing about a record that a rule found.

    Attributes:
        record: the record that is to be put right.
        message: one sentence that names what is concerned.
        field: the attribute of the record, or the field of its name, or None.
        span: start and end of the fault in the record's name, in code points; None where it is not in the name.
        found: the offending text.
        expected: what would have been right, in words.
        suggestions: texts that would be right, best first.
        consequence: what happens downstream, where it is not the rule's own.
        severity: where it is not the rule's own.
        certainty: `unknown` where it cannot be decided from here; the message then gives both readings.
    """

    record: Record | Channel | Member
    message: str
    field: str | None = None
    span: tuple[int, int] | None = None
    found: str | None = None
    expected: str | None = None
    suggestions: tuple[Suggestion, ...] = ()
    consequence: str | None = None
    severity: Severity | None = None
    certainty: Certainty | None = None


class Told(NamedTuple):
    """What was found about one record, by rules of every kind.

    Attributes:
        portfolio: in which the record is.
        record: a program, a campaign, a channel or a member.
        findings: all of that record.
    """

    portfolio: Portfolio
    record: Any
    findings: Sequence[Finding]

    def by(self, *codes: str) -> list[Finding]:
        """The findings with these codes."""
        return [one for one in self.findings if one.code in codes]


class RecordRule(NamedTuple):
    """A rule about records, its check, and its documentation, from which its page is made.

    Attributes:
        code: `MT301`; never changes meaning.
        title: a few words, in lower case.
        severity: unless a breach or the taxonomy says otherwise.
        check: finds the breaches in a portfolio, in the order of its records.
        why: why it matters, in a paragraph.
        bad: a record that breaks the rule, in a line or a few.
        good: the same, put right.
        repair: how it is put right.
        certainty: whether the rule decides or guesses.
        consequence: what happens downstream when it is ignored, if that is known.
        needless: where the rule has found something about a record, the findings that say the same fault again: its
            own, or those of another rule. A rule about the record itself goes before one that compares it with its
            partner and would have it put right in the same way, unless it is the less certain of the two.
    """

    code: str
    title: str
    severity: Severity
    check: Callable[[Portfolio], Iterator[Breach]]
    why: str
    bad: str
    good: str
    repair: str
    certainty: Certainty = "certain"
    consequence: str | None = None
    needless: Callable[[Told], Iterator[Finding]] | None = None
