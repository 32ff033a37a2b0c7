"""Waivers and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.model.checks.days import check_period

if TYPE_CHECKING:
    from mops_taxonomy.model.draft import Draft

__all__ = ["check_sources", "check_waivers"]


def check_waivers(draft: Draft) -> None:
    """Every waiver says what it is for."""
    for number, waiver in enumerate(draft.model.waivers):
        path = ("waivers", number)
        check_period(draft, waiver.since, waiver.until, draft.data, path)
        if not (waiver.names or waiver.pattern or waiver.when):
            message = "a waiver needs names, a pattern or when: which names it is for"
            draft.complaints.add("MT905", message, draft.data, path, whole=True)


def check_sources(draft: Draft) -> None:
    """Every source names a convention that exists."""
    known = draft.declared("conventions")
    for number, source in enumerate(draft.model.sources):
        if source.convention not in known:
            path = ("sources", number, "convention")
            draft.complaints.add_reference("convention", source.convention, known, draft.data, path)
