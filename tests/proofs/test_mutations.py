"""A convention made ambiguous by one change is caught: the proofs are compared with names tried one by one."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from mops_taxonomy.proofs.ambiguity import one_reading
from tests.conformance.enumerated import Enumerated
from tests.conformance.mutants import mutants
from tests.conformance.published import paths
from tests.conformance.verdicts import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conformance.mutants import Mutant

MUTANTS = 8
"""Mutants of one file that are tried, chosen always alike; `tests.generated.conformance_mutants` tries all."""

NAMES = 250


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or leaves a cache."""
    monkeypatch.setenv("MOPS_TAXONOMY_CACHE", "")


def chosen(path: Path) -> list[Mutant]:
    """Some mutants of a file."""
    every = list(mutants(path))
    if len(every) <= MUTANTS:
        return every
    return Random(path.stem).sample(every, MUTANTS)  # noqa: S311  always the same ones


@pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)
def test_mutants(path: Path) -> None:
    """Proved: no name that was tried has two readings. Refuted: the name that is shown has. Nothing is left open."""
    for mutant in chosen(path):
        convention = mutant.loaded()
        if convention is None:
            continue
        verdict = one_reading(convention, TODAY)
        about = f"{mutant.change}: {verdict}"
        if verdict.answer == "proved":
            assert Enumerated(convention, TODAY, NAMES).disputed() is None, about
        else:
            assert verdict.witness is not None, about
            assert len(list(convention.readings(verdict.witness, as_of=verdict.day))) > 1, about


def test_the_names_that_are_tried_tell() -> None:
    """Of the conventions that are ambiguous, nine in ten are found to be so by the names that are tried."""
    loaded = [mutant.loaded() for path in paths()[::6] for mutant in chosen(path)]
    refuted = [one for one in loaded if one and one_reading(one, TODAY).answer == "refuted"]
    found = [one for one in refuted if Enumerated(one, TODAY, NAMES).disputed()]
    assert len(refuted) > 20
    assert len(found) >= 0.9 * len(refuted)


def test_most_mutants_load() -> None:
    """Nearly every change leaves a taxonomy that can be used: the changes are about readings, not about the format."""
    every = [mutant.loaded() for path in paths()[::10] for mutant in mutants(path)]
    assert len(every) > 100
    assert every.count(None) < len(every) / 20
