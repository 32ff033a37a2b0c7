"""What is found in seven years of real names, and how many wrong dates among them.

    python -m tests.benchmarks.fundraising FILE

The file is a table with the columns `field` (pagename, tracking, campaign_tracking), `name` and `first_seen`: the names
of fundraising banners that `examples/fundraising/` states the conventions of, each with the day that it first appeared.
Each name is judged by that day. That a date is wrong is told without the library: the season is not that of the day in
the same name; or the day is over a month off, and another year, or day and month exchanged, would bring it within one.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy import Taxonomy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.finding import Report

__all__ = ["Judged", "judged"]

FILE = Path(__file__).parents[2] / "examples" / "fundraising" / "taxonomy.yaml"

_TEST = re.compile("B[0-9]{2}_")
_DAY = re.compile("(?<![0-9])[0-9]{6}(?![0-9])")
_SEASON = re.compile("B([0-9]{2})")
_MOMENT = re.compile("B?[0-9]{2,6}")
_MONTH = 31


class Judged(NamedTuple):
    """A name with what was found.

    Attributes:
        field: what it is the name of.
        name: the name.
        seen: the day it first appeared.
        report: what `check` finds.
        repairs: how many repairs there are.
        safe: the safe one, or nothing.
    """

    field: str
    name: str
    seen: date
    report: Report
    repairs: int
    safe: str | None

    @property
    def blamed(self) -> str:
        """Code and field of the first error, or of the first warning."""
        first = min(self.report.findings, key=lambda finding: finding.severity != "error")
        return f"{first.code} {first.rule}, {first.field or 'the name'}"

    @property
    def date_flagged(self) -> bool:
        """Whether its day or its season is one, but said to be wrong: of another season than it was first seen in."""
        return any(
            finding.code == "MT104"
            and finding.field in {"day", "season"}
            and _MOMENT.fullmatch(finding.found or "")
            for finding in self.report
        )

    @property
    def off(self) -> int | None:
        """By how many days it first appeared after its day; None where it holds none."""
        found = _DAY.search(self.name)
        return _days(found[0], "%y%m%d", self.seen) if found else None

    @property
    def date_wrong(self) -> bool:
        """Whether its season is not that of its own day, or its day is far off and a slip explains it."""
        season, digits = _SEASON.match(self.name), _DAY.search(self.name)
        if digits is None or self.off is None:
            return False
        year, month = int(digits[0][:2]), int(digits[0][2:4])
        if season and int(season[1]) != (year if month >= 4 else year - 1):
            return True
        if abs(self.off) <= _MONTH:
            return False
        slips = [(f"{year + step:02}{digits[0][2:]}", "%y%m%d") for step in (-1, 1)]
        others = [_days(text, form, self.seen) for text, form in (*slips, (digits[0], "%y%d%m"))]
        return any(days is not None and abs(days) <= _MONTH for days in others)


def _days(text: str, form: str, seen: date) -> int | None:
    try:
        return (seen - datetime.strptime(text, form).date()).days  # noqa: DTZ007  a day has no zone
    except ValueError:
        return None


def judged(path: Path) -> Iterator[Judged]:
    """Every name of a table, judged by the day it first appeared."""
    taxonomy = Taxonomy.load(FILE)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            field, name, seen = row["field"], row["name"], date.fromisoformat(row["first_seen"])
            of_test = "test" if _TEST.match(name) else "banner"
            id_ = {"tracking": "tracking", "campaign_tracking": "campaign"}.get(field, of_test)
            convention = taxonomy.convention(id_)
            repairs = convention.repair(name, as_of=seen)
            safe = next((repair.text for repair in repairs if repair.safe), None)
            yield Judged(id_, name, seen, convention.check(name, as_of=seen), len(repairs), safe)


def main() -> None:
    """Print what `examples/fundraising/README.md` keeps."""
    every = list(judged(Path(sys.argv[1])))
    print("| convention | names | right | right, with a warning | wrong | with a repair | with a safe one |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for field in dict.fromkeys(one.field for one in every):
        print(_row(field, [one for one in every if one.field == field]))
    print(_row("**all**", every))
    for title, ok in (("wrong", False), ("right, with a warning", True)):
        print(f"\n{title}")
        found = [one for one in every if one.report.ok == ok and len(one.report)]
        for blamed, count in Counter(one.blamed for one in found).most_common(12):
            print(f"{count:6}  {blamed:45} {next(one.name for one in found if one.blamed == blamed)}")
    flagged = [one for one in every if one.date_flagged]
    wrong = [one for one in every if one.date_wrong]
    both = [one for one in wrong if one.date_flagged]
    print(
        f"\n{sum(one.off is not None for one in every)} names with a day; {len(flagged)} names whose date is flagged"
    )
    print(f"{len(wrong)} names whose date is wrong; {len(both)} of them flagged")
    for one in flagged:
        print(f"    flagged {one.name}, {one.seen}, {one.off} days off, wrong: {one.date_wrong}")
    for one in wrong:
        print(f"    wrong {one.name}, {one.seen}, {one.off} days off, flagged: {one.date_flagged}")


def _row(title: str, found: list[Judged]) -> str:
    right = [one for one in found if one.report.ok]
    noted = [one for one in right if len(one.report)]
    wrong = [one for one in found if not one.report.ok]
    counts = (
        len(found),
        len(right) - len(noted),
        len(noted),
        len(wrong),
        sum(one.repairs > 0 for one in wrong),
        sum(one.safe is not None for one in wrong),
    )
    return f"| {title} | {' | '.join(map(str, counts))} |"


if __name__ == "__main__":
    main()
