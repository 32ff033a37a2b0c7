"""Vocabularies and channels, resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mops_taxonomy.model.channel import Channel, Status
    from mops_taxonomy.model.draft import Draft
    from mops_taxonomy.model.term import Term
    from mops_taxonomy.model.text import TextKeys

__all__ = ["channel", "term_table", "text", "vocabularies"]


def vocabularies(draft: Draft) -> dict[str, Any]:
    """Every vocabulary by name; the channels are one of them."""
    tables = {
        name: {
            "label": vocabulary.label,
            "owner": vocabulary.owner,
            "help": vocabulary.help,
            "policy": vocabulary.policy,
            "parents": vocabulary.parents,
            "text": text(vocabulary) if vocabulary.policy != "closed" else None,
            "terms": term_table(draft, vocabulary.terms),
        }
        for name, vocabulary in draft.model.vocabularies.items()
    }
    if draft.model.channels:
        tables["channels"] = {
            "label": None,
            "owner": None,
            "help": None,
            "policy": "closed",
            "parents": None,
            "text": None,
            "terms": {code: _term(draft, channel) for code, channel in draft.model.channels.items()},
        }
    return tables


def term_table(draft: Draft, terms: dict[str, Term]) -> dict[str, Any]:
    """Terms by code, revisions replaced by their days."""
    return {code: _term(draft, term) for code, term in terms.items()}


def text(keys: TextKeys) -> dict[str, Any]:
    """Which texts are allowed."""
    return {
        "characters": keys.characters,
        "joiner": keys.joiner,
        "min_length": keys.min_length or 1,
        "max_length": keys.max_length,
        "pattern": keys.pattern,
    }


def channel(draft: Draft, channel: Channel) -> dict[str, Any]:
    """A channel with the steps of its statuses filled in."""
    return {
        **_term(draft, channel),
        "program_type": channel.program_type,
        "campaign_type": channel.campaign_type,
        "attribution": channel.attribution,
        "message": channel.message,
        "statuses": _statuses(channel.statuses),
    }


def _term(draft: Draft, term: Term | Channel) -> dict[str, Any]:
    return {
        "label": term.label,
        "aliases": list(term.aliases),
        "codes": dict(term.codes),
        "parent": getattr(term, "parent", None),
        "since": draft.moment(term.since),
        "until": draft.moment(term.until),
        "replaced_by": term.replaced_by,
    }


def _statuses(statuses: list[Status]) -> list[dict[str, Any]]:
    step, listed = 0, []
    for status in statuses:
        step = status.step if status.step is not None else step + 10
        listed.append({**status.model_dump(), "step": step})
    return listed
