"""Columns of the names of published conventions: what the scalar engine says of each, valid or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy import Taxonomy
from mops_taxonomy.frames import check_column
from mops_taxonomy.frames.reading import Question
from tests.conformance.published import paths
from tests.frames.libraries import COLUMNS, fitting, plain, scalar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST = 60
AS_OF = "2026-06-01"
LIBRARIES = ("polars", "pyarrow dictionary")


def nearly(name: str) -> Iterator[str]:
    """A name, and what is nearly it."""
    yield from (name, name + "\n", name[:-1], name.swapcase(), name.replace("_", "__", 1), f"{name}é")


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or leaves a cache."""
    monkeypatch.setenv("MOPS_TAXONOMY_CACHE", "")


@pytest.mark.parametrize("path", paths(), ids=lambda path: path.stem)
def test_columns_of_published_names(path: Path) -> None:
    """Of each convention of the file, in every library."""
    taxonomy = Taxonomy.load(path)
    asked: dict[str, Any] = {"record": None, "as_of": AS_OF}
    for convention in map(taxonomy.convention, taxonomy.conventions):
        examples = [one["name"] for kind in ("valid", "invalid") for one in convention.spec["examples"][kind]]
        names: list[str | None] = [None, *(text for name in examples for text in nearly(name))][:_MOST]
        expected = fitting(scalar(convention, names, asked))
        for library in LIBRARIES:
            assert plain(check_column(convention, COLUMNS[library](names), **asked)) == expected, library


def test_how_many_are_split() -> None:
    """Of the published conventions in force on that day; the others are read name by name."""
    split = every = 0
    for path in paths():
        taxonomy = Taxonomy.load(path)
        for convention in map(taxonomy.convention, taxonomy.conventions):
            question = Question(convention, None, convention.day(None, AS_OF))
            every += bool(convention.in_force(None, question.day))
            split += question.split is not None
    assert (split, every) == (69, 87)
