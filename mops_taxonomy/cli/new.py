"""`mops-taxonomy new`: a name from values."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from mops_taxonomy.cli._options import AS_OF, CONVENTION, TAXONOMY, chosen
from mops_taxonomy.cli._problem import Problem, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.errors import InvalidValues
    from mops_taxonomy.finding import Finding
    from mops_taxonomy.form import Form

__all__ = ["COMMAND"]

_UNUSABLE = {"missing_field", "unknown_field", "exclusive_fields", "unknown_form", "no_form"}
"""What the command was told wrong; of the rest, a value is to blame."""


def _run(
    values: tuple[str, ...],
    taxonomy: str | None,
    convention: str | None,
    form: str | None,
    as_of: str | None,
) -> int:
    from mops_taxonomy.cli._judge import day_of
    from mops_taxonomy.errors import InvalidValues

    used = chosen(taxonomy, convention)
    day = day_of(used, as_of)
    forms = [one for one in used.forms if one.name == form] if form else _usual(used, day)
    given = _given(values, forms)
    try:
        text = _written(used, given, form, forms, day)
    except InvalidValues as error:
        for line in _explained(error, forms, chosen=form is not None):
            say(line)
        return 2 if any(finding.rule in _UNUSABLE for finding in error.findings) else 1
    sys.stdout.write(text + "\n")
    return 0


def _usual(convention: Convention, day: date) -> list[Form]:
    return [form for form in convention.in_force(None, day) if not form.tolerated]


def _given(pairs: Iterable[str], forms: Iterable[Form]) -> dict[str, Any]:
    """The values by field, each as the first form with such a field understands it."""
    from mops_taxonomy.cli._answer import understood

    kinds = {path: kinds[0] for form in reversed(list(forms)) for path, kinds in form.kinds.items()}
    values: dict[str, Any] = {}
    for pair in pairs:
        field, equals, text = pair.partition("=")
        if not field or not equals:
            raise Problem(f'values are written FIELD=VALUE, such as region=EMEA, not "{pair}"')
        if field in values:
            raise Problem(f"{field} is given twice")
        values[field] = understood(kinds[field], text) if field in kinds and text else text
    return values


def _written(
    convention: Convention, given: Mapping[str, Any], form: str | None, forms: list[Form], day: date
) -> str:
    """The name; what is missing is asked for where somebody can answer.

    Raises:
        InvalidValues: the values make no name.
    """
    from mops_taxonomy.errors import InvalidValues

    try:
        return convention.format(given, form=form, as_of=day)
    except InvalidValues as error:
        fitting = [one for one in forms if given.keys() <= one.kinds.keys()]
        missing = all(finding.rule == "missing_field" for finding in error.findings)
        if not (missing and fitting and sys.stdin.isatty() and sys.stderr.isatty()):
            raise
    from mops_taxonomy.cli._interview import Interview

    interview = Interview(given, day)
    wanted = interview.form(fitting)
    interview.parts(wanted.parts)
    return convention.format(interview.values, form=wanted.name, as_of=day)


def _explained(error: InvalidValues, forms: list[Form], *, chosen: bool) -> Iterator[str]:
    """What is wrong, and for each missing value what is expected."""
    missing = [finding for finding in error.findings if finding.rule == "missing_field"]
    for finding in error.findings:
        if finding.rule != "missing_field":
            yield _hinted(finding, forms)
    if missing:
        width = max(len(finding.field or "") for finding in missing)
        yield "values are missing:"
        for finding in missing:
            yield f"  {finding.field or '':<{width}}  {finding.expected or finding.message}"
    if len(forms) > 1 and not chosen:
        yield f"the forms are {', '.join(form.name for form in forms)}; choose one with --form"


def _hinted(finding: Finding, forms: list[Form]) -> str:
    if finding.rule == "unknown_field" and finding.field:
        return f"{finding}{_near(finding.field, [path for form in forms for path in form.kinds])}"
    from mops_taxonomy.reporters.text import hint

    return f"{finding}; {hint(finding)}" if finding.suggestions else str(finding)


def _near(field: str, known: list[str]) -> str:
    from rapidfuzz import process

    found = process.extractOne(field, known, score_cutoff=60)
    return f"; did you mean {found[0]}?" if found else f"; there are {', '.join(dict.fromkeys(known))}"


COMMAND = click.Command(
    "new",
    callback=_run,
    params=[
        click.Argument(["values"], nargs=-1, metavar="[FIELD=VALUE]..."),
        TAXONOMY,
        CONVENTION,
        click.Option(
            ["--form"], metavar="NAME", help="The form to write; else the first that takes the values."
        ),
        AS_OF,
    ],
    short_help="Make a name from values.",
    help=(
        "Make a name. Values that are missing are asked for on a terminal. Lists have commas between their "
        "values, and days are written 2026-03-24.\n\n"
        "\b\nExamples:\n"
        "  mops-taxonomy new\n"
        "  mops-taxonomy new launch=2026-03-24 region=EMEA channel=WBN title=Stories\n\n"
        "Exit status: 0 written, 1 a value does not fit, 2 a value is missing or something could not be used."
    ),
)
