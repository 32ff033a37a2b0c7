"""TSV: cells between tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rewriting import _table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mops_taxonomy.inputs._source import Source
    from mops_taxonomy.rewriting._change import Change
    from mops_taxonomy.rewriting._exact import Exact

__all__ = ["rewritten"]


def rewritten(
    exact: Exact, plain: Source, columns: Mapping[str, str], changes: Sequence[Change]
) -> Iterator[str]:
    """The text of the changed file."""
    return _table.rewritten(exact, plain, columns, changes, "\t")
