"""MT309: evergreen and dated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance._dates import SAID
from mops_taxonomy.governance._evergreen import Evergreens
from mops_taxonomy.governance._stated import Stated
from mops_taxonomy.governance.rule import Breach, RecordRule
from mops_taxonomy.records import Campaign
from mops_taxonomy.rules._words import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.governance._evergreen import Undated
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

__all__ = ["RULE"]

_FAR = 5
"""An end so many years ahead stands for none: CRMs make people enter one."""


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Find names of what runs on whose records end, and dated names whose running campaigns have no dates."""
    evergreens = Evergreens(portfolio)
    stated = Stated(portfolio, *SAID)
    for record in portfolio.records:
        if record.end is not None:
            why = evergreens.undated(record) if record.end.year < portfolio.today.year + _FAR else None
            # What holds others together has the time of a plan, and often a name without a date.
            if why is not None and (why.field is not None or not portfolio.children(record)):
                yield _ends(record, why)
        elif isinstance(record, Campaign) and record.active and stated.by(record):
            yield from _never_dated(portfolio, record)


def _ends(record: Record, why: Undated) -> Breach:
    if why.field is None:
        said = f"the form `{why.form}` of its name is for what has no date"
    else:
        said = f"{quoted(why.text)} in `{why.field}` stands in its name in place of a date"
    return Breach(
        record,
        f"{said}, and the {record.object} ends on {record.end}",
        field=why.field or "name",
        span=why.span,
        found=why.text,
        expected="a name with a date, or a record without an end",
        # A form without a date may be for anything; what stands in place of one is there for that.
        certainty="likely" if why.field is None else None,
    )


def _never_dated(portfolio: Portfolio, record: Campaign) -> Iterator[Breach]:
    """A campaign is said to run, its name has a date, and the record has none of any kind."""
    if any(getattr(record, role) is not None for role in SAID):
        return
    dated = next((one for one in portfolio.dates(record) if one.role in SAID), None)
    if dated is not None:
        yield Breach(
            record,
            f"the name says {dated.value} in `{dated.field}`, and the active campaign has no date at all",
            field=dated.role,
            expected=f"{dated.value} in `{dated.role}`, or a name without a date",
        )


RULE = RecordRule(
    code="MT309",
    title="evergreen and dated",
    severity="warning",
    check=check,
    why=(
        "What runs without an end has names of its own, so that nobody takes it for last year's. A name of that kind "
        "on a record that ends was cloned from an evergreen one, or the end is wrong. The other way round, an active "
        "campaign with a date in its name and none in its record is missing from every report by date. An end five "
        "years ahead or more counts as none, and so does a date that no campaign of the export has."
    ),
    bad="name: EVG_EMEA_EML_Robotics\nend: 2026-05-01",
    good="name: FY27Q1_EMEA_EML_Robotics\nend: 2026-05-01",
    repair="Rename it by the form for dated names, or take the end away.",
    consequence="what is over looks as if it ran, or what runs is not counted",
)
