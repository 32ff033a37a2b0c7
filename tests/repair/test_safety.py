"""Which repairs are safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from mops_taxonomy.repair import Repair


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
    ],
)
def test_spelling_alone_is_safe(
    mend: Callable[[str, str], list[Repair]],
    convention: str,
    text: str,
    right: str,
    edits: list[tuple[str, str, str]],
) -> None:
    """What can only be a slip of spelling is put right safely."""
    first = mend(convention, text)[0]

    assert first.text == right
    assert first.safe
    assert [(edit.mistake, edit.old, edit.new) for edit in first.edits] == edits


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
    ],
)
def test_what_may_mean_more_is_not_safe(
    mend: Callable[[str, str], list[Repair]],
    convention: str,
    text: str,
    right: str,
    edits: list[tuple[str, str, str]],
) -> None:
    """A repair that may lose what was meant is proposed and never called safe."""
    first = mend(convention, text)[0]

    assert first.text == right
    assert not first.safe
    assert [(edit.mistake, edit.old, edit.new) for edit in first.edits] == edits
