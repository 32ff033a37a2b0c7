"""The whole taxonomy, resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.model.resolved.convention import convention
from mops_taxonomy.model.resolved.terms import channel, vocabularies

if TYPE_CHECKING:
    from mops_taxonomy.model.draft import Draft

__all__ = ["resolved"]


def resolved(draft: Draft) -> dict[str, Any]:
    """Plain data that JSON can hold: text, whole numbers, booleans, None, lists and dicts.

    Args:
        draft: a taxonomy without faults.
    """
    model = draft.model
    return {
        "format": 1,
        "taxonomy": model.taxonomy,
        "version": model.version,
        "calendar": {
            "fiscal_year_start": model.fiscal_year_start,
            "fiscal_year_named_by": model.fiscal_year_named_by,
        },
        "revisions": dict(model.revisions),
        "vocabularies": vocabularies(draft),
        "channels": {code: channel(draft, one) for code, one in model.channels.items()},
        "systems": {name: system.model_dump() for name, system in model.systems.items()},
        "conventions": {name: convention(draft, name) for name in model.conventions},
        "readers": {name: reader.model_dump(by_alias=True) for name, reader in model.readers.items()},
        "requirements": [one.model_dump() for one in model.requirements],
        "tables": {name: table.model_dump() for name, table in model.tables.items()},
        "waivers": [
            {**waiver.model_dump(), "since": draft.moment(waiver.since), "until": draft.moment(waiver.until)}
            for waiver in model.waivers
        ],
        "severity": dict(model.severity),
        "sources": [source.model_dump(by_alias=True) for source in model.sources],
    }
