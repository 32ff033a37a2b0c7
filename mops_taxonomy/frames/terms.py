"""The values of a column of terms as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from mops_taxonomy.frames.cells import Codes
    from mops_taxonomy.frames.schema import ColumnType

__all__ = ["numbered"]


def numbered(kind: ColumnType, values: list[str | None]) -> tuple[list[str], Codes]:
    """The terms that may stand in the column, and the number of each value; -1 for none.

    Those known beforehand come first, in the taxonomy's order; then those found that nobody listed.
    """
    terms = [term for term in dict.fromkeys((*kind.terms, *values)) if term is not None]
    numbers: dict[str | None, int] = {term: at for at, term in enumerate(terms)}
    numbers[None] = -1
    return terms, np.array([numbers[value] for value in values], np.int32)
