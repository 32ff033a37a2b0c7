"""Ordered tables: the first row that fits."""

from __future__ import annotations

from typing import Any

import pytest

from mops_taxonomy import Taxonomy
from mops_taxonomy.tables import Row, Table

PAID = ["*cp*", "ppc", "retargeting", "paid*"]
# The default channel group of GA4 for tagged links, as far as patterns state it, with short lists of sources.
GROUPS: dict[str, Any] = {
    "inputs": ["source", "medium", "campaign"],
    "gives": "group",
    "rows": [
        {"when": {"source": "(direct)", "medium": ["(not set)", "(none)"]}, "gives": "Direct"},
        {"when": {"campaign": "*cross-network*"}, "gives": "Cross-network"},
        {"when": {"source": ["google", "bing"], "medium": PAID}, "gives": "Paid Search"},
        {"when": {"source": ["linkedin", "facebook"], "medium": PAID}, "gives": "Paid Social"},
        {"when": {"medium": ["display", "banner", "expandable", "interstitial", "cpm"]}, "gives": "Display"},
        {"when": {"medium": PAID}, "gives": "Paid Other"},
        {"when": {"source": ["linkedin", "facebook"]}, "gives": "Organic Social"},
        {"when": {"medium": ["social", "social-network", "sm"]}, "gives": "Organic Social"},
        {"when": {"medium": "*video*"}, "gives": "Organic Video"},
        {"when": {"source": ["google", "bing"]}, "gives": "Organic Search"},
        {"when": {"medium": "organic"}, "gives": "Organic Search"},
        {"when": {"medium": ["referral", "app", "link"]}, "gives": "Referral"},
        {"when": {"source": ["email", "e-mail", "e_mail", "e mail"]}, "gives": "Email"},
        {"when": {"medium": ["email", "e-mail", "e_mail", "e mail"]}, "gives": "Email"},
        {"when": {"medium": "affiliate"}, "gives": "Affiliates"},
        {"when": {"medium": ["*push", "*mobile*", "*notification*"]}, "gives": "Mobile Push Notifications"},
    ],
    "otherwise": "Unassigned",
}  # fmt: skip
TAXONOMY = Taxonomy.load({"taxonomy": "acme", "tables": {"ga": GROUPS}})
TABLE = TAXONOMY.table("ga")


def table(rows: list[dict[str, Any]], **keys: Any) -> Table:
    """A table of two inputs."""
    spec = {"inputs": ["source", "medium"], "gives": "x", "case": "ignore", "otherwise": None, **keys}
    return Table("t", {**spec, "rows": rows})


@pytest.mark.parametrize(
    ("inputs", "value"),
    [
        ({"source": "(direct)", "medium": "(none)"}, "Direct"),
        ({"source": "(direct)", "medium": "email"}, "Email"),
        ({"source": "google", "medium": "CPC"}, "Paid Search"),
        ({"source": "LinkedIn", "medium": "paid_social"}, "Paid Social"),
        ({"source": "demandbase", "medium": "paid_social"}, "Paid Other"),
        ({"source": "newpub", "medium": "cpm"}, "Display"),
        ({"source": "facebook", "medium": "cpm"}, "Paid Social"),
        ({"source": "linkedin", "medium": "sponsored"}, "Organic Social"),
        ({"source": "partner", "medium": "affiliates"}, "Unassigned"),
        ({"source": "partner", "medium": "affiliate"}, "Affiliates"),
        ({"source": "pardot", "medium": "webinar"}, "Unassigned"),
        ({"source": "x.com", "medium": "referral"}, "Referral"),
        ({"source": "app", "medium": "web-push"}, "Mobile Push Notifications"),
        ({"source": "app", "medium": "push-web"}, "Unassigned"),
        ({"source": "google", "medium": "cpc", "campaign": "2026 Cross-Network"}, "Cross-network"),
        ({"source": "google"}, "Organic Search"),
        ({"source": "google", "medium": None}, "Organic Search"),
        ({}, "Unassigned"),
    ],
)
def test_the_first_row_that_fits_gives_the_value(inputs: dict[str, str | None], value: str) -> None:
    """In the order of the rows, whatever the case; what no row fits has the value of `otherwise`."""
    assert TABLE.value(**inputs) == value


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("email", "email", True),
        ("email", "Email", True),
        ("email", "emails", False),
        ("*", "", False),
        ("**", "", False),
        ("*", " ", True),
        ("*", "a\nb", True),
        ("", "", True),
        ("", " ", False),
        ("a*", "a", True),
        ("a*", "ba", False),
        ("*a*b*", "xaxbx", True),
        ("*a*b*", "ba", False),
        ("a*a", "a", False),
        ("a*a", "aa", True),
        ("a**a", "aba", True),
        ("*aab", "aaab", True),
        ("*ab*ab", "abab", True),
        ("*ab*ab", "ab", False),
        ("a.c", "abc", False),
        ("a?c", "abc", False),
        ("[a]*", "[a]b", True),
        ("große*", "GROẞE", True),
        ("*Σ", "ας", True),
    ],
)
def test_a_star_is_any_text_and_everything_else_itself(pattern: str, text: str, fits: bool) -> None:
    """Nothing else is special; case does not matter here."""
    row = table([{"when": {"medium": [pattern]}, "gives": "A"}]).row(medium=text)

    assert (row is not None) is fits


def test_case_may_matter() -> None:
    """A table says whether it does."""
    rows = [{"when": {"medium": ["Email", "P*"]}, "gives": "A"}]

    assert [table(rows, case="exact").value(medium=one) for one in ("Email", "email", "PPC", "ppc")] == [
        "A", None, "A", None,
    ]  # fmt: skip


@pytest.mark.parametrize("missing", [{}, {"medium": None}, {"medium": ""}])
@pytest.mark.parametrize(("pattern", "fits"), [("", True), ("*", False), ("a*", False), ("a", False)])
def test_a_missing_input_is_the_empty_text(missing: dict[str, None], pattern: str, fits: bool) -> None:
    """Of patterns only the empty one fits it: a star alone wants some text."""
    row = table([{"when": {"medium": [pattern]}, "gives": "A"}]).row(source="x", **missing)

    assert (row is not None) is fits


def test_a_row_tells_which_it_is() -> None:
    """Its number, its patterns and its value; None where no row fits."""
    found = TABLE.row(source="x", medium="affiliate")

    assert found == Row(15, {"medium": ("affiliate",)}, "Affiliates")
    assert TABLE.row(source="x", medium="y") is None


def test_a_table_without_otherwise_gives_nothing() -> None:
    """Then no row is no value."""
    assert table([{"when": {"medium": ["a"]}, "gives": "A"}]).value(medium="b") is None


def test_an_input_that_the_table_does_not_ask_is_a_mistake() -> None:
    """A misspelt input does not silently count as missing."""
    with pytest.raises(TypeError, match=r"^the table 'ga' asks for source, medium, campaign, not 'sauce'$"):
        TABLE.value(sauce="x")


def test_a_table_is_asked_for_by_its_name() -> None:
    """One that is not there is told with those that are."""
    assert repr(TABLE) == "<Table ga: source, medium, campaign -> group, 16 rows>"
    with pytest.raises(KeyError, match="there is no table 'gb'"):
        TAXONOMY.table("gb")


def test_no_row_of_the_group_is_in_vain() -> None:
    """The lint rule agrees that each row can be the first to fit."""
    assert [finding for finding in TAXONOMY.lint() if finding.code == "MT960"] == []
