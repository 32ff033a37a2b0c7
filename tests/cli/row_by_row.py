"""What `check` is held to: every row judged on its own, with nothing remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.cli._checking import Work
from mops_taxonomy.cli._problem import say
from mops_taxonomy.cli._verdicts import Verdict
from mops_taxonomy.inputs import Notice, Row, open_input

if TYPE_CHECKING:
    from mops_taxonomy.cli._input import Input
    from mops_taxonomy.cli._sources import Plan

__all__ = ["RowByRow"]


class RowByRow(Work):
    """Work that opens the input for rows, and asks the convention about each."""

    def _rows(self, path: str, how: Plan, source: Input) -> None:
        items = open_input(path, columns=how.columns)
        for item in items if self._added is None else self._added.items(path, items):
            if isinstance(item, Row):
                record, day, complaint = source.judge.circumstances(item)
                report = how.convention.check(item.name, record, day)
                self._row(item, Verdict(0, report, complaint), source)
            elif isinstance(item, Notice):
                say(f"{source.label}: {item.message}")
            else:
                self._problem(f"{source.label}:{item.line}: {item.message}")
        if source.untold:
            self._problem(source.untold)
