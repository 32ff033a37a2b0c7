"""Writing a file and reading it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import pytest

from mops_taxonomy.inputs import InputError, Row, open_input

if TYPE_CHECKING:
    from pathlib import Path


class Read(Protocol):
    """Write bytes or text to a file and read names from it."""

    def __call__(self, name: str, content: str | bytes, **options: Any) -> list[Any]: ...


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Every row as (name, line, row), problems and notices as they are, and at the end an error's text."""
    monkeypatch.chdir(tmp_path)

    def reading(name: str, content: str | bytes, **options: Any) -> list[Any]:
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        seen: list[Any] = []
        try:
            seen.extend(
                (item.name, item.line, item.row) if isinstance(item, Row) else item
                for item in open_input(name, **options)
            )
        except InputError as error:
            seen.append(str(error))
        return seen

    return reading
