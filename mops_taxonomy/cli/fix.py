"""`mops-taxonomy fix`: repair the names in files."""

from __future__ import annotations

from typing import Any

import click

from mops_taxonomy.cli.check import COMMAND as CHECK

__all__ = ["COMMAND"]

_AS_IN_CHECK = (
    "taxonomy", "convention", "column", "created_column", "channel_column", "record", "as_of",
    "only_sources", "color",
)  # fmt: skip


def _run(**given: Any) -> int:
    from mops_taxonomy.cli._fixing import FixSettings, fix

    return fix(FixSettings(**{name: value for name, value in given.items() if value is not None}))


COMMAND = click.Command(
    "fix",
    callback=_run,
    params=[
        click.Argument(["files"], nargs=-1),
        click.Option(["--write"], is_flag=True, help="Change the files; else only show what would change."),
        click.Option(["--unsafe"], is_flag=True, help="Also make repairs that may not be what was meant."),
        click.Option(
            ["--backup/--no-backup"], default=True, show_default=True,
            help="Keep each changed file as FILE.bak, or do not.",
        ),
        click.Option(
            ["--rename-map"], metavar="FILE", help="Write a table of old and new names; - for standard output.",
        ),
        click.Option(
            ["--format"], type=click.Choice(("text", "json")), default="text", show_default=True,
            help="How to write what changes.",
        ),
        click.Option(["--id-column"], metavar="NAME", help="The column with the id, for the rename map."),
        *(option for option in CHECK.params if option.name in _AS_IN_CHECK),
    ],
    short_help="Repair the names in files.",
    help=(
        "Show how the names in FILES, or on standard input, would be repaired; with --write, change them in place. "
        "Every other byte of a file stays as it is. Only safe repairs are made, which change how something is "
        "spelt and not what it means, unless --unsafe asks for the others.\n\n"
        "\b\nExamples:\n"
        "  mops-taxonomy fix exports/*.csv\n"
        "  mops-taxonomy fix --write --rename-map renamed.csv programs.csv\n\n"
        "Exit status: 0 nothing is left to repair, 1 something is, 2 something could not be used."
    ),
)  # fmt: skip
