"""Severities by file, and days of creation as exports write them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import TAXONOMY

if TYPE_CHECKING:
    from tests.cli.conftest import Run

BAD = "20260324_EMAE_Stories"
OLD = "20260324_APJ_Stories"
CASE = "20260324_emea_Stories"

SOURCES = """\
sources:
  - {{files: "old/*.list", convention: program, severity: {{{levels}}}}}
  - {{files: "**/*.list", convention: program}}
"""

# the taxonomy's, the convention's and the source's severities, then what is told of OLD in old/
LEVELS = [
    pytest.param("", "", "MT203: warning", (0, "MT203 warning: "), id="only the source's"),
    pytest.param(
        "MT203: warning", "MT203: error", "MT203: info", (0, "MT203 note: "), id="the source's first"
    ),
    pytest.param(
        "MT2: info", "MT203: warning", "MT2: error", (0, "MT203 warning: "), id="the longest code first"
    ),
    pytest.param("", "", "MT: warning", None, id="no code"),
    pytest.param("MT203: info", "", "MT20: warning", (0, "MT203 note: "), id="longer in the taxonomy"),
    pytest.param("", "MT203: info", "MT203: error", (1, "MT203 `"), id="an error again"),
    pytest.param("", "", 'MT203: "off"', (0, ""), id="off"),
]


@pytest.mark.parametrize(("whole", "convention", "source", "told"), LEVELS)
def test_severity_of_a_source(
    run: Run, folder: Path, whole: str, convention: str, source: str, told: tuple[int, str] | None
) -> None:
    """A source says how much findings matter in its files: the longest code counts, then what is nearest."""
    forms = "    forms: [{"
    text = TAXONOMY.replace(forms, f"    severity: {{{convention}}}\n{forms}")
    text += f"severity: {{{whole}}}\n" + SOURCES.format(levels=source)
    (folder / "taxonomy.yaml").write_text(text, encoding="utf-8")
    (folder / "old").mkdir()
    (folder / "old" / "a.list").write_text(f"{OLD}\n", encoding="utf-8")
    status, out, err = run("check", "old/a.list", "--no-summary")
    if told is None:
        assert (status, out) == (2, "")
        assert "'MT' is not a code of findings or its beginning" in err
    else:
        assert (status, out.partition("  ")[2][: len(told[1])], bool(out)) == (*told, bool(told[1]))


def test_only_the_files_of_the_source(run: Run, folder: Path) -> None:
    """Other files, and other rules, are as they were; what is no error makes no name invalid."""
    (folder / "taxonomy.yaml").write_text(
        TAXONOMY + SOURCES.format(levels="MT203: warning, MT122: error"), encoding="utf-8"
    )
    (folder / "old").mkdir()
    for path in ("old/a.list", "a.list"):
        Path(path).write_text(f"{OLD}\n{BAD}\n{CASE}\n", encoding="utf-8")
    status, out, _ = run("check", "old/a.list", "a.list")
    found = [line.split("`")[0] for line in out.splitlines() if ".list:" in line]
    assert status == 1
    assert found == [
        "old/a.list:1:10  MT203 warning: ",
        "old/a.list:2:10  MT102 unknown term in ",
        "old/a.list:3:10  MT122 the case of ",
        "a.list:1:10  MT203 ",
        "a.list:2:10  MT102 unknown term in ",
        "a.list:3:10  MT122 warning: the case of ",
    ]
    assert "6 names in 2 files: 2 valid (33.3 %), 4 not valid" in out


READABLE = [
    "2025-03-24",
    "2025-03-24T10:00:00Z",
    "2025-03-24T23:59:59.000+0000",
    "2025-03-24 10:00:00",
    "20250324",
    "spring",
]


@pytest.mark.parametrize("created", READABLE)
def test_day_of_creation(run: Run, created: str) -> None:
    """ISO days, with a time or without, and revisions are read; the term was in force then, or was not."""
    Path("a.csv").write_text(f"Name,Made\n{OLD},{created}\n", encoding="utf-8")
    arguments = ("check", "a.csv", "--column", "Name", "--created-column", "Made", "--no-summary")
    status, _, err = run(*arguments)
    assert (status, err) == (1 if created == "spring" else 0, "")
    assert run(*arguments, "--as-of", "2026-01-01").status == 1


UNREADABLE = [
    pytest.param("24/03/2025", "", id="day first"),
    pytest.param("03/04/2025", "", id="day or month first"),
    pytest.param("24.03.2025 10:00", "", id="German"),
    pytest.param("2025-02-30", "", id="no such day"),
    pytest.param("24 Mar 2025", "", id="in words"),
    pytest.param(
        "45740", "; Excel counts days so: give its column a date format before the export", id="Excel"
    ),
    pytest.param(
        "45740.4", "; Excel counts days so: give its column a date format before the export", id="time"
    ),
]


@pytest.mark.parametrize(("created", "advice"), UNREADABLE)
def test_day_that_cannot_be_read(run: Run, created: str, advice: str) -> None:
    """What may mean two days, or none, is a problem with its place; the name is judged by today."""
    Path("a.csv").write_text(f"Name,Made\n{OLD},{created}\n", encoding="utf-8")
    status, out, err = run("check", "a.csv", "--column", "Name", "--created-column", "Made", "--no-summary")
    assert status == 2
    assert err == (
        f"a.csv:2: created: '{created}' is not a day such as 2026-03-24, nor a revision (spring){advice}\n"
    )
    assert out.startswith("a.csv:2:10  MT203 ")


WHOLE = [
    pytest.param(3, ["2", "3", "4"], "3 problems", id="as many as are told"),
    pytest.param(4, ["2", "3", "4", " 1 more day of creation cannot be read"], "4 problems", id="one more"),
    pytest.param(20, ["2", "3", "4", " 17 more days of creation cannot be read"], "4 problems", id="many"),
]


@pytest.mark.parametrize(("count", "told", "problems"), WHOLE)
def test_a_whole_column_that_cannot_be_read(run: Run, count: int, told: list[str], problems: str) -> None:
    """Three days are complained of, and the rest is counted."""
    rows = "".join(f"{OLD},{day}/03/2025\n" for day in range(10, 10 + count))
    Path("a.csv").write_text(f"Name,Made\n{rows}", encoding="utf-8")
    _, out, err = run("check", "a.csv", "--column", "Name", "--created-column", "Made", "--select", "MT1")
    assert [line.split(":")[1] for line in err.splitlines()] == told
    assert out == f"\n{count} names in 1 file: 0 valid (0.0 %), {count} not valid, {problems}\n"
