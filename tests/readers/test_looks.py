"""Where readers look, and what they see there: one table a look."""

from __future__ import annotations

import pytest

from mops_taxonomy.readers.contains import Contains
from mops_taxonomy.readers.ends_with import EndsWith
from mops_taxonomy.readers.first import First
from mops_taxonomy.readers.look import Look, Way, is_delimited
from mops_taxonomy.readers.starts_with import StartsWith

WAYS = {
    "anywhere": Way("substring", "exact"),
    "word": Way("word", "exact"),
    "any case": Way("substring", "ignore"),
    "word in any case": Way("word", "ignore"),
}
DAY = "{YYYY}{MM}{DD}"
STARTS, ENDS, HOLDS = (
    StartsWith(("OLD", "RE")),
    EndsWith(("_Parent", "DONE")),
    Contains(("test", "DO NOT USE")),
)


@pytest.mark.parametrize(
    ("look", "text", "way", "span"),
    [
        (STARTS, "OLD_Spring", "word", (0, 3)),
        (STARTS, "OLDTIMERS", "anywhere", (0, 3)),
        (STARTS, "OLDTIMERS", "word", None),
        (STARTS, "OLD2020", "word", None),
        (STARTS, "OLD", "word", (0, 3)),
        (STARTS, "old_Spring", "word", None),
        (STARTS, "old_Spring", "word in any case", (0, 3)),
        (STARTS, "x_OLD", "anywhere", None),
        (STARTS, "RE: Spring", "word", (0, 2)),
        (STARTS, "", "anywhere", None),
        (ENDS, "KubeDay_Parent", "anywhere", (7, 14)),
        (ENDS, "KubeDay_Parent", "word", (7, 14)),
        (ENDS, "_Parent", "word", (0, 7)),
        (ENDS, "KubeDay_Parent_", "anywhere", None),
        (ENDS, "KubeDay_PARENT", "anywhere", None),
        (ENDS, "KubeDay_PARENT", "any case", (7, 14)),
        (ENDS, "UNDONE", "anywhere", (2, 6)),
        (ENDS, "UNDONE", "word", None),
        (ENDS, "ONE", "anywhere", None),
        (HOLDS, "Latest", "anywhere", (2, 6)),
        (HOLDS, "Latest", "word", None),
        (HOLDS, "Latest-test_1", "word", (7, 11)),
        (HOLDS, "testtest test", "word", (9, 13)),
        (HOLDS, "testtest", "anywhere", (0, 4)),
        (HOLDS, "Ätest", "word", None),
        (HOLDS, "please DO NOT USE me", "word", (7, 17)),
        (HOLDS, "Do not use this test", "any case", (0, 10)),
        (HOLDS, "TESTS", "word in any case", None),
        (HOLDS, "contest_ıTest", "any case", (3, 7)),
        (Contains(("ΣΑΣ",)), "σας", "any case", (0, 3)),
        (Contains(("-",)), "a-b", "word", (1, 2)),
    ],
)
def test_marks_are_seen_where_they_stand(
    look: Look, text: str, way: str, span: tuple[int, int] | None
) -> None:
    """The first place of a mark in this way of looking, or none."""
    sight = look.sees(text, WAYS[way])

    assert (sight.there, sight.span) == (span is not None, span)


@pytest.mark.parametrize(
    ("form", "count", "text", "way", "there", "told"),
    [
        (DAY, 8, "20240229_Spring", "anywhere", True, None),
        (DAY, 8, "20230229_Spring", "anywhere", False, "`20230229` (February 2023 has 28 days)"),
        (DAY, 8, "20221301_X", "anywhere", False, "`20221301` (there is no month 13)"),
        (DAY, 8, "2020_Social", "anywhere", False, "`2020_Soc`"),
        (DAY, 8, "2024", "anywhere", False, "`2024`"),
        (DAY, 8, "", "anywhere", False, "``"),
        (DAY, 8, "20240229", "word", True, None),
        ("{YYYY}-{MM}", 7, "2024-02-29", "anywhere", True, None),
        ("{Mon}{YY}", 5, "MAR26_Spring", "anywhere", False, "`MAR26`"),
        ("{Mon}{YY}", 5, "MAR26_Spring", "any case", True, None),
    ],
)  # fmt: skip
def test_the_first_characters_are_a_date_or_not(
    form: str, count: int, text: str, way: str, there: bool, told: str | None
) -> None:
    """A real day or period in the format; else the reader says what it read and, where that is known, what is wrong."""
    look = First(count, form)
    sight = look.sees(text, WAYS[way])

    assert sight.there is there
    read, _, why = (told or "").partition(" ")
    rest = f"no date in {read}, the first {count} characters{why and f' {why}'}"
    assert there or look.told(text, sight, may=False) == f"finds {rest}"
    assert there or look.told(text, sight, may=True) == f"may find {rest}"
    assert list(look.mended(text, sight)) == []


@pytest.mark.parametrize(
    ("look", "text", "sure", "unsure", "rest"),
    [
        (STARTS, "OLD_Spring", "finds", "may find", "`OLD` at the beginning of the name"),
        (ENDS, "x_Parent", "finds", "may find", "`_Parent` at the end of the name"),
        (HOLDS, "Latest", "finds", "may find", "`test` in the name"),
        (STARTS, "x", "misses", "may miss", "`OLD` or `RE` at the beginning of the name"),
        (ENDS, "x", "misses", "may miss", "`_Parent` or `DONE` at the end of the name"),
        (HOLDS, "x", "misses", "may miss", "`test` or `DO NOT USE` in the name"),
    ],
)
def test_what_a_reader_does_is_told(look: Look, text: str, sure: str, unsure: str, rest: str) -> None:
    """What it finds or misses, and where."""
    sight = look.sees(text, WAYS["anywhere"])

    assert look.told(text, sight, may=False) == f"{sure} {rest}"
    assert look.told(text, sight, may=True) == f"{unsure} {rest}"


@pytest.mark.parametrize(
    ("look", "text", "mended"),
    [
        (HOLDS, "Spring_test", ["Spring"]),
        (HOLDS, "Spring_test_2", ["Spring_2"]),
        (HOLDS, "test_Spring", ["Spring"]),
        (HOLDS, "test", [""]),
        (HOLDS, "Latest", []),
        (ENDS, "KubeDay_Parent", ["KubeDay"]),
        (ENDS, "KubeDay", ["KubeDay_Parent", "KubeDayDONE"]),
        (STARTS, "OLD Spring", ["Spring"]),
        (STARTS, "Spring", ["OLDSpring", "RESpring"]),
        (HOLDS, "Spring", []),
    ],
)
def test_a_name_is_mended_by_the_mark(look: Look, text: str, mended: list[str]) -> None:
    """A mark that is a word goes, with one delimiter; one that is missed comes, where it is known where."""
    assert list(look.mended(text, look.sees(text, WAYS["anywhere"]))) == mended


@pytest.mark.parametrize(
    ("text", "start", "end", "delimited"),
    [
        ("a_b", 1, 2, True),
        ("ab", 0, 1, False),
        ("ab", 0, 2, True),
        ("a b", 2, 3, True),
        ("a1", 1, 2, False),
        ("éa", 1, 2, False),
        ("a_", 0, 1, True),
        ("", 0, 0, True),
    ],
)
def test_a_word_ends_where_no_letter_or_digit_goes_on(
    text: str, start: int, end: int, delimited: bool
) -> None:
    """Letters and digits of any script go on with one another; everything else delimits."""
    assert is_delimited(text, start, end) is delimited
