"""`--added-lines`, `--added-since` and `--only-sources`, of `check` and of `fix`."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import TAXONOMY

if TYPE_CHECKING:
    from tests.cli.conftest import Run

GOOD = "20260324_EMEA_Stories"
OLD = "20190324_EMAE_Old"
NEW = "20260324_EMAE_New"


def git(*words: str) -> None:
    """Run git in the current folder."""
    subprocess.run(["git", *words], check=True, capture_output=True)


def commit() -> None:
    """Commit all there is."""
    git("add", "--all")
    git("commit", "--quiet", "--allow-empty", "--message", "a change")


def write(path: str, text: str) -> None:
    """Write a file with its line ends as they are."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8", newline="")


def found(run: Run, *arguments: str) -> list[str]:
    """The names with findings."""
    _, out, err = run("check", *arguments, "--format", "jsonl", "--no-summary")
    assert err == ""
    return [json.loads(line)["name"] for line in out.splitlines()]


@pytest.fixture(autouse=True)
def repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository with the taxonomy committed; the settings of whoever runs the tests do not count."""
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, str(folder / "no-such-file"))
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "a")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "a@example.org")
    for name in ("PRE_COMMIT_FROM_REF", "PRE_COMMIT_TO_REF", "GIT_DIR", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    (folder / ".git").rmdir()
    git("init", "--quiet", "--initial-branch", "main")
    commit()
    return folder


EDITS = [
    pytest.param("a.csv", f"Name\n{OLD}\n", f"Name\n{OLD}\n{NEW}\n", [NEW], id="a row after the last"),
    pytest.param("a.csv", f"Name\n{OLD}", f"Name\n{OLD}\n{NEW}", [NEW], id="no line end at the end"),
    pytest.param("a.csv", f"Name\n{OLD}\n", f"Name\n{NEW}\n{OLD}\n", [NEW], id="a row before the first"),
    pytest.param("a.csv", f"Name\n{OLD}\n{GOOD}\n", f"Name\n{OLD}\n{NEW}\n", [NEW], id="a row changed"),
    pytest.param("a.csv", f"Name\n{OLD}\n{GOOD}\n", f"Name\n{OLD}\n", [], id="a row gone"),
    pytest.param("a.csv", f"Name\n{OLD}\n", f"Name\n{OLD}\n\n", [], id="an empty line"),
    pytest.param("a.csv", f"Name\n{OLD}\n", f"Name\r\n{OLD}\r\n", [], id="other line ends"),
    pytest.param("a.csv", f"Name\n{OLD}\n", f"Name\r\n{OLD}\r\n{NEW}\r\n", [NEW], id="CRLF and a row"),
    pytest.param("a.csv", f"Name\r{OLD}\r", f"Name\r{OLD}\r{GOOD}\r", [OLD], id="CR alone: all count"),
    pytest.param(
        "a.csv",
        f'Name,Note\n{OLD},"one\ntwo"\n{NEW},"three\nfour"\n',
        f'Name,Note\n{OLD},"one\ntwo"\n{NEW},"three\nfive"\n',
        [NEW],
        id="a line within a cell",
    ),
    pytest.param("a.json", f'[\n"{OLD}"\n]\n', f'[\n"{OLD}",\n"{NEW}"\n]\n', [NEW], id="JSON names"),
    pytest.param(
        "a.json",
        f'[\n  {{\n    "name": "{OLD}"\n  }}\n]\n',
        f'[\n  {{\n    "name": "{OLD}"\n  }},\n  {{\n    "name": "{NEW}"\n  }}\n]\n',
        [NEW],
        id="JSON objects",
    ),
    pytest.param("a.json", f'[\n"{OLD}"\n]', f'[\n"{OLD}", "{NEW}"\n]', [OLD, NEW], id="JSON on one line"),
    pytest.param("a.yaml", f"- {OLD}\n", f"- {OLD}\n- {NEW}\n", [NEW], id="YAML"),
    pytest.param("a.list", f"{OLD}\n{GOOD}\n", f"{OLD}\n{GOOD},\n", [f"{GOOD},"], id="a comma in text"),
    pytest.param(
        "my exports/Überblick – März.csv", f"Name\n{OLD}\n", f"Name\n{OLD}\n{NEW}\n", [NEW], id="any path"
    ),
]


@pytest.mark.parametrize(("path", "before", "after", "names"), EDITS)
def test_added_lines(run: Run, path: str, before: str, after: str, names: list[str]) -> None:
    """Only names on lines that were added or changed are reported."""
    write(path, before)
    commit()
    assert found(run, "--added-lines", path) == []
    write(path, after)
    assert found(run, "--added-lines", path) == names


def test_utf_16(run: Run) -> None:
    """A file that git takes for binary is checked as a whole once it has changed."""
    for text, names in ((f"Name\n{OLD}\n", []), (f"Name\n{OLD}\n{GOOD}\n", [OLD])):
        Path("a.csv").write_bytes(text.encode("utf-16"))
        if not names:
            commit()
        assert found(run, "--added-lines", "a.csv") == names


def test_filters(run: Run) -> None:
    """A file is compared as it is checked out, whatever the repository keeps of it."""
    git("config", "filter.turned.clean", "tr A-Z N-ZA-M")
    git("config", "filter.turned.smudge", "tr A-Z N-ZA-M")
    write(".gitattributes", "*.csv filter=turned\n")
    write("a.csv", f"Name\n{OLD}\n")
    commit()
    write("a.csv", f"Name\n{OLD}\n{NEW}\n")
    assert found(run, "--added-lines", "a.csv") == [NEW]


def test_mode(run: Run) -> None:
    """A file of which only the mode has changed has no added lines."""
    write("a.csv", f"Name\n{OLD}\n")
    commit()
    Path("a.csv").chmod(0o755)
    assert found(run, "--added-lines", "a.csv") == []


def test_new_files(run: Run) -> None:
    """A file that was not there counts as a whole, whether it is staged or not."""
    write("staged.csv", f"Name\n{OLD}\n")
    git("add", "staged.csv")
    write("other.csv", f"Name\n{NEW}\n")
    assert found(run, "--added-lines", "staged.csv", "other.csv") == [OLD, NEW]


def test_first_commit(run: Run) -> None:
    """Before the first commit every line is an added one."""
    git("update-ref", "-d", "HEAD")
    write("a.csv", f"Name\n{OLD}\n")
    git("add", "a.csv")
    assert found(run, "--added-lines", "a.csv") == [OLD]


def test_renamed_file(run: Run) -> None:
    """A file that was renamed is compared with what it was."""
    rows = "".join(f"{GOOD}-{number}\n" for number in range(9))
    write("a.csv", f"Name\n{OLD}\n{rows}")
    commit()
    git("mv", "a.csv", "b.csv")
    write("b.csv", f"Name\n{OLD}\n{rows}{NEW}\n")
    assert found(run, "--added-lines", "b.csv") == [NEW]


def test_from_a_folder_below(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths count from the current folder, wherever in the repository it is."""
    write("exports/a.csv", f"Name\n{OLD}\n")
    commit()
    write("exports/a.csv", f"Name\n{OLD}\n{NEW}\n")
    monkeypatch.chdir("exports")
    assert found(run, "--added-lines", "a.csv") == [NEW]


def test_rows_that_cannot_be_read(run: Run) -> None:
    """A row that cannot be read is a problem only where its line was added."""
    write("a.csv", f"Id,Name\n1\n2,{GOOD}\n")
    commit()
    write("a.csv", f"Id,Name\n1\n2,{GOOD}\n3,{GOOD}\n")
    assert run("check", "--added-lines", "a.csv", "--no-summary") == (0, "", "")
    write("a.csv", f"Id,Name\n1\n2,{GOOD}\n3\n")
    assert run("check", "--added-lines", "a.csv", "--no-summary") == (
        2,
        "",
        'a.csv:4: the row ends before the column "Name"\n',
    )


def test_since(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A branch is judged by what it adds; with three dots, what the other branch did meanwhile does not count."""
    write("a.csv", f"Name\n{GOOD}\n{OLD}\n")
    commit()
    git("switch", "--quiet", "--create", "branch")
    write("a.csv", f"Name\n{GOOD}\n{OLD}\n{NEW}\n")
    commit()
    git("switch", "--quiet", "main")
    write("a.csv", f"Name\n{GOOD}\n")
    commit()
    git("switch", "--quiet", "branch")
    assert found(run, "--added-lines", "a.csv") == []
    assert found(run, "--added-since", "main", "a.csv") == [OLD, NEW]
    for since in ("main...", "main...branch", "main...HEAD"):
        assert found(run, "--added-since", since, "a.csv") == [NEW]
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", "main")
    monkeypatch.setenv("PRE_COMMIT_TO_REF", "branch")
    assert found(run, "--added-lines", "a.csv") == [NEW]


@pytest.mark.parametrize("since", ["gone", "gone...", "main...gone", "--output=x", "main...-x"])
def test_no_such_revision(run: Run, since: str) -> None:
    """A revision that there is not is a problem of one line."""
    write("a.csv", f"Name\n{OLD}\n")
    assert run("check", f"--added-since={since}", "a.csv", "--no-summary") == (
        2,
        "",
        f"{since}: there is no such revision in the git repository; a shallow clone may lack it\n",
    )


def test_no_repository(run: Run, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Outside a repository, and on standard input, nothing says what was added."""
    path = tmp_path_factory.mktemp("elsewhere") / "a.csv"
    path.write_text(f"Name\n{OLD}\n", encoding="utf-8")
    why = "is in no git repository, so nothing says which lines were added\n"
    options = ("check", "-t", "taxonomy.yaml", "--added-lines", "--no-summary")
    assert run(*options, str(path)) == (2, "", f"{path}: {why}")
    assert run(*options, stdin=OLD) == (2, "", f"standard input {why}")


def test_no_git(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where git is not installed, that is said."""
    write("a.csv", f"Name\n{OLD}\n")
    monkeypatch.setenv("PATH", "")
    assert run("check", "--added-lines", "a.csv", "--no-summary") == (
        2,
        "",
        "git is not installed, so that no revision can be read\n",
    )


def test_nothing_is_gone(run: Run) -> None:
    """Names that are not looked at are not said to be gone from the baseline."""
    write("a.csv", f"Name\n{OLD}\n")
    assert run("baseline", "a.csv").status == 0
    commit()
    write("a.csv", f"Name\n{OLD}\n{GOOD}\n")
    assert run("check", "--added-lines", "a.csv") == (
        0,
        "\n1 name in 1 file: 1 valid (100.0 %), 0 not valid\n",
        "",
    )


# -- repairing what was added -----------------------------------------------------------------------------

CASE = "20190324_emea_Case"
"""What can be repaired."""


def fixed(run: Run, *arguments: str) -> tuple[int, str]:
    """The exit status of `fix --write`, and its counts."""
    status, out, err = run("fix", "--write", "--no-backup", *arguments)
    assert err == ""
    return status, out.lstrip("\n").partition("\n")[0]


REPAIRS = [
    pytest.param("a.csv", f"Name\n{CASE}\n", f"Name\n{CASE}\n20260324_emea_New\n", id="CSV"),
    pytest.param("a.csv", f"Name\r\n{CASE}", f"Name\r\n{CASE}\r\n20260324_emea_New", id="CSV, CRLF"),
    pytest.param("a.json", f'[\n"{CASE}"\n]\n', f'[\n"{CASE}",\n"20260324_emea_New"\n]\n', id="JSON"),
    pytest.param("a.jsonl", f'"{CASE}"\n', f'"{CASE}"\n"20260324_emea_New"\n', id="JSON Lines"),
    pytest.param("a.yaml", f"- {CASE}\n", f"- {CASE}\n- '20260324_emea_New'  # new\n", id="YAML"),
    pytest.param("a.list", f"{CASE}\n", f"20260324_emea_New\n{CASE}\n", id="text"),
]


@pytest.mark.parametrize(("path", "before", "after"), REPAIRS)
def test_names_on_added_lines_are_repaired(run: Run, path: str, before: str, after: str) -> None:
    """Only names on added lines change, and only they are counted."""
    write(path, before)
    commit()
    assert fixed(run, "--added-lines", path) == (0, "0 names in 1 file: nothing to change")
    write(path, after)
    assert fixed(run, "--added-lines", path) == (0, "1 name in 1 file: 1 changed")
    assert Path(path).read_bytes().decode() == after.replace("emea_New", "EMEA_New")
    assert fixed(run, path) == (0, "2 names in 1 file: 1 changed")


def test_repairs_since(run: Run) -> None:
    """What a branch adds is repaired, and what was there before stays."""
    write("a.csv", f"Name\n{CASE}\n")
    commit()
    git("switch", "--quiet", "--create", "branch")
    write("a.csv", f"Name\n{CASE}\n20260324_emea_New\n")
    commit()
    assert fixed(run, "--added-lines", "a.csv") == (0, "0 names in 1 file: nothing to change")
    assert fixed(run, "--added-since", "main...", "a.csv") == (0, "1 name in 1 file: 1 changed")
    assert Path("a.csv").read_text(encoding="utf-8") == f"Name\n{CASE}\n20260324_EMEA_New\n"


def test_what_was_not_added_is_there_all_the_same(run: Run) -> None:
    """A name does not become one that stands on an old line."""
    write("a.csv", f"Name\n{GOOD}\n")
    commit()
    write("a.csv", f"Name\n{GOOD}\n20260324_emea_Stories\n")
    assert run("fix", "--added-lines", "--write", "a.csv") == (
        1,
        (
            "--- a.csv\n+++ a.csv\n"
            "@@ line 3 @@ would collide; that name is at a.csv:2 already; region: emea -> EMEA\n"
            " 20260324_emea_Stories\n?20260324_EMEA_Stories\n\n"
            "1 name in 1 file: 1 would collide\n"
        ),
        "",
    )


def test_old_rows_that_cannot_be_read_are_no_problem(run: Run) -> None:
    """As in `check`, a row that cannot be read is a problem only where its line was added."""
    write("a.csv", f"Id,Name\n1\n2,{GOOD}\n")
    commit()
    write("a.csv", f"Id,Name\n1\n2,{GOOD}\n3,20260324_emea_New\n")
    assert fixed(run, "--added-lines", "a.csv") == (0, "1 name in 1 file: 1 changed")


def test_nothing_is_repaired_where_nothing_says_what_was_added(run: Run) -> None:
    """Without such a revision, and on standard input, nothing is changed."""
    write("a.csv", "Name\n20260324_emea_New\n")
    none = "0 names in 0 files: nothing to change, 1 problem\n"
    assert run("fix", "--write", "--added-since", "gone", "a.csv") == (
        2,
        none,
        "gone: there is no such revision in the git repository; a shallow clone may lack it\n",
    )
    assert run("fix", "--added-lines", stdin=CASE) == (
        2,
        none,
        "standard input is in no git repository, so nothing says which lines were added\n",
    )
    assert Path("a.csv").read_text(encoding="utf-8") == "Name\n20260324_emea_New\n"


# -- only what sources are about -------------------------------------------------------------------------


def test_only_sources(run: Run, folder: Path) -> None:
    """Files that no source is about are passed over, whatever they hold; the others are checked, and repaired."""
    source = "sources:\n  - {files: 'exports/*.csv', convention: program}\n"
    write("taxonomy.yaml", TAXONOMY + source)
    write("exports/a.csv", "Name\n20260324_emea_Stories\n")
    write("package.json", '{"name": "website"}')
    files = ("exports/a.csv", "package.json")
    assert run("check", "--only-sources", "--fail-on", "info", "--no-summary", *files) == (
        1,
        (
            "exports/a.csv:2:10  MT122 warning: the case of `emea` in `region` is accepted, not standard\n"
            "    20260324_emea_Stories\n"
            "             ^^^^  did you mean EMEA (Europe)?\n"
        ),
        "",
    )
    status, _, err = run("fix", "--only-sources", "--write", "--no-backup", *files)
    assert (status, err) == (0, "")
    assert (folder / "exports" / "a.csv").read_text(encoding="utf-8") == "Name\n20260324_EMEA_Stories\n"


def test_only_sources_where_there_are_none(run: Run, folder: Path) -> None:
    """A taxonomy without sources is a problem, as nothing would ever be checked; files without taxonomy are not."""
    write("a.csv", f"Name\n{OLD}\n")
    options = ("--only-sources", "a.csv")
    why = "taxonomy.yaml has no sources, so nothing says which files hold names; add sources to it\n"
    assert run("check", *options, "--no-summary") == (2, "", why)
    assert run("fix", *options)[::2] == (2, why)
    (folder / "taxonomy.yaml").unlink()
    assert run("check", *options, "--no-summary") == (0, "", "")
