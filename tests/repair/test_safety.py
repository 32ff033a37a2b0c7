"""Which repairs are safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from mops_taxonomy.repair import Repair
    from tests.repair.conftest import First


@pytest.mark.parametrize(
    ("convention", "text", "right", "edits"),
    [
        ("lowered", "EMEA_Spring-SALE", "EMEA_spring-sale", [("case", "S", "s"), ("case", "SALE", "sale")]),
        ("slugged", "emea_spring", "EMEA_spring", [("case", "emea", "EMEA")]),
        ("wordy", "EMEA.WBN Spring", "EMEA WBN Spring", [("delimiter", ".", " ")]),
        ("piped", "EMEA.Spring", "EMEA | Spring", [("delimiter", ".", " | ")]),
        ("bracketed", "[EMEA]_Spring (WBN)", "[EMEA] Spring (WBN)", [("delimiter", "_", " ")]),
        ("closed", "EMEA_WBN - v02", "EMEA_WBN_v02", [("delimiter", " - ", "_")]),
        ("closed", "EMEA_WBN_v02_", "EMEA_WBN_v02", [("delimiter", "_", "")]),
        ("numbered", "EMEA_091", "EMEA_91", [("leading zeros", "091", "91")]),
        ("listed", "EMEA-Big-Sale_v02", "EMEA_Big-Sale_v02", [("delimiter", "-", "_")]),
        ("listed", "EMEA-NA_v02", "EMEA_NA_v02", [("delimiter", "-", "_")]),
    ],
)
def test_spelling_alone_is_safe(
    first: Callable[[str, str], First],
    convention: str,
    text: str,
    right: str,
    edits: list[tuple[str, str, str]],
) -> None:
    """What can only be a slip of spelling is put right safely."""
    assert first(convention, text) == (right, True, edits)


@pytest.mark.parametrize(
    ("convention", "text", "right", "edits"),
    [
        ("slugged", "EMEA_Spring-sale", "EMEA_spring-sale", [("case", "S", "s")]),
        ("lowered", "EMEA_YYYY", "EMEA_yyyy", [("case", "YYYY", "yyyy")]),
        ("lowered", "EMEA_701VYkMe", "EMEA_701vykme", [("case", "VY", "vy"), ("case", "M", "m")]),
        ("bracketed", "[EMEA] Spring (WBN", "[EMEA] Spring (WBN)", [("delimiter", "", ")")]),
        (
            "listed",
            "EMEA NA Spring v02",
            "EMEA+NA_Spring_v02",
            [("delimiter", " ", "+"), ("delimiter", " ", "_"), ("delimiter", " ", "_")],
        ),
        ("program", "20260324_EMEA-_WBN_Spring", "20260324_EMEA_WBN_Spring", [("delimiter", "-", "")]),
        ("closed", "EMEA|WBN_v02_", "EMEA_WBN_v02", [("delimiter", "|", "_"), ("delimiter", "_", "")]),
        ("piped", "EMEA | Spring | Sale", "EMEA | Spring:Sale", [("another cut", " | ", ":")]),
        ("piped", "EMEASpring", "EMEA | Spring", [("missing delimiter", "", " | ")]),
        (
            "themed",
            "EMEA_One _ Two",
            "EMEA_OneTwo",
            [("space", " ", ""), ("delimiter", "_", ""), ("words joined", " ", "")],
        ),
        ("wordy", "EMEA.WBN - Spring", "EMEA WBN - Spring", [("delimiter", ".", " ")]),
        ("listed", "EMEA-NA-Spring_v02", "EMEA_NA-Spring_v02", [("delimiter", "-", "_")]),
        ("listed", "EMEA-na-Spring_v02", "EMEA_na-Spring_v02", [("delimiter", "-", "_")]),
        ("tailed", "Spring|NA|EMEA", "Spring_NA+EMEA", [("delimiter", "|", "_"), ("delimiter", "|", "+")]),
    ],
)
def test_what_may_mean_more_is_not_safe(
    first: Callable[[str, str], First],
    convention: str,
    text: str,
    right: str,
    edits: list[tuple[str, str, str]],
) -> None:
    """A repair that may lose what was meant is proposed and never called safe."""
    assert first(convention, text) == (right, False, edits)


def test_every_further_zero_counts(mend: Callable[[str, str], list[Repair]]) -> None:
    """One zero too many is a slip; of many, some may have been a number of their own."""
    found = [mend("numbered", f"EMEA_{'0' * zeros}7")[0] for zeros in (1, 2, 3, 7)]

    assert [repair.text for repair in found] == ["EMEA_7"] * 4
    assert [repair.confidence for repair in found] == [0.94, 0.88, 0.81, 0.56]
