"""What is reported, and how: one rule, one file.

A file `mt102_unknown_term.py` reports the fault named `unknown_term` as `MT102`. Adding a rule is adding a file;
each is imported when it first reports.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from mops_taxonomy.finding import Finding
from mops_taxonomy.rulebook import modules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mops_taxonomy.fault import Fault
    from mops_taxonomy.rules.rule import Rule

__all__ = ["all_rules", "findings", "level", "lowered_errors", "raised_notes", "rule_for"]


@cache
def _modules() -> dict[str, str]:
    """The module of every rule, by the name of the fault that it reports."""
    return modules(__path__[0])


@cache
def rule_for(fault: str) -> Rule:
    """The rule that reports faults of this name.

    Raises:
        KeyError: there is none.
    """
    rule: Rule = import_module(f"{__name__}.{_modules()[fault]}").RULE
    return rule


def all_rules() -> list[Rule]:
    """Every rule, in the order of the codes."""
    return sorted(map(rule_for, _modules()), key=lambda rule: rule.code)


def raised_notes(levels: Mapping[str, str]) -> bool:
    """Whether these severities make an error of something that rules only note."""
    return any(
        rule.severity != "error" and level(rule.code, levels) == "error"
        for rule in all_rules()
        if any(rule.code.startswith(code) for code in levels)
    )


def lowered_errors(levels: Mapping[str, str]) -> frozenset[str]:
    """The faults that rules call errors and these severities do not."""
    return frozenset(
        fault
        for fault in _modules()
        if (rule := rule_for(fault)).severity == "error" and level(rule.code, levels) not in {None, "error"}
    )


def level(code: str, levels: Mapping[str, str]) -> str | None:
    """The severity that the longest matching beginning of the code asks for."""
    for size in range(len(code), 1, -1):
        if code[:size] in levels:
            return levels[code[:size]]
    return None


def findings(faults: Iterable[Fault], text: str | None, levels: Mapping[str, str]) -> tuple[Finding, ...]:
    """The findings of some faults, in the order of their places; those switched off left out."""
    found = []
    for fault in faults:
        rule = rule_for(fault.name)
        severity = (level(rule.code, levels) if levels else None) or rule.severity
        if severity == "off":
            continue
        found.append(
            Finding(
                rule.code,
                rule.message(fault),
                rule=fault.name,
                severity=severity,  # type: ignore[arg-type]
                certainty=rule.certainty,
                text=text,
                field=fault.field,
                span=fault.span,
                found=fault.found,
                expected=fault.expected,
                suggestions=fault.suggestions,
                consequence=rule.consequence,
            )
        )
    if len(found) > 1:
        found.sort(key=lambda finding: finding.span or (0, 0))
    return tuple(found)
