"""Tests of the example that states the names of fundraising banners."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from mops_taxonomy import Taxonomy

FOLDER = Path(__file__).parents[2] / "examples" / "fundraising"
TAXONOMY = Taxonomy.load(FOLDER / "taxonomy.yaml")
BANNER = TAXONOMY.convention("banner")


def _rows() -> list[dict[str, str]]:
    with (FOLDER / "banners.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["Banner"])
def test_the_table_says_what_is_found(row: dict[str, str]) -> None:
    """Every name has the findings that its row states, and is valid where there is no error among them."""
    report = BANNER.check(row["Banner"], as_of=row["First Seen"])
    assert sorted({finding.code for finding in report}) == row["Expected"].split()
    assert report.ok == (row["Expected"] in {"", "MT202"})


def test_lint_finds_no_errors() -> None:
    """The taxonomy passes its own examples; what lint warns of are the codes that hold the delimiter."""
    assert [finding.code for finding in TAXONOMY.lint() if finding.severity != "info"] == ["MT932"]


@pytest.mark.parametrize(
    ("name", "seen", "right"),
    [
        ("B18WMDE_mob_02_181115_ctrl", "2018-11-15", "B18WMDE_mob02_181115_ctrl"),
        ("B19WPDE_02-191107_ctrl", "2019-11-08", "B19WPDE_02_191107_ctrl"),
        ("B20WMDE-11-201209-var", "2020-12-09", "B20WMDE_11_201209_var"),
        ("b20WMDE_07_201118_ctrl", "2020-11-19", "B20WMDE_07_201118_ctrl"),
    ],
)
def test_what_is_only_spelt_wrong_is_safely_repaired(name: str, seen: str, right: str) -> None:
    """Aliases, delimiters and case have one repair, and it is safe."""
    assert [(repair.text, repair.safe) for repair in BANNER.repair(name, as_of=seen)] == [(right, True)]


@pytest.mark.parametrize(
    ("name", "field", "message"),
    [
        (
            "B18WMDE_pad03_191204_ctrl",
            "season",
            "`B18` is not a date in `season`: it is before 2019-01-01, the earliest allowed",
        ),
        (
            "B19WMDE_pad03_181204_ctrl",
            "day",
            "`181204` is not a date in `day`: it is before 2019-04-01, the earliest allowed",
        ),
    ],
)
def test_a_date_of_another_season_is_found(name: str, field: str, message: str) -> None:
    """A prefix or a day of last year is an error in the season that the name was first seen in."""
    (finding,) = BANNER.check(name, as_of="2019-12-04")
    assert (finding.code, finding.field, finding.message) == ("MT104", field, message)


@pytest.mark.parametrize("name", ["B18WMDE_pad03_191204_ctrl", "B21WMDE_06_210931_ctrl", "B21WMDE_09_211012"])
def test_what_is_not_known_is_not_safely_repaired(name: str) -> None:
    """Nobody can tell which date or which variant was meant."""
    assert [repair for repair in BANNER.repair(name, as_of="2021-10-12") if repair.safe] == []
