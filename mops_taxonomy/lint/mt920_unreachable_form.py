"""MT920: unreachable form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.lint.rule import Flaw, LintRule
from mops_taxonomy.proofs.reach import covered, has_no_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form
    from mops_taxonomy.lint.subject import Subject

__all__ = ["RULE", "alike"]


def check(subject: Subject) -> Iterator[Flaw]:
    """Ask of every form whether it has names, and names that no earlier form reads."""
    for convention in subject.conventions.values():
        for number, form in enumerate(convention.forms):
            path = ("conventions", convention.id, "forms", number, "template")
            named = f"the form `{form.name}` of `{convention.id}`"
            if has_no_name(convention, form, subject.today):
                yield Flaw(
                    f"{named} has no name at all: on no day on which it is in force can all its fields have a value",
                    path,
                    ways_out=(f"remove `{form.name}`", "let its terms be in force on the same days"),
                    convention=convention.id,
                )
            elif (earlier := _cover(subject, convention, form, number)) is not None:
                yield Flaw(
                    f"{named} never counts: every name of it is read by `{earlier.name}` first, with the same values"
                    if not convention.first_form
                    else f"{named} never counts: every name of it is read by `{earlier.name}` first",
                    path,
                    ways_out=(f"remove `{form.name}`", *_earlier(subject, convention, form, earlier)),
                    convention=convention.id,
                )


def _cover(subject: Subject, convention: Convention, form: Form, number: int) -> Form | None:
    for earlier in convention.forms[:number]:
        if not alike(form, earlier) and covered(convention, form, earlier, subject.today):
            return earlier
    return None


def alike(form: Form, other: Form) -> bool:
    """Whether two forms say the same but for their words: MT921 tells that."""
    return form.template == other.template and form.spec["fields"] == other.spec["fields"]


def _earlier(subject: Subject, convention: Convention, form: Form, earlier: Form) -> tuple[str, ...]:
    """To put the form first, unless the other would then never count."""
    if not convention.first_form or covered(convention, earlier, form, subject.today):
        return ()
    return (f"put `{form.name}` before `{earlier.name}`",)


RULE = LintRule(
    code="MT920",
    title="unreachable form",
    severity="warning",
    check=check,
    why=(
        "A form that never counts is a rule that people read, follow and discuss, and that changes nothing: every name "
        "of it is read by an earlier form. The rule is a proof."
    ),
    bad="conventions: {c: {prefer: first, forms: ['{title}_{number}', '{region}_{number}']}}",
    good="conventions: {c: {prefer: first, forms: ['{region}_{number}', '{title}_{number}']}}",
    repair="Put the narrower form first, or remove the one that does nothing.",
)
