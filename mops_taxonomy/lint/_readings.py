"""What the rules about two readings share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.lint.rule import Flaw

if TYPE_CHECKING:
    from datetime import date

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form
    from mops_taxonomy.proofs.verdict import Verdict

__all__ = ["acknowledged", "not_decided", "since_past"]


def not_decided(what: str, verdict: Verdict, path: tuple[str | int, ...], convention: Convention) -> Flaw:
    """A note that a question found no answer."""
    return Flaw(
        f"{what} was not decided: {verdict.reason}",
        path,
        convention=convention.id,
        severity="info",
        certainty="unknown",
    )


def acknowledged(convention: Convention, *forms: Form) -> bool:
    """Whether an example of these forms states several readings: then their author knows."""
    names = {form.name for form in forms}
    for example in convention.spec["examples"]["valid"]:
        stated = example["readings"]
        count = len(stated) if isinstance(stated, list) else int(stated or 0)
        if count > 1:
            given = (example["name"], example["record"], example["as_of"])
            if names <= {name.form for name in convention.readings(*given)}:
                return True
    return False


def since_past(verdict: Verdict, days: list[date]) -> str:
    """` (on 2023-01-31, by the forms and terms of that time)`, where it is not so today."""
    return f" (judged on {verdict.day})" if days and verdict.day != days[0] else ""
