"""What is wrong with records, alone, together and across systems: one rule, one file.

A file `mt301_date_differs.py` holds its `RULE`: the code, the words, and the check. Adding a rule is adding a file.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from mops_taxonomy.rulebook import modules

if TYPE_CHECKING:
    from mops_taxonomy.governance.rule import RecordRule

__all__ = ["all_rules", "names"]


@cache
def names() -> tuple[str, ...]:
    """The names of the rules, `date_differs`, in the order of their codes."""
    return tuple(modules(__path__[0]))


def all_rules() -> dict[str, RecordRule]:
    """Every rule by its name, in the order of the codes."""
    found = modules(__path__[0]).items()
    return {name: import_module(f"{__name__}.{module}").RULE for name, module in found}
