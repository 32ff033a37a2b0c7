"""MT911: ambiguous forms."""

from __future__ import annotations

from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

from mops_taxonomy.fields.text import TextKind
from mops_taxonomy.lint._readings import acknowledged, not_decided, since_past
from mops_taxonomy.lint._trial import field_spec
from mops_taxonomy.lint._ways_out import Way, ways_out
from mops_taxonomy.lint.rule import Flaw, LintRule
from mops_taxonomy.proofs.ambiguity import across, meet
from mops_taxonomy.proofs.moments import moments

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
        told: set[str] = set()
        for (at, one), (_, other) in combinations(enumerate(convention.forms), 2):
            if meet(one, other):
                for flaw in _of_pair(subject, convention, (one, other), at):
                    if flaw.witness is None or flaw.witness not in told:
                        yield flaw
                    told.add(flaw.witness or "")


def _of_pair(subject: Subject, convention: Convention, forms: tuple[Form, Form], at: int) -> Iterator[Flaw]:
    one, other = forms
    days = moments(convention, subject.today, forms)
    verdict = across(convention, one, other, days)
    path = (
        "conventions",
        convention.id,
        "forms",
        at + 1 + convention.forms[at + 1 :].index(other),
        "template",
    )
    both = f"the forms `{one.name}` and `{other.name}` of `{convention.id}`"
    if verdict.answer == "not decided":
        yield not_decided(f"whether {both} read a name differently", verdict, path, convention)
    elif verdict.answer == "refuted":
        told_apart = _told_apart(one, other)
        when = f", where `{told_apart}` of the record is not known" if told_apart else ""
        known = told_apart or acknowledged(convention, one, other) or verdict.day != subject.today
        yield Flaw(
            f"{both} can read one name differently{when}: {verdict.detail}{since_past(verdict, [subject.today])}",
            path,
            witness=verdict.witness,
            ways_out=(
                (f"say the `{told_apart}` of the record wherever names are read", _PREFER.format(one.name))
                if told_apart
                else _ways_out(subject, convention, forms, verdict, days)
            ),
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
    numbers = [convention.forms.index(form) for form in forms]

    def proved(changed: Convention) -> bool:
        if changed.first_form:
            return True
        one, other = (changed.forms[number] for number in numbers)
        return across(changed, one, other, days).answer == "proved"

    ways = (*_refusals(convention, forms, verdict), Way(_PREFER.format(forms[0].name), _prefer_first))
    return ways_out(subject, convention, ways, proved)


_PREFER = "declare `prefer: first` on the convention: then `{}` and every form named earlier counts before later ones"


def _prefer_first(spec: Spec) -> bool:
    spec["prefer"] = "first"
    return True


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
                    f"refuse {'what' if len(words) > 1 else f'`{shown}`, which'} `{other.name}` has there, as `{path}` "
                    f"of `{form.name}`: `except: [{shown}]`",
                    partial(_refuse, convention.forms.index(form), path, words),
                )


def _words_at(form: Form, text: str) -> tuple[str, ...]:
    """The codes of the field, or the fixed text, that the text is in the other form; empty for open text."""
    for kinds in form.kinds.values():
        table = getattr(kinds[0], "table", None)
        if table is not None and not kinds[0].open and text in table and len(table) <= _MOST_WORDS:
            return tuple(table)
    return (text,) if text and text in form.template else ()


def _refuse(number: int, path: str, words: tuple[str, ...], spec: Spec) -> bool:
    field = field_spec(spec["forms"][number], path)
    if field is None:
        return False
    field["except"] = [*field["except"], *words]
    return True


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
