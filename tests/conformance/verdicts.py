"""What the proofs say of each published convention, beside what `verdicts.yaml` states of it."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from mops_taxonomy import Taxonomy
from mops_taxonomy.proofs.fit import fit, lengths
from mops_taxonomy.proofs.witness import described
from tests.conformance.enumerated import Enumerated
from tests.conformance.mutants import declared, widened
from tests.conformance.published import FOLDER, Published, paths

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.finding import Finding, Report
    from mops_taxonomy.proofs.fit import Fit

__all__ = ["TODAY", "Dispute", "Verdict", "verdicts"]

TODAY = date(2026, 6, 1)
"""The day of every judgement."""

_DISPUTES = ("MT910", "MT911", "MT912")
_TRIED = 2_000


class Dispute(NamedTuple):
    """A name with several readings.

    Attributes:
        code: the rule that found it.
        name: the name.
        published: whether the source itself has the name.
        readings: how its readings differ, in words.
        ways_out: changes that were tried and found to help with this, the smallest first.
    """

    code: str
    name: str
    published: bool
    readings: str
    ways_out: tuple[str, ...]


class Verdict:
    """One convention under judgement.

    Attributes:
        published: the convention.
        stated: what `verdicts.yaml` says of it.
    """

    def __init__(self, published: Published, stated: Mapping[str, Any]) -> None:
        self.published = published
        self.stated = stated

    @property
    def id(self) -> str:
        """The name of the file."""
        return self.published.id

    @cached_property
    def report(self) -> Report:
        """What `lint` finds in the file."""
        return self.published.taxonomy.lint(TODAY)

    @property
    def answer(self) -> str:
        """`two readings`, shown by a name; `one reading`, proved of all names; `not decided`."""
        return _answer(self.report)

    @cached_property
    def disputes(self) -> list[Dispute]:
        """The names that show two readings, in the order of the file."""
        return [self._dispute(finding) for finding in self.report if finding.code in _DISPUTES]

    def _dispute(self, finding: Finding) -> Dispute:
        convention, readings = _read_by(self.published.taxonomy, finding.text or "")
        forms = {reading.form for reading in readings}
        theirs = [case.name for case in self.published.theirs("valid")]
        every = [case.name for case in self.published.cases("valid")]
        # Names of people are easier to read than the shortest name there is: those of the source, then ours.
        for name in (*sorted(theirs, key=len), *sorted(every, key=len)):
            found = list(convention.readings(name, as_of=TODAY))
            if len(found) > 1 and {reading.form for reading in found} == forms:
                return Dispute(finding.code, name, name in theirs, described(found), finding.ways_out)
        return Dispute(finding.code, finding.text or "", False, described(readings), finding.ways_out)

    @property
    def unsaid(self) -> dict[str, dict[str, str]]:
        """The texts of which the source does not say that they hold no delimiter, though the file does."""
        unsaid = self.stated.get("unsaid") or {}
        return unsaid if isinstance(unsaid, dict) else {field: {} for field in unsaid}

    @cached_property
    def if_wider(self) -> tuple[str, str]:
        """The answer if the `unsaid` texts may hold what is not excluded, and a name of two readings or nothing."""
        taxonomy = Taxonomy.load(widened(self.published.path, self.unsaid))
        report = taxonomy.lint(TODAY)
        names = [finding.text for finding in report if finding.code in _DISPUTES and finding.text]
        conventions = [taxonomy.convention(id_) for id_ in taxonomy.conventions]
        if _answer(report) == "not decided":
            names = [
                name for name in (Enumerated(one, TODAY, _TRIED).disputed() for one in conventions) if name
            ]
        if not names:
            return _answer(report), ""
        plain = [re.sub(r"([-|]) (?=[-|])", r"\1 A ", name) for name in names]
        theirs = sorted(self.published.theirs("valid"), key=lambda case: len(case.name))
        shown = [
            case.name for case in theirs if _disputed(case.name, [taxonomy.convention(case.convention.id)])
        ]
        return "two readings", next(iter(shown), None) or next(
            name for name in (*plain, *names) if _disputed(name, conventions)
        )

    @cached_property
    def length(self) -> str | None:
        """How names compare with the tightest limit: never, over, endless, fits; None where no limit is known."""
        taxonomy = self.published.taxonomy
        found = [
            fit(convention, form, limit, TODAY)
            for convention in map(taxonomy.convention, taxonomy.conventions)
            for form in convention.in_force(None, TODAY)
            for limit in lengths(convention)
        ]
        return min(map(_length, found), key=_LENGTHS.index) if found else None

    @property
    def mended(self) -> str:
        """The answer after the `way` that the table states."""
        document = declared(self.published.path)
        for path, value in self.stated["way"]["set"].items():
            *steps, last = path.split(".")
            at: Any = document
            for step in steps:
                at = at[int(step)] if isinstance(at, list) else at[step]
            at[last] = value
        return _answer(Taxonomy.load(document).lint(TODAY))


_LENGTHS = ("never", "over", "endless", "fits")


def _length(found: Fit) -> str:
    if found.never:
        return "never"
    if found.longest.size is None:
        return "endless"
    return "over" if found.example is not None else "fits"


def _answer(report: Report) -> str:
    found = [finding for finding in report if finding.code in _DISPUTES]
    if any(finding.certainty == "certain" for finding in found):
        return "two readings"
    return "not decided" if found else "one reading"


def _read_by(taxonomy: Taxonomy, text: str) -> tuple[Convention, list[Any]]:
    """The convention by which a text has several readings, and these."""
    for convention in map(taxonomy.convention, taxonomy.conventions):
        readings = list(convention.readings(text, as_of=TODAY))
        if len(readings) > 1:
            return convention, readings
    raise AssertionError(f"{text} has one reading")


def _disputed(text: str, conventions: list[Convention]) -> bool:
    return any(len(list(one.readings(text, as_of=TODAY))) > 1 for one in conventions)


@cache
def verdicts() -> tuple[Verdict, ...]:
    """The conventions in the order of their names; what is worked out of them is kept."""
    stated = yaml.safe_load((FOLDER / "verdicts.yaml").read_text(encoding="utf-8"))
    return tuple(Verdict(Published(path), stated.get(path.stem, {})) for path in paths())
