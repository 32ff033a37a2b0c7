"""Taxonomies for the tests of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy.errors import InvalidTaxonomy
from mops_taxonomy.model import load_model
from mops_taxonomy.taxonomy import Taxonomy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., dict[str, Any]]:
    """Writes a taxonomy file and loads it."""

    def load(text: str, name: str = "t.yaml") -> dict[str, Any]:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return load_model(path)[0]

    return load


@pytest.fixture
def refusal(tmp_path: Path) -> Callable[..., str]:
    """Writes a taxonomy file, loads it, and returns the text of the error."""

    def refusal(text: str, name: str = "t.yaml") -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        with pytest.raises(InvalidTaxonomy) as caught:
            Taxonomy.load(path)
        return str(caught.value).replace(str(tmp_path / name), name)

    return refusal
