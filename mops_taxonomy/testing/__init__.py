"""Hypothesis strategies: random taxonomies, and random names, values and records of any of them.

For the tests of whoever embeds the library, and for its own. Needs the extra `mops_taxonomy[testing]`.

    from hypothesis import given
    from mops_taxonomy import Taxonomy
    from mops_taxonomy.testing import names_of

    program = Taxonomy.load("taxonomy.yaml").convention("program")

    @given(names_of(program))
    def test_our_importer_keeps_every_name(name: str) -> None:
        assert imported(name) == program.parse(name).values
"""

from mops_taxonomy.testing.documents import documents, taxonomies
from mops_taxonomy.testing.names import names_of, near_names_of
from mops_taxonomy.testing.portfolios import campaigns_of, portfolios_of, programs_of
from mops_taxonomy.testing.records import days_of, records_of
from mops_taxonomy.testing.values import values_of

__all__ = [
    "campaigns_of",
    "days_of",
    "documents",
    "names_of",
    "near_names_of",
    "portfolios_of",
    "programs_of",
    "records_of",
    "taxonomies",
    "values_of",
]
