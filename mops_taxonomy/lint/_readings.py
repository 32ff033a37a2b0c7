"""What the rules about two readings share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.lint.rule import Flaw

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form
    from mops_taxonomy.proofs.verdict import Verdict

__all__ = ["acknowledged", "asked", "judged_on", "not_decided", "past"]


def asked(ask: Callable[[list[date]], Verdict], days: list[date], today: date) -> Verdict:
    """The verdict over these days; one of the past only where no name of today or later shows the same.

    Args:
        ask: a question about all names of some days.
        days: the days that matter.
        today: the day of the judgement.
    """
    verdict = ask(days)
    ahead = [day for day in days if day >= today]
    if not (past(verdict, today) and ahead):
        return verdict
    again = ask(ahead)
    return again if again.answer == "refuted" else verdict


def past(verdict: Verdict, today: date) -> bool:
    """Whether only names of the past are concerned: they are there already."""
    return verdict.day is not None and verdict.day < today


def not_decided(what: str, verdict: Verdict, path: tuple[str | int, ...], convention: Convention) -> Flaw:
    """A note that a question found no answer."""
    return Flaw(
        f"it was not decided whether {what}: {verdict.reason}",
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


def judged_on(verdict: Verdict, today: date) -> str:
    """` (judged on 2023-01-31)`, by the forms and terms of that time, where that is not today."""
    return f" (judged on {verdict.day})" if verdict.day != today else ""
