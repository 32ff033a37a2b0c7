"""Programs and campaigns under a taxonomy, alone and together."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from hypothesis import strategies as st

from mops_taxonomy.records import Campaign, Goal, PeriodCost, Program, Tag
from mops_taxonomy.testing.names import names_of, near_names_of

if TYPE_CHECKING:
    from mops_taxonomy.taxonomy import Taxonomy

__all__ = ["campaigns_of", "portfolios_of", "programs_of"]

_R = TypeVar("_R", Program, Campaign)

_IDS = st.sampled_from(["1", "2", "3", "4"])
"""Few, so that records name each other."""

_DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
_TIMES = st.datetimes(datetime(2024, 1, 1), datetime(2027, 12, 31)) | _DAYS  # noqa: DTZ001  as systems export them
_MONEY = st.sampled_from([Decimal(0), Decimal("0.01"), Decimal(1), Decimal(5000)])
_STATUSES = st.sampled_from(["Planned", "Done", "Invited"])
_GOALS = st.builds(Goal, metric=st.none() | st.sampled_from(["open rate", "pipeline"]))
_COSTS = st.builds(PeriodCost, amount=_MONEY, start=_DAYS)


def programs_of(taxonomy: Taxonomy) -> st.SearchStrategy[Program]:
    """Programs with names of the taxonomy's conventions for programs, near misses, and any other name.

    What the taxonomy says of channels and their types stands in them, and what it does not. Any field may be unknown.
    """
    own: dict[str, Any] = {
        "type": _type(taxonomy, "program_type"),
        "campaign_id": _IDS,
        "operational": st.booleans(),
        "costs": st.lists(_COSTS, max_size=2).map(tuple),
        "tags": st.just((Tag(type="Region", value="EMEA"),)),
    }
    return _records(Program, taxonomy, st.sampled_from(["marketo", "hubspot"]), own)


def campaigns_of(taxonomy: Taxonomy) -> st.SearchStrategy[Campaign]:
    """Campaigns, as `programs_of` draws programs."""
    own: dict[str, Any] = {
        "type": _type(taxonomy, "campaign_type"),
        "actual_cost": _MONEY,
        "members": st.integers(0, 99),
    }
    return _records(Campaign, taxonomy, st.just("salesforce"), own)


@st.composite
def portfolios_of(draw: st.DrawFn, taxonomy: Taxonomy, most: int = 4) -> list[Program | Campaign]:
    """Programs and campaigns together, in any order; some have parents, are linked, or bear one name.

    Args:
        draw: given by hypothesis.
        taxonomy: that governs them.
        most: the greatest number of programs, and of campaigns.
    """
    # Not `unique_by`: where it tries again, hypothesis writes out the whole strategy, which is as large as the
    # conventions are.
    drawn: list[Program | Campaign] = [
        *_distinct(draw(st.lists(programs_of(taxonomy), max_size=most))),
        *_distinct(draw(st.lists(campaigns_of(taxonomy), max_size=most))),
    ]
    names = [one.name for one in drawn]
    for number, record in enumerate(drawn):
        if draw(st.integers(1, 3)) == 3:
            drawn[number] = record.model_copy(update={"name": draw(st.sampled_from(names))})
    return draw(st.permutations(drawn))


def _distinct(records: list[_R]) -> list[_R]:
    """The records without those whose id another of the same system has."""
    return list({(one.system, one.id): one for one in records}.values())


def _records(
    kind: type[_R], taxonomy: Taxonomy, systems: st.SearchStrategy[str], own: dict[str, Any]
) -> st.SearchStrategy[_R]:
    """Records of one kind; every field but the name may be unknown."""
    named: dict[str, Any] = {"name": _names(taxonomy, kind.object), "id": _IDS | st.none()}
    optional = {**_common(taxonomy), "system": systems, **own}
    return st.fixed_dictionaries(named, optional=optional).map(kind.model_validate)


def _common(taxonomy: Taxonomy) -> dict[str, Any]:
    return {
        "created": _TIMES,
        "owner": st.just("ana"),
        "goal": _GOALS,
        "message": st.sampled_from(["marketing", "operational"]),
        "channel": st.sampled_from([*taxonomy.channels, "Somewhere"]),
        "status": _STATUSES,
        "active": st.booleans(),
        "start": _DAYS,
        "end": _DAYS,
        "parent_id": _IDS,
        "currency": st.sampled_from(["EUR", "USD"]),
        "budgeted_cost": _MONEY,
        "other": st.just({"Budget Holder": "ben"}),
    }


def _names(taxonomy: Taxonomy, kind: str) -> st.SearchStrategy[str]:
    """Names by the conventions for such records, or by any where there is none."""
    made = [taxonomy.convention(name) for name in taxonomy.conventions]
    conventions = [one for one in made if one.spec["object"] == kind] or made
    drawn = [names(one) for one in conventions for names in (names_of, near_names_of)]
    return st.one_of(*drawn, st.text(min_size=1, max_size=12))


def _type(taxonomy: Taxonomy, key: str) -> st.SearchStrategy[str]:
    declared = [getattr(one, key) for one in taxonomy.channels.values()]
    return st.sampled_from([*dict.fromkeys(one for one in declared if one is not None), "Other"])
