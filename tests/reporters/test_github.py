"""Workflow commands of GitHub Actions, to the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mops_taxonomy.finding import Finding
from tests.reporters.conftest import linted, unknown_term
from tests.reporters.written import TAXONOMIES, run, three, written, written_of_taxonomies

if TYPE_CHECKING:
    from pathlib import Path

    from tests.reporters.conftest import Make


def test_names(make: Make) -> None:
    """A command for each finding that is shown and each problem; notes come last."""
    assert written(
        "github", *three(make), clean=4, problems=("gone.csv: no such file",), notes=("1 is gone",)
    ) == (
        "::error file=campaigns.csv,line=14,col=5,endColumn=8,title=MT102 unknown term::"
        "unknown term in `region`; did you mean EMEA (Europe, Middle East and Africa)?"
        "%0AX_EMAE%0Athe sync stops\n"
        "::warning file=campaigns.csv,line=14,col=3,endColumn=8,title=MT102 unknown term::"
        "unknown term in `region`; expected a region%0AX_EMAE\n"
        "::notice file=campaigns.csv,line=14,title=MT102 unknown term::"
        "unknown term in `region`; expected a region%0AX_emea\n"
        "::error::gone.csv: no such file\n"
        "::notice::1 is gone\n"
    )


def test_nothing() -> None:
    """Without findings nothing is written."""
    assert written("github", clean=7) == ""
    assert written("github", clean=7, notes=("1 is gone",), summary=False) == ""


def test_taxonomies() -> None:
    """A command for each finding, with the name that shows it and the ways out."""
    assert written_of_taxonomies("github", *TAXONOMIES) == (
        "::error file=taxonomy.yaml,line=94,col=15,title=MT910 ambiguous::a name of `tag` has two readings"
        "%0A20260324_AWS-Cloud-Day"
        "%0Away out: exclude `-` from `vendor`%0Aor: separate them%0Ahalf of it is lost\n"
        "::warning file=taxonomy.yaml,line=94,col=15,title=MT910 ambiguous::a name of `tag` has two readings\n"
        "::error file=taxonomy.yaml,line=3,col=1,endColumn=6,title=MT902 unknown key::"
        "'feilds' is not a key; did you mean 'fields'?\n"
        "::error file=taxonomy.yaml,title=MT901::bad\n"
    )


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("50%_a", "50%25_a"),
        ("a%0A::error::b", "a%250A::error::b"),
        ("a\n::error::b\r", r"a\n::error::b\r"),
        ("a,b: c]]>&\"'", "a,b: c]]>&\"'"),
        ("a\x1b[2Jb\x00", r"a\x1b[2Jb\x00"),
        ("Größe 😀", "Größe 😀"),
        ("", ""),
    ],
)
def test_messages_are_escaped(make: Make, name: str, shown: str) -> None:
    """No name can begin a command of its own, and every one comes back as it is."""
    assert written("github", make(name, Finding("MT101", "bad", rule="no_form"))) == (
        f"::error file=campaigns.csv,line=14,title=MT101 no form::bad%0A{shown}\n"
    )


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        ("exports/q1 50%,a:b.csv", "exports/q1 50%25%2Ca%3Ab.csv"),
        ("./exports//a.csv", "exports/a.csv"),
        ("a\nb.csv", r"a\nb.csv"),
    ],
)
def test_properties_are_escaped(make: Make, file: str, shown: str) -> None:
    """No path ends the property or the command."""
    one = make("X", Finding("MT101", "bad", rule="a,b:c"))._replace(file=file)
    assert written("github", one) == f"::error file={shown},line=14,title=MT101 a%2Cb%3Ac::bad%0AX\n"


def test_columns(make: Make) -> None:
    """Columns are those of editors, the last one included; where nothing stands, one is marked."""
    shown = written("github", make("😀_EMAE", unknown_term((2, 6)), unknown_term((6, 6)), column=1))
    assert [line.partition(",title")[0] for line in shown.splitlines()] == [
        "::error file=campaigns.csv,line=14,col=4,endColumn=7",
        "::error file=campaigns.csv,line=14,col=8,endColumn=8",
    ]


def test_standard_input(make: Make) -> None:
    """What stands in no file marks none, and the message says where it is."""
    one = make("X", Finding("MT101", "bad", rule="no_form"), column=1)._replace(file="standard input")
    assert written("github", one) == "::error title=MT101 no form::standard input:14: bad%0AX\n"


def test_without_a_code() -> None:
    """A finding of no rule has no title."""
    assert written_of_taxonomies("github", linted(Finding("", "odd"))) == "::error file=taxonomy.yaml::odd\n"


def test_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`check` writes commands for tables, plain text and what cannot be read."""
    (tmp_path / "my names.csv").write_text("Id,Name\n1,20260324_EMEA\n2,20260324_EMAE\n", encoding="utf-8")
    (tmp_path / "a.names").write_text("20260324_emea\n", encoding="utf-8")
    arguments = ("check", "--format", "github", "my names.csv", "a.names", "gone.csv")
    status, text = run(*arguments, folder=tmp_path, patch=monkeypatch)
    assert status == 2
    assert text == (
        "::error file=my names.csv,line=3,title=MT102 unknown term::"
        "unknown term in `region`; did you mean EMEA (Europe)?%0A20260324_EMAE\n"
        "::warning file=a.names,line=1,col=10,endColumn=13,title=MT122 accepted case::"
        "the case of `emea` in `region` is accepted, not standard; did you mean EMEA (Europe)?%0A20260324_emea\n"
        "::error::gone.csv: no such file\n"
    )


def test_lint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`lint` writes commands for every taxonomy."""
    arguments = ("lint", "--format", "github", "taxonomy.yaml", "misspelt.yaml")
    status, text = run(*arguments, folder=tmp_path, patch=monkeypatch)
    assert (status, text.splitlines()) == (
        2,
        [
            (
                "::error file=taxonomy.yaml,line=11,col=24,title=MT950 broken example::"
                "an example of `program` should be valid and is not: unknown term in `region` (MT102)"
                "%0A20260324_EMAE"
                "%0Away out: write the name `20260324_EMEA`"
                "%0Aor: move it to `invalid`, with `code: MT102`"
            ),
            (
                "::error file=misspelt.yaml,line=10,col=35,endColumn=40,title=MT904 unknown reference::"
                "there is no field 'regoin'; did you mean 'region'?"
            ),
        ],
    )
