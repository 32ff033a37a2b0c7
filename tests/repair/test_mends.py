"""What is put right in a name as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.repair.conftest import First


@pytest.mark.parametrize(
    ("convention", "text", "right", "edits"),
    [
        ("closed", "EMEA_WBN_v02_clone_", "EMEA_WBN_v02", [("clone", "_clone_", "")]),
        ("closed", "EMEA_WBN_v02 (copy 03) ", "EMEA_WBN_v02", [("clone", " (copy 03) ", "")]),
        ("closed", "Copy\xa0of\xa0EMEA_WBN_v02", "EMEA_WBN_v02", [("clone", "Copy\xa0of\xa0", "")]),
        ("closed", " Template_EMEA_WBN_v02", "EMEA_WBN_v02", [("template mark", " Template_", "")]),
        ("closed", "EMEA_WBN_v02 [TBD] ", "EMEA_WBN_v02", [("template mark", " [TBD] ", "")]),
        (
            "program",
            "20260324_EMEA_WBN_Gold_v02_v3",
            "20260324_EMEA_WBN_Gold_v02",
            [("version tail", "_v3", "")],
        ),
        (
            "program",
            "20260324_EMEA_WBN_Gold_v02 v3 FINAL",
            "20260324_EMEA_WBN_Gold_v02",
            [("version tail", " v3 FINAL", "")],
        ),
        (
            "closed",
            "\u201cEMEA_WBN_v02\u201d_",
            "EMEA_WBN_v02",
            [
                ("quotation marks", "\u201c", ""),
                ("quotation marks", "\u201d", ""),
                ("delimiter at the end", "_", ""),
            ],
        ),
    ],
)
def test_marks(
    first: Callable[[str, str], First],
    convention: str,
    text: str,
    right: str,
    edits: list[tuple[str, str, str]],
) -> None:
    """A mark is told in the edits, is taken off with what a slip left outside of it, and never safely."""
    assert first(convention, text) == (right, False, edits)


@pytest.mark.parametrize(
    ("convention", "text", "right", "edits"),
    [
        (
            "closed",
            "\u201cEMEA_WBN_v02\u201d ",
            "EMEA_WBN_v02",
            [("quotation marks", "\u201c", ""), ("quotation marks", "\u201d", ""), ("space", " ", "")],
        ),
        (
            "closed",
            " \u2018EMEA_WBN_v02",
            "EMEA_WBN_v02",
            [("space", " ", ""), ("quotation marks", "\u2018", "")],
        ),
    ],
)
def test_quotation_marks(
    first: Callable[[str, str], First],
    convention: str,
    text: str,
    right: str,
    edits: list[tuple[str, str, str]],
) -> None:
    """Quotation marks go safely, with the space outside of them."""
    assert first(convention, text) == (right, True, edits)


@pytest.mark.parametrize(
    ("convention", "text", "right", "edits"),
    [
        ("program", "20260324_EMEA|WBN_Photocopy", "20260324_EMEA_WBN_Photocopy", [("delimiter", "|", "_")]),
        ("program", "20260324_EMEA|WBN_Gold", "20260324_EMEA_WBN_Gold", [("delimiter", "|", "_")]),
    ],
)
def test_a_word_that_ends_like_a_mark(
    first: Callable[[str, str], First],
    convention: str,
    text: str,
    right: str,
    edits: list[tuple[str, str, str]],
) -> None:
    """The end of a word is no mark: only the delimiter changes."""
    assert first(convention, text) == (right, True, edits)
