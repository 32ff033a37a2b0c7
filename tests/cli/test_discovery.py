"""Finding the taxonomy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mops_taxonomy.cli._discovery import NAMES, Taxonomies, find
from mops_taxonomy.cli._problem import Problem
from tests.cli.conftest import TAXONOMY

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_found(folder: Path, name: str) -> None:
    """A taxonomy is found by each of its names, from any folder below."""
    (folder / "taxonomy.yaml").unlink()
    (folder / name).touch()
    below = folder / "exports" / "2026"
    below.mkdir(parents=True)
    assert find(str(below)) == str(folder / name)


def test_the_nearest_counts(folder: Path) -> None:
    """The taxonomy in the nearest folder is the one."""
    below = folder / "exports"
    below.mkdir()
    (below / "mops-taxonomy.toml").touch()
    assert find(str(below)) == str(below / "mops-taxonomy.toml")


def test_a_folder_of_that_name_is_none(folder: Path) -> None:
    """A folder called like a taxonomy is passed over."""
    below = folder / "exports"
    (below / "taxonomy.yaml").mkdir(parents=True)
    assert find(str(below)) == str(folder / "taxonomy.yaml")


def test_the_search_ends_at_the_repository(folder: Path) -> None:
    """Beyond the folder that holds `.git` nothing is looked for; in it, everything is."""
    repository = folder / "repository"
    (repository / "exports").mkdir(parents=True)
    (repository / ".git").touch()  # a file, in a worktree
    assert find(str(repository / "exports")) is None
    (repository / "taxonomy.json").touch()
    assert find(str(repository / "exports")) == str(repository / "taxonomy.json")


def test_loaded_once() -> None:
    """Inputs in one folder share one taxonomy."""
    taxonomies = Taxonomies()
    assert taxonomies.of("a.csv") is taxonomies.of("b.csv")
    assert taxonomies.of("a.csv").file == "taxonomy.yaml"


def test_each_input_has_its_own(folder: Path) -> None:
    """Inputs in several folders follow several taxonomies."""
    below = folder / "france"
    below.mkdir()
    (below / "taxonomy.yaml").write_text(TAXONOMY.replace("acme", "acme-france"))
    taxonomies = Taxonomies()
    assert [taxonomies.of(path).name for path in ("a.csv", "france/a.csv")] == ["acme", "acme-france"]


def test_none(folder: Path) -> None:
    """Where there is none, the error names the folder and what to do."""
    (folder / "taxonomy.yaml").unlink()
    (folder / "exports").mkdir()
    with pytest.raises(Problem) as raised:
        Taxonomies().of("exports/a.csv")
    assert str(raised.value) == (
        "no taxonomy.yaml in exports or above it; "
        "name one with --taxonomy, or make one with: mops-taxonomy init"
    )
