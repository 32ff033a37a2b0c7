"""Every mistake of the benchmark of repairs does what its name says."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy import Taxonomy
from tests.benchmarks.damage import MISTAKES
from tests.benchmarks.meant import DAY, Meant
from tests.benchmarks.victim import NAME, Damage, Victim, joined

if TYPE_CHECKING:
    from mops_taxonomy.convention import Convention

SMALL: dict[str, Any] = {
    "taxonomy": "small",
    "fiscal_year_start": 2,
    "fields": {
        "launch": {"kind": "date", "format": "{YYYY}{MM}{DD}"},
        "region": {
            "kind": "term",
            "terms": {
                "EMEA": {"label": "Europe", "aliases": ["EU"]},
                "AMER": {"label": "Americas", "aliases": ["NAM"]},
            },
        },
        "quarter": {"kind": "date", "format": "FY{FY}Q{Q}"},
        "title": {"kind": "text", "characters": r"\p{L}\p{N} '", "joiner": "-"},
        "variant": {"kind": "integer", "format": "v{n}", "width": 2},
    },
    "conventions": {
        "program": {"forms": ["{launch}_{region}_{quarter}_{title}_{variant}"]},
        "bare": {"forms": ["{title}"]},
    },
}
TEXT = "20260305_EMEA_FY27Q1_Größe's Day-Two_v02"


@cache
def _convention(name: str) -> Convention:
    return Taxonomy.load(SMALL).convention(name)


def meant(text: str = TEXT, convention: str = "program") -> Meant:
    """A valid name of a small convention."""
    used = _convention(convention)
    return Meant("small", used, used.in_force(None, DAY)[0], used.parse(text, as_of=DAY))


def damaged(name: Meant, mistake: str) -> Damage | None:
    """The name with a mistake; the dice are those of the mistake."""
    return MISTAKES[mistake].make(Victim(name.parts, name, Random(f"9 {mistake}")))


DAMAGED: dict[str, tuple[str, set[str | None]]] = {
    "case": ("20260305_Emea_FY27Q1_Größe's Day-Two_v02", {"region"}),
    "an alias": ("20260305_EU_FY27Q1_Größe's Day-Two_v02", {"region"}),
    "a label": ("20260305_Europe_FY27Q1_Größe's Day-Two_v02", {"region"}),
    "a letter too many": ("20260305_EAMEA_FY27Q1_Größe's Day-Two_v02", {"region"}),
    "a letter too few": ("20260305_EMA_FY27Q1_Größe's Day-Two_v02", {"region"}),
    "another letter": ("20260305_EZEA_FY27Q1_Größe's Day-Two_v02", {"region"}),
    "two letters exchanged": ("20260305_EEMA_FY27Q1_Größe's Day-Two_v02", {"region"}),
    "a wrong delimiter": ("20260305_EMEA_FY27Q1_Größe's Day-Two.v02", {"title", "variant", NAME}),
    "every delimiter wrong": (
        "20260305|EMEA|FY27Q1|Größe's Day-Two|v02",
        {"launch", "quarter", "region", "title", "variant", NAME},
    ),
    "mixed delimiters": (
        "20260305_EMEA.FY27Q1_Größe's Day-Two/v02",
        {"quarter", "region", "title", "variant", NAME},
    ),
    "a doubled delimiter": ("20260305_EMEA__FY27Q1_Größe's Day-Two_v02", {"quarter", "region", NAME}),
    "a missing delimiter": ("20260305_EMEA_FY27Q1_Größe's Day-Twov02", {"title", "variant", NAME}),
    "a delimiter at an end": ("_20260305_EMEA_FY27Q1_Größe's Day-Two_v02", {"launch", NAME}),
    "spaces around a delimiter": ("20260305_EMEA _ FY27Q1_Größe's Day-Two_v02", {"quarter", "region", NAME}),
    "a space at an end": ("20260305_EMEA_FY27Q1_Größe's Day-Two_v02 ", {"variant", NAME}),
    "en dashes": ("20260305_EMEA_FY27Q1_Größe's Day–Two_v02", {"title"}),
    "smart quotes": ("20260305_EMEA_FY27Q1_Größe’s Day-Two_v02", {"title"}),
    "no-break spaces": ("20260305_EMEA_FY27Q1_Größe's\xa0Day-Two_v02", {"title"}),
    "no width": ("20260305_EMEA_FY27Q1\u200d_Größe's Day-Two_v02", {"quarter", "title", NAME}),
    "decomposed letters": ("20260305_EMEA_FY27Q1_Gro\u0308ße's Day-Two_v02", {"title", NAME}),
    "a letter of another script": ("20260305_EMEA_FY27Q1_Größe's Day-\u0422wo_v02", {"title"}),
    "two fields swapped": ("20260305_v02_FY27Q1_Größe's Day-Two_EMEA", {"region", "variant"}),
    "another order": ("EMEA_FY27Q1_20260305_Größe's Day-Two_v02", {"launch", "quarter", "region"}),
    "a field missing": ("20260305_EMEA_Größe's Day-Two_v02", {"quarter"}),
    "a field repeated": ("20260305_20260305_EMEA_FY27Q1_Größe's Day-Two_v02", {"launch", "region", NAME}),
    "another date format": ("05Mar2026_EMEA_FY27Q1_Größe's Day-Two_v02", {"launch"}),
    "day or month": ("05.03.2026_EMEA_FY27Q1_Größe's Day-Two_v02", {"launch"}),
    "an impossible date": ("20260332_EMEA_FY27Q1_Größe's Day-Two_v02", {"launch"}),
    "a two-digit year": ("260305_EMEA_FY27Q1_Größe's Day-Two_v02", {"launch"}),
    "no such quarter": ("20260305_EMEA_FY27Q14_Größe's Day-Two_v02", {"quarter"}),
    "leading zeros": ("20260305_EMEA_FY27Q1_Größe's Day-Two_v2", {"variant"}),
    "cut": ("20260305_EMEA_FY27Q1_Größe's Day", {"title", "variant", NAME}),
    "a clone": ("20260305_EMEA_FY27Q1_Größe's Day-Two_v02 (1)", {"variant", NAME}),
    "a version tail": ("20260305_EMEA_FY27Q1_Größe's Day-Two_v02 v3 FINAL", {"variant", NAME}),
    "a template's mark": ("Template_20260305_EMEA_FY27Q1_Größe's Day-Two_v02", {"launch", NAME}),
    "a token unfilled": ("YYYYMMDD_EMEA_FY27Q1_Größe's Day-Two_v02", {"launch"}),
    "URL-encoded": ("20260305_EMEA_FY27Q1_Gr%C3%B6%C3%9Fe%27s%20Day-Two_v02", {"title", NAME}),
    "plus-encoded": ("20260305_EMEA_FY27Q1_Gr%C3%B6%C3%9Fe%27s+Day-Two_v02", {"title", NAME}),
    "text left over": ("NEW_20260305_EMEA_FY27Q1_Größe's Day-Two_v02", {"launch", NAME}),
}
"""What each makes of the name, and what is rightly blamed for it."""


def test_every_mistake_is_here() -> None:
    """No mistake goes without a test."""
    assert DAMAGED.keys() == MISTAKES.keys()


@pytest.mark.parametrize("mistake", DAMAGED)
def test_mistake(mistake: str) -> None:
    """A name becomes what the mistake says, and the fields that hold it are blamed."""
    damage = damaged(meant(), mistake)
    assert damage is not None
    text, blamed = DAMAGED[mistake]
    assert joined(damage.parts) == text
    assert damage.blamed == blamed


@pytest.mark.parametrize("mistake", DAMAGED)
def test_the_same_dice_damage_alike(mistake: str) -> None:
    """A run can be repeated."""
    assert damaged(meant(), mistake) == damaged(meant(), mistake)


ANYWHERE = {
    "a space at an end", "smart quotes", "no-break spaces", "no width", "a letter of another script", "cut", "a clone",
    "a version tail", "a template's mark", "a token unfilled",
}  # fmt: skip
"""What can be done to a name of one field without marks."""


@pytest.mark.parametrize("mistake", DAMAGED)
def test_no_occasion(mistake: str) -> None:
    """A name that gives no occasion for a mistake is left alone."""
    assert (damaged(meant("Two", "bare"), mistake) is not None) is (mistake in ANYWHERE)


def test_a_second_mistake_is_made_in_a_damaged_name() -> None:
    """Mistakes follow one another; terms that are damaged already are no terms any more."""
    name = meant()
    first = damaged(name, "a label")
    assert first is not None
    dice = Random(1)
    second = MISTAKES["a doubled delimiter"].make(Victim(first.parts, name, dice))
    assert second is not None
    assert joined(second.parts).replace("__", "_") == TEXT.replace("EMEA", "Europe")
    assert MISTAKES["case"].make(Victim(first.parts, name, dice)) is None


def test_what_leaves_too_little() -> None:
    """Of these mistakes nobody could tell what was meant; only of one may no repair ever be safe."""
    assert [name for name, mistake in MISTAKES.items() if not mistake.enough] == [
        "a field missing",
        "day or month",
        "an impossible date",
        "no such quarter",
        "cut",
        "a token unfilled",
    ]
    assert [name for name, mistake in MISTAKES.items() if not mistake.may_be_safe] == ["day or month"]


def test_a_day_that_could_be_a_month() -> None:
    """Dates are ambiguous where the day could be a month, and another day than the month."""
    assert damaged(meant(TEXT.replace("0305", "0324")), "day or month") is None
    assert damaged(meant(TEXT.replace("0305", "0303")), "day or month") is None
    for seed in range(20):
        made = MISTAKES["another date format"].make(Victim(meant().parts, meant(), Random(seed)))
        assert made is None or joined(made.parts)[:10] not in {"05.03.2026", "03/05/2026", "05-03-2026"}
