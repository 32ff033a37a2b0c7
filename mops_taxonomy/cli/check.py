"""`mops-taxonomy check`: check the names in files."""

from __future__ import annotations

from typing import Any

import click

from mops_taxonomy.cli._settings import OPTIONS, SWITCHES, Option, Settings, Switch

__all__ = ["COMMAND"]


def _run(**given: Any) -> int:
    from mops_taxonomy.cli._checking import check

    return check(Settings(**{name: value for name, value in given.items() if value is not None}))


def _option(option: Option) -> click.Option:
    return click.Option(
        [*option.flags, option.name],
        metavar=option.metavar if option.choices is None else None,
        help=option.help,
        type=click.Choice(option.choices()) if option.choices else click.STRING,
        multiple=option.many,
        default=Settings._field_defaults[option.name],
        show_default=option.choices is not None,
    )


def _switch(switch: Switch) -> click.Option:
    on = [flag for flag, value in switch.flags.items() if value]
    off = [flag for flag, value in switch.flags.items() if not value]
    written = [f"{on[0]}/{off[0]}"] if off else on
    default = Settings._field_defaults[switch.name]
    return click.Option([*written, switch.name], is_flag=True, help=switch.help, default=default)


COMMAND = click.Command(
    "check",
    callback=_run,
    params=[
        click.Argument(["files"], nargs=-1),
        *map(_option, OPTIONS),
        *map(_switch, SWITCHES),
    ],
    short_help="Check the names in files.",
    help=(
        "Check the names in FILES (CSV, TSV, JSON, JSON Lines, YAML or plain text), or on standard input.\n\n"
        "\b\nExamples:\n"
        "  mops-taxonomy check exports/*.csv\n"
        "  mops-taxonomy check --column 'Program Name' programs.csv\n"
        "  pbpaste | mops-taxonomy check -c program\n\n"
        "Exit status: 0 nothing found, 1 findings, 2 something could not be used."
    ),
)
