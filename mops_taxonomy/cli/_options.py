"""The options of commands, for click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from mops_taxonomy.cli._settings import OPTIONS, SWITCHES, Settings, Switch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mops_taxonomy.convention import Convention

__all__ = ["AS_OF", "CONVENTION", "RECORD", "TAXONOMY", "chosen", "option", "settings"]

_STATED = {one.name: one for one in (*OPTIONS, *SWITCHES)}


def option(name: str, **others: Any) -> click.Option:
    """One of the options that are stated for all commands.

    Args:
        name: the setting.
        others: what this command says otherwise, such as `help`.
    """
    stated = _STATED[name]._replace(**others)
    default = Settings._field_defaults[name]
    if isinstance(stated, Switch):
        return click.Option([*_written(stated), name], is_flag=True, help=stated.help, default=default)
    return click.Option(
        [*stated.flags, name],
        metavar=stated.metavar if stated.choices is None else None,
        help=stated.help,
        type=click.Choice(stated.choices()) if stated.choices else click.STRING,
        multiple=stated.many,
        default=default,
        show_default=stated.choices is not None,
    )


def _written(switch: Switch) -> list[str]:
    on = [flag for flag, value in switch.flags.items() if value]
    off = [flag for flag, value in switch.flags.items() if not value]
    return [f"{on[0]}/{off[0]}"] if off else on


def settings(given: Mapping[str, Any]) -> Settings:
    """What click read, with the defaults where the user said nothing."""
    return Settings(**{name: value for name, value in given.items() if value is not None})


TAXONOMY = option("taxonomy", help="The taxonomy; else taxonomy.yaml in this folder or above it.")
CONVENTION = option("convention")
AS_OF = option("as_of", help="Judge by this day or revision, not by today.")
RECORD = option("record", help="What is known of the record, such as channel=WBN. Repeatable.")


def chosen(taxonomy: str | None, convention: str | None) -> Convention:
    """The convention that a command without input files works with.

    Raises:
        Problem: there is no usable taxonomy, or it is not plain which convention is meant.
    """
    from mops_taxonomy.cli._discovery import Taxonomies
    from mops_taxonomy.cli._sources import convention_of

    return convention_of(Taxonomies(taxonomy).of("-"), convention)
