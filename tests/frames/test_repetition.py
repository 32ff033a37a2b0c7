"""Rows that are alike."""

from __future__ import annotations

import random

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy.frames import polars
from mops_taxonomy.frames.repetition import distinct_share, numbered


@given(
    st.lists(st.sampled_from([0, 1, 2**63, 2**64 - 1]) | st.integers(0, 2**64 - 1), max_size=60),
    st.sampled_from([0, 1, 10**6]),
)
def test_rows_of_one_hash_have_one_number(hashes: list[int], expected: int) -> None:
    """And each number has one of its rows."""
    numbers, rows = numbered(np.array(hashes, np.uint64), expected)
    assert [hashes[rows[number]] for number in numbers] == hashes
    assert len(rows) == len(set(hashes))


def test_many_hashes_in_few_places() -> None:
    """Those that find another in their place are asked again."""
    hashes = np.arange(20_000, dtype=np.uint64).repeat(3)
    numbers, rows = numbered(hashes, 10)
    assert (hashes[rows[numbers]] == hashes).all()
    assert len(rows) == 20_000


@pytest.mark.parametrize("distinct", [300, 5_000, 100_000, 2_000_000])
def test_a_sample_tells_how_many_differ(distinct: int) -> None:
    """Within a quarter of what it is, of 1,000,000 rows by a sample of 16,384."""
    drawn = random.Random(7)  # noqa: S311  a seeded sample
    rows = [drawn.randrange(distinct) for _ in range(1_000_000)]
    share = distinct_share(len(set(rows[:16_384])), 16_384, len(rows))
    assert share == pytest.approx(len(set(rows)) / len(rows), rel=0.25)


def test_a_sample_without_repetition_tells_that_all_differ() -> None:
    """Nothing else is known."""
    assert distinct_share(16_384, 16_384, 10**6) == 1.0


@pytest.mark.parametrize("collide", [False, True])
def test_polars_finds_equal_texts(collide: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """By hash, and where unequal texts have one hash, all the same."""
    if collide:
        first = np.zeros(1, np.int64)
        monkeypatch.setattr(polars, "numbered", lambda hashes, _: (np.zeros(len(hashes), np.uint32), first))
    rows = ["b", None, "a", "b", "", None, "c" * 40, "c" * 40]
    for column in (pl.Series(rows), pl.Series(rows).cast(pl.Categorical), pl.Series(["x", None])):
        texts, numbers = polars.ENGINE.distinct(column, expected=1)
        assert [texts.to_list()[number] for number in numbers] == column.to_list()
        assert len(texts) == len(set(column))


def test_polars_finds_nothing_in_an_empty_column() -> None:
    """No text, no number."""
    texts, numbers = polars.ENGINE.distinct(pl.Series([], dtype=pl.String))
    assert (len(texts), len(numbers)) == (0, 0)
