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
    ],
)
def test_no_way_without_loss(mend: Callable[[str, str], list[Repair]], convention: str, text: str) -> None:
    """Text that has no place, and a code of which no letter is there, are left alone."""
    assert mend(convention, text) == []


@pytest.mark.parametrize("text", ["20260324_EMEA_WBN_Gold_adhoc", "adhoc_20260324_EMEA_WBN_Gold"])
def test_text_left_over_goes_where_it_fits(mend: Callable[[str, str], list[Repair]], text: str) -> None:
    """Where open text takes what is left over, every repair keeps it, and none is safe."""
    found = mend("program", text)

    assert found
    for repair in found:
        assert sorted(filter(str.isalnum, repair.text)) == sorted(filter(str.isalnum, text))
        assert not repair.safe
