"""Where a program and its campaign differ, and on which of the two it is to be put right.

One kind of difference is one file of this folder. What marketing automation holds goes to the CRM, unless the records
themselves say that it is the other that is right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.matching.differing.activity import activity
from mops_taxonomy.matching.differing.costs import costs
from mops_taxonomy.matching.differing.dates import dates
from mops_taxonomy.matching.differing.difference import Difference
from mops_taxonomy.matching.differing.names import names
from mops_taxonomy.matching.differing.parents import parents
from mops_taxonomy.matching.differing.types import types

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.matching.match import Match
    from mops_taxonomy.portfolio import Portfolio

__all__ = ["Difference", "activity", "costs", "dates", "differences", "names", "parents", "types"]


def differences(portfolio: Portfolio, match: Match) -> Iterator[Difference]:
    """Every difference in a field of the records."""
    for kind in (names, types, costs, activity, dates, parents):
        yield from kind(portfolio, match)
