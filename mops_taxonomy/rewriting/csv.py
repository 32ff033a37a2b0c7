"""CSV: the header shows what stands between the cells."""

from __future__ import annotations

from mops_taxonomy.rewriting._table import rewritten

__all__ = ["rewritten"]
