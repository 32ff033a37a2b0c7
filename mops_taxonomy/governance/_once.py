"""One fault is told once, though several rules see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from mops_taxonomy.matching.differing import dates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mops_taxonomy.finding import Finding
    from mops_taxonomy.portfolio import Portfolio

__all__ = ["once"]

_TYPES: Final = ("MT306", "MT315")
_DOUBLES: Final = ("MT401", "MT411")
_ALONE: Final = ("MT501", "MT502")


def once(portfolio: Portfolio, record: Any, findings: Sequence[Finding]) -> list[Finding]:
    """The findings of one record, without those that another of them makes needless.

    A rule about the record itself goes before one that compares it with its partner and would have it put right in the
    same way, unless it is the less certain of the two.

    Args:
        portfolio: in which the record is.
        record: a program, a campaign, a channel or a member.
        findings: all of that record.
    """
    codes = {one.code for one in findings}
    if len(codes) == 1:
        return list(findings)
    same_type = _have_same_type(findings)
    needless = {
        "MT304": any(one.code == "MT305" and one.field == "budgeted_cost" for one in findings),
        "MT306": "MT504" in codes and not same_type,
        "MT503": not codes.isdisjoint({"MT330", "MT116"}) or _is_corrected(findings),
        "MT504": same_type,
        "MT509": "MT509" in codes and _are_own_dates(portfolio, record, codes),
    }
    # What doubles another record has no partner because that one has it.
    if not codes.isdisjoint(_DOUBLES) and id(record) in portfolio.matches.alone:
        needless |= dict.fromkeys(_ALONE, True)
    return [one for one in findings if not needless.get(one.code) and not _is_within(one, findings)]


def _is_within(finding: Finding, findings: Sequence[Finding]) -> bool:
    """Whether it only says that a character of a mail address or telephone number cannot stand there."""
    if finding.code != "MT107" or finding.span is None:
        return False
    start, end = finding.span
    spans = [one.span for one in findings if one.code == "MT314" and one.span is not None]
    return any(first <= start and end <= last for first, last in spans)


def _have_same_type(findings: Sequence[Finding]) -> bool:
    """Whether what the record itself says of its type is what its program says, and as surely."""
    wanted = {one.expected for one in findings if one.code == "MT504"}
    return any(
        one.certainty == "certain" and one.suggestions and one.suggestions[0].text in wanted
        for one in findings
        if one.code in _TYPES
    )


def _is_corrected(findings: Sequence[Finding]) -> bool:
    """Whether another error would make the name into that of the partner."""
    wanted = {one.expected for one in findings if one.code == "MT503"}
    return any(
        _corrected(one) in wanted for one in findings if one.code != "MT503" and one.severity == "error"
    )


def _corrected(finding: Finding) -> str | None:
    """The name with what is suggested in the place of the fault, or without what is too much."""
    if finding.text is None or finding.span is None:
        return None
    start, end = finding.span
    right = finding.suggestions[0].text if finding.suggestions else ""
    return f"{finding.text[:start]}{right}{finding.text[end:]}"


def _are_own_dates(portfolio: Portfolio, record: Any, codes: set[str]) -> bool:
    """Whether its dates differ from its partner's only because they are at odds with its own name or each other."""
    found = [one for match in portfolio.matches.of(record) for one in dates(portfolio, match)]
    if "MT302" in codes and record.start and record.end and record.start > record.end:
        return True
    named = [one for one in portfolio.dates(record) if one.role == "start"]
    return "MT301" in codes and all(
        one.field == "start" and any(day.first <= one.new <= day.last for day in named) for one in found
    )
