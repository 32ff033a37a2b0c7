"""`init`, and the taxonomy that it writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mops_taxonomy import Taxonomy
from mops_taxonomy.cli.init import starter

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

HELLO = (
    "Wrote {path}: a taxonomy to make your own. Every part of it is explained there.\n"
    "Try: mops-taxonomy parse{option} 20260324_EMEA_WBN_Customer-Stories\n"
)


def test_written(run: Run, folder: Path) -> None:
    """The starter is written to this folder, and what is said to try works."""
    (folder / "taxonomy.yaml").unlink()
    assert run("init") == (0, HELLO.format(path="taxonomy.yaml", option=""), "")
    assert (folder / "taxonomy.yaml").read_bytes() == starter().encode()
    assert run("parse", "20260324_EMEA_WBN_Customer-Stories").status == 0


PLACES = [
    ("sub", "sub/taxonomy.yaml", " -t sub/taxonomy.yaml"),
    ("sub/our names.yml", "sub/our names.yml", ' -t "sub/our names.yml"'),
]


@pytest.mark.parametrize(("where", "path", "option"), PLACES)
def test_elsewhere(run: Run, folder: Path, where: str, path: str, option: str) -> None:
    """Another folder or file can be named."""
    (folder / "sub").mkdir()
    assert run("init", where) == (0, HELLO.format(path=path, option=option), "")
    assert (folder / path).is_file()


def test_never_over_a_file(run: Run, folder: Path) -> None:
    """A file that is there is left alone, unless it is forced."""
    before = (folder / "taxonomy.yaml").read_text()
    assert run("init") == (2, "", "taxonomy.yaml is there already; --force writes over it\n")
    assert (folder / "taxonomy.yaml").read_text() == before
    assert run("init", "--force").status == 0
    assert (folder / "taxonomy.yaml").read_text() == starter()


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
