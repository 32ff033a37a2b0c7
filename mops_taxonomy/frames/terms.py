"""The values of a column of terms as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mops_taxonomy.frames.cells import Coded

if TYPE_CHECKING:
    from mops_taxonomy.frames.cells import Codes, Values

__all__ = ["numbered", "terms_of"]


def terms_of(cells: Values | Coded) -> list[str]:
    """The terms that may stand in the column.

    Those known beforehand come first, in the taxonomy's order; then those found that nobody listed.
    """
    found = dict.fromkeys((*cells.type.terms, *cells.values))
    found.pop(None, None)
    return list(found)


def numbered(cells: Values | Coded) -> tuple[list[str], Codes]:
    """The terms that may stand in the column, and the number of each row's; -1 for none."""
    terms = terms_of(cells)
    numbers: dict[str | None, int] = {term: at for at, term in enumerate(terms)}
    numbers[None] = -1
    found = np.array([numbers[value] for value in cells.values], np.int32)
    return terms, found[cells.codes] if isinstance(cells, Coded) else found
