"""`mops-taxonomy baseline`: write down what is found today."""

from __future__ import annotations

from typing import Any

import click

from mops_taxonomy.cli._options import option, settings

__all__ = ["COMMAND"]

_OPTIONS = (
    "taxonomy", "convention", "column", "created_column", "channel_column", "record", "as_of", "select", "ignore",
)  # fmt: skip


def _run(**given: Any) -> int:
    from mops_taxonomy.cli._recording import record

    return record(settings(given))


COMMAND = click.Command(
    "baseline",
    callback=_run,
    params=[
        click.Argument(["files"], nargs=-1),
        *map(option, _OPTIONS),
        option("output", help="The baseline; else .mops-baseline.json beside the taxonomy."),
    ],
    short_help="Record what check finds today.",
    help=(
        "Record what check finds in FILES, or on standard input. From then on check reports only what is new, and "
        "says what is gone.\n\n"
        "\b\nExamples:\n"
        "  mops-taxonomy baseline exports/*.csv\n"
        "  mops-taxonomy baseline --output legacy.json programs.csv\n\n"
        "Exit status: 0 recorded, 2 something could not be used."
    ),
)
