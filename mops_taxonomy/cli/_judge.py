"""Judging the names of one input, each by the right day and with what is known of its record."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mops_taxonomy.cli._problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mops_taxonomy.cli._sources import Plan
    from mops_taxonomy.convention import Convention
    from mops_taxonomy.inputs import Row

__all__ = ["Judge", "day_of"]


class Judge:
    """Knows how the names of one input are judged.

    Args:
        plan: how the input is read.
        as_of: the day to judge every name by, or a revision; None for the day on which each record was
            created, and today where that is not known.

    Attributes:
        facts: what decides about a name beside its text and the day: keys of its record.
        keys: what the rows of the input are asked for to know that and the day.
    """

    def __init__(self, plan: Plan, as_of: str | None) -> None:
        self._convention = plan.convention
        self._record = plan.record
        self._channels = plan.channels
        fixed = as_of is not None or plan.record.get("created")
        self._fixed = day_of(plan.convention, as_of, plan.record) if fixed else None
        self._today = date.today()  # noqa: DTZ011  taxonomies speak of days where people are
        self.facts = _facts(plan.convention)
        asked = [*self.facts, *(["system"] if "channel" in self.facts else [])]
        asked += ["created"] if self._fixed is None else []
        self.keys = tuple(key for key in dict.fromkeys(asked) if key not in plan.record)

    def record(self, row: Row) -> dict[str, str]:
        """What is known of the record of a name, built anew at each call."""
        return self._known(row.record)

    def circumstances(self, row: Row) -> tuple[dict[str, str], date, str | None]:
        """What is known of a name's record, the day to judge it by, and why that of its creation cannot be read.

        The day is then today.
        """
        return self.judged_by(row.record)

    def judged_by(self, found: dict[str, str] | None) -> tuple[dict[str, str], date, str | None]:
        """The same, of a record as the input has it."""
        record = self._known(found)
        day, complaint = self._fixed, None
        if day is None:
            day = self._today
            if record.get("created"):
                try:
                    day = self._convention.day(record, None)
                except ValueError as error:
                    complaint = f"created: {error}{_advice(record['created'])}"
        return record, day, complaint

    def _known(self, found: dict[str, str] | None) -> dict[str, str]:
        record = self._record if found is None else found | self._record
        if "channel" not in record:
            return record
        return record | {"channel": self._channels.fact(record["channel"], record.get("system"))}


def _facts(convention: Convention) -> tuple[str, ...]:
    """What decides about a name beside its text and the day: the keys that forms ask for.

    The name by a form that replaces an older one is made with values of the record.
    """
    asked = [key for form in convention.forms for key in form.when]
    followers = {form.replaced_by for form in convention.forms if not form.window.always}
    asked += [path for form in convention.forms if form.name in followers for path in form.required]
    return tuple(dict.fromkeys(asked))


def _advice(created: str) -> str:
    """What to do about a day that Excel has counted: only such numbers of five digits come from anywhere."""
    days, _, part = created.partition(".")
    if len(days) == 5 and days.isdecimal() and (not part or part.isdecimal()):
        return "; Excel counts days so: give its column a date format before the export"
    return ""


def day_of(convention: Convention, as_of: str | None, record: Mapping[str, str] | None = None) -> date:
    """The day that the user means, else the day on which the record was created, else today.

    Raises:
        Problem: the text is neither a day nor a revision.
    """
    try:
        return convention.day(record, as_of)
    except ValueError as error:
        raise Problem(f"{'created' if as_of is None else '--as-of'}: {error}") from None
