"""What names are judged by, row for row."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from mops_taxonomy import Taxonomy
from mops_taxonomy.frames.situations import Situation, Situations

TERMS: dict[str, Any] = {"A": {}, "B": {"until": "2025-12-31"}}
FORMS: list[dict[str, Any]] = [
    {"name": "mail", "template": "M_{code}", "when": {"channel": ["EML"], "paid": ["true"]}},
    {"name": "new", "template": "N_{code}", "since": "r2"},
]


def situations(as_of: str | None, terms: dict[str, Any] = TERMS) -> Situations:
    """Those of a convention whose names change with the record and on two days."""
    document = {
        "taxonomy": "norvik",
        "version": "1",
        "revisions": {"r2": "2026-02-01"},
        "fields": {"code": {"kind": "term", "terms": terms}},
        "conventions": {"program": {"forms": FORMS}},
    }
    return Situations(Taxonomy.load(document).convention(), as_of)


@pytest.mark.parametrize(
    ("as_of", "keys"), [(None, ("channel", "paid", "created")), ("r2", ("channel", "paid"))]
)
def test_what_is_asked_of_a_record(as_of: str | None, keys: tuple[str, ...]) -> None:
    """What the forms ask, and when it was created, unless a day is asked for."""
    assert situations(as_of).keys == keys


@pytest.mark.parametrize(
    ("as_of", "day"), [(None, None), ("r2", date(2026, 2, 1)), ("2024-02-29", date(2024, 2, 29))]
)
def test_nothing_is_known(as_of: str | None, day: date | None) -> None:
    """Without a record, names are judged by the day asked for, or today; a name that is read at midnight, by either."""
    before = date.today()  # noqa: DTZ011  what is tested is that it is this day
    found = situations(as_of).unknown()
    assert found.record is None
    assert found.day in ({day} if day else {before, before + timedelta(1)})


def test_rows_in_the_same_situation_stand_together() -> None:
    """What conditions compare is the text of a value; what was created on one day was so at any time of it."""
    known: dict[str, list[Any]] = {
        "channel": ["EML", "WBN", "EML", None, 7],
        "paid": [True, None, True, None, 1.5],
        "created": [date(2026, 1, 1), "r2", datetime(2026, 1, 1, 9, 30), "2026-02-01", "2026-02-01"],  # noqa: DTZ001
    }
    assert situations(None).rows(known) == {
        Situation((("channel", "EML"), ("paid", True)), date(2026, 1, 1)): [0, 2],
        Situation((("channel", "WBN"), ("paid", None)), date(2026, 2, 1)): [1],
        Situation((("channel", None), ("paid", None)), date(2026, 2, 1)): [3],
        Situation((("channel", "7"), ("paid", "1.5")), date(2026, 2, 1)): [4],
    }


def test_days_between_which_nothing_changes_are_one() -> None:
    """Terms and forms begin and end on some days only."""
    days = ["0001-01-01", "2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01", "9999-12-31"]
    judged = situations(None)
    found = judged.joined(judged.rows({"created": days}))
    assert {one.day: rows for one, rows in found.items()} == {
        date.min: [0, 1],
        date(2026, 1, 1): [2, 3],
        date(2026, 2, 1): [4, 5],
    }


def test_where_every_day_may_matter_none_are_joined() -> None:
    """A vocabulary in which a term begins every day has more periods than are looked at."""
    terms = {f"T{at}": {"since": str(date(2026, 1, 1) + timedelta(at))} for at in range(80)}
    judged = situations(None, terms)
    rows = judged.rows({"created": ["2026-01-01", "2026-03-20", "2026-03-21", "2026-03-20"]})
    assert judged.joined(rows) == rows
    assert list(rows.values()) == [[0], [1, 3], [2]]


def test_what_is_no_day_is_refused() -> None:
    """When the situations are made, or when a record says so."""
    message = "'soon' is not a day such as 2026-03-24, nor a revision (r2)"
    with pytest.raises(ValueError, match="soon") as caught:
        situations("soon")
    assert str(caught.value) == message
    with pytest.raises(ValueError, match="soon") as caught:
        situations(None).rows({"created": ["soon"]})
    assert str(caught.value) == message
