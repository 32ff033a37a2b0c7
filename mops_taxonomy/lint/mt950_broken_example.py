"""MT950: broken example."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.lint._outside import others_derived, others_read
from mops_taxonomy.lint._stating import written
from mops_taxonomy.lint.rule import Flaw, LintRule
from mops_taxonomy.rules._words import counted, quoted
from mops_taxonomy.writing import flattened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.finding import Finding, Report
    from mops_taxonomy.lint.subject import Subject
    from mops_taxonomy.name import Name

__all__ = ["RULE"]

_MOST_SHOWN = 3
"""Differences of one example in its message: one mistake may shift every value."""

_MOST_LISTED = 5
"""Readings that are written out; of more, the number is told."""

_MOST_DAYS = 50
"""Days that are tried for an example that is not valid on its own."""


class _Difference(NamedTuple):
    """Where an example is not what it states.

    Attributes:
        said: what is and what was stated; a verb, whose subject is the example.
        step: the change of the statement that makes it true.
    """

    said: str
    step: str


class _Example:
    """One example, and what the convention says of its name.

    Args:
        convention: that it belongs to.
        stated: its entry in the resolved taxonomy.
        day: to judge by.
        resolved: the taxonomy.
    """

    def __init__(
        self, convention: Convention, stated: Mapping[str, Any], day: date, resolved: Mapping[str, Any]
    ) -> None:
        self.convention = convention
        self.resolved = resolved
        self.stated = stated
        self.name: str = stated["name"]
        self.given = (stated["record"], day)
        self.report: Report = convention.check(self.name, *self.given)
        self._kinds = {form.name: form.kinds for form in convention.forms}

    def differences(self) -> Iterator[_Difference]:
        """Where a valid name is not what its example states."""
        name = self.report.name
        if self.stated["form"] not in {None, name.form}:
            said = f"is read by the form {quoted(name.form)}, not by {quoted(self.stated['form'])}"
            yield _Difference(said, f"state `form: {name.form}`")
        if self.stated["values"] is not None:
            differing = list(self._values(name, flattened(self.stated["values"])))
            whole = f"state `values: {written(name.values)}`"
            few = len(differing) < _MOST_SHOWN
            yield from differing if few else (_Difference(said, whole) for said, _ in differing)
        if self.stated["readings"] is not None:
            names = list(self.convention.readings(self.name, *self.given))
            step = _readings_step(names, self.stated["readings"])
            yield from (_Difference(said, step) for said in self._readings(names))
        yield from self.unanswered(self.report.findings)
        yield from self.outside()

    def _values(self, name: Name, stated: Mapping[str, Any]) -> Iterator[_Difference]:
        for path in dict.fromkeys((*stated, *name.values)):
            meant, read = stated.get(path), name.values.get(path)
            if meant is None:
                said = f"has {_ticked(read)} for `{path}`, which it does not state"
            elif path in name.ambiguous:
                said = f"has no one value for `{path}`, on which its readings disagree"
            elif read is None:
                said = f"has no `{path}`, which it states as {_ticked(meant)}"
            elif read in _normal(self._kinds[name.form].get(path, ()), meant):
                continue
            else:
                said = f"has {_ticked(read)} for `{path}`, not {_ticked(meant)}"
            step = f"remove `{path}` from `values`"
            yield _Difference(said, step if read is None else f"state `{path}: {written(read)}` in `values`")

    def _readings(self, names: list[Name]) -> Iterator[str]:
        """How the readings differ from the number or the list that is stated."""
        stated = self.stated["readings"]
        if isinstance(stated, int):
            if len(names) != stated:
                yield f"has {counted(len(names), 'reading')}, not {stated}"
            return
        left = list(names)
        for values in map(flattened, stated):
            found = next((name for name in left if not any(self._values(name, values))), None)
            if found is None:
                yield f"has no reading {_ticked(values)}"
            else:
                left.remove(found)
        yield from (f"has the reading {_ticked(name.values)}, which it does not state" for name in left)

    def outside(self) -> Iterator[_Difference]:
        """Where what follows from the name, or what others read from it, is not as stated."""
        derived = others_derived(self.convention.spec["derived"], self.stated)
        for said, step in (*derived, *others_read(self.resolved, self.stated)):
            yield _Difference(said, step)

    def unanswered(self, findings: Sequence[Finding]) -> Iterator[_Difference]:
        """That none of these findings is the one which the example states."""
        code, field = self.stated["code"], self.stated["field"]
        if (code is None and field is None) or any(_answers(finding, code, field) for finding in findings):
            return
        wanted = f"{code or 'a finding'}{f' in `{field}`' if field else ''}"
        given = list(dict.fromkeys(map(_labelled, findings)))
        said = f"gives {' and '.join(given) or 'no finding'}, not {wanted}"
        yield _Difference(said, self._finding_step(findings))

    def _finding_step(self, findings: Sequence[Finding]) -> str:
        """Stating the first finding in the way that another one is stated."""
        first = findings[0] if findings else None
        true: list[str] = []
        false: list[str] = []
        for key in ("code", "field"):
            if self.stated[key] is not None:
                value = getattr(first, key, None)
                (true if value else false).append(f"`{key}: {value}`" if value else f"`{key}`")
        steps = (("state", true), ("remove", false))
        return " and ".join(f"{word} {' and '.join(keys)}" for word, keys in steps if keys)


def check(subject: Subject) -> Iterator[Flaw]:
    """Run every example of every convention."""
    for name, convention in subject.conventions.items():
        for kind, examples in convention.spec["examples"].items():
            for number, stated in enumerate(examples):
                said, ways_out = _judged(subject, convention, kind, stated)
                if said:
                    yield Flaw(
                        f"an example of {quoted(name)} {said}",
                        ("conventions", name, "examples", kind, number),
                        witness=stated["name"],
                        ways_out=ways_out,
                        convention=name,
                    )


def _judged(
    subject: Subject, convention: Convention, kind: str, stated: Mapping[str, Any]
) -> tuple[str, tuple[str, ...]]:
    """What is wrong with an example and the ways out; nothing and none where it holds."""
    record = stated["record"] or {}
    try:
        day = convention.day(record, stated["as_of"] or record.get("created") or subject.today)
    except ValueError as error:
        return f"cannot be judged: its record's `created` {error}", ("state a day in `created`",)
    example = _Example(convention, stated, day, subject.resolved)
    errors = example.report.at_least("error")
    if example.report.ok:
        if kind == "invalid":
            read = quoted(example.report.name.form)
            return f"should not be valid and is, read by the form {read}", ("move it to `valid`",)
        return _told(list(example.differences()))
    if kind == "invalid":
        return _told([*example.unanswered(errors), *example.outside()])
    more = f", and {len(errors) - 1} more" if len(errors) > 1 else ""
    said = f"should be valid and is not: {errors[0].message} ({errors[0].code}){more}"
    return said, tuple(_remedies(example, subject.resolved))


def _told(differences: list[_Difference]) -> tuple[str, tuple[str, ...]]:
    said = [difference.said for difference in differences]
    if len(said) > _MOST_SHOWN:
        said[_MOST_SHOWN:] = [f"differs in {len(said) - _MOST_SHOWN} more"]
    steps = dict.fromkeys(difference.step for difference in differences)
    return "; ".join(said), ("; ".join(steps),) if steps else ()


def _remedies(example: _Example, resolved: Mapping[str, Any]) -> Iterator[str]:
    """The other name that it may have been, the day on which it was right, and the place for wrong names."""
    errors = example.report.at_least("error")
    yield from (f"write the name {_ticked(text)}" for text in _repaired(example, errors[0]))
    yield from (f"state `as_of: {day}`" for day in islice(_right_days(example, resolved), 1))
    yield f"move it to `invalid`, with `code: {errors[0].code}`"


def _repaired(example: _Example, error: Finding) -> Iterator[str]:
    """The name with the first suggestion in place of the fault, where that makes it valid."""
    if error.span is not None and error.suggestions:
        start, end = error.span
        text = f"{example.name[:start]}{error.suggestions[0].text}{example.name[end:]}"
        if example.convention.is_valid(text, *example.given):
            yield text


def _right_days(example: _Example, resolved: Mapping[str, Any]) -> Iterator[str]:
    """The revisions, and the last days of forms and terms, on which the name is valid."""
    ending = [form.spec for form in example.convention.forms]
    for vocabulary in resolved["vocabularies"].values():
        ending += vocabulary["terms"].values()
    days = dict.fromkeys([*resolved["revisions"], *(one["until"] for one in ending if one["until"])])
    for day in islice(days, _MOST_DAYS):
        if example.convention.is_valid(example.name, example.stated["record"], day):
            yield day


def _readings_step(names: list[Name], stated: Any) -> str:
    """Stating the readings that there are, in the way that others are stated."""
    listed = isinstance(stated, list) and len(names) <= _MOST_LISTED
    true = written([name.values for name in names]) if listed else len(names)
    return f"state `readings: {true}`"


def _normal(kinds: Iterable[Kind], meant: Any) -> Iterator[Any]:
    """The values that a stated one may stand for: a date for `2026-03-24`."""
    for kind in kinds:
        try:
            yield kind.normal(meant)
        except ValueError:  # not a value of this one of the kinds that share the path
            continue


def _answers(finding: Finding, code: str | None, field: str | None) -> bool:
    """Whether a finding is the one stated: a field with parts stands for its parts too."""
    found = finding.field or ""
    fits = field is None or field == found or found.startswith(f"{field}.")
    return fits and finding.code.startswith(code or "")


def _labelled(finding: Finding) -> str:
    return f"{finding.code} in `{finding.field}`" if finding.field else finding.code


def _ticked(value: Any) -> str:
    return f"`{written(value)}`"


RULE = LintRule(
    code="MT950",
    title="broken example",
    severity="error",
    check=check,
    why=(
        "The examples of a convention are its tests: they say which names must be valid, how they are read, and "
        "which names must be refused and why. When one breaks, a change of the taxonomy did something that "
        "somebody once decided it must not do, or the example no longer says what is wanted."
    ),
    bad="""\
conventions:
  program:
    forms: ["{launch}_{region}"]
    examples:
      valid: [20260230_EMEA]
""",
    good="""\
conventions:
  program:
    forms: ["{launch}_{region}"]
    examples:
      valid: [20260324_EMEA]
      invalid: [{name: 20260230_EMEA, code: MT104}]
""",
    repair=(
        "Decide which of the two is right. If it is the example, undo the change of the taxonomy; if it is the "
        "taxonomy, state in the example what holds now, or the day, `as_of`, on which it held."
    ),
)
