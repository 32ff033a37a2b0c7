"""`mops-taxonomy fix`: repair the names in files."""

from __future__ import annotations

from typing import Any

import click

from mops_taxonomy.cli._options import option, settings

__all__ = ["COMMAND"]

_OPTIONS = (
    "id_column", "taxonomy", "convention", "column", "created_column", "channel_column", "record", "as_of",
    "added_since", "added_lines", "only_sources", "color",
)  # fmt: skip


def _run(**given: Any) -> int:
    from mops_taxonomy.cli._fixing import fix

    return fix(settings(given))


COMMAND = click.Command(
    "fix",
    callback=_run,
    params=[
        click.Argument(["files"], nargs=-1),
        *map(option, ("write", "unsafe", "backup", "rename_map")),
        option("format", choices=lambda: ("text", "json"), help="How to write what changes."),
        *map(option, _OPTIONS),
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
