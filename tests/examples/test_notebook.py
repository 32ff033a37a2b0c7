"""Tests of the example notebook: its cells are run in order, and show what is stored in it."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest

FOLDER = Path(__file__).parents[2] / "examples"
NOTEBOOK = json.loads((FOLDER / "notebook.ipynb").read_text(encoding="utf-8"))
CELLS = [cell for cell in NOTEBOOK["cells"] if cell["cell_type"] == "code"]


def _shown(source: str, session: dict[str, Any]) -> dict[str, str]:
    """What a notebook shows of the last expression of a cell."""
    *statements, last = ast.parse(source).body
    assert isinstance(last, ast.Expr)
    exec(compile(ast.Module(statements, []), "cell", "exec"), session)  # noqa: S102  the project's own notebook
    value = eval(compile(ast.Expression(last.value), "cell", "eval"), session)  # noqa: S307  the same
    shown = {"text/plain": repr(value)}
    if hasattr(value, "_repr_html_"):
        shown["text/html"] = value._repr_html_()
    return shown


def test_the_cells_show_what_is_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every output of the notebook is what its cell shows now, as text and as HTML."""
    monkeypatch.chdir(FOLDER)
    session: dict[str, Any] = {"__name__": "__main__"}
    for cell in CELLS:
        (output,) = cell["outputs"]
        stored = {kind: "".join(lines) for kind, lines in output["data"].items()}
        assert _shown("".join(cell["source"]), session) == stored


def test_the_cells_were_run_in_order() -> None:
    """The counts beside the cells are those of one run from top to bottom."""
    assert [cell["execution_count"] for cell in CELLS] == list(range(1, len(CELLS) + 1))
