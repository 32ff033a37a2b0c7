"""What `lint` and the proofs say of the published conventions: what `verdicts.yaml` states, and the page says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from tests.conformance.published import FOLDER, paths
from tests.conformance.verdicts import TODAY, verdicts
from tests.generated.conformance_verdicts import TARGET, render

if TYPE_CHECKING:
    from tests.conformance.verdicts import Verdict

every = verdicts()
each = pytest.mark.parametrize("verdict", every, ids=lambda verdict: verdict.id)
each_wider = pytest.mark.parametrize(
    "verdict", [one for one in every if one.unsaid], ids=lambda verdict: verdict.id
)
each_mended = pytest.mark.parametrize(
    "verdict", [one for one in every if "way" in one.stated], ids=lambda verdict: verdict.id
)


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or leaves a cache."""
    monkeypatch.setenv("MOPS_TAXONOMY_CACHE", "")


def test_every_convention_has_a_verdict() -> None:
    """The table names every file, and nothing else."""
    stated = yaml.safe_load((FOLDER / "verdicts.yaml").read_text(encoding="utf-8"))
    assert sorted(stated) == sorted(path.stem for path in paths())


@each
def test_verdicts(verdict: Verdict) -> None:
    """A convention has the number of readings that is stated, and every question about it is decided."""
    assert verdict.answer == verdict.stated["verdict"]
    assert [finding for finding in verdict.report if finding.certainty == "unknown"] == []
    assert len(verdict.disputes) == len(verdict.stated.get("causes", ()))


@each
def test_disputed_names_are_valid(verdict: Verdict) -> None:
    """A name that is shown has several readings, and no field on which they differ can be read by accident."""
    taxonomy = verdict.published.taxonomy
    for dispute in verdict.disputes:
        names = [
            convention.parse(dispute.name, as_of=TODAY)
            for convention in map(taxonomy.convention, taxonomy.conventions)
            if convention.is_valid(dispute.name, as_of=TODAY)
        ]
        assert any(name.ambiguous for name in names), dispute


@each
def test_errors_are_explained(verdict: Verdict) -> None:
    """What lint calls an error is one of the errors that the table explains, and the other way round."""
    errors = {finding.text for finding in verdict.report if finding.severity == "error"}
    assert errors == set(verdict.stated.get("errors", ()))


@each
def test_lengths(verdict: Verdict) -> None:
    """The names compare with the tightest limit as is stated."""
    assert verdict.length == verdict.stated.get("length")


@each_wider
def test_wider_free_text(verdict: Verdict) -> None:
    """If free text may hold the delimiter, a convention has the number of readings that is stated."""
    assert verdict.if_wider[0] == verdict.stated["if_wider"]


@each_mended
def test_ways_out(verdict: Verdict) -> None:
    """After a way out that was found by hand, every name has one reading."""
    assert verdict.mended == "one reading"


def test_the_page_is_up_to_date() -> None:
    """The page of the documentation is what `python -m tests.generated.conformance_verdicts` writes."""
    assert TARGET.read_text(encoding="utf-8") == render()
