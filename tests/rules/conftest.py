"""The conventions that cases are judged by."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Protocol

import pytest

from mops_taxonomy.taxonomy import Taxonomy
from tests.rules.case import FOLDER, Case

if TYPE_CHECKING:
    from mops_taxonomy.convention import Convention


class ConventionOf(Protocol):
    """The convention of a case."""

    def __call__(self, case: Case) -> Convention: ...


@pytest.fixture(scope="session")
def convention_of() -> ConventionOf:
    """Conventions of the taxonomy of the cases, which is loaded once and not kept on disk."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MOPS_TAXONOMY_CACHE", "")
        taxonomy = Taxonomy.load(FOLDER / "taxonomies" / "programs.yaml")

    def find(case: Case) -> Convention:
        chosen = taxonomy
        if "unverified" in case.expected:
            chosen = _unverified(taxonomy, case.expected["unverified"])
        return chosen.convention(case.expected["convention"])

    return find


def _unverified(taxonomy: Taxonomy, system: str) -> Taxonomy:
    """The taxonomy, with the limits of a system unverified: a file cannot say so of its own systems."""
    resolved = deepcopy(taxonomy.resolved)
    for convention in resolved["conventions"].values():
        for limit in convention["limits"]:
            if limit["system"] == system:
                limit["status"] = "unverified"
    return Taxonomy(resolved)
