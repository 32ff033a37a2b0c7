"""Getting from a name that is wrong to the one that was meant, without guessing."""

from mops_taxonomy.repair.repair import Edit, Repair

__all__ = ["Edit", "Repair"]
