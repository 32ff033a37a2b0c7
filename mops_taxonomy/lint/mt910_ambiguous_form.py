"""MT910: ambiguous form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mops_taxonomy.lint._fitting import named
from mops_taxonomy.lint._readings import acknowledged, asked, judged_on, not_decided, past
from mops_taxonomy.lint._ways_out import within_form
from mops_taxonomy.lint.rule import Flaw, LintRule
from mops_taxonomy.moments import moments
from mops_taxonomy.proofs.ambiguity import within

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form
    from mops_taxonomy.lint.subject import Subject
    from mops_taxonomy.proofs.verdict import Verdict

__all__ = ["RULE"]


def check(subject: Subject) -> Iterator[Flaw]:
    """Ask of every form whether a name has two readings by it."""
    for convention in subject.conventions.values():
        for number, form in enumerate(convention.forms):
            yield from _of_form(subject, convention, form, number)


def _of_form(subject: Subject, convention: Convention, form: Form, number: int) -> Iterator[Flaw]:
    days = moments(convention, subject.today, [form])
    verdict = asked(partial(within, convention, form), days, subject.today)
    path = ("conventions", convention.id, "forms", number, "template")
    if verdict.answer == "not decided":
        yield not_decided(
            f"names of {named(convention, form)} can have two readings", verdict, path, convention
        )
    elif verdict.witness is not None and verdict.day is not None:
        known = past(verdict, subject.today) or acknowledged(convention, form)
        yield Flaw(
            f"names of {named(convention, form)} can have two readings: "
            f"{verdict.detail}{judged_on(verdict, subject.today)}",
            path,
            witness=verdict.witness,
            ways_out=()
            if past(verdict, subject.today)
            else _ways_out(subject, convention, form, verdict, days),
            convention=convention.id,
            severity="info" if known else None,
        )


def _ways_out(
    subject: Subject, convention: Convention, form: Form, verdict: Verdict, days: list[date]
) -> tuple[str, ...]:
    if inner := _inside(convention, form, verdict.witness or "", verdict.day):
        return (f"make the names of `{inner}` unambiguous",)
    return within_form(subject, convention, form, verdict, lambda new, one: within(new, one, days))


def _inside(convention: Convention, form: Form, text: str, day: date | None) -> str | None:
    """The convention of the name inside the name whose fields alone are disputed."""
    name = convention.parse(text, as_of=day)
    outer = {path.split(".")[0] for path in name.ambiguous}
    if len(outer) != 1 or not all("." in path for path in name.ambiguous):
        return None
    spec = form.spec["fields"].get(outer.pop(), {})
    inner: str | None = spec.get("convention")
    return inner


RULE = LintRule(
    code="MT910",
    title="ambiguous form",
    severity="warning",
    check=check,
    why=(
        "There are names that two people, or two reports, can take apart differently and both be right. The library "
        "never picks one of the readings: the fields on which they disagree have no value in such a name. "
        "The rule is a proof: where it is silent, no name of the form has two readings."
    ),
    bad="fields: {vendor: {kind: text, characters: A-Z, joiner: -}}\nconventions: {c: {forms: ['{vendor}-{title}']}}",
    good="fields: {vendor: {kind: text, characters: A-Z, joiner: -}}\nconventions: {c: {forms: ['{vendor}_{title}']}}",
    repair=(
        "Take one of the ways out that are told with the finding: each was tried, and leaves no such name. Where both "
        "readings are meant, state them in an example (`readings`); the finding is a note then."
    ),
    consequence="the disputed fields of such names have no value, so reports on them leave these names out",
)
