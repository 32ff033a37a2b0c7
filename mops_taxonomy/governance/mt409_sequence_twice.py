"""MT409: sequence number used twice."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mops_taxonomy.fields.integer import IntegerKind
from mops_taxonomy.fields.text import TextKind
from mops_taxonomy.governance._folding import folded
from mops_taxonomy.governance._gathered import called, listed, made, others
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.rules._words import one_of, quoted

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

    from mops_taxonomy.form import Form
    from mops_taxonomy.name import Name
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

__all__ = ["RULE"]

_SOME: Final = 3
_OFTEN: Final = 10
"""At least so many repeats, and more than one name in so many: then the number counts something else."""


class _Numbered(NamedTuple):
    """A record whose name holds numbers.

    Attributes:
        kind: names of which the numbers count the same thing: those of one form, with the same fields.
        series: what counts as one series: all that the name says but for its texts and numbers.
        numbers: the numbers, by field.
        texts: the free texts, by field.
    """

    record: Record
    name: Name
    kind: Hashable
    series: Hashable
    numbers: tuple[tuple[str, int], ...]
    texts: dict[str, Any]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Every record whose number an earlier record of its series has; of names that are nearly the same, MT411 tells."""
    series: dict[Hashable, dict[str, _Numbered]] = {}
    for record in sorted(portfolio.distinct(portfolio.records), key=made):
        one = _numbered(portfolio, record)
        if one is not None:
            series.setdefault(one.series, {}).setdefault(folded(record.name), one)
    counting = _counting(series.values())
    for names in series.values():
        same: dict[Hashable, list[_Numbered]] = {}
        for one in names.values():
            same.setdefault(one.numbers, []).append(one)
        for group in same.values():
            yield from (_breach(one, group) for one in group[1:] if one.kind in counting)


def _numbered(portfolio: Portfolio, record: Record) -> _Numbered | None:
    convention, name = portfolio.convention(record), portfolio.name(record)
    if convention is None or name is None or name.ambiguous:
        return None
    form = next(form for form in convention.forms if form.name == name.form)
    values = name.values
    # A number inside a name inside the name, such as a width, counts nothing.
    numbers = [path for path in values if "." not in path and _is(form, path, IntegerKind)]
    if not numbers:
        return None
    texts = {path: value for path, value in values.items() if _is(form, path, TextKind)}
    said = frozenset((path, value) for path, value in values.items() if path not in {*numbers, *texts})
    counted = tuple((path, values[path]) for path in numbers)
    kind = record.object, convention.id, form.name, tuple(numbers)
    return _Numbered(record, name, kind, (record.system, record.parent_id, kind, said), counted, texts)


def _is(form: Form, path: str, kind: type[IntegerKind | TextKind]) -> bool:
    return any(isinstance(one, kind) for one in form.kinds[path])


def _counting(series: Iterable[Mapping[str, _Numbered]]) -> set[Hashable]:
    """The kinds of names whose numbers run on within a series: a version of each title begins again at 1."""
    names: Counter[Hashable] = Counter()
    numbers: Counter[Hashable] = Counter()
    for group in series:
        if len(group) > 1:
            names.update(one.kind for one in group.values())
            numbers.update(kind for kind, _ in {(one.kind, one.numbers) for one in group.values()})
    repeats = names - numbers
    return {kind for kind, count in names.items() if repeats[kind] < _SOME or repeats[kind] * _OFTEN <= count}


def _breach(one: _Numbered, group: list[_Numbered]) -> Breach:
    rest = others(group, one)
    named = [f"{quoted(other.name.text)} ({called(other.record)})" for other in rest]
    differing = [
        field for field, text in one.texts.items() if any(other.texts.get(field) != text for other in rest)
    ]
    but = f"but for {one_of(differing, 'and')}" if differing else "in other words"
    taken = one_of([one.name.texts[field] for field, _ in one.numbers], "and")
    are = "is" if len(one.numbers) == 1 else "are"
    count = len(group) - 1
    field = one.numbers[0][0]
    return Breach(
        one.record,
        f"{taken} {are} taken: {listed(named, count)} {'says' if count == 1 else 'say'} the same {but}",
        field=field,
        span=one.name.spans[field],
        found=one.name.texts[field],
        expected="a number of its own",
    )


RULE = RecordRule(
    code="MT409",
    title="sequence number used twice",
    severity="warning",
    check=check,
    why=(
        "A number at the end of a name tells apart what is otherwise the same. Two people who both take the next free "
        "one end up with the same. A series is what the names of one system, one form and one parent say, but for "
        "free text. Where numbers in a series repeat often, they count something else, such as the versions of each "
        "title, and nothing is said."
    ),
    bad="20260324_EMEA_WBN_Robotics_v02\n20260324_EMEA_WBN_Machine-Learning_v02",
    good="20260324_EMEA_WBN_Robotics_v02\n20260324_EMEA_WBN_Machine-Learning_v03",
    repair="Give the later one the next free number.",
    certainty="likely",
    consequence="reports that go by the number take the two for one",
)
