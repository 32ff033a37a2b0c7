"""Terms of vocabularies."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.fault import Misfit
from tests.fields.made import DAY, field, fits, shown, term, text_shape

REGIONS = {
    "EMEA": term(label="Europe and Africa", aliases=["EU"]),
    "AMER": term(label="Americas", aliases=["NORAM"], codes={"crm": "Americas"}),
    "APJ": term(until="2026-01-31", replaced_by="APAC"),
    "APAC": term(since="2026-02-01"),
}
TOPICS: dict[str, Any] = {
    "terms": {"Robotics": term(), "Mlops": term()},
    "text": text_shape(characters="A-Za-z0-9", max_length=10),
}


def terms(**own: Any) -> Any:
    """A field of the regions."""
    return field("term", **{"terms": REGIONS, **own})


@pytest.mark.parametrize(
    ("own", "texts"),
    [
        ({}, {"EMEA": "EMEA", "AMER": "AMER"}),
        ({"only": ["EMEA"]}, {"EMEA": "EMEA", "AMER": None}),
        ({"case": "lower"}, {"emea": "EMEA", "EMEA": None}),
        ({"codes": "crm"}, {"Americas": "AMER", "AMER": None, "EMEA": "EMEA"}),
        ({"codes": "crm", "case": "upper"}, {"AMERICAS": "AMER", "Americas": None}),
        ({"accept": ["case"]}, {"emea": "EMEA", "EmEa": "EMEA", "eu": None}),
        ({"accept": ["aliases"]}, {"EU": "EMEA", "eu": None, "emea": None, "NORAM": "AMER"}),
        ({"accept": ["case", "aliases"]}, {"eu": "EMEA", "noram": "AMER", "amer": "AMER"}),
    ],
)
def test_read(own: dict[str, Any], texts: dict[str, str | None]) -> None:
    """Which spellings are read, and that the value is always the code."""
    kind = terms(**own)
    automaton = build(kind.language)
    for text, code in texts.items():
        assert automaton.accepts(text) is kind.reads(text) is (code is not None)
        if code is not None:
            assert kind.decode(text) == code


@pytest.mark.parametrize(
    ("own", "code", "text"),
    [
        ({}, "EMEA", "EMEA"),
        ({"case": "lower"}, "EMEA", "emea"),
        ({"codes": "crm"}, "AMER", "Americas"),
        ({"codes": "crm", "case": "lower"}, "AMER", "americas"),
        ({"codes": "utm"}, "AMER", "AMER"),
        ({"accept": ["case", "aliases"]}, "EMEA", "EMEA"),
    ],
)
def test_written(own: dict[str, Any], code: str, text: str) -> None:
    """A code is written as the field spells it."""
    kind = terms(**own)
    assert (kind.encode(code), kind.write(code)) == (text, text)


def test_a_code_in_two_spellings_of_others() -> None:
    """A text that is a code is that code, though it may be an alias of another as well."""
    kind = field("term", terms={"A": term(aliases=["B"]), "B": term()}, accept=["aliases"])
    assert (kind.decode("A"), kind.decode("B")) == ("A", "B")


@pytest.mark.parametrize(
    ("value", "message", "suggested"),
    [
        ("EMA", "'EMA' is not one of EMEA or AMER", ["EMEA"]),
        ("emea", "'emea' is not one of EMEA or AMER", []),
        ("EU", "'EU' is not one of EMEA or AMER", ["EMEA"]),
        ("", "'' is not one of EMEA or AMER", []),
        (5, "5 is not a code", []),
        (None, "None is not a code", []),
    ],
)
def test_not_written(value: Any, message: str, suggested: list[str]) -> None:
    """Only codes are written; what may have been meant is suggested."""
    with pytest.raises(Misfit) as caught:
        terms(only=["EMEA", "AMER"]).encode(value)
    assert caught.value.message == message
    assert [one.text for one in caught.value.suggestions][: len(suggested)] == suggested


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("APJ", date(2026, 1, 31), []),
        ("APJ", date(2026, 2, 1), [("term_retired", (0, 3), "APJ", ["APAC"])]),
        ("APAC", date(2026, 1, 31), [("term_not_yet", (0, 4), "APAC", [])]),
        ("APAC", date(2026, 2, 1), []),
        ("EMEA", date(1999, 1, 1), []),
    ],
)
def test_windows_include_their_days(text: str, day: date, expected: list[Any]) -> None:
    """A term is in force from its first day to its last."""
    kind = terms()
    assert shown(kind.faults(text, day)) == expected
    assert fits(kind, text, day) is (expected == [])


def test_a_retired_term_names_its_follower_only_where_it_may_stand() -> None:
    """A follower that `only` leaves out is not suggested."""
    (fault,) = terms(only=["EMEA", "APJ"]).faults("APJ", DAY)
    assert fault.suggestions == ()
    assert fault.detail == {"code": "APJ", "until": "2026-01-31", "replaced_by": "APAC"}


@pytest.mark.parametrize(("day", "suggested"), [(date(2026, 3, 1), ["NEW"]), (date(2026, 1, 1), [])])
def test_what_follows_a_retired_term_is_in_force(day: date, suggested: list[str]) -> None:
    """A follower that is retired too is passed over; where none is in force yet, none is suggested."""
    old, middle = term(until="2024-12-31", replaced_by="MID"), term(until="2025-12-31", replaced_by="NEW")
    kind = terms(terms={"OLD": old, "MID": middle, "NEW": term(since="2026-02-01")})

    (fault,) = kind.faults("OLD", day)
    assert [one.text for one in fault.suggestions] == suggested
    assert fault.detail["replaced_by"] == (suggested or ["MID"])[0]


@pytest.mark.parametrize(
    ("own", "text", "expected"),
    [
        ({}, "EU", [("alias_used", (0, 2), "EU", ["EMEA"])]),
        ({}, "emea", [("wrong_case", (0, 4), "emea", ["EMEA"])]),
        ({}, "EMAE", [("unknown_term", (0, 4), "EMAE", ["EMEA"])]),
        ({}, "Europe and Afrika", [("unknown_term", (0, 17), "Europe and Afrika", ["EMEA"])]),
        ({}, "zzz", [("unknown_term", (0, 3), "zzz", [])]),
        ({}, "APJ", [("term_retired", (0, 3), "APJ", ["APAC"])]),
        ({"only": ["AMER", "APAC"]}, "EMEA", [("unknown_term", (0, 4), "EMEA", [])]),
        ({"except": ["AMER"]}, "AMER", [("excluded_value", (0, 4), "AMER", [])]),
    ],
)
def test_diagnose(own: dict[str, Any], text: str, expected: list[Any]) -> None:
    """A known term in another spelling, one out of force, or none at all."""
    assert shown(terms(**own).diagnose(text, DAY)) == expected


def test_a_term_that_only_leaves_out_is_known() -> None:
    """The fault says that the vocabulary has the term."""
    kind = field("term", vocabulary="region", vocabularies={"region": {"terms": REGIONS}}, only=["AMER"])
    (fault,) = kind.diagnose("EMEA", DAY)
    assert (fault.name, fault.detail, fault.expected) == ("unknown_term", {"elsewhere": True}, "'AMER'")


def test_terms_out_of_force_are_not_suggested() -> None:
    """On a day, only what may be written on that day is suggested and expected."""
    kind = terms()
    (fault,) = kind.diagnose("AP", DAY)
    assert "APJ" not in [one.text for one in fault.suggestions]
    assert fault.expected == "one of EMEA, AMER or APAC"


@pytest.mark.parametrize(
    ("own", "text", "expected"),
    [
        ({"accept": ["case"]}, "emea", [("accepted_case", (0, 4), "emea", ["EMEA"])]),
        ({"accept": ["aliases"]}, "EU", [("accepted_alias", (0, 2), "EU", ["EMEA"])]),
        ({"accept": ["case", "aliases"]}, "eu", [("accepted_alias", (0, 2), "eu", ["EMEA"])]),
        ({"accept": ["case"]}, "EMEA", []),
    ],
)
def test_notes(own: dict[str, Any], text: str, expected: list[Any]) -> None:
    """Accepted spellings are noted with the canonical one."""
    assert shown(terms(**own).notes(text)) == expected


@pytest.mark.parametrize(
    ("policy", "noted"),
    [("review", [("unlisted_term", (0, 8), "Robotic1", ["Robotics"])]), ("open", [])],
)
def test_unlisted_terms(policy: str, noted: list[Any]) -> None:
    """An open vocabulary takes what fits its characters; one in review notes it."""
    kind = field("term", policy=policy, **TOPICS)
    assert kind.open
    assert (kind.decode("Robotic1"), kind.encode("Robotic1")) == ("Robotic1", "Robotic1")
    assert build(kind.language).accepts("Robotic1")
    assert shown(kind.notes("Robotic1")) == noted
    assert list(kind.notes("Robotics")) == []
    for text in ("Robo-tics", "Robotics1234"):
        assert shown(kind.diagnose(text, DAY))[0][0] == "unknown_term"
        with pytest.raises(Misfit):
            kind.encode(text)


def test_a_closed_vocabulary_takes_nothing_else() -> None:
    """What text keys say does not matter where the policy is closed."""
    kind = field("term", **TOPICS)
    assert not kind.open
    assert not kind.reads("Robotic1")


def test_open_vocabularies_with_listed_codes_of_another_shape() -> None:
    """A listed code need not fit the characters of those that are not listed."""
    kind = field(
        "term", policy="open", terms={"R&D": term(), "Ops": term()}, text=text_shape(characters="A-Za-z")
    )
    automaton = build(kind.language)
    assert [text for text in ("R&D", "Ops", "Other", "R&X", "") if automaton.accepts(text)] == [
        "R&D",
        "Ops",
        "Other",
    ]
    assert [kind.decode(text) for text in ("R&D", "Ops", "Other")] == ["R&D", "Ops", "Other"]


def test_an_unlisted_text_that_is_a_term_in_another_case() -> None:
    """With `accept: case`, a text that is a term but for case is that term, not a new one."""
    kind = field("term", policy="open", accept=["case"], **TOPICS)
    assert kind.decode("rObotics") == "Robotics"
    with pytest.raises(Misfit):
        kind.encode("rObotics")


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["EVG"], "'EVG'"),
        (["A", "B"], "one of A or B"),
        (["A", "B", "C"], "one of A, B or C"),
        ([f"T{n}" for n in range(9)], "one of T0, T1, T2, T3, T4, T5, T6, T7 ... (9 in all)"),
    ],
)
def test_describe(names: list[str], words: str) -> None:
    """A few codes are listed, of many the first."""
    assert field("term", terms={name: term() for name in names}).describe() == words


def test_resembles() -> None:
    """How like a term a text is: 1 for the same letters, 0 for a text too long to be one."""
    kind = terms()
    assert kind.resembles("emea") == 1.0
    assert 0.5 < kind.resembles("EMAE") < 1.0
    assert kind.resembles("E" * 201) == 0.0
    assert kind.nearest("E" * 201) == ()
