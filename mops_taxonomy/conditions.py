"""Conditions on a record, `when: {team: [field]}`, asked of what is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.judgement import is_unknown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["as_asked", "undecided"]


def undecided(
    when: Mapping[str, Sequence[str]], record: Mapping[str, Any] | None
) -> dict[str, tuple[str, ...]] | None:
    """What the condition asks and nobody knows.

    Args:
        when: the values that each key of the record may have.
        record: what is known of it: text, numbers and booleans by key; None where nothing is.

    Returns:
        The keys that are not known, with the values asked for; empty where the condition holds. None where it does
        not hold, whatever else there is to know.
    """
    known = record or {}
    open_ones: dict[str, tuple[str, ...]] = {}
    for key, allowed in when.items():
        value = known.get(key)
        if is_unknown(value) or value == "":
            open_ones[key] = tuple(allowed)
        elif as_asked(value) not in allowed:
            return None
    return open_ones


def as_asked(value: object) -> str:
    """The value as taxonomies write it: yes and no are `true` and `false`."""
    return str(value).lower() if isinstance(value, bool) else str(value)
