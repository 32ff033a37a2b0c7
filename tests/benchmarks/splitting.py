"""Names that are split, against the same names read one by one.

    pip install polars
    python -m tests.benchmarks.splitting [--size 200000] [--rounds 3]

Programs of the example, of two forms; and free titles that may hold the delimiter, half of them with an umlaut. Both
ways find the same names valid. Medians.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from mops_taxonomy import Taxonomy
from mops_taxonomy.frames.scalar import named

if TYPE_CHECKING:
    from collections.abc import Callable

    from mops_taxonomy import Convention

DAY = "2026-06-01"
ACME = Path(__file__).parents[2] / "examples" / "acme" / "taxonomy.yaml"
TITLES: dict[str, Any] = {
    "taxonomy": "titles",
    "version": "1",
    "fields": {
        "day": {"kind": "date", "format": "{YYYY}{MM}{DD}"},
        "region": {"kind": "term", "terms": ["EMEA", "NA"]},
        "title": {"kind": "text", "characters": r"A-Za-z0-9\p{L}", "joiner": "_-"},
    },
    "conventions": {"event": {"forms": ["{day}_{region}_{title}"]}},
}


def programs(size: int) -> tuple[Convention, list[str]]:
    """Programs of the example, a third of them of a region that is none."""
    drawn = random.Random(1)
    names = [
        f"{drawn.choice(['20260324', 'FY27Q1'])}_{drawn.choice(['EMEA', 'NA', 'EMAE'])}_WBN_Stories-{number}"
        for number in range(size)
    ]
    return Taxonomy.load(ACME).convention("program"), names


def titles(size: int) -> tuple[Convention, list[str]]:
    """Titles of several words, a third of a region that is none."""
    drawn = random.Random(1)
    names = [
        f"20260324_{drawn.choice(['EMEA', 'NA', 'XX'])}_{drawn.choice(['Work_in_Ulm', 'Work_in_Köln'])}-{number}"
        for number in range(size)
    ]
    return Taxonomy.load(TITLES).convention(), names


def seconds(work: Callable[[], int], rounds: int) -> tuple[int, float]:
    """What some work found, and the median of what it took."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        found = work()
        taken.append(time.perf_counter() - start)
    return found, statistics.median(taken)


def compare(sample: str, convention: Convention, names: list[str], rounds: int) -> None:
    """Read the names both ways, and print what that took."""
    column, day = pl.Series(names), convention.day(None, DAY)
    split = seconds(lambda: int(convention.parse_column(column, as_of=DAY)["valid"].sum()), rounds)
    scalar = seconds(lambda: sum(one is not None for one in named(convention, names, None, day)), rounds)
    if split[0] != scalar[0]:
        raise SystemExit(f"{sample}: {split[0]:,} and {scalar[0]:,} valid names")
    ratio = scalar[1] / split[1]
    print(
        f"{sample}: {len(names):,} names, {split[1]:.2f} s split, {scalar[1]:.2f} s one by one: {ratio:.0f}"
    )


def main() -> None:
    """Both samples."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    compare("programs of two forms", *programs(asked.size), asked.rounds)
    compare("titles with the delimiter and umlauts", *titles(asked.size), asked.rounds)


if __name__ == "__main__":
    main()
