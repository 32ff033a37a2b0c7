"""How long the laws are tried: quickly and always alike, or thoroughly when asked."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

# A random taxonomy is large, and loading it takes a moment: neither says anything about a law.
_SLOW = [
    HealthCheck.too_slow,
    HealthCheck.data_too_large,
    HealthCheck.large_base_example,
    HealthCheck.filter_too_much,
]

settings.register_profile(
    "quick", max_examples=50, deadline=None, derandomize=True, database=None, suppress_health_check=_SLOW
)
settings.register_profile(
    "thorough", max_examples=3000, deadline=None, database=None, suppress_health_check=_SLOW
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.fixture(autouse=True, scope="package")
def _nothing_kept() -> Iterator[None]:
    """No test reads or leaves a cache but its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MOPS_TAXONOMY_CACHE", "")
        yield
