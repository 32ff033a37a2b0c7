"""Whether the parts of a taxonomy make sense together. One noun, one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.model.checks.channels import check_channels
from mops_taxonomy.model.checks.conventions import check_conventions
from mops_taxonomy.model.checks.fields import check_fields
from mops_taxonomy.model.checks.readers import check_readers
from mops_taxonomy.model.checks.requirements import check_requirements
from mops_taxonomy.model.checks.tables import check_tables
from mops_taxonomy.model.checks.use import check_use
from mops_taxonomy.model.checks.vocabularies import check_vocabularies
from mops_taxonomy.model.checks.waivers import check_sources, check_waivers

if TYPE_CHECKING:
    from mops_taxonomy.model.draft import Draft

__all__ = ["check"]


def check(draft: Draft) -> None:
    """Notes everything that does not make sense."""
    check_use(draft)
    check_vocabularies(draft)
    check_channels(draft)
    check_fields(draft)
    check_conventions(draft)
    check_readers(draft)
    check_requirements(draft)
    check_tables(draft)
    check_waivers(draft)
    check_sources(draft)
