"""`mops-taxonomy diff`: what changed in a taxonomy, and what that does."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

import click

from mops_taxonomy.cli._options import AS_OF
from mops_taxonomy.cli._problem import Problem
from mops_taxonomy.diff.change import IMPACTS
from mops_taxonomy.diff.formats import names

if TYPE_CHECKING:
    from mops_taxonomy.diff.change import Diff
    from mops_taxonomy.taxonomy import Taxonomy

__all__ = ["COMMAND"]


def _run(
    older: str, newer: str | None, as_of: str | None, output: str | None, fail_on: str, **given: str
) -> int:
    from mops_taxonomy.cli._output import destination
    from mops_taxonomy.diff.formats import written

    new = _loaded(newer or _found())
    old = _loaded(_completed(older, newer))
    found = new.diff(old, as_of=_day(new, as_of))
    with destination(output) as stream:
        stream.write(written(found, given["format"]))
    return 1 if _fails(found, fail_on) else 0


def _found() -> str:
    """The taxonomy of the current folder."""
    from mops_taxonomy.cli._discovery import Taxonomies

    return str(Taxonomies().of("-").file)


def _completed(older: str, newer: str | None) -> str:
    """OLD, with the path of NEW where it is a revision alone."""
    from mops_taxonomy.cli._revision import is_revision, path_in_repository

    if not is_revision(older) or (":" in older and not older.endswith(":")):
        return older
    if newer is not None and is_revision(newer) and ":" in newer:
        path = newer.partition(":")[2]
    else:
        path = path_in_repository(_found() if newer is None or is_revision(newer) else newer, older)
    return f"{older.removesuffix(':')}:{path}"


def _loaded(text: str) -> Taxonomy:
    """The taxonomy in a file, or in a revision of git; of a revision alone, the one that is found here.

    Raises:
        Problem: it cannot be used.
    """
    from mops_taxonomy.cli._discovery import Taxonomies
    from mops_taxonomy.cli._revision import content, is_revision

    if not is_revision(text):
        return Taxonomies(text).of("-")
    whole = _completed(text, None)
    return _of_content(whole, content(whole))


def _of_content(label: str, content: bytes) -> Taxonomy:
    """The taxonomy that a file held; findings are placed as if it were there still."""
    from tempfile import TemporaryDirectory

    from mops_taxonomy.errors import InvalidTaxonomy
    from mops_taxonomy.taxonomy import Taxonomy

    with TemporaryDirectory() as folder:
        copy = os.path.join(folder, os.path.basename(label.replace(":", "/")))
        with open(copy, "wb") as file:
            file.write(content)
        try:
            return Taxonomy.load(copy)
        except InvalidTaxonomy as error:
            for finding in error.findings:
                if finding.place is not None:
                    finding.place = finding.place._replace(file=label)
            raise Problem("\n".join(map(str, error.findings))) from None


def _day(taxonomy: Taxonomy, as_of: str | None) -> date | None:
    """The day that the user means.

    Raises:
        Problem: the text is neither a day nor a revision of the taxonomy.
    """
    if as_of is None:
        return None
    revisions = taxonomy.resolved["revisions"]
    try:
        return date.fromisoformat(revisions.get(as_of, as_of)[:10])
    except ValueError:
        known = f", nor a revision ({', '.join(revisions)})" if revisions else ""
        raise Problem(f"--as-of: {as_of!r} is not a day such as 2026-03-24{known}") from None


def _fails(diff: Diff, fail_on: str) -> bool:
    """Whether the worst impact is the one asked for, or a worse one."""
    if fail_on == "never" or diff.impact is None:
        return False
    impacts: tuple[str, ...] = IMPACTS
    return impacts.index(diff.impact) <= impacts.index(fail_on)


COMMAND = click.Command(
    "diff",
    callback=_run,
    params=[
        click.Argument(["older"], metavar="OLD"),
        click.Argument(["newer"], metavar="[NEW]", required=False),
        AS_OF,
        click.Option(
            ["--format"], type=click.Choice(names()), default="text", show_default=True,
            help="How to write what changed.",
        ),
        click.Option(["--output", "-o"], metavar="FILE", help="Write it to this file."),
        click.Option(
            ["--fail-on"], type=click.Choice((*IMPACTS, "never")), default="never", show_default=True,
            help="Exit with 1 if any change is this bad, or worse.",
        ),
    ],
    short_help="Say what changed in a taxonomy, and what breaks.",
    help=(
        "Compare the taxonomy NEW with an older one: what changed, and what that does to names, which is proved or "
        "shown by a name. OLD and NEW are files, or revisions of git: main:taxonomy.yaml, or main for the same file "
        "there. Without NEW it is taxonomy.yaml in this folder or above it.\n\n"
        "\b\nExamples:\n"
        "  mops-taxonomy diff main\n"
        "  mops-taxonomy diff main:taxonomy.yaml taxonomy.yaml --fail-on breaking\n"
        "  mops-taxonomy diff main --format markdown --output comment.md\n\n"
        "Exit status: 0 nothing at or above --fail-on, 1 something, 2 something could not be used."
    ),
)  # fmt: skip
