"""Forms: what follows from a template and its fields."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.declared import convention, told

FIELDS: dict[str, Any] = {
    "a": {"kind": "term", "terms": ["A", "B"]},
    "b": {"kind": "integer", "max": 99},
    "c": {"kind": "text", "characters": "a-z-"},
    "d": {"kind": "text", "characters": "a-z", "joiner": "-"},
    "day": {"kind": "date", "format": "{YYYY}{MM}{DD}"},
    "w": {"kind": "integer", "max": 9},
    "h": {"kind": "integer", "max": 9},
    "size": {"kind": "name", "template": "{w}x{h}"},
}
DAY = date(2026, 3, 1)


def form(template: str, **own: Any) -> Any:
    """The only form of a convention over the fields above."""
    return convention({"template": template, **own}, fields=FIELDS).forms[0]


@pytest.mark.parametrize(
    ("template", "one_reading", "plain", "rigid", "longest", "paths"),
    [
        ("{a}_{b}", True, True, True, 4, ("a", "b")),
        ("{a}{?_{b}}", True, True, False, 4, ("a", "b")),
        ("{a|b}", True, True, False, 2, ("a", "b")),
        ("{b}_{c}", True, True, True, None, ("b", "c")),
        ("{d}-{c}", False, False, True, None, ("d", "c")),
        ("{a}_{day}", True, False, True, 10, ("a", "day")),
        ("{a}_{size}", True, True, False, 5, ("a", "size.w", "size.h")),
        ("{a}{b}", True, True, True, 3, ("a", "b")),
        ("{w}{h}", True, True, True, 2, ("w", "h")),
        ("{b}{w}", True, True, True, 3, ("b", "w")),
    ],
)
def test_what_is_known_of_a_form(
    template: str, one_reading: bool, plain: bool, rigid: bool, longest: int | None, paths: tuple[str, ...]
) -> None:
    """Whether its names have one reading is proved; whether a match says everything follows from its fields."""
    made = form(template)
    assert (made.one_reading, made.plain, made.rigid, made.longest) == (one_reading, plain, rigid, longest)
    assert made.paths == paths
    assert repr(made) == f"<Form 1 {template!r}>"


def test_one_reading_is_proved_of_what_is_matched() -> None:
    """A pattern reads a listed code of an open vocabulary in two ways: in a list, backtracking would explode."""
    topic = {
        "kind": "term",
        "vocabulary": "topic",
        "accept": "case",
    }
    made = convention(
        "{topics}_{b}",
        fields={**FIELDS, "topic": topic, "topics": {"kind": "list", "of": "topic", "separator": "+"}},
        whole={
            "vocabularies": {
                "topic": {"policy": "review", "characters": "A-Za-z0-9", "terms": ["Ro", "Ops.x"]}
            }
        },
    )
    assert not made.forms[0].one_reading
    assert made.is_valid("+".join(["ro"] * 50) + "_1")
    assert not made.is_valid("+".join(["ro"] * 50) + "!")


@pytest.mark.parametrize(
    ("template", "text", "spans"),
    [
        ("{a}_{b}", "A_7", [{"a": (0, 1), "b": (2, 3)}]),
        ("{a}_{b}", "A_07", []),
        ("{a}_{b}", "A_7\n", []),
        ("{a}{?_{b}}", "B", [{"a": (0, 1)}]),
        ("{d}-{c}", "x-y-z", [{"d": (0, 3), "c": (4, 5)}, {"d": (0, 1), "c": (2, 5)}]),
        ("{b}{w}", "12", [{"b": (0, 1), "w": (1, 2)}]),
        ("{b}{w}", "123", [{"b": (0, 2), "w": (2, 3)}]),
        ("[{a}] | {size}", "[A] | 3x4", [{"a": (1, 2), "size.w": (6, 7), "size.h": (8, 9)}]),
        ("{{{a}}}", "{A}", [{"a": (1, 2)}]),
        ("{a}{?_dev.{?{b}}}", "A_dev.", [{"a": (0, 1)}]),
    ],
)
def test_readings(template: str, text: str, spans: list[dict[str, tuple[int, int]]]) -> None:
    """Every way to read a text, each with the places of its fields."""
    assert [reading.spans for reading in form(template).readings(text)] == spans


def test_readings_are_cut() -> None:
    """At most 64 readings are looked at; what is disputed is known all the same."""
    made = form("{d}-{c}")
    text = "-".join("x" * 100)
    assert len(made.readings(text)) == 64
    assert made.disputed(text) == {"d", "c"}
    assert form("{a}_{b}").disputed("A_1") == frozenset()


def test_faults_of_fields_stand_in_the_name() -> None:
    """What is wrong with a field is found where the field stands."""
    made = form("{a}_{day}")
    (reading,) = made.readings("A_20260230")
    assert told(made.faults(reading, DAY)) == [("bad_date", "day", (2, 10), [])]


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"a": "A", "b": 7}, "A_7"),
        ({"a": "X", "b": 7}, None),
        ({"a": "A"}, None),
        ({"a": "A", "b": 7, "c": "x"}, None),
    ],
)
def test_written(values: dict[str, Any], text: str | None) -> None:
    """The quick way to write a name says nothing of what it cannot write."""
    assert form("{a}_{b}").written(values) == text


def test_forms_with_groups_are_never_written_the_quick_way() -> None:
    """Whether a group is written needs asking."""
    assert form("{a}{?_{b}}").written({"a": "A"}) is None


def test_percent_signs_are_text() -> None:
    """A template may hold what formatting gives a meaning."""
    made = convention("100%_{a}_%s%d", fields=FIELDS)
    assert made.format(a="A") == "100%_A_%s%d"
    assert made.parse("100%_A_%s%d").values == {"a": "A"}


class Steps(str):
    """A text that counts the characters taken from it."""

    __slots__ = ()
    taken = 0

    def __iter__(self) -> Any:
        for character in str(self):
            Steps.taken += 1
            yield character

    def __reversed__(self) -> Any:
        for character in str(self)[::-1]:
            Steps.taken += 1
            yield character


def test_ambiguous_names_are_read_in_steps_in_proportion() -> None:
    """To find all that is live in a text, each character is looked at once, and no set of positions twice."""
    runs = form("{d}-{c}")._runs
    counts = []
    for size in (100, 200, 400):
        before = Steps.taken
        assert runs.live(Steps("-".join("x" * size))) is not None
        counts.append(Steps.taken - before)
    assert counts == [199, 399, 799]
    assert len(runs._sets) < 20
