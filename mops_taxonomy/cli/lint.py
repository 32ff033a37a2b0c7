"""`mops-taxonomy lint`: judge taxonomies themselves."""

from __future__ import annotations

from typing import Any

import click

from mops_taxonomy.cli._options import TAXONOMY, option, settings

__all__ = ["COMMAND"]

_OPTIONS = ("format", "output", "fail_on", "ignore", "quiet", "summary", "color")


def _run(**given: Any) -> int:
    from mops_taxonomy.cli._linting import lint

    return lint(settings(given))


COMMAND = click.Command(
    "lint",
    callback=_run,
    params=[
        click.Argument(["files"], nargs=-1),
        TAXONOMY,
        option("select", help="Report only these codes, such as MT91,MT950."),
        *map(option, _OPTIONS),
    ],
    short_help="Judge a taxonomy, and run its examples.",
    help=(
        "Find what is wrong with a taxonomy before anyone uses it: names with two readings, terms that cannot "
        "be told apart, examples that break. FILES are taxonomies; without any, it is the one that check "
        "would use in this folder.\n\n"
        "\b\nExamples:\n"
        "  mops-taxonomy lint\n"
        "  mops-taxonomy lint --fail-on warning taxonomy.yaml\n\n"
        "Exit status: 0 nothing found, 1 findings, 2 a taxonomy could not be used."
    ),
)
