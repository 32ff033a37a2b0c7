"""MT915: never fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.lint._fitting import fittings, limit_of, named, shown, sure, unit
from mops_taxonomy.lint.rule import Flaw, LintRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.lint.subject import Subject

__all__ = ["RULE"]


def check(subject: Subject) -> Iterator[Flaw]:
    """Compare the shortest name of every form with the tightest limit."""
    for fitting in fittings(subject):
        found = fitting.fit
        if not found.never or found.least is None or found.shortest is None:
            continue
        over = found.least - found.limit["max_length"]
        system = found.limit["system"]
        yield Flaw(
            f"no name of {named(fitting.convention, fitting.form)} fits: "
            f"the shortest has {found.least} {unit(found)}, {limit_of(found)}",
            fitting.path,
            witness=shown(subject, fitting, found.shortest),
            ways_out=(
                f"take {over} {unit(found)} from its fixed text, its codes or the fields that it cannot do without",
                *((f"take `{system}` from the `systems` of `{fitting.convention.id}`",) if system else ()),
            ),
            convention=fitting.convention.id,
            severity=None if sure(found) else "warning",
        )


RULE = LintRule(
    code="MT915",
    title="never fits",
    severity="error",
    check=check,
    why=(
        "Even the shortest name that the form allows is longer than one of its systems takes. Whoever follows the "
        "convention makes names that the system refuses or cuts, and no name can be right in both. The rule is a proof."
    ),
    bad="conventions: {c: {max_length: 8, forms: ['{region}_Roundtable_{number}']}}",
    good="conventions: {c: {max_length: 8, forms: ['{region}_RT_{number}']}}",
    repair="Shorten the fixed text and the codes, make a field optional, or take the system from the convention.",
    consequence="no valid name of this form can be stored in the system",
)
