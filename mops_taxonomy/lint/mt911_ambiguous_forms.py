"""MT911: ambiguous forms."""

from __future__ import annotations

from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

from mops_taxonomy.fields.text import TextKind
from mops_taxonomy.lint._readings import acknowledged, asked, judged_on, not_decided, past
from mops_taxonomy.lint._trial import prefer_first, refuse, tried
from mops_taxonomy.lint._ways_out import Way, ways_out
from mops_taxonomy.lint.rule import Flaw, LintRule
from mops_taxonomy.moments import moments
from mops_taxonomy.proofs.ambiguity import across, meet
from mops_taxonomy.proofs.reach import covered

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form
    from mops_taxonomy.lint._trial import Spec
    from mops_taxonomy.lint.subject import Subject
    from mops_taxonomy.proofs.verdict import Verdict

__all__ = ["RULE"]

_MOST_WORDS = 12


def check(subject: Subject) -> Iterator[Flaw]:
    """Ask of every two forms that may apply together whether one name is read by both, differently."""
    for convention in subject.conventions.values():
        if convention.first_form:
            continue
        told: set[tuple[str, str | None]] = set()
        for (at, one), (_, other) in combinations(enumerate(convention.forms), 2):
            if meet(one, other):
                for flaw in _of_pair(subject, convention, (one, other), at):
                    # One name may show it of many pairs; a note must not hide a warning.
                    if flaw.witness is None or (flaw.witness, flaw.severity) not in told:
                        yield flaw
                    told.add((flaw.witness or "", flaw.severity))


def _of_pair(subject: Subject, convention: Convention, forms: tuple[Form, Form], at: int) -> Iterator[Flaw]:
    one, other = forms
    days = moments(convention, subject.today, forms)
    verdict = asked(partial(across, convention, one, other), days, subject.today)
    number = at + 1 + convention.forms[at + 1 :].index(other)
    path = ("conventions", convention.id, "forms", number, "template")
    both = f"the forms `{one.name}` and `{other.name}` of `{convention.id}`"
    if verdict.answer == "not decided":
        yield not_decided(f"{both} can read one name differently", verdict, path, convention)
    elif verdict.answer == "refuted":
        key = _told_apart(one, other)
        when = f", where the record's `{key}` is not known" if key else ""
        known = key or past(verdict, subject.today) or acknowledged(convention, one, other)
        yield Flaw(
            f"{both} can read one name differently{when}: {verdict.detail}{judged_on(verdict, subject.today)}",
            path,
            witness=verdict.witness,
            ways_out=()
            if past(verdict, subject.today)
            else _ways_out(subject, convention, forms, verdict, days),
            convention=convention.id,
            severity="info" if known else None,
        )


def _told_apart(one: Form, other: Form) -> str | None:
    """What a record must say so that only one of the forms applies."""
    return next(
        (key for key in one.when if set(one.when[key]).isdisjoint(other.when.get(key, one.when[key]))), None
    )


def _ways_out(
    subject: Subject, convention: Convention, forms: tuple[Form, Form], verdict: Verdict, days: list[date]
) -> tuple[str, ...]:
    if key := _told_apart(*forms):
        return f"give the record's `{key}` wherever names are read", _preferring(convention, forms[0])
    numbers = [convention.forms.index(form) for form in forms]

    def proved(changed: Convention) -> bool:
        if changed.first_form:
            return True
        one, other = (changed.forms[number] for number in numbers)
        return across(changed, one, other, days).answer == "proved"

    refusals = _refusals(convention, forms, verdict)
    preference = Way(_preferring(convention, forms[0]), prefer_first)
    if _swallows(subject, convention, numbers):
        one, other = (form.name for form in forms)
        words = f"put `{other}` before `{one}` and declare `prefer: first` on `{convention.id}`: then `{other}` counts"
        preference = Way(words, partial(_put_before, numbers[0], numbers[1]))
    return ways_out(subject, convention, (*refusals, preference), proved)


def _preferring(convention: Convention, form: Form) -> str:
    return f"declare `prefer: first` on `{convention.id}`: then `{form.name}` counts, which stands first"


def _swallows(subject: Subject, convention: Convention, numbers: list[int]) -> bool:
    """Whether the later form would never count if the first were preferred, and the earlier one would, if put last."""
    preferring = tried(subject, convention.id, prefer_first)
    if preferring is None:
        return False
    one, other = (preferring.forms[number] for number in numbers)
    return covered(preferring, other, one, subject.today) and not covered(
        preferring, one, other, subject.today
    )


def _put_before(at: int, number: int, spec: Spec) -> bool:
    spec["forms"].insert(at, spec["forms"].pop(number))
    return prefer_first(spec)


def _refusals(convention: Convention, forms: tuple[Form, Form], verdict: Verdict) -> Iterator[Way]:
    """Open texts that refuse the words which the other form has as codes or fixed text."""
    if verdict.witness is None or verdict.day is None:
        return
    for form, other in (forms, forms[::-1]):
        reading = next(iter(convention.analysed(verdict.witness, [form], verdict.day).readings), None)
        for path, text in reading.texts.items() if reading else ():
            kind = form.kinds[path][0]
            words = _words_at(other, text) if isinstance(kind, TextKind) and not kind.shape.pattern else ()
            if words:
                shown = ", ".join(words)
                yield Way(
                    f"refuse as `{path}` of `{form.name}` what `{other.name}` has there: `except: [{shown}]`",
                    partial(refuse, convention.forms.index(form), path, words),
                )


def _words_at(form: Form, text: str) -> tuple[str, ...]:
    """The codes of the field, or the fixed text, that the text is in the other form; empty for open text."""
    for kinds in form.kinds.values():
        table = getattr(kinds[0], "table", None)
        if table is not None and not kinds[0].open and text in table and len(table) <= _MOST_WORDS:
            return tuple(table)
    return (text,) if text and text in form.template else ()


RULE = LintRule(
    code="MT911",
    title="ambiguous forms",
    severity="warning",
    check=check,
    why=(
        "Two forms that may apply to one record both read the same name, and give it different values. Nobody can say "
        "from the name which form was meant, so the fields on which they disagree have no value. The rule is a proof: "
        "where it is silent about two forms, no name is read differently by them."
    ),
    bad="conventions: {c: {forms: ['{region}_{number}', '{title}_{number}']}}",
    good="conventions: {c: {prefer: first, forms: ['{region}_{number}', '{title}_{number}']}}",
    repair=(
        "Take one of the ways out that are told with the finding, or let the forms apply at different times (`since`, "
        "`until`) or to different records (`when`; it is then a note, for where nothing is known of the record)."
    ),
    consequence="the disputed fields of such names have no value, so reports on them leave these names out",
)
