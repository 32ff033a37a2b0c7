"""For programs: one JSON object."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mops_taxonomy.diff.change import Diff

__all__ = ["written"]


def written(diff: Diff) -> str:
    """The diff as `Diff.to_dict` gives it, in ASCII, so that it is the same everywhere."""
    return json.dumps(diff.to_dict(), indent=2) + "\n"
