"""Parts in another order, or twice, together with other mistakes."""

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
        ("closed", "EMEA_v02_WBN", "EMEA_WBN_v02", [("order", "v02_WBN", "WBN_v02")]),
        ("closed", "v02_wbn_EMEA", "EMEA_WBN_v02", [("order", "v02_wbn_EMEA", "EMEA_WBN_v02")]),
        ("closed", "v02_WNB_EMEA", "EMEA_WBN_v02", [("order", "v02_WNB_EMEA", "EMEA_WBN_v02")]),
        ("closed", "v02_Webinar_EMEA", "EMEA_WBN_v02", [("order", "v02_Webinar_EMEA", "EMEA_WBN_v02")]),
        (
            "closed",
            "WBN - EMEA - v02 ",
            "EMEA_WBN_v02",
            [("order", "WBN - EMEA", "EMEA_WBN"), ("delimiter", " - ", "_"), ("space", " ", "")],
        ),
        (
            "closed",
            "_WBN_EMEA_v02 ",
            "EMEA_WBN_v02",
            [("delimiter", "_", ""), ("order", "WBN_EMEA", "EMEA_WBN"), ("space", " ", "")],
        ),
        (
            "closed",
            "\u0415MEA_v02_WBN",
            "EMEA_WBN_v02",
            [("look-alike", "\u0415", "E"), ("order", "v02_WBN", "WBN_v02")],
        ),
        (
            "bracketed",
            "[WBN] Spring (EMEA)",
            "[EMEA] Spring (WBN)",
            [("order", "WBN] Spring (EMEA", "EMEA] Spring (WBN")],
        ),
        (
            "program",
            "20260324_EMEA_Big-Sale-Day_WBN",
            "20260324_EMEA_WBN_Big-Sale-Day",
            [("order", "Big-Sale-Day_WBN", "WBN_Big-Sale-Day")],
        ),
        (
            "program",
            "v02_20260324_EMEA_WBN_Big-Sale",
            "20260324_EMEA_WBN_Big-Sale_v02",
            [("order", "v02_20260324_EMEA_WBN_Big-Sale", "20260324_EMEA_WBN_Big-Sale_v02")],
        ),
    ],
)
def test_another_order(
    first: Callable[[str, str], First],
    convention: str,
    text: str,
    right: str,
    edits: list[tuple[str, str, str]],
) -> None:
    """Parts that changed places go back, whatever else is wrong with one of them."""
    assert first(convention, text) == (right, False, edits)


@pytest.mark.parametrize(
    ("convention", "text", "right", "edits"),
    [
        ("closed", "EMEA_EMEA_WBN_v02", "EMEA_WBN_v02", [("repeated field", "_EMEA", "")]),
        (
            "closed",
            "EMEA_EMEA_WNB_v02",
            "EMEA_WBN_v02",
            [("repeated field", "_EMEA", ""), ("typo", "NB", "BN")],
        ),
        ("closed", "EMEA_WBN - WBN_v02", "EMEA_WBN_v02", [("repeated field", " - WBN", "")]),
        ("themed", "EMEA_LAL3%_LAL3%", "EMEA_LAL3%", [("repeated field", "_LAL3%", "")]),
        (
            "program",
            "20260324_EMEA_WBN_Big-Sale_Big-Sale",
            "20260324_EMEA_WBN_Big-Sale",
            [("repeated field", "_Big-Sale", "")],
        ),
        ("bracketed", "[EMEA] Spring (WBN-WBN)", "[EMEA] Spring (WBN)", [("repeated field", "-WBN", "")]),
    ],
)
def test_a_part_that_stands_there_twice(
    first: Callable[[str, str], First],
    convention: str,
    text: str,
    right: str,
    edits: list[tuple[str, str, str]],
) -> None:
    """Of two equal parts side by side one goes, whatever stands between them."""
    assert first(convention, text) == (right, False, edits)


def test_a_part_that_moves_is_a_whole_field(mend: Callable[[str, str], list[Repair]]) -> None:
    """Of the orders that fit, the one that tears no field apart is told first."""
    texts = [repair.text for repair in mend("program", "20260324_EMEA_Big-Sale-Day_WBN")]

    assert texts == ["20260324_EMEA_WBN_Big-Sale-Day"]


def test_too_many_parts(mend: Callable[[str, str], list[Repair]]) -> None:
    """What has more parts than a name ever has is not put in order."""
    assert mend("closed", "_".join(["v02", "WBN", "EMEA"] * 20)) == []
