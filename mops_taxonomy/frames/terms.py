"""The values of a column of terms as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from mops_taxonomy.frames.cells import Coded

if TYPE_CHECKING:
    from mops_taxonomy.frames.cells import Codes, Values

__all__ = ["numbered"]


def numbered(cells: Values | Coded) -> tuple[list[str], Codes]:
    """The terms that may stand in the column, and the number of each row's; -1 for none.

    The terms known beforehand come first, in the taxonomy's order; then those found that nobody listed.
    """
    numbers: dict[Any, int] = {term: at for at, term in enumerate(cells.type.terms)}
    for value in cells.values:
        if value is not None:
            numbers.setdefault(value, len(numbers))
    numbers[None] = -1
    found = np.array([numbers[value] for value in cells.values], np.int32)
    del numbers[None]
    return list(numbers), found[cells.codes] if isinstance(cells, Coded) else found
