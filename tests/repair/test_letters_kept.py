"""No repair loses letters, and none makes a value up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from mops_taxonomy.repair import Repair


@pytest.mark.parametrize(
    ("convention", "text"),
    [
        ("closed", "EMEA_WBN_v02_adhoc"),
        ("closed", "adhoc_EMEA_WBN_v02"),
        ("closed", "EMEA_adhoc_WBN_v02"),
        ("closed", "XX_WBN_v02"),
        ("closed", "EMEA_v02"),
        ("piped", "E | MEASpring"),
        ("spanned", "EMEA 18"),
        ("spanned", "EMEA 1830"),
        ("placed", "customer"),
        ("themed", "EMEA_Spring25"),
    ],
)
def test_no_way_without_loss(mend: Callable[[str, str], list[Repair]], convention: str, text: str) -> None:
    """Text that has no place, a code of which no letter is there, and a word or a number to cut anywhere: no repair."""
    assert mend(convention, text) == []


@pytest.mark.parametrize("text", ["20260324_EMEA_WBN_Gold_adhoc", "adhoc_20260324_EMEA_WBN_Gold"])
def test_text_left_over_goes_where_it_fits(mend: Callable[[str, str], list[Repair]], text: str) -> None:
    """Where open text takes what is left over, every repair keeps it, and none is safe."""
    found = mend("program", text)

    assert found
    for repair in found:
        assert sorted(filter(str.isalnum, repair.text)) == sorted(filter(str.isalnum, text))
        assert not repair.safe


@pytest.mark.parametrize(
    ("convention", "text", "right"),
    [
        ("short", "DEspring_v02", "DE_spring_v02"),
        ("program", "20260324EMEA_WBN_Spring", "20260324_EMEA_WBN_Spring"),
        ("placed", "BigSale", "Big_Sale"),
    ],
)
def test_a_word_is_cut_where_only_one_place_will_do(
    mend: Callable[[str, str], list[Repair]], convention: str, text: str, right: str
) -> None:
    """A length, a code, a date or a capital letter says where a missing delimiter belongs."""
    assert [repair.text for repair in mend(convention, text)] == [right]


def test_two_words_may_be_one(mend: Callable[[str, str], list[Repair]]) -> None:
    """Where words of open text are cut at a capital letter, that is less likely than where a code ends."""
    (guess,), (plain, *_) = mend("placed", "BigSale"), mend("short", "DEspring_v02")

    assert (guess.safe, guess.confidence) == (False, 0.65)
    assert (plain.safe, plain.confidence) == (False, 0.78)
