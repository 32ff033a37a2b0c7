"""The engine finds exactly the readings that trying everything finds."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.property.oracle import Oracle
from tests.property.situations import Situation, oracle_of, short_texts, small_situations


def same(found: list[dict[str, Any]], expected: list[dict[str, Any]]) -> bool:
    """Whether two lists hold the same readings, in whatever order."""
    return all(one in expected for one in found) and all(one in found for one in expected)
