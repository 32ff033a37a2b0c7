"""The day by which names are judged."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["day_of_judgement", "is_unknown"]


def day_of_judgement(
    asked: date | str | None, record: Mapping[str, Any] | None, revisions: Mapping[str, str]
) -> date:
    """The day asked for; else that on which the record was `created`; else today.

    Args:
        asked: a day, an ISO date or the name of a revision; None to leave it to the record.
        record: what is known of the record.
        revisions: the days of the revisions, by name.

    Raises:
        ValueError: what is asked for, or `created`, is neither a day nor a revision.
    """
    if asked is None:
        created = record.get("created") if record else None
        asked = None if is_unknown(created) else created
    if asked is None or (isinstance(asked, str) and not asked):
        return date.today()  # noqa: DTZ011  taxonomies speak of days where people are
    if isinstance(asked, date) and not is_unknown(asked):
        return asked.date() if isinstance(asked, datetime) else asked
    written = revisions.get(str(asked), str(asked))
    day = written[:10] if written[10:11] in {"", "T", " "} else ""  # a time may follow, and nothing else
    try:
        return date.fromisoformat(day)
    except ValueError:
        known = f", nor a revision ({', '.join(revisions)})" if revisions else ""
        raise ValueError(f"{asked!r} is not a day such as 2026-03-24{known}") from None


def is_unknown(value: Any) -> bool:
    """Whether a value is a null: None, or what frame libraries write for one, which is not equal to itself."""
    try:
        return value is None or bool(value != value)  # noqa: PLR0124
    except TypeError:  # of pandas' NA not even that is known
        return True
