"""MT314: personal data in a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mops_taxonomy.governance.rule import Breach, RecordRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.finding import Finding
    from mops_taxonomy.governance.rule import Told
    from mops_taxonomy.portfolio import Portfolio
    from mops_taxonomy.records import Record

__all__ = ["RULE"]

_LETTER = r"[^\W_]"
_ADDRESS = re.compile(
    rf"(?<!{_LETTER})(?<![.%+-])(?:{_LETTER}|[.%+-])+@{_LETTER}(?:{_LETTER}|-)*(?:\.(?:{_LETTER}|-)+)*\.[^\W\d_]{{2,}}"
)
"""A mail address. An underscore parts fields more often than it stands in an address, and is not taken into one."""

_PHONE = re.compile(
    r"(?<![A-Za-z0-9+])\+[1-9](?:[ .()-]{0,2}\d){8,14}(?!\d)"  # from nine digits: no date is one
    r"|(?<![\d+])(?<!\d[-. ])(?:\([2-9]\d\d\) ?|[2-9]\d\d(?P<by>[-. ]))[2-9]\d\d(?(by)(?P=by)|[-. ])\d{4}(?![-. ]?\d)",
    re.ASCII,
)
"""A telephone number: international with its plus, or the North American ten digits in groups of 3, 3 and 4."""


def check(portfolio: Portfolio) -> Iterator[Breach]:
    """Look for mail addresses and telephone numbers in the names."""
    for record in portfolio.records:
        if "@" in record.name:
            for match in _ADDRESS.finditer(record.name):
                yield _breach(record, match, "a mail address")
        for match in _PHONE.finditer(record.name):
            yield _breach(record, match, "a telephone number")._replace(certainty="likely")


def _breach(record: Record, match: re.Match[str], what: str) -> Breach:
    likely = "is" if what == "a mail address" else "looks like"
    return Breach(
        record,
        f"`{match[0]}` in the name {likely} {what}",
        field="name",
        span=match.span(),
        found=match[0],
        expected="a name without personal data",
    )


def needless(told: Told) -> Iterator[Finding]:
    """That a character of a mail address cannot stand there need not be said as well."""
    spans = [one.span for one in told.by("MT314") if one.span is not None]
    for one in told.by("MT107"):
        if one.span and any(start <= one.span[0] and one.span[1] <= end for start, end in spans):
            yield one


RULE = RecordRule(
    code="MT314",
    title="personal data in a name",
    severity="error",
    check=check,
    why=(
        "Names of programs and campaigns are seen by everybody with access, copied into links and reports, and kept "
        "for years; analytics providers forbid personal data in links. What is taken for a telephone number: "
        "a plus and nine to fifteen digits, and ten digits in the North American groups, such as 415-555-0132. Dates, "
        "ids and offer codes are not."
    ),
    bad="name: 20260324_EMEA_EML_Follow-up jane.doe@example.com",
    good="name: 20260324_EMEA_EML_Follow-up",
    repair="Rename it; remember the links that were made from the name.",
    consequence="personal data spreads to every system that the name is copied to, and cannot be called back",
    needless=needless,
)
