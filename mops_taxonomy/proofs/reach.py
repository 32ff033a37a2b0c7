"""Whether a part of a convention can ever count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.algebra.automaton import TooLarge, build
from mops_taxonomy.algebra.comparison import difference
from mops_taxonomy.moments import MOST, moments
from mops_taxonomy.proofs.ambiguity import across
from mops_taxonomy.proofs.shape import shape

if TYPE_CHECKING:
    from datetime import date

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.form import Form

__all__ = ["covered", "has_no_name", "wholly_read"]


def has_no_name(convention: Convention, form: Form, today: date) -> bool:
    """Whether it is proved that no text is a name of the form on any day on which it is in force."""
    try:
        return all(not shape(convention, form, day).live for day in moments(convention, today, [form]))
    except TooLarge:
        return False


def covered(convention: Convention, form: Form, earlier: Form, today: date) -> bool:
    """Whether it is proved that every name of a form is also one of an earlier form, whenever the form is in force.

    Not proved where an automaton does not state all that the earlier form asks.
    """
    if not set(earlier.when) <= set(form.when) or any(
        not set(form.when[key]) <= set(values) for key, values in earlier.when.items()
    ):
        return False
    days = moments(convention, today, [form])
    if not 0 < len(days) < MOST or not all(earlier.window.holds(day) for day in days):
        return False
    try:
        for day in days:
            mine, theirs = shape(convention, form, day), shape(convention, earlier, day)
            if theirs.doubts:
                return False
            if mine.shortest is not None and not theirs.automaton.accepts(mine.shortest):
                return False  # most are told by one name
            if difference(mine.automaton, theirs.automaton) is not None:
                return False
    except TooLarge:
        return False
    return convention.first_form or across(convention, earlier, form, days).answer == "proved"


def wholly_read(kind: Kind, earlier: Kind, day: date) -> bool:
    """Whether it is proved that every text of a field is also one of another field."""
    try:
        mine, theirs = kind.exactly(day), earlier.exactly(day)
        return not theirs.doubts and difference(build(mine.language), build(theirs.language)) is None
    except TooLarge:
        return False
