"""Nothing: version 5 of the API lists no call that changes a campaign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.platforms._writing.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mops_taxonomy.platforms._writing.writer import Update

__all__ = ["WRITER"]


def _rendered(updates: Sequence[Update]) -> Iterable[str]:  # noqa: ARG001  there are none
    return ()


def _custom(key: str) -> None:  # noqa: ARG001
    return None


WRITER = Writer(
    name="account_engagement",
    title="Account Engagement",
    fields={},
    rendered=_rendered,
    custom=_custom,
    read_only="Account Engagement lets campaigns only be read; change a connected campaign in Salesforce",
)
