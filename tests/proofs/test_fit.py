"""Whether names fit their systems."""

from __future__ import annotations

from typing import Any

import pytest

from mops_taxonomy.proofs.fit import fit, fits, holding, lengths
from mops_taxonomy.proofs.verdict import PROVED, Verdict
from tests.proofs.made import DAY, convention, term, text

TWO = {"t": text("aé", max_length=3), "u": term("b", "ccc")}


def limit(most: int, unit: str = "characters") -> dict[str, Any]:
    """A limit in length."""
    return {"system": "local", "max_length": most, "unit": unit, "status": "declared"}


@pytest.mark.parametrize(
    ("template", "allowed", "least", "longest", "example", "never"),
    [
        ("{t}-{u}", limit(7), (3, "a-b"), (7, "aaa-ccc"), None, False),
        ("{t}-{u}", limit(6), (3, "a-b"), (7, "aaa-ccc"), "aaa-ccc", False),
        ("{t}-{u}", limit(2), (3, "a-b"), (7, "aaa-ccc"), "aaa-ccc", True),
        ("{t}-{u}", limit(9, "bytes"), (3, "a-b"), (10, "ééé-ccc"), "ééé-ccc", False),
        ("{u}{?-{t}}", limit(3, "bytes"), (1, "b"), (10, "ccc-ééé"), "ccc-ééé", False),
    ],
)
def test_how_names_fit(
    template: str,
    allowed: dict[str, Any],
    least: tuple[int, str],
    longest: tuple[int, str],
    example: str | None,
    never: bool,
) -> None:
    """The shortest and the longest name, in the unit of the limit, and one that is too long."""
    made = convention(TWO, template)
    found = fit(made, made.forms[0], allowed, DAY)
    assert ((found.least, found.shortest), found.longest[:2]) == (least, longest)
    assert (found.example, found.never) == (example, never)


def test_endless_names() -> None:
    """Names without a longest have a shortest that is too long; the share of each field is told of finite ones."""
    made = convention({"t": text("a"), "u": term("b", "ccc")}, "{u}-{t}")
    found = fit(made, made.forms[0], limit(5), DAY)
    assert (found.longest.size, found.example) == (None, "b-aaaa")
    made = convention(TWO, "{u}-{t}")
    assert fit(made, made.forms[0], limit(5), DAY).longest.shares == {0: 3, -1: 1, 1: 3}


@pytest.mark.parametrize(
    ("own", "verdict"),
    [
        ({}, PROVED),
        ({"max_length": 7}, PROVED),
        (
            {"max_length": 6},
            Verdict("refuted", "aaa-ccc", detail="it has 7 characters; the convention takes 6", day=DAY),
        ),
        (
            {"systems": ["local"], "top": {"systems": {"local": {"max_length": 9, "unit": "bytes"}}}},
            Verdict("refuted", "ééé-ccc", detail="it has 10 bytes; local takes 9", day=DAY),
        ),
    ],
)
def test_names_fit_or_one_does_not(own: dict[str, Any], verdict: Verdict) -> None:
    """Every name keeps the limits, or one is shown that does not."""
    assert fits(convention(TWO, "{t}-{u}", **own), DAY) == verdict


def test_a_text_that_is_no_name_is_not_shown() -> None:
    """Where the only texts that are too long are no names, their being decomposed apart, nothing is refuted."""
    field = {"kind": "text", "pattern": "(e\u0301)+", "help": "accents", "max_length": 6}
    assert fits(convention({"t": field}, "{t}", max_length=4), DAY).answer != "refuted"


def test_the_tightest_limit_of_a_unit_counts() -> None:
    """Of several limits of one sort only the tightest can be the trouble."""
    systems = {
        "wide": {"max_length": 50},
        "narrow": {"max_length": 20},
        "small": {"max_length": 30, "unit": "bytes"},
    }
    made = convention(TWO, "{t}", systems=list(systems), top={"systems": systems})
    assert [(one["system"], one["max_length"]) for one in lengths(made)] == [("narrow", 20), ("small", 30)]


@pytest.mark.parametrize(("character", "name"), [("é", "é-b"), ("c", "a-ccc"), ("-", "a-b"), ("x", None)])
def test_names_that_hold_a_character(character: str, name: str | None) -> None:
    """A shortest name in which it stands."""
    made = convention(TWO, "{t}-{u}")
    assert holding(made, made.forms[0], character, DAY) == name
