"""Tests of the example for DuckDB."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb

SCRIPT = Path(__file__).parents[2] / "examples" / "duckdb_example.py"

OUTPUT = """\
valid names by channel
   search  6467
   social  6467
   video  6466
names by region, the share of valid ones, and what the others cost
   APAC  6666  0.97  10960
   EMEA  6667  0.97  10960
   NA  6667  0.97  10960
what is wrong
   MT101  None  200  this name does not fit the form `{launch}_{region}_{channel}_{title}_{id}`
   MT102  region  200  unknown term in `region`
   MT104  launch  200  `20260332` is not a date in `launch`: there is no day 32
"""


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", str(SCRIPT), "--folder", str(folder), *arguments]
    return subprocess.run(command, check=False, capture_output=True, encoding="utf-8", cwd=folder.parent)


def test_the_script_parses_and_judges_a_file(tmp_path: Path) -> None:
    """It makes the folder, writes the file and what its names say, row for row, and sums up; what is there is read."""
    folder = tmp_path / "not there yet"
    for arguments in (("--rows", "20000"), ("--rows", "7", "--memory", "200MB")):
        result = _run(folder, *arguments)
        assert (result.returncode, result.stderr) == (0, "")
        assert result.stdout == OUTPUT
    parsed = duckdb.execute(
        "SELECT count(*), count(DISTINCT name), count(landing_page), sum(id) FILTER (valid), any_value(launch) FILTER "
        "(name LIKE '20260115%'), count(region) FROM read_parquet(?)",
        [str(folder / "parsed.parquet")],
    ).fetchone()
    valid = [number for number in range(20_000) if number % 100 < 97]
    assert parsed is not None
    assert parsed[:4] == (20_000, 20_000, 20_000, sum(valid))
    assert (str(parsed[4]), parsed[5]) == ("2026-01-15", len(valid))
