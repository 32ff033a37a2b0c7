"""What a part is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mops_taxonomy.diff.change import Change
    from mops_taxonomy.diff.pair import Pair

__all__ = ["Part"]


class Part(NamedTuple):
    """One kind of thing that taxonomies consist of.

    Attributes:
        order: where it stands in reports, lowest first.
        compare: finds what is different.
    """

    order: int
    compare: Callable[[Pair], Iterator[Change]]
