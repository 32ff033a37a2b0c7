"""How long a name may be, and what it may not hold."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy.limit import Limits
from tests.declared import told


def limit(system: str | None = "s", **own: Any) -> dict[str, Any]:
    """A resolved limit."""
    common = {
        "max_length": None,
        "unit": "characters",
        "forbidden": None,
        "source": None,
        "status": "declared",
    }
    return {"system": system, **common, **own}


@pytest.mark.parametrize(
    ("specs", "text", "faults"),
    [
        ([], "x" * 999, []),
        ([limit(max_length=3)], "abc", []),
        ([limit(max_length=3)], "abcd", [("name_too_long", None, (3, 4), [])]),
        ([limit(max_length=3), limit(max_length=2)], "abcd", [("name_too_long", None, (2, 4), [])]),
        ([limit(max_length=4, unit="bytes")], "éé", []),
        ([limit(max_length=4, unit="bytes")], "aéé", [("name_too_long", None, (2, 3), [])]),
        ([limit(max_length=4, unit="bytes")], "aaéé", [("name_too_long", None, (3, 4), [])]),
        ([limit(max_length=3, unit="bytes")], "😀", [("name_too_long", None, (0, 1), [])]),
        (
            [limit(max_length=5), limit(max_length=6, unit="bytes")],
            "éééé",
            [("name_too_long", None, (3, 4), [])],
        ),
        ([limit(max_length=3, status="unverified")], "abcd", [("unsure_limit", None, (3, 4), [])]),
        ([limit(max_length=3, status="documented")], "abcd", [("name_too_long", None, (3, 4), [])]),
        (
            [limit(forbidden="&<")],
            "a&b<",
            [(n, None, s, []) for n, s in [("forbidden_character", (1, 2)), ("forbidden_character", (3, 4))]],
        ),
        ([limit(forbidden="&", status="unverified")], "a&b", []),
    ],
)
def test_faults(specs: list[dict[str, Any]], text: str, faults: list[Any]) -> None:
    """What is beyond the shortest limit, in its own unit; limits without a sure source are only hints."""
    limits = Limits(specs)
    assert told(limits.faults(text)) == faults
    assert limits.allow(text) is all(name == "unsure_limit" for name, *_ in faults)


def test_what_the_fault_says() -> None:
    """The length, the limit and where it comes from."""
    specs = [limit("crm", max_length=3, source="a manual"), limit("map", max_length=5)]
    (fault,) = Limits(specs).faults("abcdef")
    assert fault.detail == {
        "length": 6,
        "limit": 3,
        "unit": "characters",
        "system": "crm",
        "source": "a manual",
    }
    assert fault.found == "def"


def test_systems_that_forbid_a_character() -> None:
    """All systems that forbid a character are named."""
    (fault,) = Limits([limit("crm", forbidden="&"), limit("map", forbidden="&<"), limit("ads")]).faults("&")
    assert fault.detail == {"system": "crm and map"}


@pytest.mark.parametrize(
    ("lowered", "long", "forbidden"),
    [((), False, False), (("name_too_long",), True, False), (("forbidden_character",), False, True)],
)
def test_lowered_limits_do_not_refuse(lowered: tuple[str, ...], long: bool, forbidden: bool) -> None:
    """A limit that the taxonomy says is no error is noted, not kept."""
    limits = Limits([limit(max_length=3, forbidden="&")], lowered)
    assert (limits.allow("abcd"), limits.allow("&")) == (long, forbidden)
    assert len(list(limits.faults("abcd"))) == len(list(limits.faults("&"))) == 1


@given(st.text("aé漢😀", max_size=12), st.integers(1, 12), st.integers(1, 30))
def test_allow_is_no_fault(text: str, characters: int, size: int) -> None:
    """The quick answer is the careful one, whatever the mix of units."""
    limits = Limits([limit(max_length=characters), limit(max_length=size, unit="bytes")])
    assert limits.allow(text) is (len(text) <= characters and len(text.encode()) <= size)
    assert limits.allow(text) is not bool(list(limits.faults(text)))


@given(st.text("aé漢😀", min_size=1, max_size=12), st.integers(1, 30))
def test_what_is_cut_fits(text: str, size: int) -> None:
    """Without what is marked, a name fits, and one character more would not."""
    for fault in Limits([limit(max_length=size, unit="bytes")]).faults(text):
        assert fault.span is not None
        start = fault.span[0]
        assert len(text[:start].encode()) <= size < len(text[: start + 1].encode())
