"""Conventions of whose valid names there is nothing to say, told without looking at any name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form

__all__ = ["is_silent"]

_BYTES = 4
"""Bytes that a character takes at most."""


def is_silent(convention: Convention, record: Mapping[str, Any] | None, day: date) -> bool:
    """Whether `Convention.check` surely finds nothing on any valid name; False may also mean that it is not known.

    Args:
        convention: whose names they are.
        record: what is known of the records that bear them.
        day: the day to judge by.
    """
    forms = convention.in_force(record, day)
    return (
        not convention.lowered
        and (len(forms) == 1 or convention.first_form)
        and all(map(_is_silent, forms))
        and not _is_remarked_on(convention, forms)
        and not _may_exceed(convention, forms)
    )


def _is_silent(form: Form) -> bool:
    """Whether every name of the form is canonical and has one reading."""
    return (
        form.noteless
        and form.one_reading
        and all(piece.kind is None or piece.kind.single for piece in form.pieces)
        and not any(inner.tolerated for piece in form.pieces for inner in piece.context.inner)
    )


def _is_remarked_on(convention: Convention, forms: list[Form]) -> bool:
    """Whether values that stand together may be unusual."""
    return any(
        combination.severity != "error" for form in forms for combination in convention.combinations_in(form)
    )


def _may_exceed(convention: Convention, forms: list[Form]) -> bool:
    """Whether a valid name may be longer than a system allows by hearsay, which is only noted."""
    bounds = [limit["max_length"] for limit in convention.kept_limits]
    lengths = [form.longest for form in forms]
    longest = max((length for length in lengths if length is not None), default=0)
    if None not in lengths:
        bounds.append(longest)
    most = min(bounds, default=None)
    for limit in convention.spec["limits"]:
        allowed = limit["max_length"]
        if allowed is None or limit in convention.kept_limits:
            continue
        if most is None or most * (_BYTES if limit["unit"] == "bytes" else 1) > allowed:
            return True
    return False
