"""A column read one name at a time: always exact, and what every faster way is measured by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.errors import InvalidName

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.finding import Finding
    from mops_taxonomy.name import Name

__all__ = ["diagnosed", "named"]


def named(
    convention: Convention, texts: Iterable[str], record: Mapping[str, Any] | None, day: date
) -> list[Name | None]:
    """The name that each text is, None for a text that is none."""
    found: list[Name | None] = []
    parse = convention.parse
    for text in texts:
        try:
            found.append(parse(text, record, day))
        except InvalidName:
            found.append(None)
    return found


def diagnosed(
    convention: Convention, text: str, record: Mapping[str, Any] | None, day: date
) -> Finding | None:
    """The first finding on a text, of an invalid one the first error; None where there is nothing to say."""
    findings = convention.check(text, record, day).findings
    errors = (finding for finding in findings if finding.severity == "error")
    return next(errors, findings[0] if findings else None)
