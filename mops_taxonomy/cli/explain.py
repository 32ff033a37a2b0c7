"""`mops-taxonomy explain`: what a code means."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

import click

from mops_taxonomy.cli._problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.governance.rule import RecordRule
    from mops_taxonomy.lint.rule import LintRule
    from mops_taxonomy.rules.rule import Rule

    AnyRule = Rule | RecordRule | LintRule

__all__ = ["COMMAND"]

_CODE = re.compile("MT[0-9]{1,6}")
_WIDTH = 88


def _run(code: str | None) -> int:
    rules, errors = _rules(), _errors()
    wanted = code and code.strip().upper()
    if not wanted:
        for known, title in _titles(rules):
            click.echo(f"{known}  {title}")
    elif wanted in rules:
        click.echo("\n".join(_explained(rules[wanted])))
    elif wanted in errors:
        title, text = errors[wanted]
        click.echo(f"{wanted}: {title}\n\n{textwrap.fill(text, _WIDTH)}")
    else:
        raise Problem(f'there is no code "{code}"{_near(wanted, dict(_titles(rules)))}')
    return 0


def _rules() -> dict[str, AnyRule]:
    """Every rule by its code: those about names, about records, and about taxonomies."""
    from mops_taxonomy import governance, lint, rules

    every: list[AnyRule] = [
        *rules.all_rules(), *governance.all_rules().values(), *lint.all_rules().values(),
    ]  # fmt: skip
    return {rule.code: rule for rule in every}


def _errors() -> dict[str, tuple[str, str]]:
    """Title and meaning of every code that no rule gives: those about files."""
    from mops_taxonomy.cli._export_errors import EXPORT_ERRORS
    from mops_taxonomy.cli._file_errors import FILE_ERRORS

    return FILE_ERRORS | EXPORT_ERRORS


def _titles(rules: dict[str, AnyRule]) -> list[tuple[str, str]]:
    """Every code and its title, in the order of the codes."""
    titles = {code: rule.title for code, rule in rules.items()}
    return sorted((titles | {code: title for code, (title, _) in _errors().items()}).items())


def _explained(rule: AnyRule) -> Iterator[str]:
    kind = {"error": "an error", "warning": "a warning", "info": "a note"}.get(rule.severity, rule.severity)
    yield f"{rule.code}: {rule.title} ({kind}, unless the taxonomy says otherwise)"
    yield ""
    yield textwrap.fill(rule.why, _WIDTH)
    if rule.consequence:
        yield ""
        yield textwrap.fill(f"Ignored: {rule.consequence}", _WIDTH)
    yield ""
    yield from _shown("wrong", rule.bad)
    yield from _shown("right", rule.good)
    yield ""
    yield textwrap.fill(f"What to do: {rule.repair}", _WIDTH)


def _shown(label: str, text: str) -> Iterator[str]:
    """A name beside its label; lines of a taxonomy under each other."""
    lines = text.splitlines()
    yield f"  {label}  {lines[0]}"
    for line in lines[1:]:
        yield f"         {line}"


def _near(wanted: str, titles: dict[str, str]) -> str:
    """The codes nearest by number, or those whose title holds the word."""
    if _CODE.fullmatch(wanted):
        near = sorted(titles, key=lambda code: abs(int(code[2:]) - int(wanted[2:])))
    else:
        near = [code for code, title in titles.items() if wanted.lower() in title]
    if not near:
        return "; mops-taxonomy explain lists them all"
    return "; did you mean " + ", ".join(f"{code} ({titles[code]})" for code in near[:3]) + "?"


COMMAND = click.Command(
    "explain",
    callback=_run,
    params=[click.Argument(["code"], required=False)],
    short_help="Say what a code such as MT102 means.",
    help=(
        "Say what CODE means, why it matters and what to do about it; without one, list them all.\n\n"
        "\b\nExample:\n"
        "  mops-taxonomy explain MT102"
    ),
)
