"""Records that names belong to, and days to judge names by."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from mops_taxonomy.convention import Convention
    from mops_taxonomy.taxonomy import Taxonomy

__all__ = ["days_of", "records_of"]

_ORDINARY = date(2026, 6, 15)


@st.composite
def records_of(draw: st.DrawFn, convention: Convention) -> dict[str, Any]:
    """Records as far as the forms of a convention ask for them: with values that they want, others, and none."""
    wanted: dict[str, set[str]] = {}
    for form in convention.forms:
        for key, values in form.when.items():
            wanted.setdefault(key, set()).update(values)
    return {
        key: draw(st.sampled_from([*sorted(values), "", "something else", None]))
        for key, values in wanted.items()
        if draw(st.booleans())
    }


def days_of(taxonomy: Taxonomy) -> st.SearchStrategy[date]:
    """The days on which something in a taxonomy begins or ends, those beside them, and an ordinary one."""
    days = {date.fromisoformat(day) for day in _days_in(taxonomy.resolved)}
    around = {day + timedelta(days=by) for day in days for by in (-1, 0, 1)}
    return st.sampled_from([_ORDINARY, *sorted(around)])


def _days_in(plain: Any) -> set[str]:
    if isinstance(plain, list):
        return {day for item in plain for day in _days_in(item)}
    if not isinstance(plain, dict):
        return set()
    here = {plain[key] for key in ("since", "until") if isinstance(plain.get(key), str)}
    return here.union(*map(_days_in, plain.values()))
