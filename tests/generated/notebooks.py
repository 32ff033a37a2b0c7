"""Run the analysts' notebook in a kernel, and store in it what its cells show.

python -m tests.generated.notebooks
"""

from __future__ import annotations

from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any

import nbformat
from nbclient import NotebookClient

__all__ = ["TARGET", "execute", "stored"]

TARGET = Path(__file__).parents[2] / "examples" / "compliance.ipynb"

_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def execute(notebook: Any, folder: Path) -> None:
    """Run a notebook from top to bottom, and keep what its cells show.

    Args:
        notebook: its cells get their outputs.
        folder: where it runs, and writes.

    Raises:
        nbclient.exceptions.CellExecutionError: a cell raises.
    """
    place = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, timeout=120, record_timing=False, resources=place).execute()
    notebook["metadata"] = _METADATA  # what the kernel adds is of the machine


def stored() -> Any:
    """The notebook as it is in `examples/`."""
    return nbformat.read(TARGET, as_version=4)  # type: ignore[no-untyped-call]


def _refresh() -> None:
    notebook = stored()
    with TemporaryDirectory() as folder:
        execute(notebook, copytree(TARGET.parent, Path(folder) / "examples"))
    nbformat.write(notebook, TARGET)  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    _refresh()
