"""The strategies that users are given draw soon and without a warning, however large a convention is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import Phase, given, settings

from mops_taxonomy import Taxonomy
from mops_taxonomy.testing import portfolios_of

if TYPE_CHECKING:
    from mops_taxonomy.records import Campaign, Program

FIELDS = {f"f{number}": {"kind": "text", "characters": "a-c", "joiner": "-"} for number in range(12)}
LARGE = Taxonomy.load(
    {
        "taxonomy": "large",
        "fields": FIELDS,
        "conventions": {
            "program": {"object": "program", "forms": ["_".join(f"{{{one}}}" for one in FIELDS)]}
        },
    }
)


@settings(max_examples=15, phases=[Phase.generate])
@given(portfolios_of(LARGE))
def test_records_of_a_large_convention(records: list[Program | Campaign]) -> None:
    """No two records of a system have the same id, and most often there are some."""
    known = [(one.object, one.system, one.id) for one in records if one.id is not None]

    assert len(known) == len(set(known))
