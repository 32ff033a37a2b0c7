"""The ways out that findings tell: made in the file as the words say, each removes its finding."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy.lint._trial import field_spec, harm, tried, written_class
from mops_taxonomy.lint._ways_out import MOST, Way, ways_out
from mops_taxonomy.lint.subject import Subject
from mops_taxonomy.taxonomy import Taxonomy
from tests.lint.case import cases
from tests.lint.hand import made
from tests.lint.test_cases import found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mops_taxonomy.convention import Convention
    from tests.lint.case import Case

CODES = ("MT910", "MT911", "MT912", "MT916")

SHORTENED = re.compile(r"shorten its fields by \d+ characters together")
"""Says how much is too much, but not of which field: nothing to make."""

FOR_READERS = re.compile(r"give the record's `\w+` wherever names are read")
"""Asks for a change where names are read, not in the file."""

BOUNDLESS = re.compile(r"give `\w+` a `max(_length)?`")
"""Says what is missing, but not how much."""

NOT_MADE = (SHORTENED, FOR_READERS, BOUNDLESS)


def told() -> Iterator[Any]:
    """Every way out of every case, with the place and the witness of its finding."""
    for case in (case for code in CODES for case in cases(code)):
        for number, flaw in enumerate(case.flaws):
            for words in flaw.get("ways_out", []):
                if not any(pattern.fullmatch(words) for pattern in NOT_MADE):
                    yield pytest.param(case, number, words, id=f"{case.title}-{number}-{words}")


@pytest.mark.parametrize(("case", "number", "words"), list(told()))
def test_a_way_out_removes_its_finding(case: Case, number: int, words: str) -> None:
    """After the change that the words say, the message is not told of that place any more."""
    flaw = case.flaws[number]
    changed = made(case.taxonomy, flaw["at"], words)

    left = [finding for finding in found(case.code, changed, case.today) if finding.certainty == "certain"]

    assert changed != case.taxonomy
    assert flaw["message"] not in [finding.message for finding in left]
    assert flaw["witness"] not in [
        finding.text for finding in left if _same_forms(finding.message, flaw["message"])
    ]


def _same_forms(one: str, other: str) -> bool:
    """Whether two messages begin alike: they are about the same names."""
    return one.partition(":")[0] == other.partition(":")[0]


@pytest.mark.parametrize("code", CODES)
def test_most_ways_out_are_made(code: str) -> None:
    """Every rule has ways out that this file makes."""
    assert any(param.values[0].code == code for param in told())


TAXONOMY = {
    "taxonomy": "t",
    "version": "1",
    "fields": {
        "launch": {"kind": "date", "format": "{YYYY}"},
        "title": {"kind": "text", "characters": "A-Z"},
        "size": {"kind": "name", "template": "{launch}x{title}"},
    },
    "conventions": {
        "tag": {
            "forms": ["{launch}_{title}", "{title}+{size}"],
            "examples": {"valid": ["2026_STORIES", {"name": "A+2026xB"}]},
        }
    },
}


@pytest.fixture
def subject() -> Subject:
    """A taxonomy of one convention, whose examples have titles of seven letters and of one."""
    loaded = Taxonomy.load(TAXONOMY)
    return Subject(loaded.resolved, TAXONOMY, {"tag": loaded.convention("tag")}, date(2026, 3, 1))


def shortened(most: int, spec: dict[str, Any]) -> bool:
    """The title of the first form gets a longest length."""
    spec["forms"][0]["fields"]["title"]["max_length"] = most
    return True


def test_a_change_is_tried_on_a_copy(subject: Subject) -> None:
    """The changed convention reads names by the change, the one that is there as before."""
    changed = tried(subject, "tag", partial(shortened, 3))

    assert changed is not None
    assert not changed.is_valid("2026_STORIES")
    assert subject.conventions["tag"].is_valid("2026_STORIES")


def test_forms_that_are_as_they_were_are_not_made_anew(subject: Subject) -> None:
    """Only the form that the change is about is another one."""
    changed = tried(subject, "tag", partial(shortened, 3))

    assert changed is not None
    assert changed.forms[0] is not subject.conventions["tag"].forms[0]
    assert changed.forms[1] is subject.conventions["tag"].forms[1]


@pytest.mark.parametrize(
    ("key", "value"), [("template", "{launch"), ("template", "{launch}_{other}"), ("when", None)]
)
def test_a_change_that_makes_no_sense_is_none(subject: Subject, key: str, value: object) -> None:
    """A template that cannot be read, or names what there is not, is no way out; nor is a change not made."""

    def change(spec: dict[str, Any]) -> bool:
        spec["forms"][0][key] = value
        return value is not None

    assert tried(subject, "tag", change) is None


@pytest.mark.parametrize(
    ("path", "kind"), [("title", "text"), ("size.launch", "date"), ("other", None), ("title.other", None)]
)
def test_the_specification_of_a_field(subject: Subject, path: str, kind: str | None) -> None:
    """Fields are found by their path, those of a name inside too; None is answered where there is none."""
    found = field_spec(subject.conventions["tag"].spec["forms"][1], path)

    assert (found and found["kind"]) == kind


@pytest.mark.parametrize(("most", "kept"), [(7, True), (6, False)])
def test_examples_that_a_change_keeps(subject: Subject, most: int, kept: bool) -> None:
    """An example that was valid must stay so; those that were not do not matter."""
    changed = tried(subject, "tag", partial(shortened, most))

    assert changed is not None
    assert harm(subject.conventions["tag"], changed) == (None if kept else "no longer be valid")


@pytest.mark.parametrize(
    ("template", "expected"),
    [("{a}-{b}", None), ("{b}-{a}", "be read otherwise"), ("{a}_{b}", "no longer be valid")],
)
def test_what_becomes_of_examples(template: str, expected: str | None) -> None:
    """An example keeps its values, not only its validity."""
    fields = {name: {"kind": "text", "characters": "a-z"} for name in "ab"}
    examples = {"valid": ["x-y"]}

    def convention(template: str) -> Convention:
        forms = {"c": {"forms": [template], "examples": examples}}
        return Taxonomy.load(
            {"taxonomy": "t", "version": "1", "fields": fields, "conventions": forms}
        ).convention()

    assert harm(convention("{a}-{b}"), convention(template)) == expected


@pytest.mark.parametrize("characters", ["A-Z", "^_", "a", "-", "^a-z\\]"])
def test_a_set_of_characters_is_written_as_it_is_read(characters: str) -> None:
    """What is written reads as the same set."""
    data = {**TAXONOMY, "fields": {**TAXONOMY["fields"], "title": {"kind": "text", "characters": characters}}}  # type: ignore[dict-item]
    kind = Taxonomy.load(data).convention("tag").forms[0].kinds["title"][0]
    written = written_class(kind.shape.charset)  # type: ignore[attr-defined]
    data["fields"]["title"] = {"kind": "text", "characters": written}  # type: ignore[index]

    again = Taxonomy.load(data).convention("tag").forms[0].kinds["title"][0]

    assert again.shape.charset == kind.shape.charset  # type: ignore[attr-defined]


def ways(*sizes: int, sort: str = "") -> list[Way]:
    """A way for each length."""
    return [Way(f"at most {size}", partial(shortened, size), sort) for size in sizes]


def at_most(size: int) -> Callable[[Convention], bool]:
    """Whether the title of the first form is no longer than this."""
    return lambda changed: changed.forms[0].spec["fields"]["title"]["max_length"] <= size


def test_ways_that_do_not_help_are_not_told(subject: Subject) -> None:
    """Only what the proof succeeds with is told, in the order given."""
    tag = subject.conventions["tag"]

    assert ways_out(subject, tag, ways(99, 9, 98, 8), at_most(20)) == ("at most 9", "at most 8")


def test_ways_that_cost_examples_come_last(subject: Subject) -> None:
    """And say so."""
    tag = subject.conventions["tag"]

    assert ways_out(subject, tag, ways(3, 9), at_most(20)) == (
        "at most 9",
        "at most 3 (some of the examples would no longer be valid)",
    )


def test_only_a_few_ways_are_told(subject: Subject) -> None:
    """The first that keep the examples are enough."""
    told = ways_out(subject, subject.conventions["tag"], ways(3, 9, 10, 11, 12), at_most(20))

    assert told == ("at most 9", "at most 10", "at most 11")
    assert len(told) == MOST


def test_of_one_sort_only_the_first_that_helps_is_told(subject: Subject) -> None:
    """Ten delimiters would do as well as one."""
    tag = subject.conventions["tag"]
    some = [*ways(99, 9, 10, sort="length"), *ways(11)]

    assert ways_out(subject, tag, some, at_most(20)) == ("at most 9", "at most 11")
