"""MT133: not read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.rules._words import quoted, within
from mops_taxonomy.rules.rule import Rule

if TYPE_CHECKING:
    from mops_taxonomy.fault import Fault

__all__ = ["RULE"]


def message(fault: Fault) -> str:
    """Say how the field would be read from the name that the values give."""
    value, read = (_shown(fault.detail.get(key)) for key in ("value", "read"))
    if read is None:
        change = f"{value or 'the value'} would be lost"
    else:
        change = f"{value or 'nothing'} would be read back as {read}"
    name = fault.detail.get("name")
    return f"{change}{within(fault)}" + (f", from the name {quoted(name)}" if name else "")


def _shown(value: object) -> str | None:
    """A value as it would be written; None for none, or an empty one."""
    values = value if isinstance(value, (tuple, list)) else () if value is None or value == "" else (value,)
    return quoted(", ".join(map(str, values))) if values else None


RULE = Rule(
    code="MT133",
    title="not read back",
    severity="error",
    message=message,
    why=(
        "The name could be written, but reading it gives other values: reports would show something that "
        "nobody entered. It happens where two fields can take the same text."
    ),
    bad='format(launch="2026-03-24", vendor="AWS-Cloud", title="Day")',
    good='format(launch="2026-03-24", vendor="AWS", title="Day")',
    repair=(
        "Change one of the values, choose another form with `form`, or let the convention declare a "
        "preference."
    ),
)
