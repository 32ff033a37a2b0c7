"""What keeps findings from being reported: waivers of the taxonomy, and what a baseline recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.baseline import Baseline, Entry, InvalidBaseline
from mops_taxonomy.cli._discovery import baseline_of
from mops_taxonomy.cli._problem import Problem
from mops_taxonomy.judgement import day_of_judgement
from mops_taxonomy.waivers import Waivers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from mops_taxonomy.cli._settings import Settings
    from mops_taxonomy.finding import Finding
    from mops_taxonomy.taxonomy import Taxonomy
    from mops_taxonomy.waivers import Waiver

__all__ = ["Excused", "Excuses"]

_LISTED = 3


class Excuses:
    """The waivers and baselines of one call, each used for all its inputs.

    Args:
        settings: of the call.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._waivers: dict[str | None, Waivers] = {}
        self._baselines: dict[str, Baseline] = {}

    def of(self, taxonomy: Taxonomy, convention: str) -> Excused:
        """What is excused of the names of one convention.

        Raises:
            Problem: the baseline cannot be used, or the day of judgement is none.
        """
        waivers = self._waivers.get(taxonomy.file)
        if waivers is None:
            day = self._day(taxonomy)
            waivers = self._waivers[taxonomy.file] = Waivers(taxonomy.resolved["waivers"], day)
        return Excused(waivers, self._baseline(taxonomy), convention)

    def _day(self, taxonomy: Taxonomy) -> date:
        try:
            return day_of_judgement(self._settings.as_of, None, taxonomy.resolved["revisions"])
        except ValueError as error:
            raise Problem(f"--as-of: {error}") from None

    def _baseline(self, taxonomy: Taxonomy) -> Baseline | None:
        path = baseline_of(taxonomy.file, self._settings)
        if path is not None and path not in self._baselines:
            self._baselines[path] = _read(path)
        return None if path is None else self._baselines[path]

    @property
    def gone(self) -> list[tuple[Entry, int]]:
        """What was recorded and not met, and how often."""
        return [entry for baseline in self._baselines.values() for entry in baseline.gone.items()]

    @property
    def unused(self) -> list[Waiver]:
        """The waivers in force that waived nothing, of rules that look at names at all."""
        from mops_taxonomy.rules import all_rules

        unused = [waiver for waivers in self._waivers.values() for waiver in waivers.unused]
        codes = [rule.code for rule in all_rules()] if unused else []
        return [waiver for waiver in unused if any(code.startswith(waiver.rules) for code in codes)]

    def notes(self) -> Iterator[str]:
        """What to say when all names are checked."""
        gone = self.gone
        if gone:
            count = sum(number for _, number in gone)
            told = (
                f"{count:,} of the recorded findings {'is' if count == 1 else 'are'} gone from these inputs"
            )
            yield f"{told}: {_listed(gone)}; given all inputs, mops-taxonomy baseline records anew"
        unused = self.unused
        if unused:
            told = "1 waiver was" if len(unused) == 1 else f"{len(unused):,} waivers were"
            shown = "; ".join(map(str, unused[:_LISTED]))
            more = f"; and {len(unused) - _LISTED:,} more" if len(unused) > _LISTED else ""
            yield f"{told} not used: {shown}{more}"


class Excused:
    """What is excused of the names of one input.

    Attributes:
        ask_records: whether the records of the names matter.
    """

    def __init__(self, waivers: Waivers, baseline: Baseline | None, convention: str) -> None:
        self.ask_records = waivers.ask_records
        self._waivers = waivers
        self._baseline = baseline
        self._convention = convention

    def word(self, finding: Finding, name: str, record: Mapping[str, str]) -> tuple[str, str] | None:
        """Why a finding is not reported: it is `waived`, and for which reason, or `recorded`; None if it is reported.

        What was waived until some day is told so.
        """
        waiver = self._waivers.waives(finding.code, name, record)
        if waiver is not None:
            return "waived", waiver.why
        entry = Entry(self._convention, name, finding.code, finding.field or "")
        if self._baseline is not None and self._baseline.takes(entry):
            return "recorded", ""
        ended = self._waivers.ended(finding.code, name, record)
        if ended is not None:
            finding.message += f"; the waiver by {ended.owner} ended on {ended.window.until}"
        return None


def _read(path: str) -> Baseline:
    try:
        with open(path, encoding="utf-8-sig") as file:
            return Baseline(file.read())
    except InvalidBaseline as error:
        raise Problem(f"{path}: {error}; record it anew with: mops-taxonomy baseline") from None
    except UnicodeDecodeError:
        raise Problem(
            f"{path}: not a baseline of mops-taxonomy; record it anew with: mops-taxonomy baseline"
        ) from None
    except OSError as error:
        raise Problem(f"{path}: cannot be read: {error.strerror or error}") from None


def _listed(gone: list[tuple[Entry, int]]) -> str:
    shown = [f"{entry.code} of `{entry.name}`" for entry, _ in gone[:_LISTED]]
    more = f" and {len(gone) - _LISTED:,} more" if len(gone) > _LISTED else ""
    return ", ".join(shown) + more
