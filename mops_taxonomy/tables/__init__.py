"""Ordered tables: the first row that fits gives the value, as the channel of a source and a medium."""

from mops_taxonomy.tables.table import Row, Table

__all__ = ["Row", "Table"]
