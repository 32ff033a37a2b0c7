"""MT306: unknown type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.finding import Suggestion
from mops_taxonomy.governance._channels import Types
from mops_taxonomy.governance._fields import required
from mops_taxonomy.governance._spelling import listed, near
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.rules._words import counted, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Look up the type of each record: in the lists of its requirements, else among those of the channels."""
    own = {id(record): allowed for record, allowed in _own(portfolio)}
    types = {kind: Types(portfolio, kind) for kind in ("program", "campaign")}
    for record in portfolio.records:
        if not record.type:
            continue
        if id(record) in own:
            if record.type not in own[id(record)]:
                yield _breach(record, record.type, own[id(record)])
        elif record.type not in types[record.object].listed:
            yield from _unlisted(record, record.type, types[record.object])


def _own(portfolio: Portfolio) -> Iterator[tuple[Record, tuple[str, ...]]]:
    """The records whose type the requirements list, with what all of these lists hold."""
    for record, requirements in required(portfolio):
        lists = [one["values"]["type"] for one in requirements if "type" in one["values"]]
        if lists:
            first, *others = lists
            yield record, tuple(one for one in first if all(one in other for other in others))


def _unlisted(record: Record, kind: str, types: Types) -> Iterator[Breach]:
    """A type that no channel has; unsure where some channels do not say theirs."""
    if not types.listed:
        return
    wanted = types.of(record)
    if wanted is not None or not types.silent or near(kind, types.listed).only_spelt:
        yield _breach(record, kind, types.listed, wanted)
        return
    breach = _breach(record, kind, types.listed)
    silent = counted(types.silent, "channel")
    yield breach._replace(
        message=f"{breach.message}; it gives none to {silent}, which may have it",
        severity="warning",
        certainty="unknown",
    )


def _breach(record: Record, kind: str, allowed: tuple[str, ...], wanted: str | None = None) -> Breach:
    alike = near(kind, allowed)
    first = (Suggestion(wanted),) if wanted is not None else ()
    return Breach(
        record,
        f"{quoted(kind)} is not a {record.object} type of the taxonomy{alike.why}",
        field="type",
        found=kind,
        expected=listed(allowed),
        suggestions=tuple(dict.fromkeys((*first, *alike.suggestions))),
    )


RULE = RecordRule(
    code="MT306",
    title="unknown type",
    severity="error",
    check=check,
    why=(
        "The type of a program or campaign decides what can be done with it, and reports group by it. The channels of "
        "the taxonomy say which types there are (`program_type`, `campaign_type`); a requirement may list others "
        "with `values: {type: [...]}`. Where some channels do not say theirs, an unlisted type may be theirs."
    ),
    bad="channels: {WBN: {campaign_type: Webinar}}\ncampaign: {type: Webinars}",
    good="channels: {WBN: {campaign_type: Webinar}}\ncampaign: {type: Webinar}",
    repair="Use the type of the channel, to the letter, or give the new type to a channel of the taxonomy.",
    consequence="reports by type show it as one more kind, or not at all",
)
