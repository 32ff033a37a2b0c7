"""Outside systems that read the raw text of names, apart from what the names mean: one look, one file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from mops_taxonomy.readers.reader import Reader
from mops_taxonomy.readers.verdict import Outcome, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

__all__ = ["Outcome", "Reader", "Verdict", "faults", "verdicts"]

_MET: WeakKeyDictionary[Portfolio, dict[tuple[str, str | None], tuple[Reader, ...]]] = WeakKeyDictionary()


def verdicts(
    resolved: Mapping[str, Any], text: str, record: Mapping[str, Any] | None = None
) -> dict[str, Verdict]:
    """What every reader of a taxonomy makes of a name, by the reader's id.

    Args:
        resolved: the resolved taxonomy.
        text: the whole name.
        record: what is known of the record that bears it; a `channel` that the taxonomy declares says its
            `attribution` too.
    """
    known = _with_attribution(resolved, record or {})
    return {name: Reader(name, spec).verdict(text, known) for name, spec in resolved["readers"].items()}


def faults(portfolio: Portfolio, record: Record) -> Iterator[Verdict]:
    """What happens, or may happen, to a program or campaign because of how its name is read.

    A reader of one system passes over records of another, unless the convention of their names must fit its system
    too, or nothing is said about where names must fit.
    """
    for reader in _met(portfolio, record):
        verdict = reader.verdict(record.name, portfolio.facts(record))
        if verdict.outcome != "nothing":
            yield verdict


def _with_attribution(resolved: Mapping[str, Any], record: Mapping[str, Any]) -> Mapping[str, Any]:
    channel = resolved["channels"].get(record.get("channel"))
    if channel is None or channel["attribution"] is None:
        return record
    return {"attribution": channel["attribution"], **record}


def _met(portfolio: Portfolio, record: Record) -> tuple[Reader, ...]:
    """The readers before which the name of a record may come: the same for all of its object and system."""
    known = _MET.setdefault(portfolio, {})
    key = record.object, record.system
    if key not in known:
        readers = (Reader(name, spec) for name, spec in portfolio.resolved["readers"].items())
        fitted = _fitted(portfolio, record)
        anywhere = record.system is None or not fitted
        systems = {None, record.system, *fitted}
        known[key] = tuple(one for one in readers if anywhere or one.system in systems)
    return known[key]


def _fitted(portfolio: Portfolio, record: Record) -> set[str]:
    """The systems in which the name of a record must fit."""
    return {
        limit["system"].partition(".")[0]
        for convention in portfolio.conventions(record)
        for limit in convention.spec["limits"]
        if limit["system"] is not None
    }
