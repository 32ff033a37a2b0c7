"""Whether names may have two readings is decided, with a name that shows it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mops_taxonomy.proofs.ambiguity import meet, one_reading, questions
from mops_taxonomy.proofs.verdict import PROVED, Verdict
from tests.proofs.made import DAY, convention, integer, term, text

AB, BC = term("a", "ab"), term("bc", "c")
SPLIT = {"t": AB, "u": BC}
DATES = {"kind": "date", "format": ["{YY}{MM}{DD}", "{DD}{MM}{YY}"]}


def many(item: str, **own: Any) -> dict[str, Any]:
    """A list of another field."""
    return {"kind": "list", "of": item, "separator": "-", **own}


@pytest.mark.parametrize(
    ("fields", "forms", "own"),
    [
        (SPLIT, ["{t}_{u}"], {}),
        (SPLIT, ["{t}"], {}),
        ({"t": text("ab"), "u": text("a-")}, ["{t}-{u}"], {}),
        ({"t": text("ab", prefer="longest"), "u": text("bc")}, ["{t}{u}"], {}),
        ({"t": text("ab", prefer="shortest"), "u": text("bc")}, ["{t}{u}"], {}),
        ({"t": text("ab"), "u": text("ab")}, ["{t|u}"], {"prefer": "first"}),
        ({"t": text("ab"), "u": text("ab")}, ["{t}", "{u}"], {"prefer": "first"}),
        ({"t": text("ab")}, ["{t}", "{t}"], {}),
        (SPLIT, [{"template": "{t}", "until": "2020-01-01"}, "{u}a"], {}),
        ({"t": text("ab"), "i": integer("{n}")}, ["{t}{?{i}}"], {}),
        ({"i": term("a", "b"), "l": many("i")}, ["{l}"], {}),
        ({"i": integer("{n}", "1{n}", width=1)}, ["{i}"], {}),
        ({"d": {"kind": "date", "format": ["{YYYY}{MM}{DD}", "{YY}{MM}{DD}"]}}, ["{d}"], {}),
    ],
)
def test_proved(fields: dict[str, Any], forms: list[Any], own: dict[str, Any]) -> None:
    """No name has two readings: on the day, and by any question on any day."""
    made = convention(fields, *forms, **own)
    assert one_reading(made, DAY) == PROVED
    assert {question.verdict() for question in questions(made, today=DAY)} <= {PROVED}


@pytest.mark.parametrize(
    ("fields", "forms", "witness", "detail"),
    [
        (SPLIT, ["{t}{u}"], "abc", "t=ab, u=c, or t=a, u=bc"),
        ({"t": text("ab"), "u": text("ab")}, ["{t}{u}"], "aaa", "t=aa, u=a, or t=a, u=aa"),
        ({"t": text("ab"), "u": text("bc")}, ["{t|u}"], "b", "t=b, or u=b"),
        ({"t": text("ab"), "u": text("bc")}, ["{t}", "{u}"], "b", "t=b by `1`, or u=b by `2`"),
        ({"t": text("a-"), "u": text("b-")}, ["{t}{?-{u}}"], "a--", "t=a--, or t=a, u=-"),
        ({"i": term("a", "b", "a-b"), "l": many("i")}, ["{l}"], "a-b", "l=[a-b], or l=[a, b]"),
        ({"i": integer("{n}", "1{n}")}, ["{i}"], "11", "i=11, or i=1"),
        ({"d": DATES}, ["x{d}"], "x260324", "d=2026-03-24, or d=2024-03-26"),
        # Items that have two values each.
        ({"i": integer("{n}", "1{n}"), "l": many("i")}, ["{l}"], "11", "l=[11], or l=[1]"),
        # Other values of the same field: the spelling of a code, and a text as it is.
        (
            {"t": term("AB", accept="case")},
            ["{t}", {"template": "{t}", "fields": {"t": {**text("a-z"), "terms": "", "accept": ""}}}],
            "ab",
            "t=AB by `1`, or t=ab by `2`",
        ),
        (
            {"t": text("a-zA-Z_-", case="title", accept="case")},
            [
                {"template": "{t}", "fields": {"t": {"joiner": "-"}}},
                {"template": "{t}", "fields": {"t": {"joiner": "_"}}},
            ],
            "a-a",
            "t=A-A by `1`, or t=A-a by `2`",
        ),
    ],
)
def test_refuted(fields: dict[str, Any], forms: list[Any], witness: str, detail: str) -> None:
    """A shortest name with two readings is shown, and what they are."""
    verdict = one_reading(convention(fields, *forms), DAY)
    assert (verdict.answer, verdict.witness, verdict.day) == ("refuted", witness, DAY)
    assert verdict.detail == detail


def test_what_stands_in_no_automaton_is_left_open() -> None:
    """Where a combination rules out every name that looks disputed, the answer says what was tried."""
    fields = {"t": AB, "u": BC}
    ruled = [{"fields": ["t", "u"], "allow": {"a": ["c"], "ab": ["bc"]}}]
    verdict = one_reading(convention(fields, "{t}{u}", combinations=ruled), DAY)
    assert verdict == Verdict(
        "not decided",
        reason="by their shape, names such as `abc` have two readings, but none of those tried has",
    )


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ({}, {}, True),
        ({"until": "2020-01-01"}, {"since": "2020-01-01"}, True),
        ({"until": "2020-01-01"}, {"since": "2020-01-02"}, False),
        ({"since": "2030-01-01"}, {"until": "2029-12-31"}, False),
        ({"since": "2020-01-01", "until": "2022-01-01"}, {"since": "2021-01-01"}, True),
    ],
)
def test_forms_that_meet(one: dict[str, str], other: dict[str, str], together: bool) -> None:
    """Two forms meet where both are in force on some day; only then are they asked about."""
    made = convention(SPLIT, {"template": "{t}", **one}, {"template": "{u}", **other})
    first, second = made.forms
    assert meet(first, second) is together
    asked = [[form.name for form in question.forms] for question in questions(made, today=DAY)]
    assert asked == [["1"], ["2"], *([["1", "2"]] if together else [])]


def test_forms_that_meet_on_given_days() -> None:
    """Of days that are given, one on which both are in force is enough, and one is needed."""
    made = convention(SPLIT, {"template": "{t}", "until": "2020-01-01"}, "{u}")
    first, second = made.forms
    assert meet(first, second, [DAY, date(2020, 1, 1)])
    assert not meet(first, second, [DAY, date(2020, 1, 2)])


def test_terms_of_other_days() -> None:
    """Readings of different days make no name ambiguous; a day on which both are, does, and is told."""
    past, future = {"until": "2020-01-01"}, {"since": "2020-01-02"}
    apart = convention({"t": term(terms={"a": past, "ab": future}), "u": BC}, "{t}{u}")
    assert [question.verdict() for question in questions(apart, today=DAY)] == [PROVED]
    both = convention({"t": term(terms={"a": past, "ab": {}}), "u": BC}, "{t}{u}")
    [verdict] = [question.verdict() for question in questions(both, today=DAY)]
    assert (verdict.witness, verdict.day) == ("abc", date(2020, 1, 1))
    assert one_reading(both, DAY) == PROVED
    assert one_reading(both, date(2020, 1, 1)).witness == "abc"


def test_a_form_of_the_past_with_many_terms_since() -> None:
    """Terms that came after a form's last day do not hide the days on which it was in force."""
    later = {f"x{year}": {"since": f"{year}-01-01"} for year in range(1930, 2026)}
    form = {"template": "{t}{u}", "until": "1929-12-31"}
    made = convention({"t": term(terms={"a": {}, "ab": {}, **later}), "u": BC}, form)
    [verdict] = [question.verdict() for question in questions(made, today=DAY)]
    assert (verdict.witness, verdict.day) == ("abc", date(1929, 12, 31))


def test_equal_readings_of_other_forms_are_no_dispute() -> None:
    """A reading that an earlier form has too is not lost: the form that repeats it is ambiguous itself."""
    fields = {"t": text("ab", max_length=2), "u": text("ab", max_length=2)}
    made = convention(fields, "{t}", "{t|u}")
    answers = {
        tuple(form.name for form in question.forms): question.verdict().answer
        for question in questions(made, today=DAY)
    }
    assert answers == {("1",): "proved", ("2",): "refuted", ("1", "2"): "refuted"}


def test_codes_that_are_refused_but_no_error() -> None:
    """A witness may hold a code that `except` names, where the taxonomy says that this is no error."""
    fields = {"t": term("a", "ab", **{"except": ["ab"]}), "u": BC}
    verdict = one_reading(convention(fields, "{t}{u}", severity={"MT113": "warning"}), DAY)
    assert (verdict.answer, verdict.witness) == ("refuted", "abc")


def test_items_that_are_told_apart_but_mean_the_same() -> None:
    """Ways to take a list apart that give the same values are no dispute."""
    items = term(terms={"aa": {"aliases": ["a"]}}, accept="aliases")
    made = convention({"i": items, "l": {"kind": "list", "of": "i", "separator": "a", "max": 2}}, "{l}")
    verdict = one_reading(made, DAY)
    assert verdict.answer != "refuted"
    assert "None" not in (verdict.reason or "")
