"""The terms of a list: codes, aliases, spellings, life."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.model.checks.days import check_period

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mops_taxonomy.document.node import Path
    from mops_taxonomy.model.channel import Channel
    from mops_taxonomy.model.draft import Draft
    from mops_taxonomy.model.term import Term

    Table = Mapping[str, Term | Channel]

__all__ = ["check_terms"]


def check_terms(draft: Draft, table: Table, codes: frozenset[str], node: Any, path: Path) -> None:
    """The terms of one list agree with one another.

    Args:
        draft: takes the findings.
        table: the terms.
        codes: all codes of the list, those of faulty terms included.
        node: a part of the document.
        path: the way from there to the list.
    """
    _check_aliases(draft, table, codes, node, path)
    _check_spellings(draft, table, node, path)
    for code, term in table.items():
        check_period(draft, term.since, term.until, node, (*path, code))
        _check_replacement(draft, code, term.replaced_by, codes, (node, (*path, code, "replaced_by")))


def _check_replacement(
    draft: Draft, code: str, successor: str | None, codes: frozenset[str], at: tuple[Any, Path]
) -> None:
    if successor == code:
        draft.complaints.add("MT906", f"the term {code!r} is replaced by itself", *at)
    elif successor is not None and successor not in codes:
        draft.complaints.add_reference("term", successor, codes, *at)


def _check_aliases(draft: Draft, table: Table, codes: frozenset[str], node: Any, path: Path) -> None:
    owners: dict[str, str] = {}
    for code, term in table.items():
        for number, alias in enumerate(term.aliases):
            at = (*path, code, "aliases", number)
            if alias in codes and alias != code:
                draft.complaints.add("MT906", f"the alias {alias!r} is also a code", node, at)
            elif owners.setdefault(alias, code) != code:
                message = f"the alias {alias!r} is already an alias of {owners[alias]!r}"
                draft.complaints.add("MT906", message, node, at)


def _check_spellings(draft: Draft, table: Table, node: Any, path: Path) -> None:
    systems = {system for term in table.values() for system in term.codes}
    for system in sorted(systems):
        owners: dict[str, str] = {}
        for code, term in table.items():
            spelled = term.codes.get(system, code)
            other = owners.setdefault(spelled, code)
            if other != code:
                # One of the two has a spelling of its own; that is the line to change.
                at = code if system in term.codes else other
                message = f"{other!r} and {code!r} are both {spelled!r} in {system}"
                draft.complaints.add("MT906", message, node, (*path, at, "codes", system))
