"""`mops-taxonomy parse`: the parts of names, for programs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from mops_taxonomy.cli._options import AS_OF, CONVENTION, RECORD, TAXONOMY, chosen
from mops_taxonomy.cli._problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["COMMAND"]


def _run(
    names: tuple[str, ...],
    taxonomy: str | None,
    convention: str | None,
    as_of: str | None,
    record: tuple[str, ...],
) -> int:
    from mops_taxonomy.cli._judge import day_of
    from mops_taxonomy.cli._sources import record_of
    from mops_taxonomy.errors import InvalidName
    from mops_taxonomy.reporters._plain import encoded

    known = record_of(record)
    used = chosen(taxonomy, convention)
    day = day_of(used, as_of, known)
    status = 0
    for text in names or _standard_input():
        try:
            plain: dict[str, Any] = used.parse(text, known, day).to_dict()
        except InvalidName as error:
            plain = {"name": text, "findings": [finding.to_dict() for finding in error.findings]}
            status = 1
        sys.stdout.write(encoded(plain) + "\n")
    return status


def _standard_input() -> Iterable[str]:
    from mops_taxonomy.inputs import InputError, Row, open_input

    if sys.stdin is None or sys.stdin.isatty():
        raise Problem("which names? Write them after the command, or pipe them into mops-taxonomy parse")
    try:
        for item in open_input("-", format="text"):
            if isinstance(item, Row):
                yield item.name
    except InputError as error:
        raise Problem(str(error)) from error


COMMAND = click.Command(
    "parse",
    callback=_run,
    params=[click.Argument(["names"], nargs=-1), TAXONOMY, CONVENTION, AS_OF, RECORD],
    short_help="Read names into their parts, as JSON.",
    help=(
        "Read NAMES, or the lines of standard input, and write a line of JSON for each: its form and values, "
        "or, for a name that is not valid, what is wrong with it.\n\n"
        "\b\nExample:\n"
        "  mops-taxonomy parse 20260324_EMEA_WBN_Customer-Stories\n\n"
        "Exit status: 0 all valid, 1 findings, 2 something could not be used."
    ),
)
