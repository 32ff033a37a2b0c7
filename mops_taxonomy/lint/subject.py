"""What rules about taxonomies look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from mops_taxonomy.convention import Convention

__all__ = ["Subject"]


class Subject(NamedTuple):
    """A taxonomy under judgement.

    Attributes:
        resolved: everything that the file says, made explicit, as plain data.
        declared: the file as it is written, as plain data: also what nothing uses. Scalars are text.
        conventions: the conventions by id, in the order of the file.
        today: the day of the judgement.
    """

    resolved: Mapping[str, Any]
    declared: Mapping[str, Any]
    conventions: Mapping[str, Convention]
    today: date
