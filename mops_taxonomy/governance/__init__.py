"""What is wrong with records, alone, together and across systems: one rule, one file.

A file `mt301_date_differs.py` holds its `RULE`: the code, the words, and the check. Adding a rule is adding a file.
"""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mops_taxonomy.governance.rule import RecordRule

__all__ = ["all_rules", "names"]


@cache
def names() -> tuple[str, ...]:
    """The names of the rules, `date_differs`, in the order of their codes."""
    return tuple(name.split("_", 1)[1] for name in _modules())


def _modules() -> list[str]:
    found = (name.partition(".py") for name in os.listdir(__path__[0]))
    return sorted(name for name, py, _ in found if py and name.startswith("mt") and "_" in name)


def all_rules() -> dict[str, RecordRule]:
    """Every rule by its name, in the order of the codes."""
    return {module.split("_", 1)[1]: import_module(f"{__name__}.{module}").RULE for module in _modules()}
