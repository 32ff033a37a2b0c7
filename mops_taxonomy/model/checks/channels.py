"""Channels and their statuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.model.checks.terms import check_terms

if TYPE_CHECKING:
    from mops_taxonomy.model.channel import Status
    from mops_taxonomy.model.draft import Draft

__all__ = ["check_channels"]


def check_channels(draft: Draft) -> None:
    """The channels agree, and so do the statuses of each."""
    check_terms(draft, draft.model.channels, draft.codes("channels"), draft.data, ("channels",))
    for code, channel in draft.model.channels.items():
        _check_names(draft, code, channel.statuses)
        _check_defaults(draft, code, channel.statuses)
        _check_steps(draft, code, channel.statuses)


def _check_names(draft: Draft, code: str, statuses: list[Status]) -> None:
    seen: set[tuple[str, str | None]] = set()
    for number, status in enumerate(statuses):
        identity = (status.name, status.variant)
        if identity in seen:
            path = ("channels", code, "statuses", number, "name")
            draft.complaints.add(
                "MT906", f"the status {status.name!r} is twice in this channel", draft.data, path
            )
        seen.add(identity)


def _check_defaults(draft: Draft, code: str, statuses: list[Status]) -> None:
    first: dict[str | None, str] = {}
    for number, status in enumerate(statuses):
        if status.default and first.setdefault(status.variant, status.name) != status.name:
            path = ("channels", code, "statuses", number, "default")
            message = f"{first[status.variant]!r} is the default status already; there is one"
            draft.complaints.add("MT906", message, draft.data, path)


def _check_steps(draft: Draft, code: str, statuses: list[Status]) -> None:
    before = 0
    for number, status in enumerate(statuses):
        step = status.step if status.step is not None else before + 10
        if step < before:
            path = ("channels", code, "statuses", number, "step")
            message = f"step {step} is lower than the step before it, {before}; list statuses in their order"
            draft.complaints.add("MT906", message, draft.data, path)
        before = max(before, step)
