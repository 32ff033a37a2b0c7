"""Options that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from mops_taxonomy.convention import Convention

__all__ = ["AS_OF", "CONVENTION", "RECORD", "TAXONOMY", "chosen"]

TAXONOMY = click.Option(
    ["--taxonomy", "-t"], metavar="FILE", help="The taxonomy; else taxonomy.yaml in this folder or above it."
)
CONVENTION = click.Option(["--convention", "-c"], metavar="ID", help="The convention of the names.")
AS_OF = click.Option(["--as-of"], metavar="DAY", help="Judge by this day or revision, not by today.")
RECORD = click.Option(
    ["--record"],
    metavar="KEY=VALUE",
    multiple=True,
    help="What is known of the record, such as channel=WBN. Repeatable.",
)


def chosen(taxonomy: str | None, convention: str | None) -> Convention:
    """The convention that a command without input files works with.

    Raises:
        Problem: there is no usable taxonomy, or it is not plain which convention is meant.
    """
    from mops_taxonomy.cli._discovery import Taxonomies
    from mops_taxonomy.cli._sources import convention_of

    return convention_of(Taxonomies(taxonomy).of("-"), convention)
