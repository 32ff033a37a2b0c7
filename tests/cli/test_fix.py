"""`fix`: what is shown, what is written and what is left."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy.rewriting import rewrite
from tests.cli.conftest import SECOND, TAXONOMY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run, Shell

GOOD = "20260324_EMEA_Good"
CASE = "20260324_emea_Case"
RIGHT = "20260324_EMEA_Case"
LOST = "whatever"

WAIVERS = """\
waivers:
  - {rules: MT1, pattern: "2020*", frozen: true, owner: ana, reason: booked so}
  - {rules: MT1, names: [20260324_emea_Kept], frozen: true, owner: ana, reason: booked so, until: 2026-06-30}
  - {rules: MT1, names: [20260324_emea_Case], owner: ana, reason: may be renamed}
"""


def write(name: str, *names: str) -> None:
    """Write names to a table with a column of numbers."""
    rows = "".join(f"{100 + number},{name}\n" for number, name in enumerate(names))
    with open(name, "w", encoding="utf-8") as file:
        file.write(f"Id,Name\n{rows}")


def content(name: str) -> str:
    with open(name, encoding="utf-8") as file:
        return file.read()


def others(folder: Path) -> list[str]:
    """What stands in the folder beside the taxonomy."""
    return sorted(entry.name for entry in folder.iterdir() if entry.name not in {".git", "taxonomy.yaml"})


def test_nothing_to_do(run: Run) -> None:
    """Names that are valid and canonical are left alone, whatever is asked for."""
    write("a.csv", GOOD, GOOD)
    assert run("fix", "a.csv") == (0, "2 names in 1 file: nothing to change\n", "")
    assert run("fix", "--write", "--unsafe", "a.csv") == (0, "2 names in 1 file: nothing to change\n", "")


SHOWN = """\
--- a b.csv
+++ a b.csv
@@ line 3 @@ region: emea -> EMEA
-20260324_emea_Case
+20260324_EMEA_Case
@@ line 4 @@ no repair known
 whatever

3 names in 1 file: 1 to change, 1 without a repair
nothing is written; --write changes the files
"""

WRITTEN = """\
--- a b.csv
+++ a b.csv
@@ line 4 @@ no repair known
 whatever

3 names in 1 file: 1 changed, 1 without a repair
a b.csv: 1 name changed; a b.csv.bak is as it was
"""


def test_shown(run: Run, folder: Path) -> None:
    """Without `--write` there is a difference for each file, and no file changes."""
    write("a b.csv", GOOD, CASE, LOST)
    before = content("a b.csv")
    assert run("fix", "a b.csv") == (1, SHOWN, "")
    assert content("a b.csv") == before
    assert others(folder) == ["a b.csv"]


def test_written(run: Run, folder: Path) -> None:
    """With `--write` the file changes, what is left is said, and the old file is kept."""
    write("a b.csv", GOOD, CASE, LOST)
    before = content("a b.csv")
    assert run("fix", "--write", "a b.csv") == (1, WRITTEN, "")
    assert content("a b.csv") == before.replace(CASE, RIGHT)
    assert content("a b.csv.bak") == before
    assert others(folder) == ["a b.csv", "a b.csv.bak"]


def test_written_twice(run: Run, folder: Path) -> None:
    """What was fixed needs no fixing: the second time nothing changes, and the status says that nothing is left."""
    write("a.csv", CASE, "20260325_amer_B")
    assert run("fix", "--write", "a.csv").status == 0
    after = content("a.csv")
    assert run("fix", "--write", "a.csv") == (0, "2 names in 1 file: nothing to change\n", "")
    assert content("a.csv") == after
    assert others(folder) == ["a.csv", "a.csv.bak"]


def test_colors(run: Run) -> None:
    """Colours are used where they are asked for; a line is coloured by what it says."""
    write("a.csv", CASE)
    assert run("fix", "--color", "a.csv").out.splitlines()[:5] == [
        "\x1b[1m--- a.csv\x1b[0m",
        "\x1b[1m+++ a.csv\x1b[0m",
        "\x1b[36m@@ line 2 @@ region: emea -> EMEA\x1b[0m",
        "\x1b[31m-20260324_emea_Case\x1b[0m",
        "\x1b[32m+20260324_EMEA_Case\x1b[0m",
    ]


UNSAFE = "20260324_EMAE_Stories"


def test_not_safe(run: Run) -> None:
    """A repair that may not be meant is shown and not made; `--unsafe` makes it."""
    write("a.csv", UNSAFE)
    status, out, _ = run("fix", "--write", "a.csv")
    assert (status, content("a.csv")) == (1, f"Id,Name\n100,{UNSAFE}\n")
    hunk, before, after, *_, summary = out.splitlines()[2:]
    assert hunk.startswith("@@ line 2 @@ not safe; region: ")
    assert (before, after) == (f" {UNSAFE}", "?20260324_EMEA_Stories")
    assert summary == "1 name in 1 file: 1 not safe"
    status, out, _ = run("fix", "--unsafe", "--write", "a.csv")
    assert (status, content("a.csv")) == (0, "Id,Name\n100,20260324_EMEA_Stories\n")
    assert out.splitlines()[1] == "1 name in 1 file: 1 changed (1 not safe)"


def test_names_from_standard_input(run: Run) -> None:
    """Names can be piped in and are shown repaired; there is nothing to write to."""
    status, out, err = run("fix", stdin=f"{GOOD}\n{CASE}\n")
    assert (status, err) == (1, "")
    assert out.startswith("--- standard input\n+++ standard input\n@@ line 2 @@ region: emea -> EMEA\n")
    assert run("fix", "--write", stdin=CASE) == (
        2, "", "standard input cannot be changed; name files, or leave out --write\n",
    )  # fmt: skip
    assert run("fix", terminal=True) == (
        2, "", "which files? Name them, or pipe names into mops-taxonomy fix\n",
    )  # fmt: skip


# -- the table of old and new names ----------------------------------------------------------------------


def test_rename_map(run: Run, folder: Path) -> None:
    """The table has a row for each name that changes, with the number of its row, and begins as Excel wants it."""
    write("a.csv", GOOD, CASE, LOST, UNSAFE)
    assert run("fix", "--rename-map", "map.csv", "a.csv").status == 1
    assert (folder / "map.csv").read_bytes().decode() == (
        "\ufeffid,old,new,edits,safe,confidence\n"
        "2,20260324_emea_Case,20260324_EMEA_Case,region: emea -> EMEA,true,1.000\n"
    )


def test_rename_map_on_standard_output(run: Run) -> None:
    """Standard output then holds the table and nothing else; the ids are those of the column named."""
    write("a.csv", CASE)
    assert run("fix", "--rename-map", "-", "--id-column", "Id", "a.csv") == (
        1,
        (
            "id,old,new,edits,safe,confidence\n"
            "100,20260324_emea_Case,20260324_EMEA_Case,region: emea -> EMEA,true,1.000\n"
        ),
        "",
    )


def test_id_of_the_source(run: Run, folder: Path) -> None:
    """The ids are those of the column that the taxonomy names for the file."""
    sources = "sources: [{files: a.csv, convention: program, columns: {name: Name, id: Id}}]\n"
    (folder / "taxonomy.yaml").write_text(TAXONOMY + sources)
    write("a.csv", CASE)
    assert run("fix", "--rename-map", "-", "a.csv").out.splitlines()[1].startswith("100,")


def test_rename_map_that_cannot_be_written(run: Run) -> None:
    """Then no file is changed either."""
    write("a.csv", CASE)
    status, out, err = run("fix", "--write", "--rename-map", "no/map.csv", "a.csv")
    assert (status, out, err) == (2, "", "no/map.csv: cannot be written: No such file or directory\n")
    assert CASE in content("a.csv")


# -- names that are left ---------------------------------------------------------------------------------


COLLIDING = """\
--- a.csv
+++ a.csv
@@ line 2 @@ would collide; a.csv:3 would get the same name; region: emea -> EMEA
 20260324_emea_Case
?20260324_EMEA_Case
@@ line 3 @@ would collide; a.csv:2 would get the same name; region: Emea -> EMEA
 20260324_Emea_Case
?20260324_EMEA_Case
--- b.csv
+++ b.csv
@@ line 3 @@ would collide; that name is at b.csv:2 already; region: emea -> EMEA
 20260324_emea_Good
?20260324_EMEA_Good

5 names in 2 files: 1 changed, 3 would collide
a.csv: 1 name changed; a.csv.bak is as it was
"""


def test_collisions(run: Run) -> None:
    """Two names are not made one, nor one that is there already; what collides with nothing is changed."""
    write("a.csv", CASE, "20260324_Emea_Case", "20260324_emea_Free")
    write("b.csv", GOOD, "20260324_emea_Good")
    assert run("fix", "--write", "a.csv", "b.csv") == (1, COLLIDING, "")
    assert content("a.csv") == f"Id,Name\n100,{CASE}\n101,20260324_Emea_Case\n102,20260324_EMEA_Free\n"
    assert content("b.csv") == f"Id,Name\n100,{GOOD}\n101,20260324_emea_Good\n"


def test_collision_between_files(run: Run) -> None:
    """The names of all files of a convention count together."""
    write("a.csv", CASE)
    write("b.csv", RIGHT)
    assert "would collide; that name is at b.csv:2 already" in run("fix", "a.csv", "b.csv").out
    assert run("fix", "a.csv").out.endswith("1 to change\nnothing is written; --write changes the files\n")


def test_no_collision_between_conventions(run: Run, folder: Path) -> None:
    """Names of two conventions may be the same."""
    sources = "sources: [{files: a.csv, convention: program}, {files: b.csv, convention: other}]\n"
    other = '  other: {forms: ["{launch}_{region}_{title}"]}\n'
    (folder / "taxonomy.yaml").write_text(TAXONOMY + other + sources)
    for name in ("a.csv", "b.csv"):
        (folder / name).write_text(f"Name\n{CASE if name == 'a.csv' else RIGHT}\n")
    assert run("fix", "--write", "a.csv", "b.csv").status == 0
    assert content("a.csv") == content("b.csv")


SYSTEMS: list[Any] = [
    pytest.param("{system: marketo}", "{system: salesforce}", True, id="two systems"),
    pytest.param("{system: marketo}", "{system: marketo}", False, id="one system"),
    pytest.param("{system: marketo}", "{team: web}", False, id="a system that is not known may be any"),
]


@pytest.mark.parametrize(("one", "other", "free"), SYSTEMS)
def test_collisions_and_systems(run: Run, folder: Path, one: str, other: str, *, free: bool) -> None:
    """Records of two systems may have the same name: a program is called as its campaign is."""
    sources = "".join(
        f"  - {{files: {file}.csv, convention: program, record: {record}}}\n"
        for file, record in (("a", one), ("b", other))
    )
    (folder / "taxonomy.yaml").write_text(f"{TAXONOMY}sources:\n{sources}")
    write("a.csv", CASE)
    write("b.csv", RIGHT)
    status, out, _ = run("fix", "--write", "a.csv", "b.csv")
    assert (status, RIGHT in content("a.csv")) == ((0, True) if free else (1, False))
    assert ("would collide; that name is at b.csv:2 already" in out) is not free


def test_two_wishes_in_two_systems(run: Run) -> None:
    """A column says of each row which system its record is in."""
    with open("a.csv", "w", encoding="utf-8") as file:
        file.write(f"Name,system\n{CASE},marketo\n20260324_Emea_Case,salesforce\n{RIGHT},eloqua\n")
    assert run("fix", "--write", "a.csv").status == 0
    assert content("a.csv") == f"Name,system\n{RIGHT},marketo\n{RIGHT},salesforce\n{RIGHT},eloqua\n"


MANY = """\
--- a.csv
+++ a.csv
@@ line 2 @@ would collide; a.csv:3, a.csv:4 and a.csv:5 would get the same name; region: emea -> EMEA
 20260324_emea_Case
?20260324_EMEA_Case
@@ line 3 @@ would collide; a.csv:2 would get the same name; region: Emea -> EMEA
 20260324_Emea_Case
?20260324_EMEA_Case
"""


def test_many_wishes(run: Run) -> None:
    """The others are told; those that have the same name today are not among them."""
    write("a.csv", CASE, *["20260324_Emea_Case"] * 3)
    status, out, _ = run("fix", "a.csv")
    assert (status, out[: len(MANY)]) == (1, MANY)
    write("a.csv", CASE, *["20260324_Emea_Case"] * 5)
    assert "a.csv:3, a.csv:4, a.csv:5 and 2 more would get the same name" in run("fix", "a.csv").out


@pytest.mark.parametrize("again", ["a.csv", "./a.csv", "up/../a.csv"])
def test_a_file_named_twice(run: Run, folder: Path, again: str) -> None:
    """It is one file: its names do not collide with themselves, and it is changed once."""
    (folder / "up").mkdir()
    write("a.csv", CASE)
    assert run("fix", "--write", "a.csv", again) == (
        0,
        "\n1 name in 1 file: 1 changed\na.csv: 1 name changed; a.csv.bak is as it was\n",
        "",
    )
    assert content("a.csv") == f"Id,Name\n100,{RIGHT}\n"


def test_names_that_are_the_same(run: Run) -> None:
    """What had one name before may have one name after, and each is changed; the table has both."""
    write("a.csv", CASE, CASE)
    assert run("fix", "--write", "a.csv").status == 0
    assert content("a.csv") == f"Id,Name\n100,{RIGHT}\n101,{RIGHT}\n"


FROZEN = """\
--- a.csv
+++ a.csv
@@ line 2 @@ frozen by a waiver; region: emea -> EMEA
 20200324_emea_Old
?20200324_EMEA_Old
@@ line 3 @@ frozen by a waiver; region: emea -> EMEA
 20260324_emea_Kept
?20260324_EMEA_Kept

3 names in 1 file: 1 changed, 2 frozen
a.csv: 1 name changed; a.csv.bak is as it was
"""


def test_frozen(run: Run, folder: Path) -> None:
    """A waiver that forbids renames is obeyed on its days, and what it holds is no work that is left."""
    (folder / "taxonomy.yaml").write_text(TAXONOMY + WAIVERS)
    write("a.csv", "20200324_emea_Old", "20260324_emea_Kept", CASE)
    assert run("fix", "--write", "--as-of", "2026-06-30", "a.csv") == (0, FROZEN, "")
    assert run("fix", "--write", "--as-of", "2026-07-01", "--no-backup", "a.csv").status == 0
    assert content("a.csv") == f"Id,Name\n100,20200324_emea_Old\n101,20260324_EMEA_Kept\n102,{RIGHT}\n"


# -- files -----------------------------------------------------------------------------------------------


def test_backups_are_never_written_over(run: Run, folder: Path) -> None:
    """The second backup has another name; without backups there is none."""
    (folder / "a.csv.bak").write_text("mine")
    for number, name in enumerate(("20260324_emea_A", "20260324_emea_B", "20260324_emea_C")):
        write("a.csv", name)
        options = ["--no-backup"] if number == 2 else []
        assert run("fix", "--write", *options, "a.csv").status == 0
    assert others(folder) == ["a.csv", "a.csv.bak", "a.csv.bak1", "a.csv.bak2"]
    assert content("a.csv.bak") == "mine"
    assert "emea_B" in content("a.csv.bak2")


def test_backup_where_there_are_no_links(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk without links the old file is copied."""

    def refuse(*_: Any) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", refuse)
    for name in ("20260324_emea_A", "20260324_emea_B"):
        write("a.csv", name)
        assert run("fix", "--write", "a.csv").status == 0
    assert ("emea_A" in content("a.csv.bak"), "emea_B" in content("a.csv.bak1")) == (True, True)


@pytest.mark.skipif(os.name == "nt", reason="permissions and links are others there")
def test_permissions_and_links(run: Run, folder: Path) -> None:
    """A link stays one, and the file keeps its permissions."""
    (folder / "real").mkdir()
    write("real/a.csv", CASE)
    (folder / "real/a.csv").chmod(0o640)
    (folder / "link.csv").symlink_to("real/a.csv")
    status, out, _ = run("fix", "--write", "link.csv", "real/a.csv")
    assert (status, out.splitlines()[-1]) == (0, "link.csv: 1 name changed; real/a.csv.bak is as it was")
    assert (folder / "link.csv").is_symlink()
    assert RIGHT in content("real/a.csv")
    assert (folder / "real/a.csv").stat().st_mode & 0o777 == 0o640


def test_one_file_that_cannot_be_used(run: Run) -> None:
    """The others are changed all the same, and the status is 2."""
    write("a.csv", CASE)
    status, out, err = run("fix", "--write", "gone.csv", "a.csv")
    assert (status, err) == (2, "gone.csv: no such file\n")
    assert out.splitlines()[1] == "1 name in 1 file: 1 changed, 1 problem"
    assert RIGHT in content("a.csv")


def test_rows_that_cannot_be_read(run: Run) -> None:
    """They stay as they are and are a problem; the other rows are changed."""
    with open("a.csv", "w", encoding="utf-8") as file:
        file.write(f"Name,Id\n{CASE},1,2\n{CASE},3\n")
    status, _, err = run("fix", "--write", "a.csv")
    assert status == 2
    assert err == "a.csv:2: 3 cells under 2 headings: is a cell with a delimiter in it not quoted?\n"
    assert content("a.csv") == f"Name,Id\n{CASE},1,2\n{RIGHT},3\n"


def interfere(monkeypatch: pytest.MonkeyPatch, what: Any) -> None:
    """Do something between the planning of the files and the writing."""
    real = rewrite

    def rewriting(path: str, copy: str, *rest: Any) -> None:
        what(path)
        real(path, copy, *rest)

    monkeypatch.setattr("mops_taxonomy.cli._replacing.rewrite", rewriting)


def test_a_file_that_vanishes(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is gone when it is to be written is a problem, and nothing is left behind."""
    interfere(monkeypatch, os.unlink)
    write("a.csv", CASE)
    status, out, err = run("fix", "--write", "a.csv")
    assert (status, err) == (2, "a.csv: no such file\n")
    assert out.splitlines()[-1] == "1 name in 1 file: 1 to change, 1 problem"
    assert others(folder) == []


def test_a_file_that_is_gone_before(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is gone when all names have been read is a problem too."""
    monkeypatch.setattr("mops_taxonomy.cli._fixing.refuse_collisions", lambda files: os.unlink(files[0].path))
    write("a.csv", CASE)
    status, _, err = run("fix", "--write", "a.csv")
    assert (status, err, others(folder)) == (2, "a.csv: is not there any more\n", [])


def test_a_file_that_changes(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that somebody else changes meanwhile stays as they wrote it."""
    interfere(monkeypatch, lambda path: write(path, "other"))
    write("a.csv", CASE)
    status, _, err = run("fix", "--write", "a.csv")
    assert status == 2
    assert err == "a.csv:2: was changed meanwhile by something else, so that nothing is written\n"
    assert (content("a.csv"), others(folder)) == ("Id,Name\n100,other\n", ["a.csv"])


def test_interrupted(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while the second file is made leaves both as they were, and nothing beside them."""

    def interrupt(path: str) -> None:
        if path == "b.csv":
            raise KeyboardInterrupt

    interfere(monkeypatch, interrupt)
    for name in ("a.csv", "b.csv"):
        write(name, f"20260324_emea_{name[0]}")
    assert run("fix", "--write", "a.csv", "b.csv").status == 130
    assert others(folder) == ["a.csv", "b.csv"]
    assert "emea" in content("a.csv")


def test_a_replacement_that_fails(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is as it was, without a backup, and the next one is replaced."""
    real = os.replace

    def replacing(source: str, target: str) -> None:
        if target.endswith("a.csv"):
            raise OSError(28, "No space left on device")
        real(source, target)

    monkeypatch.setattr("os.replace", replacing)
    for name in ("a.csv", "b.csv"):
        write(name, f"20260324_emea_{name[0]}")
    status, _, err = run("fix", "--write", "a.csv", "b.csv")
    assert (status, err) == (2, "a.csv: cannot be changed: No space left on device\n")
    assert others(folder) == ["a.csv", "b.csv", "b.csv.bak"]
    assert ("emea" in content("a.csv"), "EMEA" in content("b.csv")) == (True, True)


@pytest.mark.skipif(os.name == "nt", reason="folders are not read-only there")
def test_a_folder_that_is_read_only(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that cannot be replaced is a problem. Whoever may write anywhere is told so by the system call."""
    (folder / "shut").mkdir()
    write("shut/a.csv", CASE)
    (folder / "shut").chmod(0o555)

    def refuse(*_: Any) -> None:
        raise PermissionError(13, "Permission denied")

    if os.access("shut", os.W_OK):
        monkeypatch.setattr("os.open", refuse)
    try:
        status, _, err = run("fix", "--write", "shut/a.csv")
    finally:
        (folder / "shut").chmod(0o755)
    assert (status, err) == (2, "shut/a.csv: cannot be changed: Permission denied\n")
    assert CASE in content("shut/a.csv")


@pytest.mark.skipif(os.name == "nt", reason="there are no such pipes there")
def test_no_file(run: Run, folder: Path) -> None:
    """What is no file is not replaced."""
    (folder / "a.csv").symlink_to("/dev/null")
    assert run("fix", "--write", "a.csv") == (
        2, "0 names in 0 files: nothing to change, 1 problem\n", "a.csv: the file is empty\n",
    )  # fmt: skip


# -- judging ---------------------------------------------------------------------------------------------


def test_as_check_judges(run: Run, folder: Path) -> None:
    """Convention, columns, record and day come from the same options as in `check`."""
    (folder / "taxonomy.yaml").write_text(TAXONOMY + SECOND)
    (folder / "a.csv").write_text("Title,Name,Made\n20250324_apj_A,x,2025-05-01\n")
    assert run("fix", "a.csv").err == (
        "which convention? taxonomy.yaml has program, mail; name one with --convention\n"
    )
    options = ["-c", "program", "--column", "title", "--created-column", "made", "--write"]
    assert run("fix", *options, "a.csv").status == 0
    assert content("a.csv") == "Title,Name,Made\n20250324_APJ_A,x,2025-05-01\n"


def test_day_that_cannot_be_read(run: Run) -> None:
    """It is a problem, and the name is judged by today."""
    with open("a.csv", "w", encoding="utf-8") as file:
        file.write(f"Name,Made\n{CASE},soon\n")
    status, out, err = run("fix", "--created-column", "Made", "a.csv")
    assert (status, err) == (
        2,
        "a.csv:2: created: 'soon' is not a day such as 2026-03-24, nor a revision (spring)\n",
    )
    assert f"+{RIGHT}\n" in out


def test_json(run: Run) -> None:
    """One object has the files with their names, the problems and the counts."""
    write("a.csv", GOOD, CASE, LOST)
    status, out, _ = run("fix", "--format", "json", "--write", "a.csv", "gone.csv")
    assert status == 2
    edit = {"start": 9, "end": 13, "old": "emea", "new": "EMEA", "field": "region"}
    plain = json.loads(out)
    assert plain["files"][0]["names"][0]["edits"][0].items() >= edit.items()
    del plain["files"][0]["names"][0]["edits"]
    assert plain == {
        "files": [
            {
                "file": "a.csv",
                "convention": "program",
                "written": True,
                "backup": "a.csv.bak",
                "names": [
                    {
                        "line": 3,
                        "row": 2,
                        "id": "2",
                        "status": "repaired",
                        "old": CASE,
                        "new": RIGHT,
                        "safe": True,
                        "confidence": 1.0,
                    },
                    {"line": 4, "row": 3, "id": "3", "status": "no_repair", "old": LOST},
                ],
            }
        ],
        "problems": ["gone.csv: no such file"],
        "summary": {
            "names": 3,
            "files": 1,
            "changed": 1,
            "repaired": 1,
            "not_safe": 0,
            "collision": 0,
            "frozen": 0,
            "no_repair": 1,
            "problems": 1,
        },
    }


def test_formats(run: Run, folder: Path) -> None:
    """Every format that is read is written, in one call."""
    before = {
        "a.csv": "Name\r\n20260324_emea_A",
        "b.tsv": "N\tName\n\t20260324_emea_B\n",
        "c.json": '{"result": ["20260324_emea_C"]}',
        "d.jsonl": '{"name": "20260324_emea_D"}\n',
        "e.list": "20260324_emea_E\n",
        "f.yaml": "- name: 20260324_emea_F # f\n",
    }
    for name, text in before.items():
        (folder / name).write_bytes(text.encode())
    assert run("fix", "--write", "--no-backup", *before).status == 0
    after = {name: (folder / name).read_bytes().decode() for name in before}
    assert after == {name: text.replace("emea", "EMEA") for name, text in before.items()}


def test_a_process_of_its_own(shell: Shell, folder: Path) -> None:
    """The command works from the interpreter, without warnings."""
    (folder / "a.list").write_text(f"{CASE}\n")
    result = shell("fix", "--write", "a.list", env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)})
    assert (result.returncode, result.stderr) == (0, b"")
    assert (folder / "a.list").read_text() == f"{RIGHT}\n"
