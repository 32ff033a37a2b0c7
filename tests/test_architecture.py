"""Which part may know which, and what a mere import costs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
HEAVY = {"click", "hypothesis", "pandas", "polars", "pyarrow", "pydantic", "rapidfuzz", "rich", "yaml"}


def test_import_contracts_are_kept() -> None:
    """Arrows point inward: the contracts of pyproject.toml hold."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert found.returncode == 0, found.stdout + found.stderr


def test_importing_the_package_imports_nothing_heavy() -> None:
    """`import mops_taxonomy` loads no library but the standard one."""
    code = "import sys, mops_taxonomy; print(*{name.partition('.')[0] for name in sys.modules})"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert HEAVY.isdisjoint(found.stdout.split())


def test_every_public_name_is_there() -> None:
    """What `__all__` promises can be imported, and `dir` shows it."""
    import mops_taxonomy

    assert all(getattr(mops_taxonomy, name) is not None for name in mops_taxonomy.__all__)
    assert dir(mops_taxonomy) == mops_taxonomy.__all__


def test_no_module_holds_two_ideas() -> None:
    """No module of the package is longer than 400 lines; the tables of Unicode are data."""
    sizes = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in (ROOT / "mops_taxonomy").rglob("*.py")
    }

    assert {path: size for path, size in sizes.items() if size > 400} == {}
