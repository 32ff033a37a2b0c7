"""The clearly nearest texts of two lists, against the plain way of comparing all with all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from mops_taxonomy.matching.likeness import LEAST, MARGIN, clear_pairs

if TYPE_CHECKING:
    import random

Found = list[tuple[int, int, float]]


def nothing(left: int, right: int) -> float:  # noqa: ARG001  as it is asked
    return 0.0


def naive(lefts: list[str], rights: list[str]) -> Found:
    """All compared with all, and the nearest taken as long as one leads on both sides."""
    near = {
        (left, right): Levenshtein.normalized_similarity(ours, theirs)
        for left, ours in enumerate(lefts)
        for right, theirs in enumerate(rights)
    }
    found: Found = []
    while True:
        leading = [
            (left, right, likeness)
            for (left, right), likeness in near.items()
            if likeness >= LEAST
            and all(
                likeness - other >= MARGIN
                for pair, other in near.items()
                if pair != (left, right) and (pair[0] == left or pair[1] == right)
            )
        ]
        if not leading:
            return sorted(found)
        found += leading
        gone = [{one[side] for one in leading} for side in (0, 1)]
        near = {pair: one for pair, one in near.items() if pair[0] not in gone[0] and pair[1] not in gone[1]}


TEXTS = st.lists(st.text("abcde", min_size=9, max_size=11), min_size=1, max_size=6)


@settings(max_examples=200)
@given(TEXTS, st.randoms(use_true_random=False))
def test_as_the_naive_way(lefts: list[str], chance: random.Random) -> None:
    """Of few texts all those that share a run of letters are compared, so the pairs are the naive ones."""
    rights = [text[:4] + chance.choice("abcdexyz") + text[5:] for text in lefts]

    assert clear_pairs(lefts, rights, nothing, 0.0) == naive(lefts, rights)


def test_support_decides() -> None:
    """What else speaks for a pair counts as so much more likeness; minus one forbids it."""
    lefts, rights = ["customerstories"], ["customerstoriez", "customerstoriex"]

    assert clear_pairs(lefts, rights, nothing, 0.0) == []
    assert [one[:2] for one in clear_pairs(lefts, rights, lambda _, right: right / 10, 0.1)] == [(0, 1)]
    assert [one[:2] for one in clear_pairs(lefts, rights, lambda _, right: -right, 0.0)] == [(0, 0)]


def test_short_and_empty_texts() -> None:
    """Texts shorter than a run of letters are compared whole; empty ones are like no other."""
    assert clear_pairs(["", "ab"], ["ab", ""], nothing, 0.0) == [(1, 0, 1.0)]
    assert clear_pairs([], ["ab"], nothing, 0.0) == []


def test_what_many_share_tells_nothing() -> None:
    """A run of letters that very many texts share is not looked up: nothing is compared, and nothing found."""
    many = [f"newsletter{number:04}" for number in range(0, 900, 9)]

    assert clear_pairs(["newsletter"], many, nothing, 0.0) == []
