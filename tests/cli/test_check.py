"""`check`: what is written where, and the exit status."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import SECOND, TAXONOMY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

GOOD = "20260324_EMEA_Stories"
BAD = "20260324_EMAE_Stories"
CASE = "20260324_emea_Stories"

BAD_REPORT = f"""\
names.csv:3:10  MT102 unknown term in `region`
    {BAD}
             ^^^^  did you mean EMEA (Europe)?

2 names in 1 file: 1 valid (50.0 %), 1 not valid
  MT102  1  unknown term
"""


def write(name: str, *names: str, heading: str = "Name") -> None:
    """Write names to a file: a table with this heading, or for other suffixes than .csv plain lines."""
    lines = [heading, *names] if name.endswith(".csv") else list(names)
    with open(name, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def test_clean_file(run: Run) -> None:
    """Without findings there is only the summary, and the status is 0."""
    write("names.csv", GOOD)
    assert run("check", "names.csv") == (
        0,
        "\n1 name in 1 file: 1 valid (100.0 %), 0 not valid\n",
        "",
    )


def test_finding(run: Run) -> None:
    """A finding stands at its line and character, and the status is 1."""
    write("names.csv", GOOD, BAD)
    assert run("check", "names.csv") == (1, BAD_REPORT, "")


def test_missing_file_beside_a_good_one(run: Run) -> None:
    """A file that is not there is one line and status 2, and the other files are checked."""
    write("names.csv", GOOD, BAD)
    status, out, err = run("check", "gone.csv", "names.csv")
    assert (status, err) == (2, "gone.csv: no such file\n")
    assert out == BAD_REPORT.replace("1 not valid", "1 not valid, 1 problem")


PROBLEMS = [
    pytest.param(
        b"Id,Name\n1,x\n",
        ["--column", "Nmae"],
        'data.csv: no column "Nmae" (did you mean "Name"?); the columns are "Id" and "Name"',
        id="no such column",
    ),
    pytest.param(b"", [], "data.csv: the file is empty", id="empty"),
    pytest.param(
        b"PK\x03\x04\x00\x00",
        [],
        "data.csv: not a text file: it looks like an Excel workbook or another zip archive; "
        "export the table as CSV",
        id="workbook",
    ),
    pytest.param(
        f"Id,Name\n1\n2,{GOOD}\n".encode(),
        [],
        'data.csv:2: the row ends before the column "Name"',
        id="row too short",
    ),
    pytest.param(
        b"Id,\x1b[2J\n1,x\n",
        ["--column", "Name"],
        'data.csv: no column "Name"; the columns are "Id" and "\\x1b[2J"',
        id="what a terminal would obey",
    ),
    pytest.param(
        f"Name,Made\n{GOOD},24/03/2026\n".encode(),
        ["--column", "Name", "--created-column", "Made"],
        "data.csv:2: created: '24/03/2026' is not a day such as 2026-03-24, nor a revision (spring)",
        id="unreadable day of creation",
    ),
]


@pytest.mark.parametrize(("content", "options", "line"), PROBLEMS)
def test_problem(run: Run, folder: Path, content: bytes, options: list[str], line: str) -> None:
    """What cannot be read is one clear line on standard error, and status 2."""
    (folder / "data.csv").write_bytes(content)
    status, _, err = run("check", "data.csv", *options)
    assert (status, err) == (2, line + "\n")


def test_row_with_an_unreadable_day_is_judged(run: Run) -> None:
    """A name whose day of creation cannot be read is judged by today."""
    write("names.csv", "20240324_APJ_Stories,soon", heading="Name,Made")
    status, out, _ = run("check", "names.csv", "--created-column", "Made", "--column", "Name")
    assert status == 2
    assert "MT203" in out


def test_day_of_every_record(run: Run) -> None:
    """`--record created=...` is the day to judge by; one that is no day is refused once for all names."""
    write("names.csv", "20240324_APJ_A", "20240324_APJ_B")
    assert run("check", "names.csv", "--record", "created=2025-12-31").status == 0
    status, _, err = run("check", "names.csv", "--record", "created=soon")
    assert (status, err) == (
        2,
        "created: 'soon' is not a day such as 2026-03-24, nor a revision (spring)\n",
    )


FORMATS = [
    pytest.param("a.tsv", f"Id\tName\n1\t{GOOD}\n2\t{BAD}\n", (3, 2), id="TSV"),
    pytest.param("a.json", f'[\n"{GOOD}",\n"{BAD}"\n]\n', (3, 2), id="JSON"),
    pytest.param(
        "a.json", f'{{"records": [{{"Name": "{GOOD}"}},\n{{"Name": "{BAD}"}}]}}', (2, 2), id="objects"
    ),
    pytest.param("a.jsonl", f'{{"Name": "{GOOD}"}}\n\n{{"Name": "{BAD}"}}\n', (3, 2), id="JSON Lines"),
    pytest.param("a.list", f"{GOOD}\n\n{BAD}\n", (3, 2), id="plain text"),
    pytest.param("a", f"Id,Name\n1,{GOOD}\n2,{BAD}\n", (3, 2), id="a table without a suffix"),
    pytest.param("a.csv", f'Note,Name\n"two\nlines",{GOOD}\n,{BAD}\n', (4, 2), id="a line end in a cell"),
]


@pytest.mark.parametrize(("name", "content", "place"), FORMATS)
def test_lines_and_rows(run: Run, folder: Path, name: str, content: str, place: tuple[int, int]) -> None:
    """In every format a finding has its line and its row."""
    (folder / name).write_text(content)
    status, out, err = run("check", name, "--format", "jsonl", "--no-summary")
    found = json.loads(out)
    assert (status, err) == (1, "")
    assert (found["name"], found["line"], found["row"]) == (BAD, *place)


def test_folder(run: Run, folder: Path) -> None:
    """A folder is refused with a pattern that names its files."""
    (folder / "exports").mkdir()
    status, _, err = run("check", "exports/")
    assert (status, err) == (2, "exports/: is a folder; name the files in it, such as exports/*.csv\n")


def test_excel_files(run: Run, folder: Path) -> None:
    """What Excel writes is read: semicolons, a byte order mark, UTF-16 with tabs, a `sep` line."""
    (folder / "semicolon.csv").write_bytes(f"\ufeffId;Name\r\n1;{GOOD}\r\n".encode())
    (folder / "unicode.txt").write_bytes(f"\ufeffId\tName\r\n1\t{GOOD}\r\n".encode("utf-16-le"))
    (folder / "separator.csv").write_bytes(f"sep=;\r\nId;Name\r\n1;{BAD}\r\n".encode())
    status, out, err = run("check", "semicolon.csv", "unicode.txt", "separator.csv", "--no-summary")
    assert (status, err) == (1, "")
    assert out.splitlines()[0] == "separator.csv:3:10  MT102 unknown term in `region`"


def test_windows_1252(run: Run, folder: Path) -> None:
    """A file in an old encoding is read, and a notice says so without changing the status."""
    (folder / "names.csv").write_bytes(f"Name,Owner\n{GOOD},J\xf6rg\n".encode("cp1252"))
    status, _, err = run("check", "names.csv")
    assert (status, err) == (0, "names.csv: line 2 is not UTF-8: read as Windows-1252\n")


def test_space_in_the_path_and_emoji_in_the_name(run: Run, folder: Path) -> None:
    """Paths with spaces and names with emoji are reported as they are, the marks under the right place."""
    (folder / "my exports").mkdir()
    write("my exports/names.list", "20260324_EMEA_🎉-Stories")
    assert run("check", "my exports/names.list", "--no-summary") == (
        1,
        (
            "my exports/names.list:1:15  MT107 `🎉` cannot stand here in `title`\n"
            "    20260324_EMEA_🎉-Stories\n"
            "                  ^^  expected text of the characters A-Za-z0-9, words joined by '-'\n"
        ),
        "",
    )


def test_standard_input(run: Run) -> None:
    """Names come from standard input without files, and as `-` among them; it is called by its name."""
    for arguments in (["check"], ["check", "-"]):
        status, out, _ = run(*arguments, "--no-summary", stdin=f"{GOOD}\n{BAD}\n")
        assert status == 1
        assert out == (
            "standard input:2:10  MT102 unknown term in `region`\n"
            f"    {BAD}\n"
            "             ^^^^  did you mean EMEA (Europe)?\n"
        )


def test_two_conventions(run: Run, folder: Path) -> None:
    """Among several conventions one must be chosen; the error lists them, once for all files."""
    (folder / "taxonomy.yaml").write_text(TAXONOMY + SECOND)
    write("names.csv", GOOD)
    write("other.csv", GOOD)
    status, _, err = run("check", "names.csv", "other.csv")
    assert status == 2
    assert err == "which convention? taxonomy.yaml has program, mail; name one with --convention\n"
    assert run("check", "names.csv", "-c", "program").status == 0
    assert run("check", "names.csv", "-c", "mail").status == 1
    assert run("check", "names.csv", "-c", "progam").err == (
        'taxonomy.yaml has no convention "progam"; did you mean program?\n'
    )


def test_sources(run: Run, folder: Path) -> None:
    """A source says which convention a file follows, where its names stand, and when they were made."""
    sources = (
        "sources:\n"
        "  - {files: 'exports/mail*.csv', convention: mail, column: Title}\n"
        "  - {files: 'exports/**/*.csv', convention: program, columns: {name: Title, created: Made}}\n"
    )
    (folder / "taxonomy.yaml").write_text(TAXONOMY + SECOND + sources)
    (folder / "exports" / "old").mkdir(parents=True)
    write("exports/mails.csv", "1,20260324.EMEA+AMER.Stories", heading="Id,Title")
    write("exports/old/all.csv", "2025-06-30,20250630_APJ_Stories", heading="Made,Title")
    assert run("check", "exports/mails.csv", "exports/old/all.csv")[:2] == (
        0,
        "\n2 names in 2 files: 2 valid (100.0 %), 0 not valid\n",
    )
    assert run("check", "exports/old/all.csv", "--as-of", "spring").status == 1


def test_record_of_all(run: Run, folder: Path) -> None:
    """`--record` and `--channel-column` decide which forms apply."""
    (folder / "taxonomy.yaml").write_text(TAXONOMY + SECOND)
    write("names.csv", "EVG.EMEA.x,WBN", heading="Name,Kind")
    assert run("check", "names.csv", "-c", "mail").status == 0
    assert run("check", "names.csv", "-c", "mail", "--record", "channel=WBN").status == 1
    assert run("check", "names.csv", "-c", "mail", "--channel-column", "Kind").status == 1
    assert run("check", "names.csv", "--record", "WBN").err == (
        '--record takes KEY=VALUE, such as channel=WBN, not "WBN"\n'
    )


FAIL_ON = [("error", 0), ("warning", 1), ("info", 1), ("never", 0)]


@pytest.mark.parametrize(("severity", "status"), FAIL_ON)
def test_fail_on(run: Run, severity: str, status: int) -> None:
    """A warning makes the status 1 only where warnings are asked to."""
    write("names.csv", CASE)
    assert run("check", "names.csv", "--fail-on", severity).status == status


def test_select_and_ignore(run: Run) -> None:
    """Findings left out neither show nor fail; the name is still counted for what it is."""
    write("names.csv", BAD)
    clean = "\n1 name in 1 file: 0 valid (0.0 %), 1 not valid\n"
    assert run("check", "names.csv", "--ignore", "MT102,MT7") == (0, clean, "")
    assert run("check", "names.csv", "--select", "mt2") == (0, clean, "")
    assert run("check", "names.csv", "--select", "MT102").status == 1
    assert run("check", "names.csv", "--ignore", "102").err == (
        '--ignore takes codes or their beginnings, such as MT102 or MT2, not "102"\n'
    )


def test_quiet(run: Run) -> None:
    """`-q` leaves the problems and the status."""
    write("names.csv", BAD)
    assert run("check", "-q", "names.csv") == (1, "", "")
    assert run("check", "-q", "names.csv", "gone") == (2, "", "gone: no such file\n")


def test_json(run: Run) -> None:
    """The JSON report is one object, with the problems in it too."""
    write("names.csv", GOOD, BAD)
    status, out, err = run("check", "names.csv", "gone.csv", "--format", "json")
    report = json.loads(out)
    assert (status, err) == (2, "gone.csv: no such file\n")
    assert report["problems"] == ["gone.csv: no such file"]
    assert report["summary"] == {
        "names": 2,
        "valid": 1,
        "not_valid": 1,
        "share": 0.5,
        "files": 1,
        "problems": 1,
        "findings": [{"code": "MT102", "rule": "unknown_term", "count": 1}],
    }
    assert [(name["name"], name["line"], name["row"]) for name in report["names"]] == [(BAD, 3, 2)]


def test_json_lines(run: Run) -> None:
    """Every line of the JSON Lines report is an object; `--no-summary` leaves the last one out."""
    write("names.csv", GOOD, BAD)
    lines = [json.loads(line) for line in run("check", "names.csv", "--format", "jsonl").out.splitlines()]
    assert [next(iter(line)) for line in lines] == ["file", "summary"]
    assert len(run("check", "names.csv", "--format", "jsonl", "--no-summary").out.splitlines()) == 1


def test_json_without_summary(run: Run) -> None:
    """`--no-summary` leaves the counts out of the JSON object."""
    write("names.csv", GOOD)
    assert (
        run("check", "names.csv", "--format", "json", "--no-summary").out == '{"names":[\n],"problems":[]}\n'
    )


def test_report_to_a_file(run: Run, folder: Path) -> None:
    """The report takes the file's place when it is whole; a CSV report opens well in Excel."""
    write("names.csv", BAD)
    assert run("check", "names.csv", "--format", "csv", "-o", "report.csv") == (1, "", "")
    assert (folder / "report.csv").read_bytes().startswith(b"\xef\xbb\xbffile,line,row,name,code")
    with (folder / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["code"] for row in csv.DictReader(file)] == ["MT102"]
    assert sorted(path.name for path in folder.iterdir()) == [
        ".git",
        "names.csv",
        "report.csv",
        "taxonomy.yaml",
    ]


def test_text_report_to_a_file(run: Run, folder: Path) -> None:
    """A text report in a file holds the problems and no colours."""
    write("names.csv", GOOD)
    assert run("check", "gone.csv", "names.csv", "-o", "report.txt").status == 2
    assert (folder / "report.txt").read_text() == (
        "gone.csv: no such file\n\n1 name in 1 file: 1 valid (100.0 %), 0 not valid, 1 problem\n"
    )


def test_report_that_cannot_be_written(run: Run, folder: Path) -> None:
    """A report in a folder that is not there is a problem; a report that fails leaves the old one."""
    write("names.csv", GOOD)
    assert run("check", "names.csv", "-o", "gone/report.txt") == (
        2,
        "",
        "gone/report.txt: cannot be written: No such file or directory\n",
    )
    (folder / "report.txt").write_text("old")
    assert run("check", "names.csv", "-o", "report.txt", "--ignore", "x").status == 2
    assert (folder / "report.txt").read_text() == "old"


def test_invalid_taxonomy(run: Run, folder: Path) -> None:
    """An invalid taxonomy is explained once, whatever the number of files."""
    (folder / "taxonomy.yaml").write_text(TAXONOMY.replace("kind: integer", "kind: intger"))
    write("names.csv", GOOD)
    write("other.csv", GOOD)
    status, _, err = run("check", "names.csv", "other.csv")
    assert status == 2
    assert err == (
        "taxonomy.yaml:19:19: MT905 the kind of a field is one of term, date, integer, text, list, name; "
        "did you mean 'integer'?\n"
        '    variant: {kind: intger, format: "v{n}", width: 2, min: 1}\n'
        "                    ^^^^^^\n"
    )


def test_no_taxonomy(run: Run, folder: Path) -> None:
    """Without a taxonomy the error says how to name one and how to make one."""
    (folder / "taxonomy.yaml").unlink()
    write("names.csv", GOOD)
    assert run("check", "names.csv").err == (
        "no taxonomy.yaml in this folder or above it; "
        "name one with --taxonomy, or make one with: mops-taxonomy init\n"
    )


def test_taxonomy_given(run: Run, folder: Path) -> None:
    """A taxonomy that is given counts for every file; one that is not there is an error of its own."""
    (folder / "taxonomy.yaml").rename(folder / "other.yaml")
    write("names.csv", GOOD)
    assert run("check", "names.csv", "-t", "other.yaml").status == 0
    status, _, err = run("check", "names.csv", "-t", "gone.yaml")
    assert (status, err) == (2, "gone.yaml: MT901 cannot read the file: no such file or directory\n")


def test_wrong_day(run: Run) -> None:
    """`--as-of` that is neither a day nor a revision is refused."""
    write("names.csv", GOOD)
    assert run("check", "names.csv", "--as-of", "monday").err == (
        "--as-of: 'monday' is not a day such as 2026-03-24, nor a revision (spring)\n"
    )


COLORS = [
    pytest.param({}, [], False, id="no terminal"),
    pytest.param({"FORCE_COLOR": "1"}, [], True, id="FORCE_COLOR"),
    pytest.param({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False, id="NO_COLOR wins"),
    pytest.param({"NO_COLOR": "1"}, ["--color"], True, id="the flag wins"),
    pytest.param({"FORCE_COLOR": "1"}, ["--no-color"], False, id="the other flag wins"),
]


@pytest.mark.parametrize(("environment", "flags", "colored"), COLORS)
def test_color(
    run: Run, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], flags: list[str], colored: bool
) -> None:
    """Colours are as the flags say, then NO_COLOR, then FORCE_COLOR; none in a pipe."""
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    write("names.csv", BAD)
    assert ("\x1b[" in run("check", "names.csv", *flags).out) is colored


def test_narrow_encoding(run: Run) -> None:
    """What an encoding cannot write is escaped."""
    write("names.list", "2026_Größe_日本")
    status, out, _ = run("check", "names.list", encoding="ascii")
    assert status == 1
    assert r"2026_Gr\xf6\xdfe_\u65e5\u672c" in out


def test_wrong_option(run: Run) -> None:
    """An option that there is not, and a value that is none of the choices, are explained by click."""
    status, out, err = run("check", "--frmat", "json")
    assert (status, out) == (2, "")
    assert "--frmat" in err.splitlines()[-1]
    assert "--format" in err.splitlines()[-1]
    assert run("check", "--format", "pdf").err.endswith(
        "Error: Invalid value for '--format': 'pdf' is not one of "
        "'csv', 'github', 'json', 'jsonl', 'junit', 'sarif', 'text'.\n"
    )
