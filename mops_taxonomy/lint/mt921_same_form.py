"""MT921: same form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.lint.mt920_unreachable_form import alike
from mops_taxonomy.lint.rule import Flaw, LintRule
from mops_taxonomy.proofs.ambiguity import meet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.form import Form
    from mops_taxonomy.lint.subject import Subject

__all__ = ["RULE"]


def check(subject: Subject) -> Iterator[Flaw]:
    """Look for forms with one template and the same fields that are in force together."""
    for convention in subject.conventions.values():
        for number, form in enumerate(convention.forms):
            twin = next(
                (one for one in convention.forms[:number] if alike(form, one) and _one(one, form)), None
            )
            if twin is None:
                continue
            asked = form.when != twin.when
            but = "the records that they are for" if asked else "their names"
            yield Flaw(
                f"the forms `{twin.name}` and `{form.name}` of `{convention.id}` are the same but for {but}",
                ("conventions", convention.id, "forms", number, "template"),
                ways_out=(_way_out(twin, form),),
                convention=convention.id,
                severity="info" if asked else None,
            )


def _one(twin: Form, form: Form) -> bool:
    """Whether one form could say what both say."""
    if form.when == twin.when:
        return meet(form, twin)
    keys = [key for key in {*form.when, *twin.when} if form.when.get(key) != twin.when.get(key)]
    joined = len(keys) == 1 or not form.when or not twin.when
    same = all(form.spec[key] == twin.spec[key] for key in ("since", "until", "tolerated"))
    return joined and same


def _way_out(twin: Form, form: Form) -> str:
    if form.when == twin.when:
        return "make them one form"
    narrower = next((one.name for one, other in ((twin, form), (form, twin)) if not other.when), None)
    if narrower is not None:
        return f"remove `{narrower}`: the other is for all records"
    key = next(key for key in form.when if form.when[key] != twin.when.get(key))
    return f"make them one form, with every `{key}` of both in `when`"


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
