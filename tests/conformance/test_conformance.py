"""Conventions that organisations have published, written as taxonomies, with the names of their sources."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy import InvalidName
from tests.conformance.published import Published, not_written, paths
from tests.generated.conformance_table import TARGET, render

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from mops_taxonomy.finding import Finding
    from tests.conformance.published import Case

each_file = pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)

NOT_YET = frozenset(
    {
        "UK-EC-LE-241217-Christmas-Party",
    }
)
"""Names that are refused with another finding than their file states."""

SPELT_OTHERWISE = ("MT12", "MT202")
"""The beginnings of the codes of names that are accepted, but written in another way."""


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or leaves a cache."""
    monkeypatch.setenv("MOPS_TAXONOMY_CACHE", "")


def plain(value: Any) -> Any:
    """A value as an example spells it: text, or a list of texts."""
    return [plain(item) for item in value] if isinstance(value, (list, tuple)) else str(value)


def flat(values: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Values of names inside names under dotted paths, everything else as an example spells it."""
    found: dict[str, Any] = {}
    for field, value in values.items():
        path = f"{prefix}{field}"
        found |= flat(value, f"{path}.") if isinstance(value, dict) else {path: plain(value)}
    return found


def wrong_readings(case: Case) -> Iterator[str]:
    """How the readings of a valid example differ from what it states; without a statement there is one."""
    expected = case.example["readings"]
    read = [flat(name.values) for name in case.convention.readings(case.name, **case.asked)]
    if isinstance(expected, list):
        wanted = [flat(values) for values in expected]
        if len(read) != len(wanted) or any(values not in read for values in wanted):
            yield f"{case.name}: readings are {read}, not {wanted}"
    elif len(read) != (expected or 1):
        yield f"{case.name}: {len(read)} readings, not {expected or 1}: {read}"


def wrong_values(case: Case) -> Iterator[str]:
    """How the parsed name differs from the form and the values that a valid example states."""
    name = case.convention.parse(case.name, **case.asked)
    values, form = case.example["values"], case.example["form"]
    if values is not None and flat(name.values) != flat(values):
        yield f"{case.name}: values are {flat(name.values)}, not {flat(values)}"
    if form is not None and name.form != form:
        yield f"{case.name}: form is {name.form}, not {form}"


def wrongly_refused(case: Case) -> Iterator[str]:
    """What is wrong with the answers about an example that must be valid."""
    report = case.convention.check(case.name, **case.asked)
    if not report.ok or not case.convention.is_valid(case.name, **case.asked):
        yield f"{case.name}: refused: {'; '.join(map(str, report.findings))}"
        return
    yield from wrong_readings(case)
    yield from wrong_values(case)
    if not any(answers(finding, case.example) for finding in report) and case.example["code"]:
        yield f"{case.name}: no {case.example['code']} among {list(map(str, report))}"


def answers(finding: Finding, example: Mapping[str, Any]) -> bool:
    """Whether a finding has the code and the field that an example states."""
    fields = (finding.field, (finding.field or "").partition(".")[0])
    return finding.code.startswith(example["code"] or "") and example["field"] in (None, *fields)


def wrongly_accepted(case: Case) -> Iterator[str]:
    """Which of the calls accept an example that must be refused."""
    if case.convention.check(case.name, **case.asked).ok:
        yield f"{case.name}: nothing found by check"
    if case.convention.is_valid(case.name, **case.asked):
        yield f"{case.name}: is_valid"
    if list(case.convention.readings(case.name, **case.asked)):
        yield f"{case.name}: has readings"
    with suppress(InvalidName):
        yield f"{case.name}: parsed as {case.convention.parse(case.name, **case.asked)!r}"


def wrongly_explained(case: Case) -> str:
    """What is found in an invalid example instead of what it states; nothing when that is found."""
    errors = case.convention.check(case.name, **case.asked).at_least("error")
    if any(answers(finding, case.example) for finding in errors):
        return ""
    return "; ".join(f"{finding} (field {finding.field})" for finding in errors)


def not_written_back(case: Case) -> Iterator[str]:
    """Where an unambiguous canonical name is not what its own values are written as."""
    name = case.convention.parse(case.name, **case.asked)
    found = case.convention.check(case.name, **case.asked)
    if name.ambiguous or any(finding.code.startswith(SPELT_OTHERWISE) for finding in found):
        return
    text = case.convention.format(name.values, form=name.form, **case.asked)
    if text != case.name:
        yield f"{case.name}: written as {text}"


@each_file
def test_names_of_the_source_are_read(path: Path) -> None:
    """Every valid example has the readings, values and form that are stated, else one reading."""
    assert [fault for case in Published(path).cases("valid") for fault in wrongly_refused(case)] == []


@each_file
def test_bad_names_are_refused(path: Path) -> None:
    """No invalid example is accepted by any of the calls."""
    assert [fault for case in Published(path).cases("invalid") for fault in wrongly_accepted(case)] == []


@each_file
def test_bad_names_are_explained(path: Path) -> None:
    """Every invalid example has the finding that is stated, except those of `NOT_YET`, which have another."""
    cases = Published(path).cases("invalid")
    found = {case.name: wrongly_explained(case) for case in cases}
    assert {name: why for name, why in found.items() if why and name not in NOT_YET} == {}
    assert {name for name, why in found.items() if not why and name in NOT_YET} == set(), "explained now"


@each_file
def test_names_are_written_back(path: Path) -> None:
    """Every unambiguous canonical example is written again from its values."""
    assert [fault for case in Published(path).cases("valid") for fault in not_written_back(case)] == []


@each_file
def test_files_say_where_they_come_from(path: Path) -> None:
    """Every file names its source and its platform, and shows at least one name of each kind."""
    published = Published(path)
    assert published.remarks("source")
    assert published.remarks("platform")
    assert published.cases("valid")
    assert published.cases("invalid")


def test_what_is_not_written_has_a_reason() -> None:
    """A published convention is either a file or has a reason for being none."""
    assert not_written()
    assert all(not_written().values())
    assert not {path.stem for path in paths()} & not_written().keys()


def test_the_page_is_up_to_date() -> None:
    """The page of the documentation is what `python -m tests.generated.conformance_table` writes."""
    assert TARGET.read_text(encoding="utf-8") == render()
