"""Work on many rows, a batch at a time, on all processors."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["in_batches"]

Found = TypeVar("Found")

_SETTLED = 30_000_000
"""Bytes that are asked for and given back at once, so that the C library's allocator keeps what it gets from then on.
It would ask the system for every single array anew, and that costs as much as filling it."""


def in_batches(first: int, end: int, rows: int, work: Callable[[int, int], Found]) -> list[Found]:
    """What some work finds in the rows from `first` to `end`, so many of them at once.

    Args:
        first: the first row.
        end: the row behind the last.
        rows: how many are worked on together.
        work: is given the first row of a batch and the one behind its last; several threads may run it at once.
    """
    edges = [(low, min(low + rows, end)) for low in range(first, end, rows)]
    if len(edges) < 2:
        return [work(low, high) for low, high in edges]
    np.empty(_SETTLED, np.uint8)
    # Nearly all the work is numpy's and the frame library's, which let other threads work meanwhile.
    with ThreadPoolExecutor(min(len(edges), _processors())) as pool:
        return list(pool.map(lambda edge: work(*edge), edges))


def _processors() -> int:
    """How many processors there are for this process."""
    if hasattr(os, "sched_getaffinity"):  # where it is told
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
