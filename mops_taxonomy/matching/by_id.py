"""Matching by the link between program and campaign."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mops_taxonomy.matching.match import LinkedTwice, Match

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mops_taxonomy.records import Campaign, Program

__all__ = ["by_id"]

_LINKED = "the program is linked with it"
_KNOWN = "the campaign holds the id of the program"


def by_id(
    programs: Sequence[Program], campaigns: Iterable[Campaign]
) -> tuple[list[Match], list[LinkedTwice]]:
    """Match programs with the campaigns whose id they hold, and with those that hold theirs.

    Of several programs linked with one campaign it is the one that the campaign names, else the one with its name, else
    the first.

    Returns:
        The matches, and the programs whose campaign is another's.
    """
    by_key: dict[str, Campaign] = {}
    known: dict[str, list[Campaign]] = {}
    keys = _keys_of_program(programs[0].system)
    for campaign in campaigns:
        if campaign.id is not None:
            by_key.setdefault(_key(campaign.id), campaign)
        program = _program_of(campaign, keys)
        if program is not None:
            known.setdefault(program, []).append(campaign)
    claims = _claims(programs, by_key)
    matches: list[Match] = []
    twice: list[LinkedTwice] = []
    for campaign, claiming in claims:
        chosen = _chosen(campaign, claiming, _program_of(campaign, keys))
        matches.append(Match(chosen, campaign, "id", 1.0, _LINKED))
        twice += [LinkedTwice(one, campaign, chosen) for one in claiming if one is not chosen]
    taken = {id(match.campaign) for match in matches}
    matches += _from_campaigns(programs, by_key, known, taken)
    return matches, twice


def _claims(programs: Iterable[Program], by_key: dict[str, Campaign]) -> list[tuple[Campaign, list[Program]]]:
    """The campaigns with which programs are linked, and those programs."""
    found: dict[int, tuple[Campaign, list[Program]]] = {}
    for program in programs:
        campaign = by_key.get(_key(program.campaign_id)) if program.campaign_id is not None else None
        if campaign is not None:
            found.setdefault(id(campaign), (campaign, []))[1].append(program)
    return list(found.values())


def _from_campaigns(
    programs: Iterable[Program],
    by_key: dict[str, Campaign],
    known: dict[str, list[Campaign]],
    taken: set[int],
) -> list[Match]:
    """Programs that hold the id of no campaign there is, and the one campaign that holds theirs."""
    found = []
    for program in programs if known else ():
        linked = program.campaign_id is not None and _key(program.campaign_id) in by_key
        free = [one for one in known.get(program.id or "", ()) if id(one) not in taken]
        if not linked and len(free) == 1:
            found.append(Match(program, free[0], "id", 1.0, _KNOWN))
            taken.add(id(free[0]))
    return found


def _chosen(campaign: Campaign, claiming: list[Program], known: str | None) -> Program:
    named = (one for one in claiming if known is not None and one.id == known)
    alike = (one for one in claiming if one.name == campaign.name)
    return next(named, next(alike, claiming[0]))


def _key(identity: str) -> str:
    """What stands for an id: of Salesforce's, which has 15 or 18 characters, what both have in common."""
    return identity[:15] if len(identity) == 18 else identity


def _keys_of_program(system: str | None) -> frozenset[str]:
    """What a field of a campaign with the id of its program is called."""
    return frozenset({"program_id", f"{system}_program_id", f"{system}_id"})


def _program_of(campaign: Campaign, keys: frozenset[str]) -> str | None:
    """The id of the program that a campaign names; None where it names none."""
    for key, value in campaign.other.items():
        if isinstance(value, (str, int)) and value != "" and _plain(key) in keys:
            return str(value)
    return None


@cache
def _plain(key: str) -> str:
    """`Marketo_Program_ID__c` as `marketo_program_id`."""
    return re.sub(r"[^a-z0-9]+", "_", key.removesuffix("__c").lower()).strip("_")
