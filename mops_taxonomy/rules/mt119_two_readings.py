"""MT119: two readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import escaped, one_of
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]

_MOST = 3


def message(fault: Fault) -> str:
    """Say how the name can be read; of many readings the first three."""
    options = fault.detail.get("readings") or []
    fields = fault.detail.get("fields") or ([fault.field] if fault.field else [])
    shown = " or ".join(escaped(str(option)) or "without it" for option in options[:_MOST])
    more = f" (and {len(options) - _MOST} more)" if len(options) > _MOST else ""
    what = one_of(fields, "and") if fields else "the name"
    ways = f"{what} can be read in {len(options) or 'several'} ways"
    return f"{ways}: {shown}{more}" if shown else ways


RULE = Rule(
    code="MT119",
    title="two readings",
    severity="warning",
    message=message,
    why=(
        "Two people, or two reports, can read such a name differently and both be right. The library does "
        "not choose: the disputed fields have no value until the convention says which reading is meant."
    ),
    bad="20260324_AWS-Cloud-Day",
    good="20260324_AWS_Cloud-Day",
    repair=(
        "Give the fields a separator that neither of them may hold, narrow one of them to a vocabulary, "
        "or declare a preference with `prefer`."
    ),
    consequence="the disputed fields have no value, so reports on them leave this name out",
)
