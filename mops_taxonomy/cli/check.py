"""`mops-taxonomy check`: check the names in files."""

from __future__ import annotations

from typing import Any

import click

from mops_taxonomy.cli._options import option, settings
from mops_taxonomy.cli._settings import CHECK

__all__ = ["COMMAND"]


def _run(**given: Any) -> int:
    from mops_taxonomy.cli._checking import check

    return check(settings(given))


COMMAND = click.Command(
    "check",
    callback=_run,
    params=[click.Argument(["files"], nargs=-1), *map(option, CHECK)],
    short_help="Check the names in files.",
    help=(
        "Check the names in FILES (CSV, TSV, JSON, JSON Lines, YAML, Parquet or plain text), or on standard input.\n\n"
        "\b\nExamples:\n"
        "  mops-taxonomy check exports/*.csv\n"
        "  mops-taxonomy check --column 'Program Name' programs.csv\n"
        "  pbpaste | mops-taxonomy check -c program\n\n"
        "Exit status: 0 nothing found, 1 findings, 2 something could not be used."
    ),
)
