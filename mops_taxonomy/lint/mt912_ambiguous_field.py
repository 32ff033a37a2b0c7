"""MT912: ambiguous field."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from mops_taxonomy.fields.date import DateKind
from mops_taxonomy.lint._readings import acknowledged, asked, judged_on, not_decided, past
from mops_taxonomy.lint._trial import field_spec
from mops_taxonomy.lint._ways_out import Way, ways_out
from mops_taxonomy.lint.rule import Flaw, LintRule
from mops_taxonomy.moments import moments
from mops_taxonomy.proofs.ambiguity import in_field, open_kinds, within
from mops_taxonomy.proofs.witness import described

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.form import Form
    from mops_taxonomy.lint._trial import Spec
    from mops_taxonomy.lint.subject import Subject
    from mops_taxonomy.proofs.verdict import Verdict

__all__ = ["RULE"]

_PLAIN = date(2026, 3, 4)
_SEPARATORS = ("+", ",", ";", "&", "~", "|", "/")


def check(subject: Subject) -> Iterator[Flaw]:
    """Ask of every list, date and number with several formats whether one text of it has two values."""
    told: dict[str, Flaw] = {}
    for convention in subject.conventions.values():
        for number, form in enumerate(convention.forms):
            for path, kind in open_kinds(form):
                # One field of many forms is told once; a note must not hide a warning.
                key = repr((path.split(".")[-1], kind.spec, convention.spec["severity"]))
                if key not in told or told[key].severity is not None:
                    for flaw in _of_field(subject, convention, number, path, kind):
                        if key not in told or flaw.severity is None:
                            told[key] = flaw
    yield from told.values()


def _of_field(subject: Subject, convention: Convention, number: int, path: str, kind: Kind) -> Iterator[Flaw]:
    form = convention.forms[number]
    days = moments(convention, subject.today, [form])
    verdict = asked(partial(in_field, convention, form, path, kind), days, subject.today)
    place: tuple[str | int, ...] = ("conventions", convention.id, "forms", number, "fields", *path.split("."))
    if verdict.answer == "not decided":
        yield not_decided(f"one text of `{path}` can mean two things", verdict, place, convention)
    elif verdict.answer == "refuted":
        verdict = _dated(convention, form, path, kind, verdict)
        known = past(verdict, subject.today) or acknowledged(convention, form)
        yield Flaw(
            f"one text of `{path}` can mean two things: {verdict.detail}{judged_on(verdict, subject.today)}",
            place,
            witness=verdict.witness,
            ways_out=()
            if past(verdict, subject.today)
            else ways_out(
                subject, convention, _ways(number, path, kind), _proof(convention, number, path, days)
            ),
            convention=convention.id,
            field=path,
            severity="info" if known else None,
        )


def _proof(convention: Convention, number: int, path: str, days: list[date]) -> Callable[[Convention], bool]:
    """Whether a changed convention has one value for each text, and no name with two readings that had one."""

    def proved(changed: Convention) -> bool:
        form = changed.forms[number]
        if not all(kind.single for kind in form.kinds.get(path, [])):
            return False
        return (
            within(changed, form, days).answer == "proved"
            or within(convention, convention.forms[number], days).answer != "proved"
        )

    return proved


def _dated(convention: Convention, form: Form, path: str, kind: Kind, verdict: Verdict) -> Verdict:
    """The verdict with a day of these years, which people can picture, where such a one shows it too."""
    if not isinstance(kind, DateKind) or verdict.witness is None or verdict.day is None:
        return verdict
    reading = convention.analysed(verdict.witness, [form], verdict.day).readings[0]
    start, end = reading.spans[path]
    for written in kind.formats:
        with suppress(ValueError):
            text = written.write(_PLAIN)
            name = verdict.witness[:start] + text + verdict.witness[end:]
            readings = list(convention.readings(name, as_of=verdict.day))
            if len({str(one.values.get(path)) for one in readings}) > 1:
                return verdict._replace(witness=name, detail=described(readings))
    return verdict


def _ways(number: int, path: str, kind: Kind) -> Iterator[Way]:
    formats = kind.spec.get("formats") or ()
    for one in formats[1:]:
        yield Way(f"take `{one}` from the formats of `{path}`", partial(_without_format, number, path, one))
    if "separator" in kind.spec:
        old = kind.spec["separator"]
        yield Way(
            f"take `{old}` from the joiner of the items of `{path}`",
            partial(_without_joiner, number, path, old),
        )
        for separator in _SEPARATORS:
            yield Way(
                f"separate the items of `{path}` by `{separator}`",
                partial(_separate, number, path, separator),
                "separator",
            )


def _without_format(number: int, path: str, one: str, spec: Spec) -> bool:
    field = field_spec(spec["forms"][number], path)
    if field is None:
        return False
    field["formats"] = [other for other in field["formats"] if other != one]
    return True


def _without_joiner(number: int, path: str, separator: str, spec: Spec) -> bool:
    field = field_spec(spec["forms"][number], path)
    item = field["of"] if field else {}
    if separator not in (item.get("joiner") or ()):
        return False
    item["joiner"] = item["joiner"].replace(separator, "")
    return True


def _separate(number: int, path: str, separator: str, spec: Spec) -> bool:
    field = field_spec(spec["forms"][number], path)
    if field is None:
        return False
    field["separator"] = separator
    return True


RULE = LintRule(
    code="MT912",
    title="ambiguous field",
    severity="warning",
    check=check,
    why=(
        "One text of the field has two values: a list whose items may hold the separator, or a date that two formats "
        "read as different days, as 03042026 is 4 March and 3 April. The library never picks one of them."
    ),
    bad="fields: {day: {kind: date, format: ['{MM}{DD}{YYYY}', '{DD}{MM}{YYYY}']}}",
    good="fields: {day: {kind: date, format: ['{YYYY}{MM}{DD}', '{DD}.{MM}.{YYYY}']}}",
    repair="Keep formats that no text has in common; give a list a separator that none of its items may hold.",
    consequence="the field has no value in such names, so reports on it leave these names out",
)
