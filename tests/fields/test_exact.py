"""The language of a field's valid texts holds all that the field takes, and nothing else where it states no doubt."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.language import Literal, Repeat, Words
from mops_taxonomy.fields.exact import both, without
from mops_taxonomy.period import Calendar
from tests.fields.made import DAY, field, fits, spec, term, text_shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mops_taxonomy.fields.base import Kind

BEFORE, AFTER = date(2019, 12, 31), date(2030, 1, 1)
DATED = {
    "a": term(until="2020-01-01"),
    "b": term(since="2030-01-01", aliases=["ab"]),
    "ba": term(since="2020-01-02", until="2029-12-31", aliases=["A"]),
    "aa": term(),
}
PLAIN = {"a": term(aliases=["b-"]), "ab": term(), "b": term(aliases=["aa", "B"])}


def over(alphabet: str, longest: int) -> list[str]:
    """Every text over an alphabet up to a length, but the empty one."""
    return ["".join(chosen) for size in range(1, longest + 1) for chosen in product(alphabet, repeat=size)]


def check(kind: Kind, texts: Iterable[str], day: date, *, doubts: tuple[str, ...] = ()) -> None:
    """Compare the language of the valid texts with what the field says of each; without doubts it is that exactly."""
    found = kind.exactly(day)
    assert found.doubts == doubts
    reads, exact = build(kind.language), build(found.language)
    always = build(kind.exactly(None).language)
    for text in texts:
        valid = reads.accepts(text) and fits(kind, text, day)
        assert valid == exact.accepts(text) or (doubts and not valid), text
        assert always.accepts(text) or not valid, text


@pytest.mark.parametrize("day", [BEFORE, DAY, AFTER])
@pytest.mark.parametrize(
    "own",
    [
        {"terms": PLAIN},
        {"terms": PLAIN, "accept": ["aliases"]},
        {"terms": {"a": term(aliases=["b-"]), "ab": term()}, "accept": ["case", "aliases"]},
        {"terms": PLAIN, "only": ["ab", "b"]},
        {"terms": PLAIN, "case": "upper"},
        {"terms": PLAIN, "case": "title", "accept": ["aliases"]},
        {"terms": PLAIN, "refused": ["AB"]},
        {"terms": PLAIN, "accept": ["aliases"], "refused": ["aa"]},
        {"terms": PLAIN, "accept": ["aliases"], "refused": ["b"]},
        {"terms": DATED},
        {"terms": DATED, "accept": ["aliases"]},
        {"terms": DATED, "accept": ["case"]},
        {"terms": DATED, "refused": ["aa"]},
        {"terms": DATED, "policy": "open", "text": text_shape(characters="ab", max_length=2)},
        {"terms": DATED, "policy": "review", "text": text_shape(characters="ab-", joiner="-")},
        {"terms": DATED, "policy": "open", "accept": ["case"], "text": text_shape(characters="abA")},
        {"terms": DATED, "policy": "open", "text": text_shape(pattern="(a|b-?)+", max_length=3)},
        {"terms": PLAIN, "policy": "open", "refused": ["ba"], "text": text_shape(characters="ab")},
        {"terms": PLAIN, "policy": "open", "refused": ["a"], "accept": ["aliases"], "text": text_shape()},
    ],
)
def test_terms(own: dict[str, Any], day: date) -> None:
    """Spellings of the terms in force, and open values: nothing is in doubt."""
    check(field("term", **own), over("abAB-", 4), day)


@pytest.mark.parametrize(
    "own",
    [
        {},
        {"characters": "ab"},
        {"characters": "ab", "max_length": 2},
        {"characters": "ab", "min_length": 2, "max_length": 3},
        {"characters": "ab", "joiner": "-"},
        {"characters": "ab", "joiner": "- "},
        {"characters": "ab", "joiner": "-", "min_length": 3, "max_length": 3},
        {"characters": "aA ", "max_length": 4},
        {"characters": "aAbB", "case": "lower"},
        {"characters": "aAbB", "case": "upper", "joiner": "-"},
        {"characters": "aA", "case": "title", "joiner": "-"},
        {"characters": "aA ", "case": "title"},
        {"characters": "ab-", "refused": ["a-b", "B"]},
        {"pattern": "a*-?b", "help": "h"},
        {"pattern": "(a|ab)(b|bb)?", "help": "h", "max_length": 2},
        {"pattern": "a?b?", "help": "h"},
        {"pattern": "[aA ]+", "help": "h"},
        {"pattern": ".+", "help": "h", "refused": ["a"]},
    ],
)
def test_texts(own: dict[str, Any]) -> None:
    """Characters, words, lengths and patterns: nothing is in doubt."""
    check(field("text", **own), over("abA -", 4), DAY)


@pytest.mark.parametrize("case", ["lower", "upper", "title"])
@pytest.mark.parametrize("own", [{"pattern": ".+", "help": "h"}, {"characters": r"\p{L}"}, {}])
def test_letters_without_another_case(own: dict[str, Any], case: str) -> None:
    """Letters of which Python knows one case only, or more than two, and signs that have a case."""
    kind = field("text", case=case, **own)
    letters = "aAıIİiſßẞµΜμσςΣ𝐀ϒĸⒶⓐⅠⅰǅǆǄªK\u212aå\u212b\u0301\x07\xa0"
    check(kind, over(letters, 2), DAY, doubts=kind.exactly(DAY).doubts)


@pytest.mark.parametrize("refused", ["ı", "i", "k", "\u212a", "µ", "ß", "σ", "ς", "å"])
def test_refused_in_any_case(refused: str) -> None:
    """What `except` refuses is what the language leaves out, whatever the case is of it."""
    letters = "ıIİiKk\u212aµΜμßẞsSσςΣåÅ\u212b"
    check(field("text", refused=[refused], max_length=2), over(letters, 2), DAY)


@pytest.mark.parametrize(
    ("own", "texts"),
    [
        ({"characters": "aA", "case": "lower", "accept": ["case"]}, over("aA-", 3)),
        ({"characters": "aA", "case": "title", "joiner": "-", "accept": ["case"]}, over("aA-", 4)),
        ({"pattern": "a?B", "case": "upper", "help": "h", "accept": ["case"]}, over("aAbB", 3)),
    ],
)
def test_texts_in_another_case(own: dict[str, Any], texts: list[str]) -> None:
    """Which texts have the right shape once their case is changed is left in doubt; none is left out."""
    check(field("text", **own), texts, DAY, doubts=("which spellings in another case `x` takes",))


@pytest.mark.parametrize(
    "own",
    [
        {},
        {"min": 5, "max": 123},
        {"max": 0},
        {"width": 2},
        {"width": 2, "min": 7, "max": 31},
        {"width": 3, "min": 98},
        {"formats": ["v{n}"], "width": 1},
        {"formats": ["v{n}", "{n}"], "min": 9, "max": 11},
        {"formats": ["{n}", "1{n}"], "width": 1, "min": 1, "max": 2},
        {"formats": ["V{n}"], "case": "lower", "max": 12},
    ],
)
def test_numbers(own: dict[str, Any]) -> None:
    """Whole numbers within their bounds, in every format: nothing is in doubt."""
    texts = [*map(str, range(1_200)), *(f"{n:03}" for n in range(130)), *(f"{n:02}" for n in range(100))]
    check(field("integer", **own), [*texts, *(f"v{text}" for text in texts), "V1", "v", ""], DAY)


@pytest.mark.parametrize(
    ("kind", "own", "texts", "value"),
    [
        ("integer", {"formats": ["v{n}"], "refused": ["v1", "2"]}, [f"v{n}" for n in range(30)], "x"),
        ("date", {"formats": ["{YYYY}-{MM}"], "refused": ["2026-03"]}, ["2026-03", "2026-04"], "x"),
        ("list", {"of": spec("term", terms=PLAIN), "refused": ["a+b"]}, over("ab+", 4), "x"),
    ],
)
def test_refused_values(kind: str, own: dict[str, Any], texts: list[str], value: str) -> None:
    """Which other spellings of a refused value there are is left in doubt."""
    check(field(kind, **own), texts, DAY, doubts=(f"which spellings `except` refuses in `{value}`",))


# -- dates --


def days(first: int, last: int) -> Iterator[tuple[int, int, int]]:
    """Year, month and day, those among them that there never are: 31 April, 30 February."""
    yield from product(range(first, last + 1), range(1, 13), range(1, 32))


MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@pytest.mark.parametrize(
    ("own", "texts"),
    [
        ({"formats": ["{YYYY}{MM}{DD}"]}, [f"{y}{m:02}{d:02}" for y, m, d in days(1999, 2030)]),
        ({"formats": ["{YY}{MM}{DD}"]}, [f"{y % 100:02}{m:02}{d:02}" for y, m, d in days(2019, 2026)]),
        ({"formats": ["{D}.{M}.{YYYY}"]}, [f"{d}.{m}.{y}" for y, m, d in days(2019, 2026)]),
        (
            {"formats": ["{DD}{Mon}{YY}"]},
            [f"{d:02}{MONTHS[m - 1]}{y % 100:02}" for y, m, d in days(2019, 2026)],
        ),
        (
            {"formats": ["{DD}{MON}{YY}"], "accept": ["case"]},
            [f"{d:02}{MONTHS[m - 1]}{y % 100:02}" for y, m, d in days(2023, 2025)],
        ),
        (
            {"formats": ["{DD}{Mon}{YY}"], "case": "lower"},
            [f"{d:02}{MONTHS[m - 1].lower()}{y % 100:02}" for y, m, d in days(2023, 2025)],
        ),
        (
            {"formats": ["{YY}{MM}{DD}", "{YYYY}-{MM}-{DD}"]},
            [f"{y}-{m:02}-{d:02}" for y, m, d in [*days(1999, 2001), *days(2098, 2101)]],
        ),
        (
            {"formats": ["{YYYY}{MM}{DD}"], "min": "2024-02-15", "max": "2025-03-01"},
            [f"{y}{m:02}{d:02}" for y, m, d in days(2022, 2027)],
        ),
        (
            {"formats": ["{YYYY}{MM}{DD}"], "min": "2024-02-29"},
            [f"{y}{m:02}{d:02}" for y, m, d in [*days(2022, 2027), *days(2399, 2401), *days(9998, 9999)]],
        ),
        (
            {"formats": ["{YY}{MM}{DD}"], "max": "2024-02-29"},
            [f"{y % 100:02}{m:02}{d:02}" for y, m, d in [*days(2000, 2001), *days(2022, 2027)]],
        ),
        (
            {"formats": ["{YYYY}{MM}{DD}"]},
            [
                f"{y}{m:02}{d:02}"
                for y in (1000, 1900, 2000, 2100, 9999, 999)
                for m in (2, 12)
                for d in (28, 29, 31)
            ],
        ),
        (
            {"formats": ["{YYYY}W{WW}"]},
            [f"{y}W{w:02}" for y in (1000, *range(1990, 2050), 9999) for w in range(55)],
        ),
        ({"formats": ["{WW}{YY}"]}, [f"{w:02}{y:02}" for y in range(100) for w in range(55)]),
        ({"formats": ["W{WW}"]}, [f"W{w:02}" for w in range(60)]),
        (
            {"formats": ["{YYYY}W{WW}"], "min": "2020-12-30", "max": "2027-01-02"},
            [f"{y}W{w:02}" for y in range(2018, 2030) for w in range(55)],
        ),
        ({"formats": ["{YYYY}-{MM}"]}, [f"{y}-{m:02}" for y in range(1990, 2040) for m in range(14)]),
        (
            {"formats": ["{Month}{YY}", "{YYYY}-{MM}"], "min": "2020-02-29", "max": "2020-11-01"},
            [f"{y}-{m:02}" for y in range(2018, 2023) for m in range(14)] + ["March20", "December20"],
        ),
        (
            {"formats": ["{YYYY}"], "min": "2020-12-31", "max": "2022-01-01"},
            list(map(str, range(1990, 2050))),
        ),
        ({"formats": ["{YY}"], "min": "2150-01-01"}, [f"{y:02}" for y in range(100)]),
        ({"formats": ["{Q}"], "min": "2020-12-31"}, list("012345")),
        ({"formats": ["É{YYYY}"], "accept": ["case"]}, ["É2020", "é2020", "E2020"]),
    ],
)
def test_dates(own: dict[str, Any], texts: list[str]) -> None:
    """The real days and periods, within the bounds, that the first format can write: nothing is in doubt."""
    check(field("date", **own), [*texts, "", "2026", "20260101 ", "2026-1-1"], DAY)


@pytest.mark.parametrize("named_by", ["end", "start"])
@pytest.mark.parametrize("start", [1, 2, 10])
@pytest.mark.parametrize(
    ("form", "numbers"), [("FY{FY}", [""]), ("FY{FY}Q{Q}", list("012345")), ("FY{FY}H{H}", list("0123"))]
)
def test_fiscal_periods(form: str, numbers: list[str], start: int, named_by: str) -> None:
    """Fiscal years that begin in the year before, or end in the year after, are bounded by their days."""
    kind = field(
        "date", calendar=Calendar(start, named_by), formats=[form], min="2024-05-01", max="2026-01-31"
    )
    unit = form.removeprefix("FY{FY}")[:1]
    check(kind, [f"FY{year:02}{unit}{n}" for year in range(20, 31) for n in numbers], DAY)


def test_dates_of_two_formats_that_look_alike() -> None:
    """Which of two days a text is, is left in doubt; no day is left out."""
    kind = field("date", formats=["{YY}{MM}{DD}", "{DD}{MM}{YY}"], max="2020-12-31")
    start = date(2000, 1, 1)
    texts = [(start + timedelta(n)).strftime("%d%m%y") for n in range(0, 12_000, 7)]
    check(kind, texts, DAY, doubts=("which of several dates a text of `x` is",))


# -- lists --


@pytest.mark.parametrize("day", [BEFORE, DAY])
@pytest.mark.parametrize(
    ("own", "doubts"),
    [
        ({}, ()),
        ({"min": 2, "max": 3}, ()),
        ({"separator": "+-"}, ()),
        ({"unique": True, "max": 1}, ()),
        ({"unique": True}, ("whether a value stands twice in `x`",)),
        ({"separator": "a", "max": 2}, ("how the items of `x` are told apart",)),
    ],
)
def test_lists(own: dict[str, Any], doubts: tuple[str, ...], day: date) -> None:
    """Lists of the items that are valid on the day; what depends on several items is left in doubt."""
    check(field("list", of=spec("term", terms=DATED), **own), over("ab+-", 6), day, doubts=doubts)


# -- languages --


def test_less_and_in_common() -> None:
    """A language without some texts, in any case if asked; what two languages share."""
    letters = Repeat(Words(("a", "b"), fold=True), 1, 2)
    some = {text for text in over("abAB", 3) if build(without(letters, ["ab"], fold=True)).accepts(text)}
    assert some == set(over("abAB", 2)) - {"ab", "aB", "Ab", "AB"}
    exactly = {text for text in over("abAB", 3) if build(without(letters, ["ab"], fold=False)).accepts(text)}
    assert exactly == set(over("abAB", 2)) - {"ab"}
    assert without(letters, [], fold=True) is letters
    shared = build(both(letters, Repeat(Literal("a"))))
    assert [text for text in over("abAB", 3) if shared.accepts(text)] == ["a", "aa"]
