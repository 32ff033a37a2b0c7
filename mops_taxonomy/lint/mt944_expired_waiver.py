"""MT944: expired waiver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.lint.rule import Flaw, LintRule
from mops_taxonomy.waivers import Waiver

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.lint.subject import Subject

__all__ = ["RULE"]


def check(subject: Subject) -> Iterator[Flaw]:
    """Find the waivers whose last day is over."""
    for number, spec in enumerate(subject.resolved["waivers"]):
        waiver = Waiver(spec)
        until = waiver.window.until
        if until is not None and until < subject.today:
            yield Flaw(
                f"the waiver of {waiver} ended on {until}, and its findings are reported again",
                ("waivers", number, "until"),
                ways_out=(
                    "remove the waiver, and put right what it excused",
                    "agree on a later `until` with its owner",
                ),
            )


RULE = LintRule(
    code="MT944",
    title="expired waiver",
    severity="warning",
    check=check,
    why=(
        "An exception with a last day is a promise to come back to it. When the day has passed, somebody decides: "
        "the names are put right, or the exception is agreed on anew. A waiver left behind does neither."
    ),
    bad="waivers: [{rules: MT102, pattern: 2020_*, owner: ops, reason: before the rename, until: 2026-02-28}]",
    good="waivers: [{rules: MT102, pattern: 2020_*, owner: ops, reason: before the rename, until: 2026-12-31}]",
    repair="Remove the waiver, or have its owner agree on a later day.",
    consequence="`check` reports what was waived, and says whose waiver has ended",
)
