"""MT701: misread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.governance._misreadings import misreadings
from mops_taxonomy.governance.rule import RecordRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.governance.rule import Breach
    from mops_taxonomy.portfolio import Portfolio

__all__ = ["RULE"]


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Names that set off a reader."""
    return misreadings(portfolio, "effect")


RULE = RecordRule(
    code="MT701",
    title="misread",
    severity="error",
    check=check,
    why=(
        "Other systems read names without knowing the convention: they stamp dates from the first characters, or "
        "pass over whatever holds a certain word. The taxonomy declares them under `readers`. What such a system "
        "makes of a name happens, whatever the name was meant to say."
    ),
    bad="""\
readers: {suppressed: {system: salesforce, contains: [template], match: word, effect: no touchpoints are created}}
campaign: {system: salesforce, name: 20260324_Roundtable_template}
""",
    good="""\
readers: {suppressed: {system: salesforce, contains: [template], match: word, effect: no touchpoints are created}}
campaign: {system: salesforce, name: 20260324_Roundtable}
""",
    repair=(
        "Take what the reader looks for out of the name, or put it in where it is wanted. A name that must stay as "
        "it is gets a waiver with an owner and a last day."
    ),
)
