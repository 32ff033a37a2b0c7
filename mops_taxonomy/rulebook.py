"""Finding rules by their files: `mt301_date_differs.py` holds the rule `date_differs`."""

from __future__ import annotations

import os

__all__ = ["modules"]


def modules(folder: str) -> dict[str, str]:
    """The modules of the rules in a folder by the names of the rules, in the order of the codes."""
    found = (file.partition(".py") for file in sorted(os.listdir(folder)))
    return {
        name.split("_", 1)[1]: name for name, py, _ in found if py and name.startswith("mt") and "_" in name
    }
