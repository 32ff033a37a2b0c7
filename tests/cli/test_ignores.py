"""Comments beside names that leave findings out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Run

BAD = "20260324_EMAE_Stories"
CASE = "20260324_emea_Stories"
COUNTS = "\n1 name in 1 file: 0 valid (0.0 %), 1 not valid; not reported: 1 ignored\n"

FORMATS = [
    pytest.param("a.list", f"{BAD} # mops-taxonomy: ignore MT102\n", id="text"),
    pytest.param(
        "a.list", f"{BAD}\t # mops-taxonomy: ignore MT1, MT102 \r\n", id="text, a beginning and space"
    ),
    pytest.param("a.yaml", f"- {BAD} # mops-taxonomy: ignore MT102\n", id="YAML"),
    pytest.param("a.yaml", f"- name: {BAD}  # mops-taxonomy: ignore MT102\n  id: 7\n", id="YAML object"),
]


@pytest.mark.parametrize(("file", "content"), FORMATS)
def test_ignored(run: Run, file: str, content: str) -> None:
    """A comment leaves out the findings of its codes, which are counted; the name is as valid as before."""
    Path(file).write_text(content, encoding="utf-8", newline="")
    assert run("check", file) == (0, COUNTS, "")


def test_other_findings(run: Run) -> None:
    """Other findings of the name, and those of other names, are reported."""
    Path("a.list").write_text(f"{BAD} # mops-taxonomy: ignore MT203\n{BAD}\n", encoding="utf-8")
    status, out, err = run("check", "a.list", "--no-summary")
    assert (status, out.count("MT102")) == (1, 2)
    assert err == "note: a.list:1: nothing to ignore: no finding here is MT203\n"


def test_idle(run: Run) -> None:
    """A comment that leaves nothing out is told, code by code, and does not fail."""
    Path("a.list").write_text(f"{CASE} # mops-taxonomy: ignore MT102, MT122, MT2\n", encoding="utf-8")
    status, out, err = run("check", "a.list")
    assert (status, out) == (
        0,
        "\n1 name in 1 file: 1 valid (100.0 %), 0 not valid; not reported: 1 ignored\n",
    )
    assert err == "note: a.list:1: nothing to ignore: no finding here is MT102 or MT2\n"
    assert run("check", "-q", "a.list") == (0, "", "")


def test_idle_for_programs(run: Run) -> None:
    """Programs find it among the notes of the summary, and standard error is silent."""
    Path("a.list").write_text(f"{CASE} # mops-taxonomy: ignore MT2\n", encoding="utf-8")
    status, out, err = run("check", "a.list", "--format", "json")
    assert (status, err) == (0, "")
    assert json.loads(out)["summary"]["notes"] == ["a.list:1: nothing to ignore: no finding here is MT2"]


def test_tables_have_no_comments(run: Run) -> None:
    """In a CSV such text is part of the name."""
    Path("a.csv").write_text(f"Name\n{CASE} # mops-taxonomy: ignore MT122\n", encoding="utf-8")
    assert run("check", "a.csv").status == 1
