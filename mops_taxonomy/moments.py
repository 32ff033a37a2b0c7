"""The days that have to be looked at: between two of them nothing changes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form

__all__ = ["MOST", "moments"]

MOST = 60
"""Days that are looked at; a vocabulary in which a term begins every day has more."""


def moments(convention: Convention, today: date, forms: Iterable[Form] | None = None) -> list[date]:
    """Today, then a day of each later period in which other names are valid, then of each earlier one, latest first.

    Args:
        convention: the convention.
        today: the day to begin with; only of the other periods the days are given.
        forms: the forms to look at; by default all. Days on which one of these is out of force are left out.

    Returns:
        At most `MOST` days; so many may be not all that matter.
    """
    chosen = convention.forms if forms is None else tuple(forms)
    turns = sorted({day for form in chosen for day in _turns(form)})
    later = [day for day in turns if day > today]
    # The day before the first turn stands for all that was before.
    earlier = [day for day in reversed(turns) if day <= today]
    if earlier:
        earlier = [*earlier[1:], *((earlier[-1] - timedelta(1),) if earlier[-1] > date.min else ())]
    days = [today, *later, *earlier]
    if forms is not None:
        days = [day for day in days if all(form.window.holds(day) for form in chosen)]
    return days[:MOST]


def _turns(form: Form) -> Iterable[date]:
    yield from form.window.turns
    for piece in form.pieces:
        if piece.kind is not None:
            yield from piece.kind.turns
        for inner in piece.context.inner:
            yield from inner.window.turns
