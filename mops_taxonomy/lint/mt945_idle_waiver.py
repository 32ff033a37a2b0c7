"""MT945: idle waiver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.lint._lists import few
from mops_taxonomy.lint.rule import Flaw, LintRule
from mops_taxonomy.rules import all_rules
from mops_taxonomy.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from mops_taxonomy.lint.subject import Subject

__all__ = ["RULE"]


def check(subject: Subject) -> Iterator[Flaw]:
    """Find waivers of names that no convention finds fault with.

    Only rules that look at nothing but the name can be asked here, and only names that are written out.
    """
    codes = [rule.code for rule in all_rules()]
    for number, waiver in enumerate(subject.resolved["waivers"]):
        listed = waiver["names"] and not waiver["pattern"] and not waiver["when"]
        of_names = all(any(code.startswith(rule) for code in codes) for rule in waiver["rules"])
        if not (listed and of_names and subject.conventions and Window.of(waiver).holds(subject.today)):
            continue
        rules = tuple(waiver["rules"])
        idle = [name for name in waiver["names"] if not _is_found(subject, name, rules)]
        if idle:
            yield _flaw(waiver, number, idle)


def _is_found(subject: Subject, name: str, rules: tuple[str, ...]) -> bool:
    """Whether any convention has such a finding on the name."""
    return any(
        finding.code.startswith(rules)
        for convention in subject.conventions.values()
        for finding in convention.check(name, None, subject.today).findings
    )


def _flaw(waiver: Mapping[str, Any], number: int, idle: list[str]) -> Flaw:
    every = len(idle) == len(waiver["names"])
    them = "it" if len(idle) == 1 else "them"
    return Flaw(
        f"the waiver of {few(waiver['rules'])} excuses nothing of {few(idle)}: "
        f"no convention has such a finding on {them}",
        ("waivers", number, "names"),
        ways_out=("remove the waiver",) if every else (f"remove {few(idle)} from its names",),
    )


RULE = LintRule(
    code="MT945",
    title="idle waiver",
    severity="info",
    check=check,
    why=(
        "A waiver that excuses nothing is read by everybody who looks for the exceptions, and hides a fault should one "
        "come up later. A name is asked as it is today, without its record: a form or a day of creation may make a "
        "difference, so this is a hint."
    ),
    bad="waivers: [{rules: MT102, names: EMEA_1, owner: ops, reason: an old code}]",
    good="waivers: [{rules: MT102, names: EMAE_1, owner: ops, reason: an old code}]",
    repair="Remove the waiver, or the name from it.",
    certainty="likely",
)
