"""Rows that are alike."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy.frames import polars, repetition
from mops_taxonomy.frames.repetition import Numbering, distinct_share, numbered

if TYPE_CHECKING:
    from numpy.typing import NDArray


HASHES = st.sampled_from([0, 1, 2**63, 2**64 - 1]) | st.integers(0, 2**64 - 1)


def numbers_of(hashes: list[int] | NDArray[np.uint64], expected: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """What `numbered` says of hashes that are all there."""
    every = np.array(hashes, np.uint64)
    return numbered(lambda low, high: every[low:high], len(every), expected)


@given(st.lists(HASHES, max_size=60), st.sampled_from([0, 1, 10**6]), st.sampled_from([1, 7, 10**6]))
def test_rows_of_one_hash_have_one_number(hashes: list[int], expected: int, rows_at_once: int) -> None:
    """And each number has one of its rows, whether they are learnt at once or looked up and learnt later."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(repetition, "_ROWS", rows_at_once)
        numbers, rows = numbers_of(hashes, expected)
    assert [hashes[rows[number]] for number in numbers] == hashes
    assert len(rows) == len(set(hashes))


@given(st.lists(HASHES, max_size=30), st.lists(HASHES, max_size=30), st.sampled_from([0, 1, 30]))
def test_what_was_not_learnt_has_no_number(learnt: list[int], asked: list[int], expected: int) -> None:
    """Not even a hash of zeros, which looks like a place where nothing stands."""
    known = Numbering()
    numbers, _ = known.learn(np.array(learnt, np.uint64), expected)
    number_of = dict(zip(learnt, numbers.tolist(), strict=True))
    found, missing = known.found(np.array(asked, np.uint64))
    assert missing.tolist() == [row for row, one in enumerate(asked) if one not in number_of]
    assert all(
        number_of.get(one, number) == number for one, number in zip(asked, found.tolist(), strict=True)
    )


def test_many_hashes_in_few_places(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that find another in their place are asked again, and those that come late are learnt then."""
    monkeypatch.setattr(repetition, "_ROWS", 1_000)
    hashes = np.arange(20_000, dtype=np.uint64).repeat(3)
    numbers, rows = numbers_of(hashes, 10)
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
        monkeypatch.setattr(polars, "numbered", lambda _, size, __: (np.zeros(size, np.uint32), first))
    rows = ["b", None, "a", "b", "", None, "c" * 40, "c" * 40]
    for column in (pl.Series(rows), pl.Series(rows).cast(pl.Categorical), pl.Series(["x", None])):
        texts, numbers = polars.ENGINE.distinct(column, expected=1)
        assert [texts.to_list()[number] for number in numbers] == column.to_list()
        assert len(texts) == len(set(column))


def test_polars_finds_nothing_in_an_empty_column() -> None:
    """No text, no number."""
    texts, numbers = polars.ENGINE.distinct(pl.Series([], dtype=pl.String))
    assert (len(texts), len(numbers)) == (0, 0)
