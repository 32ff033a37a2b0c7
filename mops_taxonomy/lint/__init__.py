"""What is wrong with a taxonomy before anyone uses it: one rule, one file.

A file `mt930_lookalike_codes.py` holds its `RULE`: the code, the words, and the check. Adding a rule is adding a file.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from mops_taxonomy.finding import Finding
from mops_taxonomy.rulebook import modules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.finding import Severity
    from mops_taxonomy.lint.rule import Flaw, LintRule
    from mops_taxonomy.lint.subject import Subject

__all__ = ["Judged", "all_rules", "judged", "names"]

Judged = tuple["Flaw", Finding]
"""A flaw, and the finding made of it, which lacks its place."""


@cache
def names() -> tuple[str, ...]:
    """The names of the rules, `lookalike_codes`, in the order of their codes."""
    return tuple(modules(__path__[0]))


def _loaded(module: str) -> LintRule:
    rule: LintRule = import_module(f"{__name__}.{module}").RULE
    return rule


def all_rules() -> dict[str, LintRule]:
    """Every rule by its name, in the order of the codes."""
    return {name: _loaded(module) for name, module in modules(__path__[0]).items()}


def judged(subject: Subject) -> Iterator[Judged]:
    """The flaws of a taxonomy with their findings, rule by rule; those switched off are left out."""
    for name, rule in all_rules().items():
        for flaw in rule.check(subject):
            severity = _severity(subject, rule, flaw)
            if severity != "off":
                yield (
                    flaw,
                    Finding(
                        rule.code,
                        flaw.message,
                        rule=name,
                        severity=severity,
                        certainty=flaw.certainty if flaw.certainty != "certain" else rule.certainty,
                        text=flaw.witness,
                        field=flaw.field,
                        ways_out=flaw.ways_out,
                        consequence=rule.consequence,
                    ),
                )


def _severity(subject: Subject, rule: LintRule, flaw: Flaw) -> Severity:
    """What the taxonomy says of the rule, its convention first; else the flaw's or the rule's own."""
    from mops_taxonomy.rules import level

    levels = dict(subject.resolved["severity"])
    if flaw.convention is not None:
        levels.update(subject.resolved["conventions"][flaw.convention]["severity"])
    asked: Severity | None = level(rule.code, levels)  # type: ignore[assignment]
    return asked or flaw.severity or rule.severity
