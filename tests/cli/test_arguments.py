"""The fast reader of the arguments of `check` against click."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy.cli._arguments import read
from mops_taxonomy.cli._settings import OPTIONS, SWITCHES, Settings
from mops_taxonomy.cli.check import COMMAND

if TYPE_CHECKING:
    from collections.abc import Sequence

FLAGS = [flag for option in OPTIONS for flag in option.flags] + [
    flag for switch in SWITCHES for flag in switch.flags
]
WORDS = st.sampled_from(
    [
        *FLAGS, *(f"{flag}=json" for flag in FLAGS), "-", "--", "a.csv", "text", "json", "error", "never",
        "-qcx", "-cx", "-qq", "-c=x", "--colo", "--taxon", "--help", "-h", "-z", "", "a=b", "*.csv",
    ]
)  # fmt: skip


def by_click(arguments: Sequence[str]) -> Settings | None:
    """What click makes of the arguments; None where it refuses them or shows the help."""
    context = click.Context(COMMAND, help_option_names=["-h", "--help"])
    try:
        with context:
            COMMAND.parse_args(context, list(arguments))
    except (click.ClickException, click.exceptions.Exit):
        return None
    return Settings(**{name: value for name, value in context.params.items() if value is not None})


@given(st.lists(WORDS, max_size=6))
def test_agrees_with_click(arguments: list[str]) -> None:
    """Whatever the fast reader reads, click reads alike."""
    settings = read(arguments)
    assert settings is None or settings == by_click(arguments)


READ = [
    pytest.param([], Settings(), id="nothing"),
    pytest.param(["a.csv", "-"], Settings(files=("a.csv", "-")), id="files"),
    pytest.param(
        ["a.csv", "-cprogram", "--column=Program Name", "b.csv"],
        Settings(files=("a.csv", "b.csv"), convention="program", column="Program Name"),
        id="options among files",
    ),
    pytest.param(
        ["--record", "a=1", "--record", "b=2", "-q", "--no-summary", "--no-color", "a"],
        Settings(files=("a",), record=("a=1", "b=2"), quiet=True, summary=False, color=False),
        id="switches, and an option given twice",
    ),
]


@pytest.mark.parametrize(("arguments", "settings"), READ)
def test_read(arguments: list[str], settings: Settings) -> None:
    """Ordinary arguments need no click."""
    assert read(arguments) == settings == by_click(arguments)


LEFT_TO_CLICK = [
    ["--help"],
    ["-h"],
    ["--taxon", "x"],
    ["--format", "pdf"],
    ["--column"],
    ["--quiet=yes"],
    ["--", "-q"],
    ["*.csv"],
]


@pytest.mark.parametrize("arguments", LEFT_TO_CLICK)
def test_left_to_click(arguments: list[str]) -> None:
    """What is wrong or unusual is left to click, which explains it."""
    assert read(arguments) is None


def test_files_before_options(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where POSIXLY_CORRECT makes getopt take options after files for files, click is asked."""
    monkeypatch.setenv("POSIXLY_CORRECT", "1")
    assert read(["a.csv", "-q"]) is None
    assert read(["-q", "a.csv"]) == Settings(files=("a.csv",), quiet=True)


def test_settings_and_options_are_the_same() -> None:
    """Every setting but the files has its option or switch."""
    assert sorted(("files", *(one.name for one in (*OPTIONS, *SWITCHES)))) == sorted(Settings._fields)
