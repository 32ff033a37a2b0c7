"""What becomes of names when a convention changes is decided, with a name that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy.proofs.comparison import newly_accepted, read_alike, still_accepted
from mops_taxonomy.proofs.verdict import PROVED
from tests.proofs.made import DAY, convention, integer, term, text

if TYPE_CHECKING:
    from mops_taxonomy import Convention

AB = text("ab", max_length=3)
LIST: dict[str, Any] = {"i": term("a", "b"), "l": {"kind": "list", "of": "i", "separator": "+"}}
UNIQUE: dict[str, Any] = {"fields": {"l": {"unique": True}}}
ALIAS: dict[str, Any] = {"A": {"aliases": ["x"]}, "B": {}}
MOVED: dict[str, Any] = {"A": {}, "B": {"aliases": ["x"]}}
MONTHS: dict[str, Any] = {"kind": "date", "format": ["{YYYY}-{MM}", "{YYYY}{MM}"]}
PAIR: dict[str, Any] = {"a": term("A", "B"), "b": term("1", "2")}
ONLY_1: dict[str, Any] = {"combinations": [{"fields": ["a", "b"], "allow": {"B": ["1"]}}]}
START_END: dict[str, Any] = {
    "s": {"kind": "date", "format": "{YYYY}{MM}{DD}", "role": "start"},
    "e": {"kind": "date", "format": "FY{FYYY}Q{Q}", "role": "end"},
}


def spelt(terms: dict[str, Any], *accept: str) -> dict[str, Any]:
    """A field of these terms."""
    return term(terms=terms, accept=list(accept))


def system(**limits: Any) -> dict[str, Any]:
    """Keys that put a convention in a system with these limits."""
    return {"systems": ["local"], "top": {"systems": {"local": limits}}}


TWO_CODES: dict[str, Any] = {"t": AB, "b": term("1", "2")}
REFUSES: dict[str, Any] = {"combinations": [{"fields": ["t", "b"], "allow": {"B": ["1"]}}]}
STRICT: dict[str, Any] = {"severity": {"MT123": "error"}}
SWAPPED: dict[str, Any] = {**MONTHS, "format": ["{YYYY}{MM}", "{YYYY}-{MM}"]}


@pytest.mark.parametrize(
    ("old", "new", "witness"),
    [
        (convention({"t": AB}, "{t}"), convention({"t": text("a", max_length=3)}, "{t}"), "b"),
        (convention({"t": AB}, "{t}"), convention({"t": text("ab", max_length=2)}, "{t}"), "aaa"),
        (convention({"t": AB}, "{t}"), convention({"t": AB}, "{t}", max_length=2), "aaa"),
        (convention({"t": AB, "u": AB}, "{t}{?-{u}}"), convention({"t": AB, "u": AB}, "{t}-{u}"), "a"),
        (convention(PAIR, "{a}", "{b}"), convention(PAIR, "{a}"), "1"),
        (convention(PAIR, "{a}{b}"), convention(PAIR, "{a}{b}", **ONLY_1), "B2"),
        (
            convention(PAIR, "{a}{b}", severity={"MT206": "warning"}, **ONLY_1),
            convention(PAIR, "{a}{b}", **ONLY_1),
            "B2",
        ),
        (
            convention({"t": term("a", "b")}, "{t}"),
            convention({"t": term(terms={"a": {}, "b": {"until": "2020-01-01"}})}, "{t}"),
            "b",
        ),
        # Limits in bytes, and characters that a system does not take.
        (
            convention({"t": text("é", max_length=3)}, "{t}"),
            convention({"t": text("é", max_length=3)}, "{t}", **system(max_length=5, unit="bytes")),
            "ééé",
        ),
        (convention({"t": AB}, "{t}"), convention({"t": AB}, "{t}", **system(forbidden="b")), "b"),
        # The language is the same: what texts mean is not.
        (
            convention({**TWO_CODES, "t": spelt(ALIAS, "aliases")}, "{t}{b}", **REFUSES),
            convention({**TWO_CODES, "t": spelt(MOVED, "aliases")}, "{t}{b}", **REFUSES),
            "x2",
        ),
        (
            convention(START_END, "{s}_{e}", top={"fiscal_year_start": 1}),
            convention(START_END, "{s}_{e}", top={"fiscal_year_start": 7}),
            "11111111_FY1111Q4",
        ),
        (convention({"d": MONTHS}, "{d}", **STRICT), convention({"d": SWAPPED}, "{d}", **STRICT), "2026-01"),
        (
            convention(LIST, "{l}", {"template": "x{l}", **UNIQUE}),
            convention(LIST, {"template": "{l}", **UNIQUE}, {"template": "x{l}", **UNIQUE}),
            "a+a",
        ),
        # For records of another kind only.
        (
            convention({"t": AB}, "{t}"),
            convention({"t": AB}, {"template": "{t}", "when": {"k": "A"}}),
            "a",
        ),
        (
            convention(
                {"t": AB},
                {"name": "x", "template": "{t}", "when": {"k": ["A", "B"]}},
                {"name": "y", "template": "{t}", "when": {"k": "B"}},
            ),
            convention({"t": AB}, {"name": "y", "template": "{t}", "when": {"k": "A"}}),
            "a",
        ),
    ],
)
def test_names_that_are_lost(old: Convention, new: Convention, witness: str) -> None:
    """A name is shown that was valid and is no more; the other way round it is a new one."""
    verdict = still_accepted(old, new, DAY)
    assert (verdict.answer, verdict.witness, verdict.day) == ("refuted", witness, DAY)
    assert newly_accepted(new, old, DAY) == verdict


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (convention({"t": text("a")}, "{t}"), convention({"t": text("ab")}, "{t}")),
        (convention({"t": term("a", "ab")}, "{t}"), convention({"t": text("ab")}, "{t}", "x{t}")),
        (convention(PAIR, "{a}{b}", **ONLY_1), convention(PAIR, "{a}{b}")),
        (convention(PAIR, "{a}{b}", **ONLY_1), convention(PAIR, "{a}{b}", "{b}", **ONLY_1)),
        (convention({"i": integer("{n}", max=99)}, "{i}"), convention({"i": integer("{n}", "v{n}")}, "{i}")),
        (convention({"t": AB}, "{t}", **system(max_length=3)), convention({"t": AB}, "{t}", max_length=9)),
    ],
)
def test_names_that_are_kept(old: Convention, new: Convention) -> None:
    """Every name stays valid."""
    assert still_accepted(old, new, DAY) == PROVED


def test_what_is_lost_is_told() -> None:
    """The message is the one that people will get for the name; a record that it takes is told too."""
    old = convention({"t": AB}, "{t}")
    assert still_accepted(old, convention({"t": AB}, "{t}", max_length=2), DAY).detail == (
        "the name has 3 characters; the convention allows 2"
    )
    asking = convention({"t": AB}, {"template": "{t}", "when": {"k": "A"}})
    assert still_accepted(old, asking, DAY).detail == (
        "no form of the convention applies on this day and to this record, where k is none of these"
    )


def test_names_that_cannot_be_tried_are_left_open() -> None:
    """Where no name that was tried is lost, and nothing proves that none is, the answer says what it depends on."""
    taken = system(forbidden="a")
    old = convention({"t": AB}, "{t}", **taken)
    new = convention({"t": AB}, "{t}", max_length=2, **taken)
    verdict = still_accepted(old, new, DAY)
    assert verdict.answer != "proved"
    assert (verdict.answer == "refuted") == (verdict.witness is not None)


@pytest.mark.parametrize(
    ("old", "new", "witness", "detail"),
    [
        (convention({"t": spelt(ALIAS, "aliases")}, "{t}"), convention({"t": spelt(MOVED, "aliases")}, "{t}"),
         "x", "`t` was A, is B"),
        (convention({"t": spelt(ALIAS, "aliases", "case")}, "{t}"),
         convention({"t": spelt(MOVED, "aliases", "case")}, "{t}"), "x", "`t` was A, is B"),
        (convention({"t": AB, "u": AB}, "{t}"), convention({"t": AB, "u": AB}, "{u}"),
         "a", "`t` was a, is absent; `u` was absent, is a"),
        (convention({"t": AB, "u": AB}, "{t|u}", prefer="first"),
         convention({"t": AB, "u": AB}, "{u|t}", prefer="first"),
         "a", "`t` was a, is absent; `u` was absent, is a"),
        (convention({"t": AB, "u": AB}, "{t|u}"), convention({"t": AB, "u": AB}, "{t|u}", prefer="first"),
         "a", "it had 2 readings, it has 1 reading"),
        (convention({"a": AB, "c": term("a"), "d": term("a")}, "{a}", "{c}{?{d}}"),
         convention({"a": AB, "c": term("a"), "d": term("a")}, "{a}", "{c}{?{d}}",
                    combinations=[{"fields": ["c", "d"], "allow": {"a": ["a"]}}]),
         "a", "it had 2 readings, it has 1 reading"),
    ],
)  # fmt: skip
def test_names_that_are_read_otherwise(old: Convention, new: Convention, witness: str, detail: str) -> None:
    """A name is shown that both read, each in its own way."""
    verdict = read_alike(old, new, DAY)
    assert (verdict.answer, verdict.witness, verdict.detail) == ("refuted", witness, detail)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (convention({"t": AB}, "{t}"), convention({"t": text("ab")}, "{t}")),
        (convention({"t": AB}, "{t}"), convention({"t": text("cd")}, "{t}")),
        (convention({"t": term("a", "b")}, "{t}"), convention({"t": text("ab")}, "{t}")),
        (
            convention({"i": integer("{n}", "v{n}"), "t": AB}, "{i}", "{t}"),
            convention({"i": integer("{n}", "v{n}"), "t": AB}, "{i}", "{t}", "x{t}"),
        ),
    ],
)
def test_names_that_are_read_as_before(old: Convention, new: Convention) -> None:
    """What both read has the same values by both."""
    assert read_alike(old, new, DAY) == PROVED
