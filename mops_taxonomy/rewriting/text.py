"""Plain text: the name is what stands first on its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mops_taxonomy.inputs._source import Source
    from mops_taxonomy.rewriting._change import Change
    from mops_taxonomy.rewriting._exact import Exact

__all__ = ["rewritten"]


def rewritten(
    exact: Exact,
    plain: Source,  # noqa: ARG001  lines and names are where they are in both
    columns: Mapping[str, str],  # noqa: ARG001  text has none
    changes: Sequence[Change],
) -> Iterator[str]:
    """The lines of the changed file."""
    wanted = {change.line: change for change in changes}
    for number, line in enumerate(exact.lines(), 1):
        change = wanted.get(number)
        if change is None:
            yield line
        else:
            length = len(change.old)
            yield exact.spelt(change.new, line[:length]) + line[length:]
