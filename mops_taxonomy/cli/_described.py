"""The documentation of a rule by its code, for formats that carry it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.reporters import Described

if TYPE_CHECKING:
    from mops_taxonomy.governance.rule import RecordRule
    from mops_taxonomy.lint.rule import LintRule
    from mops_taxonomy.rules.rule import Rule

__all__ = ["described"]


def described(code: str) -> Described | None:
    """What is known of the rule with this code; None where there is none. Rules are imported here, not before."""
    if code.startswith(("MT90", "MT35")):
        from mops_taxonomy.cli._export_errors import EXPORT_ERRORS
        from mops_taxonomy.cli._file_errors import FILE_ERRORS

        title, text = (FILE_ERRORS | EXPORT_ERRORS).get(code, (None, ""))
        return Described(title, "error", text) if title is not None else None
    rule = next((rule for rule in _rules(code) if rule.code == code), None)
    if rule is None:
        return None
    return Described(rule.title, rule.severity, rule.why, rule.repair, rule.bad, rule.good)


def _rules(code: str) -> list[Rule | RecordRule | LintRule]:
    if code.startswith("MT9"):
        from mops_taxonomy import lint

        return [*lint.all_rules().values()]
    if not code.startswith(("MT1", "MT2")):
        from mops_taxonomy import governance

        return [*governance.all_rules().values()]
    from mops_taxonomy import rules

    return [*rules.all_rules()]
