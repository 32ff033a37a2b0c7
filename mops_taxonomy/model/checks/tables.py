"""Tables ask their inputs, and give what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mops_taxonomy.document.node import Path
    from mops_taxonomy.model.draft import Draft
    from mops_taxonomy.model.table import Row, Table

__all__ = ["check_tables"]


def check_tables(draft: Draft) -> None:
    """Every table makes sense."""
    for name, table in draft.model.tables.items():
        path = ("tables", name)
        _check_inputs(draft, table, path)
        for number, row in enumerate(table.rows):
            _check_row(draft, table, row, (*path, "rows", number))
        if table.gives == "channel":
            _check_channels(draft, table, path)


def _check_inputs(draft: Draft, table: Table, path: Path) -> None:
    for number, one in enumerate(table.inputs):
        if table.inputs.index(one) != number:
            at = (*path, "inputs", number)
            draft.complaints.add("MT906", f"the input {one!r} is twice in this table", draft.data, at)


def _check_row(draft: Draft, table: Table, row: Row, path: Path) -> None:
    if not row.when:
        message = "a row needs when: what the inputs must be like; for all that is left, write otherwise"
        draft.complaints.add("MT905", message, draft.data, path, whole=True)
    for key, patterns in row.when.items():
        at = (*path, "when", key)
        if key not in table.inputs:
            message = f"{key!r} is not an input of this table; it asks for {', '.join(table.inputs)}"
            draft.complaints.add("MT904", message, draft.data, at, key=True, found=key, choices=table.inputs)
        elif not patterns:
            draft.complaints.add("MT905", "at least one is wanted here", draft.data, at, key=True)


def _check_channels(draft: Draft, table: Table, path: Path) -> None:
    """A table that tells the channel tells one that exists, where the taxonomy has channels."""
    known = draft.codes("channels")
    given: list[tuple[Path, str]] = [
        (("rows", number, "gives"), row.gives) for number, row in enumerate(table.rows)
    ]
    if table.otherwise is not None:
        given.append((("otherwise",), table.otherwise))
    for steps, code in given if known else ():
        if code not in known:
            draft.complaints.add_reference("channel", code, known, draft.data, (*path, *steps))
