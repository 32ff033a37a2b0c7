"""MT912: ambiguous field."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from mops_taxonomy.lint._readings import acknowledged, not_decided
from mops_taxonomy.lint._trial import field_spec
from mops_taxonomy.lint._ways_out import Way, ways_out
from mops_taxonomy.lint.rule import Flaw, LintRule
from mops_taxonomy.proofs.ambiguity import in_field, open_kinds
from mops_taxonomy.proofs.moments import moments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.form import Form
    from mops_taxonomy.lint._trial import Spec
    from mops_taxonomy.lint.subject import Subject

__all__ = ["RULE"]

_SEPARATORS = ("+", ",", ";", "&", "~", "|", "/")


def check(subject: Subject) -> Iterator[Flaw]:
    """Ask of every list, date and number with several formats whether one text of it has two values."""
    for convention in subject.conventions.values():
        asked: set[str] = set()
        for number, form in enumerate(convention.forms):
            for path, kind in open_kinds(form):
                key = repr((path, kind.spec))
                if key not in asked:
                    asked.add(key)
                    yield from _of_field(subject, convention, (form, number), path, kind)


def _of_field(
    subject: Subject, convention: Convention, where: tuple[Form, int], path: str, kind: Kind
) -> Iterator[Flaw]:
    form, number = where
    verdict = in_field(convention, form, path, kind, moments(convention, subject.today, [form]))
    place: tuple[str | int, ...] = ("conventions", convention.id, "forms", number, "fields", *path.split("."))
    if verdict.answer == "not decided":
        yield not_decided(f"whether a text of `{path}` has two values", verdict, place, convention)
    elif verdict.answer == "refuted":
        yield Flaw(
            f"one text of `{path}` can mean two things: {verdict.detail}",
            place,
            witness=verdict.witness,
            ways_out=ways_out(
                subject,
                convention,
                _ways(number, path, kind),
                lambda changed: all(one.single for one in changed.forms[number].kinds.get(path, [])),
            ),
            convention=convention.id,
            field=path,
            severity="info" if acknowledged(convention, form) else None,
        )


def _ways(number: int, path: str, kind: Kind) -> Iterator[Way]:
    formats = kind.spec.get("formats") or ()
    for one in formats[1:]:
        yield Way(f"do not read `{one}` any more", partial(_without_format, number, path, one))
    if "separator" in kind.spec:
        for separator in _SEPARATORS:
            yield Way(f"separate the items by `{separator}`", partial(_separate, number, path, separator))


def _without_format(number: int, path: str, one: str, spec: Spec) -> bool:
    field = field_spec(spec["forms"][number], path)
    if field is None:
        return False
    field["formats"] = [other for other in field["formats"] if other != one]
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
    consequence="the field has no value in such names",
)
