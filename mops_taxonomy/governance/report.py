"""The report on records: what is wrong with their names, with each, and with all of them together."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from mops_taxonomy.finding import Finding, Report
from mops_taxonomy.governance import all_rules
from mops_taxonomy.governance.rule import Told
from mops_taxonomy.records import Record
from mops_taxonomy.rules import level
from mops_taxonomy.waivers import Waivers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.finding import Severity
    from mops_taxonomy.governance.rule import Breach, RecordRule
    from mops_taxonomy.portfolio import Portfolio

__all__ = ["RecordReport", "judged", "report"]


class RecordReport(Report):
    """What was found on records.

    Attributes:
        findings: what could not be read; then in the order of the records, those of one record by their codes.
        waived: the findings that a waiver of the taxonomy excuses.
    """

    __slots__ = ("waived",)

    def __init__(self, findings: tuple[Finding, ...], waived: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.waived = waived


def report(
    portfolio: Portfolio, codes: tuple[str, ...] = (), unread: tuple[Finding, ...] = ()
) -> RecordReport:
    """Everything that the rules find, and what is wrong with the names.

    Args:
        portfolio: the records.
        codes: the codes of the rules that are asked, or their beginnings; empty for every rule and the names.
        unread: what was found while the records were read; it stands before the rest, and nothing excuses it.
    """
    waivers = Waivers(portfolio.resolved["waivers"], portfolio.today)
    kept: list[Finding] = []
    waived: list[Finding] = []
    for record, findings in judged(portfolio, codes):
        for finding in findings:
            (waived if _is_waived(waivers, portfolio, record, finding) else kept).append(finding)
    return RecordReport((*unread, *kept), tuple(waived))


def judged(portfolio: Portfolio, codes: tuple[str, ...] = ()) -> Iterator[tuple[Any, list[Finding]]]:
    """Every record with what was found about it, each fault once, by code; waivers excuse nothing yet.

    Args:
        portfolio: the records.
        codes: as for `report`.
    """
    rules = {rule.code: rule for rule in all_rules().values()}
    found: dict[int, list[Finding]] = {}
    for record, finding in chain(() if codes else _names(portfolio), _breaches(portfolio, codes)):
        found.setdefault(id(record), []).append(finding)
    for record in chain(portfolio.records, portfolio.channels, portfolio.members):
        told = Told(portfolio, record, found.get(id(record), ()))
        yield record, sorted(_once(told, rules), key=lambda one: one.code)


def _once(told: Told, rules: Mapping[str, RecordRule]) -> list[Finding]:
    """The findings of one record, each fault told once though several rules see it."""
    codes = {one.code for one in told.findings}
    if len(codes) < 2:
        return list(told.findings)
    asked = (rules[code].needless for code in codes if code in rules)
    needless = {id(one) for ask in asked if ask is not None for one in ask(told)}
    return [one for one in told.findings if id(one) not in needless]


def _is_waived(waivers: Waivers, portfolio: Portfolio, record: Any, finding: Finding) -> bool:
    facts = portfolio.facts(record) if waivers.ask_records and isinstance(record, Record) else {}
    return waivers.waives(finding.code, finding.text or "", facts) is not None


def _names(portfolio: Portfolio) -> Iterator[tuple[Record, Finding]]:
    """What is wrong or notable about the names, by the convention of each."""
    for record in portfolio.records:
        convention = portfolio.convention(record)
        if convention is None:
            continue
        checked = convention.check(record.name, portfolio.facts(record), portfolio.day(record))
        for finding in checked.findings:
            finding.record = str(record)
            finding.place = record.origin.place if record.origin else None
            yield record, finding


def _breaches(portfolio: Portfolio, codes: tuple[str, ...]) -> Iterator[tuple[Any, Finding]]:
    for name, rule in all_rules().items():
        if codes and not rule.code.startswith(codes):
            continue
        for breach in rule.check(portfolio):
            severity = _severity(portfolio, rule, breach)
            if severity != "off":
                yield breach.record, _finding(name, rule, breach, severity)


def _finding(name: str, rule: RecordRule, breach: Breach, severity: Severity) -> Finding:
    record = breach.record
    return Finding(
        rule.code,
        breach.message,
        rule=name,
        severity=severity,
        certainty=breach.certainty or rule.certainty,
        text=getattr(record, "name", None),
        field=breach.field,
        span=breach.span,
        found=breach.found,
        expected=breach.expected,
        suggestions=breach.suggestions,
        consequence=breach.consequence or rule.consequence,
        place=record.origin.place if record.origin else None,
        record=str(record),
    )


def _severity(portfolio: Portfolio, rule: RecordRule, breach: Breach) -> Severity:
    """What the taxonomy says of the rule, the record's convention first; else the breach's or the rule's own."""
    levels: Mapping[str, str] = portfolio.resolved["severity"]
    record: Any = breach.record
    convention = portfolio.convention(record) if isinstance(record, Record) else None
    if convention is not None and convention.spec["severity"]:
        levels = {**levels, **convention.spec["severity"]}
    asked: Severity | None = level(rule.code, levels)  # type: ignore[assignment]
    return asked or breach.severity or rule.severity
