"""Judging names in batches: what makes rows alike, what is remembered, and what becomes of them."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from mops_taxonomy.cli import _verdicts
from mops_taxonomy.cli._judge import Judge
from mops_taxonomy.cli._sources import plan
from mops_taxonomy.cli._verdicts import Verdict, Verdicts
from mops_taxonomy.inputs import open_batches
from mops_taxonomy.taxonomy import Taxonomy
from tests.cli.conftest import SECOND, TAXONOMY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.cli.conftest import Run, Shell

WRITERS = ["csv", "parquet"]
OLD = "20260324_APJ_Stories"
MAIL = "EVG.EMEA.Stories"
RETIRED = "MT203 `APJ` is retired in `region`: its last day was 2025-12-31"


def table(path: Path, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write a table as its suffix says."""
    if path.suffix == ".parquet":
        columns = [list(column) for column in zip(*rows, strict=True)]
        parquet.write_table(pa.table(dict(zip(header, columns, strict=True))), path, row_group_size=100)
    else:
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([header, *rows])


@pytest.mark.parametrize("suffix", WRITERS)
def test_one_name_on_several_days(run: Run, folder: Path, suffix: str) -> None:
    """Each row is judged by its own day; a day that cannot be read is told in the order of rows."""
    days = ["2025-12-31", "2026-01-01", "2025-06-01", "31/12/2025", "2026-02-02", ""]
    table(folder / f"a b.{suffix}", ["Name", "Day"], [(OLD, day) for day in days])
    done = run("check", "--no-summary", "--format", "csv", "--created-column", "day", f"a b.{suffix}")
    first = 1 if suffix == "parquet" else 2
    assert done.err == (
        f"a b.{suffix}:{first + 3}: created: '31/12/2025' is not a day such as 2026-03-24, nor a revision (spring)\n"
    )
    assert done.status == 2
    assert [line.split(",")[1:3] for line in done.out.splitlines()[1:]] == [
        [str(first + row - 1), str(row)] for row in (2, 4, 5, 6)
    ]


@pytest.mark.parametrize("suffix", WRITERS)
def test_what_forms_ask_of_records(run: Run, folder: Path, suffix: str) -> None:
    """A name that one channel may bear, and another may not."""
    (folder / "taxonomy.yaml").write_text(TAXONOMY + SECOND, encoding="utf-8")
    rows = [(MAIL, "EML"), (MAIL, "WBN"), (MAIL, ""), (MAIL, "Email"), (MAIL, "Webinar")]
    table(folder / f"a.{suffix}", ["Name", "Channel"], rows)
    done = run("check", "-c", "mail", "--format", "csv", "--channel-column", "Channel", f"a.{suffix}")
    assert [line.split(",")[2] for line in done.out.splitlines()[1:]] == ["2", "5"]


@pytest.mark.parametrize("suffix", WRITERS)
def test_waivers_ask_columns_that_nothing_else_does(run: Run, folder: Path, suffix: str) -> None:
    """A column that only a waiver asks for is read; what it no longer excuses is told once in each message."""
    waivers = (
        "waivers:\n"
        "  - {rules: [MT2], when: {Team: [field]}, owner: ops, reason: old}\n"
        "  - {rules: [MT2], when: {Team: [web]}, owner: web, reason: late, until: 2026-01-31}\n"
    )
    (folder / "taxonomy.yaml").write_text(TAXONOMY + waivers, encoding="utf-8")
    table(folder / f"a.{suffix}", ["Name", "Team"], [(OLD, team) for team in ("web", "field", "web", "x")])
    done = run("check", "--format", "csv", "--as-of", "2026-06-01", f"a.{suffix}")
    ended = f"{RETIRED.removeprefix('MT203 ')}; the waiver by web ended on 2026-01-31"
    plain = RETIRED.removeprefix("MT203 ")
    assert [(line.split(",")[2], line.rpartition(",")[2]) for line in done.out.splitlines()[1:]] == [
        ("1", ended),
        ("3", ended),
        ("4", plain),
    ]


def verdicts(path: Path) -> tuple[Verdicts, list[Any]]:
    """What judges the names of a file, and its batches."""
    taxonomy = Taxonomy.load(path.parent / "taxonomy.yaml")
    how = plan(taxonomy, str(path), None, {}, {})
    return Verdicts(how, Judge(how, "2026-06-01")), list(open_batches(path))


def told(judged: Verdicts, batch: Any) -> list[Verdict]:
    """What there is to say of the rows of a batch."""
    return [item for item in judged.of(batch) if isinstance(item, Verdict)]


def test_equal_names_are_judged_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows alike share one report, from batch to batch, until too much is remembered."""
    monkeypatch.setattr("mops_taxonomy.inputs._batch._ITEMS", 4)
    (folder / "a.list").write_text(f"20260324_EMEA_Stories\n{OLD}\n{OLD}\nx\n" * 2, encoding="utf-8")
    judged, (first, second) = verdicts(folder / "a.list")
    (one, again, other), (later, *_) = told(judged, first), told(judged, second)
    assert (one.at, again.at, other.at, later.at) == (1, 2, 3, 1)
    assert one.report is again.report
    assert one.report is later.report
    assert str(one.report.findings[0]) == RETIRED
    monkeypatch.setattr(_verdicts, "_MOST_FOUND", 1)
    anew, *_ = told(judged, second)
    assert anew.report is not one.report
    assert anew.report.findings == one.report.findings


def test_names_without_end_are_not_all_remembered(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At no time more than the bound and one batch."""
    monkeypatch.setattr("mops_taxonomy.inputs._batch._ITEMS", 10)
    monkeypatch.setattr(_verdicts, "_MOST_SILENT", 15)
    monkeypatch.setattr(_verdicts, "_MOST_FOUND", 15)
    names = "".join(f"20260324_EMEA_Stories-{at}\nwrong-{at}\n" for at in range(100))
    (folder / "a.list").write_text(names, encoding="utf-8")
    judged, batches = verdicts(folder / "a.list")
    for batch in batches:
        assert len(list(judged.of(batch))) == 5
        (alike,) = judged._alike.values()
        assert len(alike.silent) <= 20
        assert len(alike.found) <= 20


IMPORTED = """\
import sys
from mops_taxonomy.cli import main
main(["check", "-q", sys.argv[1]])
print(sorted({"mops_taxonomy.frames", "numpy", "pyarrow", "mops_taxonomy.inputs.parquet"} & sys.modules.keys()))
"""


def test_short_files_import_nothing_for_columns(folder: Path) -> None:
    """What judges many names at a time is there for many names."""
    (folder / "a.csv").write_text("Name\n20260324_EMEA_Stories\nx\n", encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", IMPORTED, "a.csv"], capture_output=True, check=True)
    assert done.stdout == b"[]\n"


def test_many_names_without_pyarrow(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are judged one by one, and the answer is the same."""
    monkeypatch.setattr(_verdicts, "_MANY", 10)
    names = "".join(f"20260324_EMEA_Stories-{at}\n" for at in range(600)) + "x\n"
    (folder / "a.list").write_text(names, encoding="utf-8")
    expected = run("check", "a.list")
    assert expected.out.splitlines()[-2] == "601 names in 1 file: 600 valid (99.8 %), 1 not valid"
    monkeypatch.setattr("mops_taxonomy.cli._sieve.find_spec", lambda _: None)
    assert run("check", "a.list") == expected


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals")
def test_interrupted(folder: Path) -> None:
    """Ctrl-C in the middle is told in a word; a report that was there stays as it was."""
    (folder / "report.json").write_text("the last one", encoding="utf-8")
    os.mkfifo(folder / "endless.csv")
    command = [sys.executable, "-m", "mops_taxonomy", "check", "-o", "report.json", "endless.csv"]
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process,
        (folder / "endless.csv").open("wb") as pipe,
    ):
        pipe.write(b"Name\n" + b"wrong name\n" * 100_000)
        while len(os.listdir(folder)) < 5:  # until the report is begun
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert (process.returncode, out, err) == (130, b"", b"interrupted\n")
    assert (folder / "report.json").read_text(encoding="utf-8") == "the last one"
    assert sorted(os.listdir(folder)) == [".git", "endless.csv", "report.json", "taxonomy.yaml"]


def test_parquet_is_not_changed_in_place(run: Run, folder: Path) -> None:
    """Names in Parquet are listed with the new ones; the file stays as it is."""
    table(folder / "a.parquet", ["Name"], [("20260324_emea_Stories",), ("20260324_EMEA_News",)])
    before = (folder / "a.parquet").read_bytes()
    listed = run("fix", "--rename-map", "-", "a.parquet").out.splitlines()[1]
    assert "20260324_emea_Stories,20260324_EMEA_Stories" in listed
    done = run("fix", "--write", "a.parquet")
    assert done.status == 2
    assert "a.parquet: names in files of the format parquet are read, but cannot be changed" in done.err
    assert (folder / "a.parquet").read_bytes() == before


def test_baseline_of_parquet(run: Run, folder: Path) -> None:
    """What is recorded of a file of columns is found again."""
    table(folder / "a.parquet", ["Name"], [("x",), ("x",), ("y",)])
    assert run("baseline", "a.parquet").out == "Recorded 3 findings on 2 names in .mops-baseline.json.\n"
    assert run("check", "a.parquet").out == (
        "\n3 names in 1 file: 0 valid (0.0 %), 3 not valid; not reported: 3 recorded\n"
    )


def test_parquet_that_is_not_tabular_input(run: Run, shell: Shell, folder: Path) -> None:
    """Commands that read texts alone refuse it in one line."""
    table(folder / "a.parquet", ["Name"], [("x",)])
    content = (folder / "a.parquet").read_bytes()
    parsed = shell("parse", input=content)
    assert (parsed.returncode, parsed.stderr) == (
        2,
        b"standard input: not a text file: it looks like a Parquet file; export the table as CSV\n",
    )
    assert run("check", "--from", "marketo", "a.parquet").status == 2
