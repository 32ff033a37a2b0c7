"""MT921: same form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.lint.mt920_unreachable_form import alike
from mops_taxonomy.lint.rule import Flaw, LintRule
from mops_taxonomy.proofs.ambiguity import meet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.lint.subject import Subject

__all__ = ["RULE"]


def check(subject: Subject) -> Iterator[Flaw]:
    """Look for forms with one template and the same fields that are in force together."""
    for convention in subject.conventions.values():
        for number, form in enumerate(convention.forms):
            twin = next(
                (one for one in convention.forms[:number] if alike(form, one) and meet(form, one)), None
            )
            if twin is None:
                continue
            asked = form.when != twin.when
            yield Flaw(
                f"the forms `{twin.name}` and `{form.name}` of `{convention.id}` differ only in their words"
                f"{' and in `when`' if asked else ''}",
                ("conventions", convention.id, "forms", number, "template"),
                ways_out=(
                    f"make them one form{', with all that `when` lists' if asked and twin.when and form.when else ''}",
                ),
                convention=convention.id,
                severity="info" if asked else None,
            )


RULE = LintRule(
    code="MT921",
    title="same form",
    severity="warning",
    check=check,
    why=(
        "Two forms with the same template and the same fields read the same names. Names are always reported by the "
        "first of them, and a change of one is easily forgotten in the other."
    ),
    bad="conventions: {c: {forms: [{name: a, template: '{region}'}, {name: b, template: '{region}'}]}}",
    good="conventions: {c: {forms: [{name: a, template: '{region}'}]}}",
    repair="Make them one form.",
)
