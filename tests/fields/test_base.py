"""What every kind of field can do."""

from __future__ import annotations

import pytest

from mops_taxonomy.fault import Misfit
from mops_taxonomy.fields.base import Memo, cased
from tests.fields.made import DAY, field, fits, shown


@pytest.mark.parametrize(
    ("case", "written"),
    [(None, "aB-cD éX"), ("lower", "ab-cd éx"), ("upper", "AB-CD ÉX"), ("title", "AB-cD éX")],
)
def test_cased(case: str | None, written: str) -> None:
    """Lower and upper change every letter, title the first one only."""
    assert cased("aB-cD éX", case) == written
    assert cased("", case) == ""


def test_memo_works_each_answer_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer is remembered, up to a number; errors are not."""
    monkeypatch.setattr(Memo, "MOST", 2)
    asked: list[int] = []

    def work(number: int) -> int:
        asked.append(number)
        if number < 0:
            raise ValueError(number)
        return number * 2

    memo = Memo(work)
    assert [memo[1], memo[1], memo[2], memo[3], memo[3], memo[1]] == [2, 2, 4, 6, 6, 2]
    assert asked == [1, 2, 3, 3]
    for _ in range(2):
        with pytest.raises(ValueError, match="-1"):
            memo[-1]
    assert asked[4:] == [-1, -1]


def test_labels() -> None:
    """People call a field by its label, else by its name."""
    assert field("text").label == "x"
    assert field("text", label="Title").label == "Title"


def test_faults_of_an_excluded_text_come_first() -> None:
    """A refused value may have other faults as well."""
    kind = field("text", min_length=6, refused=["TEST"])
    assert [fault.name for fault in kind.faults("Test", DAY)] == ["excluded_value", "too_short"]
    assert not fits(kind, "Test", DAY)


def test_excluded_values_cannot_be_written() -> None:
    """Neither can they be written, in any case."""
    with pytest.raises(Misfit, match="'tEst' is refused here"):
        field("text", refused=["TEST"]).encode("tEst")


def test_a_fault_covers_the_text_or_a_part_of_it() -> None:
    """A fault without a span is about the whole text; moved on, it keeps its length."""
    kind = field("text")
    assert shown([kind.fault("bad_characters", "abcd")]) == [("bad_characters", (0, 4), "abcd", [])]
    assert shown([kind.fault("bad_characters", "abcd", (1, 3)).at(10)]) == [
        ("bad_characters", (11, 13), "bc", [])
    ]
