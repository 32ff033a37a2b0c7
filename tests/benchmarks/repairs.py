"""How well wrong names are explained and put right, on damaged names of the published conventions.

    python -m tests.benchmarks.repairs                  a sample, about half a minute
    python -m tests.benchmarks.repairs --full           the figures of docs/repair-quality.md
    python -m tests.benchmarks.repairs --full --write   writes that page
    python -m tests.benchmarks.repairs --weak FILE      what went wrong, grouped by cause

Every form gives seeded names, every name is damaged by each mistake of `damage`, alone and two at a time.
A damaged name that is still valid is left out, and so is one that is as near to another valid name; both are counted.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy import Taxonomy
from tests.benchmarks.damage import MISTAKES
from tests.benchmarks.meant import DAY, every_convention
from tests.benchmarks.nearness import is_near_another, other_terms
from tests.benchmarks.peers import PEERS
from tests.benchmarks.quality import Page, grouped
from tests.benchmarks.victim import Victim, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mops_taxonomy.finding import Report
    from tests.benchmarks.meant import Meant
    from tests.benchmarks.victim import Damage

__all__ = ["Outcome", "outcomes"]

SEEDS = {"quick": 20260601, "full": 20260602}
"""The engine is tuned by the quick run; the full one has other names."""

NAMES = {"quick": 2, "full": 6}
"""Names of each form."""

PAIRS = {"quick": 4, "full": 12}
"""Pairs of mistakes made in each name."""

GROWING: dict[str, Any] = {
    "taxonomy": "growing",
    "fields": {
        "day": {"kind": "date", "format": "{YYYY}{MM}{DD}"},
        "region": {"kind": "term", "terms": ["EMEA", "AMER", "APAC"]},
        "title": {"kind": "text", "characters": "A-Za-z0-9", "joiner": "-"},
        "variant": {"kind": "integer", "format": "v{n}", "width": 2},
    },
    "conventions": {"program": {"forms": ["{day}_{region}_{title}_{variant}"]}},
}
"""A convention whose names may be of any length."""

TARGET = Path(__file__).parents[2] / "docs" / "repair-quality.md"


class Outcome(NamedTuple):
    """What became of one damaged name.

    Attributes:
        mistakes: what was done to it.
        meant: what it was.
        text: what it became.
        state: `wrong` counts; `noted` too, it is an accepted spelling; `valid` and `near` are left out.
        enough: whether the mistakes leave enough to tell what was meant.
        blamed: whether the first finding names what is rightly blamed.
        finding: the first finding in words.
        rank: the place of the right name among the repairs, from 0; None where it is none of them.
        proposals: the repairs, the safe ones marked.
        safe: how many repairs are called safe.
        safe_right: how many of these are the right name.
        seconds: the processor time that diagnosis and repair took.
        peers: for each peer, whether it blames rightly and whether it proposes the right name.
    """

    mistakes: tuple[str, ...]
    meant: Meant
    text: str
    state: str
    enough: bool
    blamed: bool = False
    finding: str = ""
    rank: int | None = None
    proposals: tuple[tuple[str, bool], ...] = ()
    seconds: float = 0.0
    peers: tuple[tuple[bool, bool], ...] = ()

    @property
    def counts(self) -> bool:
        """Whether the name is one that should be explained and put right."""
        return self.state in {"wrong", "noted"}

    @property
    def safe(self) -> int:
        """How many repairs are called safe."""
        return sum(safe for _, safe in self.proposals)

    @property
    def safe_right(self) -> int:
        """How many of the safe repairs are the name that was meant."""
        return sum(safe and text == self.meant.text for text, safe in self.proposals)


def outcomes(names: Iterable[Meant], pairs: int) -> Iterator[Outcome]:
    """What becomes of each name, damaged by every mistake and by some pairs of mistakes."""
    for meant in names:
        dice = Random(f"damage {meant.text}")
        for name, mistake in MISTAKES.items():
            damage = mistake.make(Victim(meant.parts, meant, dice))
            if damage is not None:
                near = is_near_another(name, damage.parts, meant)
                yield _outcome((name,), damage, meant, near=near)
        yield from _pairs(meant, pairs, dice)


def _pairs(meant: Meant, count: int, dice: Random) -> Iterator[Outcome]:
    """The name with two different mistakes, each of which leaves enough to be told."""
    names = [name for name, mistake in MISTAKES.items() if mistake.enough]
    for _ in range(count):
        one, other = dice.sample(names, 2)
        first = _told(one, meant, dice)
        state = dice.getstate()
        alone = _told(other, meant, dice)
        dice.setstate(state)  # so that it is the same mistake that is then made in the damaged name
        second = MISTAKES[other].make(Victim(first.parts, meant, dice)) if first and alone else None
        if first is not None and second is not None:
            near = any(meant.is_valid(text) for text in other_terms(second.parts, meant))
            damage = second._replace(blamed=first.blamed | second.blamed)
            yield _outcome((one, other), damage, meant, near=near)


def _told(name: str, meant: Meant, dice: Random) -> Damage | None:
    """A mistake of the name; None where it leaves a valid name or one that is as near to another."""
    damage = MISTAKES[name].make(Victim(meant.parts, meant, dice))
    if damage is None or is_near_another(name, damage.parts, meant):
        return None
    report = meant.convention.check(joined(damage.parts), as_of=DAY)
    return None if _state(report, meant, near=False) == "valid" else damage


def _outcome(mistakes: tuple[str, ...], damage: Damage, meant: Meant, *, near: bool) -> Outcome:
    text = joined(damage.parts)
    enough = all(MISTAKES[name].enough for name in mistakes)
    start = time.thread_time()
    report = meant.convention.check(text, as_of=DAY)
    proposals = () if text == meant.text else meant.convention.repair(text, as_of=DAY)
    seconds = time.thread_time() - start
    finding = report.findings[0] if report.findings else None
    texts = [proposal.text for proposal in proposals]
    return Outcome(
        mistakes,
        meant,
        text,
        _state(report, meant, near=near),
        enough,
        finding is not None and finding.field in damage.blamed,
        f"{finding.code} {finding.field}: {finding.message}" if finding else "",
        texts.index(meant.text) if meant.text in texts else None,
        tuple((proposal.text, proposal.safe) for proposal in proposals),
        seconds,
        tuple(
            (answer.field is not None and answer.field in damage.blamed, answer.text == meant.text)
            for answer in (peer(text, meant) for peer in PEERS.values())
        ),
    )


def growth() -> Iterator[tuple[int, float]]:
    """Lengths of a name with a typo and a wrong delimiter, and the milliseconds of both calls."""
    convention = Taxonomy.load(GROWING).convention()
    for words in (4, 8, 16, 32, 48):
        text = f"20260324_EMAE-{'-'.join(['Customer'] * words)}_v02"
        times = []
        for _ in range(9):
            start = time.thread_time()
            convention.check(text, as_of=DAY)
            convention.repair(text, as_of=DAY)
            times.append(time.thread_time() - start)
        yield len(text), statistics.median(times) * 1e3


def _state(report: Report, meant: Meant, *, near: bool) -> str:
    """Whether the damaged name counts: an accepted spelling of the same values does, another valid name does not."""
    if not report.ok:
        return "near" if near else "wrong"
    return "noted" if len(report) and report.name.values == meant.name.values else "valid"


def main() -> None:
    """Print what was measured; write it down where that is asked for."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--full", action="store_true")
    arguments.add_argument("--write", action="store_true")
    arguments.add_argument("--weak", type=Path)
    asked = arguments.parse_args()
    os.environ["MOPS_TAXONOMY_CACHE"] = ""
    mode = "full" if asked.full else "quick"
    names = [meant for form in every_convention(NAMES[mode], SEEDS[mode]) for meant in form]
    for meant in names:  # what a form needs is made on the first wrong name
        meant.convention.check("?", as_of=DAY)
        meant.convention.repair("?", as_of=DAY)
    gc.collect()
    found = list(outcomes(names, PAIRS[mode]))
    page = Page(found, len(names), list(growth()))
    print(page.text)
    if asked.write:
        TARGET.write_text(page.text, encoding="utf-8")
    if asked.weak:
        asked.weak.write_text(grouped(found), encoding="utf-8")


if __name__ == "__main__":
    main()
