"""The commit hook of the recipes does what it is for."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.docs.pages import ROOT, blocks
from tests.docs.running import write

PAGE = ROOT / "docs" / "recipes.md"
CHANGED = ["README.md", "exports/hubspot-campaigns.csv", "exports/notes.txt"]


@pytest.fixture
def hook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The hook of the page, in a folder with the files of the page."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MOPS_TAXONOMY_CACHE", str(tmp_path / "cache"))
    files = [write(block) for block in blocks(PAGE) if block.file]
    assert Path(".pre-commit-config.yaml") in files
    config = yaml.safe_load(Path(".pre-commit-config.yaml").read_text(encoding="utf-8"))
    (repository,) = config["repos"]
    assert repository["repo"] == "local"
    (found,) = repository["hooks"]
    return {str(key): str(value) for key, value in found.items()}


def test_the_hook_is_given_the_exports_only(hook: dict[str, str]) -> None:
    """Of the files that changed, those are checked that hold names."""
    assert [path for path in CHANGED if re.search(hook["files"], path)] == ["exports/hubspot-campaigns.csv"]


def test_the_hook_refuses_wrong_names(hook: dict[str, str]) -> None:
    """Given a file with wrong names, the entry of the hook ends with 1 and says where they are."""
    program, *arguments = shlex.split(hook["entry"])
    command = [str(Path(sys.executable).with_name(program)), *arguments, "exports/hubspot-campaigns.csv"]
    result = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert (result.returncode, result.stderr) == (1, "")
    assert re.findall(r"^exports\S+ +MT\d+", result.stdout, re.MULTILINE) == [
        "exports/hubspot-campaigns.csv:3:8  MT201",
        "exports/hubspot-campaigns.csv:4:5  MT106",
        "exports/hubspot-campaigns.csv:4:9  MT106",
    ]
