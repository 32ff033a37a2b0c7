"""MT915: never fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.lint._fitting import fittings, limit_of, named, shown, sure, unit
from mops_taxonomy.lint._lists import counted
from mops_taxonomy.lint.rule import Flaw, LintRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.lint._fitting import Fitting
    from mops_taxonomy.lint.subject import Subject

__all__ = ["RULE"]


def check(subject: Subject) -> Iterator[Flaw]:
    """Compare the shortest name of every form with the tightest limit."""
    for fitting in fittings(subject):
        found = fitting.fit
        if not found.never or found.least is None or found.shortest is None:
            continue
        yield Flaw(
            f"no name of {named(fitting.convention, fitting.form)} fits: "
            f"even the shortest has {counted(found.least, unit(found))}, and {limit_of(found)}",
            fitting.path,
            witness=shown(subject, fitting, found.shortest),
            ways_out=tuple(_ways_out(fitting, found.least)),
            convention=fitting.convention.id,
            severity=None if sure(found) else "warning",
        )


def _ways_out(fitting: Fitting, least: int) -> Iterator[str]:
    limit, form, convention = fitting.fit.limit, fitting.form, fitting.convention
    over = counted(least - limit["max_length"], unit(fitting.fit))
    fixed = max((part for part in form.parts if isinstance(part, str)), key=len, default="")
    if len(fixed) > least - limit["max_length"]:
        yield f"shorten the fixed text `{fixed}` by {over}"
    else:
        yield f"make the shortest name {over} shorter: fixed text, codes, `min_length`, or a field less"
    # Where another system takes as little, leaving this one out is no help.
    others = [one for one in convention.spec["limits"] if one["unit"] == limit["unit"] and one is not limit]
    if limit["system"] and not any(
        one["max_length"] is not None and one["max_length"] < least for one in others
    ):
        yield f"take `{limit['system']}` from the `systems` of `{convention.id}`"


RULE = LintRule(
    code="MT915",
    title="never fits",
    severity="error",
    check=check,
    why=(
        "Even the shortest name that the form allows is longer than one of its systems takes. Whoever follows the "
        "convention makes names that the system refuses or cuts. The rule is a proof."
    ),
    bad="conventions: {c: {max_length: 16, forms: ['{region}_Roundtable_{number}']}}",
    good="conventions: {c: {max_length: 16, forms: ['{region}_RT_{number}']}}",
    repair="Shorten the fixed text and the codes, make a field optional, or take the system from the convention.",
    consequence="no valid name of this form can be stored in the system",
)
