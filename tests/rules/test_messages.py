"""Messages in whole, for what the cases do not reach: faults of which little is known, or a lot."""

from __future__ import annotations

from typing import Any

import pytest

from mops_taxonomy.fault import Fault
from mops_taxonomy.finding import Suggestion
from mops_taxonomy.rules import rule_for

FOUR = {"forms": ["{a}", "{b}", "{c}", "{d}"]}
DATED = {"form": "old", "since": "2024-01-01", "until": "2025-12-31"}
MANY = {"readings": ["a=1", "", "a=2"], "fields": ["a"]}

MESSAGES: list[tuple[str, dict[str, Any], str]] = [
    (
        "no_form",
        {"found": "x", "detail": FOUR},
        "this name fits none of the forms `{a}`, `{b}` and `{c}`, nor 1 more",
    ),
    ("no_form", {}, "no form of the convention applies on this day and to this record"),
    ("no_form", {"found": "x"}, "no form of the convention applies on this day and to this record"),
    ("unknown_term", {}, "unknown term"),
    ("missing_field", {}, "a field is missing"),
    ("missing_field", {"detail": {"alternatives": ["a", "b", "c"]}}, "one of `a`, `b` or `c` is missing"),
    ("bad_date", {"found": "x"}, "`x` is not a date"),
    ("wrong_delimiter", {"found": "", "expected": "'_'"}, "a separator of the form is missing here"),
    (
        "wrong_delimiter",
        {"found": "  ", "expected": "'_'"},
        "2 spaces is not the separator that belongs here",
    ),
    (
        "too_long",
        {"detail": {"length": 1, "limit": 0}},
        "the field has 1 character; at most 0 may stand there",
    ),
    ("too_long", {"field": "title"}, "`title` has too many characters"),
    ("too_short", {"field": "title"}, "`title` has too few characters"),
    ("bad_list", {"found": "x", "field": "a"}, "the list in `a` is not right"),
    ("name_too_long", {"detail": {"length": 84}}, "the name has 84 characters; the convention allows fewer"),
    (
        "name_too_long",
        {"detail": {"length": 31, "limit": 30, "unit": "characters", "system": None}},
        "the name has 31 characters; the convention allows 30",
    ),
    ("forbidden_character", {"found": "\n"}, "`\\n` is not allowed in names"),
    ("start_after_end", {"field": "finish", "found": "x"}, "`x` in `finish` is before the start"),
    ("two_readings", {"field": "a"}, "`a` can be read in several ways"),
    ("two_readings", {"detail": MANY}, "`a` can be read in 3 ways: a=1 or without it or a=2"),
    ("two_readings", {}, "the name can be read in several ways"),
    ("superseded_form", {"field": "ad"}, "this form of `ad` is not in force on this day"),
    (
        "superseded_form",
        {"detail": DATED | {"day": "2026-03-01", "follower": "new", "wanted": ("x", "y")}},
        "the form `old` was in force until 2025-12-31; the form `new`, which replaces it, also wants `x` and `y`",
    ),
    (
        "superseded_form",
        {"detail": DATED | {"day": "2023-12-31"}},
        "the form `old` is in force only from 2024-01-01 on",
    ),
    ("superseded_form", {"detail": DATED}, "the form `old` was in force until 2025-12-31"),
    ("tolerated_form", {}, "this form is only tolerated"),
    (
        "tolerated_form",
        {"detail": {"form": "old", "reason": "an import", "proposal": "X"}},
        "the form `old` is only tolerated: an import; better `X`",
    ),
    (
        "tolerated_form",
        {"detail": {"form": "old", "proposal": "X"}, "suggestions": (Suggestion("X"),)},
        "the form `old` is only tolerated",
    ),
    (
        "accepted_case",
        {"found": "emea", "field": "region", "detail": {"canonical": "EMEA"}},
        "the case of `emea` in `region` is accepted, not standard; the standard spelling is `EMEA`",
    ),
    (
        "other_format",
        {"found": "v2", "field": "variant", "detail": {"canonical": "v02"}},
        "`v2` in `variant` is in an accepted format, not the standard one; the standard spelling is `v02`",
    ),
    ("empty_group", {"found": ""}, "an optional part stands here without its field"),
    (
        "unsure_limit",
        {"detail": {"length": 9}},
        "the name has 9 characters; a system may allow only fewer, which nobody has confirmed",
    ),
    (
        "unfit_value",
        {"field": "region", "found": "X"},
        "the value does not fit `region`: `X` cannot stand there",
    ),
    ("unknown_field", {}, "this value is not a field of the form"),
    ("exclusive_fields", {}, "only one of these fields can be given"),
    (
        "not_read_back",
        {"field": "a", "detail": {"value": ("DE", "NO"), "read": None, "name": "X"}},
        "`DE, NO` would be lost in `a`, from the name `X`",
    ),
    (
        "not_read_back",
        {"field": "a", "detail": {"value": None, "read": 3}},
        "nothing would be read back as `3` in `a`",
    ),
    ("not_read_back", {"detail": {}}, "the value would be lost"),
    ("unknown_form", {"found": "x"}, "there is no form `x`"),
    (
        "accepted_alias",
        {"found": "EU", "detail": {"code": "EMEA"}},
        "`EU` is an accepted alias; the code is `EMEA`",
    ),
    ("term_retired", {"found": "A"}, "`A` is retired: it is no longer in use"),
    (
        "term_retired",
        {"found": "A", "field": "f", "detail": {"until": "2025-12-31", "replaced_by": "B"}},
        "`A` is retired in `f`: its last day was 2025-12-31; `B` replaces it",
    ),
    ("term_not_yet", {"found": "A"}, "`A` is not in use yet"),
    ("combination", {"found": "A", "field": "f"}, "`A` in `f` does not go with the rest of the name"),
    (
        "unusual_combination",
        {"found": "A", "field": "f", "detail": {"first": "g", "first_text": "B", "absent": True}},
        "`B` in `g` usually comes with `f`, which is missing",
    ),
]


@pytest.mark.parametrize(("name", "known", "message"), MESSAGES, ids=[row[2] for row in MESSAGES])
def test_a_message_says_what_is_known(name: str, known: dict[str, Any], message: str) -> None:
    """What is not known is left out, and what is suggested is not said twice."""
    assert rule_for(name).message(Fault(name, **known)) == message
