"""`init`, and the taxonomy and schema that it writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mops_taxonomy import Taxonomy
from mops_taxonomy.cli.init import SCHEMA, schema, starter

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

HELLO = (
    "Wrote {path}: a taxonomy to make your own. Every part of it is explained there.\n"
    "{schema}\n"
    "Try: mops-taxonomy parse{option} 20260324_EMEA_WBN_Customer-Stories\n"
)

NEW = "Wrote {}: with it, editors complete and check the taxonomy while you type."
SAME = "{} is there already, and up to date."


def _hello(path: str, option: str = "", beside: str = SCHEMA, schema: str = NEW) -> str:
    return HELLO.format(path=path, option=option, schema=schema.format(beside))


def test_written(run: Run, folder: Path) -> None:
    """The starter and its schema are written to this folder, and what is said to try works."""
    (folder / "taxonomy.yaml").unlink()
    assert run("init") == (0, _hello("taxonomy.yaml"), "")
    assert (folder / "taxonomy.yaml").read_bytes() == starter().encode()
    assert (folder / SCHEMA).read_bytes() == schema().encode()
    assert run("parse", "20260324_EMEA_WBN_Customer-Stories").status == 0


PLACES = [
    ("sub", "sub/taxonomy.yaml", " -t sub/taxonomy.yaml"),
    ("sub/our names.yml", "sub/our names.yml", ' -t "sub/our names.yml"'),
]


@pytest.mark.parametrize(("where", "path", "option"), PLACES)
def test_elsewhere(run: Run, folder: Path, where: str, path: str, option: str) -> None:
    """Another folder or file can be named; the schema is written beside it, where its first line says it is."""
    (folder / "sub").mkdir()
    assert run("init", where) == (0, _hello(path, option, f"sub/{SCHEMA}"), "")
    lines = (folder / path).read_text(encoding="utf-8").splitlines()
    assert lines[0] == f"# yaml-language-server: $schema={SCHEMA}"
    assert (folder / "sub" / SCHEMA).is_file()


def test_never_over_a_file(run: Run, folder: Path) -> None:
    """A file that is there is left alone, unless it is forced."""
    before = (folder / "taxonomy.yaml").read_text()
    assert run("init") == (2, "", "taxonomy.yaml is there already; --force writes over it\n")
    assert (folder / "taxonomy.yaml").read_text() == before
    assert not (folder / SCHEMA).exists()
    assert run("init", "--force").status == 0
    assert (folder / "taxonomy.yaml").read_text(encoding="utf-8") == starter()


FOREIGN = f"{SCHEMA} is there already, and is no schema of mops-taxonomy; --force writes over it\n"


@pytest.mark.parametrize("arguments", [["init", "new.yaml"], ["init", "--schema"]])
def test_never_over_a_schema_of_somebody_else(run: Run, folder: Path, arguments: list[str]) -> None:
    """Where another file has the name of the schema, nothing is written, unless it is forced."""
    (folder / SCHEMA).write_text("{}", encoding="utf-8")
    assert run(*arguments) == (2, "", FOREIGN)
    assert (folder / SCHEMA).read_text(encoding="utf-8") == "{}"
    assert not (folder / "new.yaml").exists()
    assert run(*arguments, "--force").status == 0
    assert (folder / SCHEMA).read_text(encoding="utf-8") == schema()


def test_the_schema_alone(run: Run, folder: Path) -> None:
    """`--schema` leaves the taxonomy alone, and renews the schema of an older version without being forced."""
    before = (folder / "taxonomy.yaml").read_text()
    assert run("init", "--schema") == (0, f"{NEW.format(SCHEMA)}\n", "")
    assert run("init", "--schema", "taxonomy.yaml") == (0, f"{SAME.format(SCHEMA)}\n", "")
    older = schema().replace("The taxonomy's name.", "Its name.")
    (folder / SCHEMA).write_text(older, encoding="utf-8")
    assert run("init", "--schema") == (0, f"{NEW.format(SCHEMA)}\n", "")
    assert (folder / SCHEMA).read_text(encoding="utf-8") == schema()
    assert (folder / "taxonomy.yaml").read_text() == before


def test_a_schema_that_is_there_stays(run: Run, folder: Path) -> None:
    """A second taxonomy in a folder shares the schema of the first."""
    assert run("init", "--schema").status == 0
    time = (folder / SCHEMA).stat().st_mtime_ns
    assert run("init", "new.yaml") == (0, _hello("new.yaml", " -t new.yaml", schema=SAME), "")
    assert (folder / SCHEMA).stat().st_mtime_ns == time


def test_neither_where_the_schema_cannot_be_written(run: Run, folder: Path) -> None:
    """Where the schema cannot be written, neither is the taxonomy, and nothing else is left behind."""
    (folder / SCHEMA).mkdir()
    assert run("init", "new.yaml", "--force") == (2, "", f"{SCHEMA}: cannot be written: Is a directory\n")
    assert sorted(one.name for one in folder.iterdir()) == [".git", SCHEMA, "taxonomy.yaml"]


def test_what_was_written_is_said(run: Run, folder: Path) -> None:
    """Where only the taxonomy cannot take its place, the error says that the schema has."""
    (folder / "sub" / "taxonomy.yaml").mkdir(parents=True)
    status, out, err = run("init", "sub", "--force")
    assert (status, out) == (2, "")
    assert err == (
        f"sub/taxonomy.yaml: cannot be written: Is a directory\nWrote sub/{SCHEMA} all the same.\n"
    )
    assert sorted(one.name for one in (folder / "sub").iterdir()) == [SCHEMA, "taxonomy.yaml"]


def test_no_such_folder(run: Run) -> None:
    """A folder that is not there is not made."""
    assert run("init", "gone") == (
        2,
        "",
        "gone: there is no such folder, and no file whose name ends in .yaml\n",
    )


def test_starter_passes_its_own_examples(folder: Path) -> None:
    """Every example of the starter is judged, valued and coded as it says, on any day."""
    (folder / "taxonomy.yaml").write_text(starter(), encoding="utf-8")
    convention = Taxonomy.load("taxonomy.yaml").convention()
    examples = convention.spec["examples"]
    assert (len(examples["valid"]), len(examples["invalid"])) == (2, 3)
    for example in examples["valid"]:
        report = convention.check(example["name"])
        assert report.findings == ()
        if example["values"]:
            plain = report.name.to_dict()["values"]
            assert {field: str(value) for field, value in plain.items()} == example["values"]
    for example in examples["invalid"]:
        found = convention.check(example["name"]).findings
        assert (found[0].code, found[0].field) == (example["code"], example["field"])


def test_starter_is_accepted_by_check(run: Run, folder: Path) -> None:
    """`check` works with the starter and needs no options."""
    (folder / "taxonomy.yaml").write_text(starter(), encoding="utf-8")
    (folder / "names.csv").write_text("Campaign Name\n20260324_EMEA_WBN_Customer-Stories\n")
    assert run("check", "names.csv") == (0, "\n1 name in 1 file: 1 valid (100.0 %), 0 not valid\n", "")


def test_commented_parts_of_the_starter_work(run: Run, folder: Path) -> None:
    """The source that stands in comments is right once its marks are taken away."""
    head, mark, tail = starter().partition("# sources:\n")
    lines = [line.removeprefix("# ") for line in (mark + tail).splitlines()]
    (folder / "taxonomy.yaml").write_text(head + "\n".join(lines), encoding="utf-8")
    (folder / "exports").mkdir()
    (folder / "exports" / "programs.csv").write_text(
        "Program Name,Created At,Channel\n20260324_EMEA_WBN_Stories,2026-03-01,WBN\n"
    )
    assert run("check", "exports/programs.csv").status == 0
