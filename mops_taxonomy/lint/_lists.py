"""How messages list what they are about: the first few, and how many more there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import counted, one_of, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["FEW", "counted", "few", "quoted"]

FEW = 3
"""As many are named before the rest is only counted."""


def few(texts: Sequence[str]) -> str:
    """`` `A` and `B` ``; of more than four, `` `A`, `B`, `C` and 7 more ``."""
    if len(texts) <= FEW + 1:
        return one_of(list(texts), "and")
    return f"{', '.join(map(quoted, texts[:FEW]))} and {len(texts) - FEW:,} more"
