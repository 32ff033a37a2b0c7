"""Days and revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mops_taxonomy.document.node import Path
    from mops_taxonomy.model.draft import Draft

__all__ = ["check_moment", "check_period"]


def check_moment(draft: Draft, moment: str | None, node: Any, path: Path) -> str | None:
    """The day of a moment, or None with a finding if it names a revision that does not exist."""
    if moment is None or moment[0].isdigit():
        return moment
    known = draft.declared("revisions")
    if moment not in known:
        draft.complaints.add_reference("revision", moment, known, node, path)
    return draft.model.revisions.get(moment)


def check_period(draft: Draft, since: str | None, until: str | None, node: Any, path: Path) -> None:
    """Both days are known, and the first is not after the last."""
    first = check_moment(draft, since, node, (*path, "since"))
    last = check_moment(draft, until, node, (*path, "until"))
    # ISO days sort as text.
    if first and last and first > last:
        message = f"since ({first}) is after until ({last})"
        draft.complaints.add("MT906", message, node, (*path, "until"))
