"""The figures of the benchmark of repairs as a page, and its failures grouped by cause."""

from __future__ import annotations

import statistics
from collections import defaultdict
from typing import TYPE_CHECKING

from tests.benchmarks.damage import MISTAKES
from tests.benchmarks.peers import PEERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tests.benchmarks.repairs import Outcome

__all__ = ["Page", "grouped"]

_SLOWEST = 20

_PAGE = """\
# The quality of diagnosis and repair

What `check` blames and `repair` proposes for names that are wrong, measured on names of which it is known what they
were meant to be. Made by `python -m tests.benchmarks.repairs --full --write`; without `--full`, a smaller
run in half a minute, on other names: by that one the costs of repair are set.

{names:,} seeded names of the {sources} conventions of `tests/conformance/` were damaged by each of {mistakes} mistakes,
and by two at a time: {made:,} damaged names. Left out, and counted: {valid:,} that were still valid names, and {near:,}
that another valid name is as near to as the one that was meant, so that nobody could tell.

| | one mistake | target | two mistakes | target |
|---|--:|--:|--:|--:|
| the right field is blamed | {blamed} | 98 % | {blamed_two} | |
| the first repair is the right name (where enough is left) | {first} | 95 % | {first_two} | 85 % |
| it is among the first three (where enough is left) | {three} | | {three_two} | |
| repairs called safe that are the right name | {safe} | 99.9 % | {safe_two} | 99.9 % |

## Mistake by mistake

*Blamed*: the first finding names a field that holds the damage; for what stands between fields, the name as a whole or
a field beside it. *First* and *in three*: the right name is the first repair, is among the first three. *Safe*: for how
many names a repair is called safe; *wrong*: how many of these are not the right name. *Valid* and *near* are left out.
Repairs called safe of names that are as near to another: {near_safe:,}, of which {near_wrong:,} are not the name meant.
The mistakes marked with \\* do not leave enough to tell what was meant; `day or month` must never be called safe.

| mistake | names | blamed | first | in three | safe | wrong | valid | near |
|---|--:|--:|--:|--:|--:|--:|--:|--:|
{rows}

## Beside simpler ways

The same names, given to `difflib` and to rapidfuzz: a name is split at the fixed text of its template, and what is no
term in its place becomes the nearest term. They are told which fields the name has. One mistake, where enough is left:

| | the right field is blamed | the first repair is the right name |
|---|--:|--:|
{peers}

## Time

Processor time of diagnosis and repair of one wrong name: {median:.1f} ms at the median (target 3), {slowest:.1f} ms at
the 99th percentile (target 30), {most:.1f} ms at most. A name of growing length, with a typo and a wrong delimiter:

| characters | {lengths} |
|---|{rules}|
| milliseconds | {taken} |
"""


class Page:
    """The page of one run.

    Attributes:
        text: the page.
    """

    def __init__(self, found: Sequence[Outcome], names: int, growth: Sequence[tuple[int, float]]) -> None:
        counted = [one for one in found if one.counts]
        one, two = ([o for o in counted if len(o.mistakes) == number] for number in (1, 2))
        seconds = sorted(outcome.seconds * 1e3 for outcome in found if outcome.state in {"wrong", "near"})
        self.text = _PAGE.format(
            names=names,
            sources=len({outcome.meant.source for outcome in found}),
            mistakes=len(MISTAKES),
            made=len(found),
            valid=sum(outcome.state == "valid" for outcome in found),
            near=sum(outcome.state == "near" for outcome in found),
            near_safe=sum(outcome.safe for outcome in found if outcome.state == "near"),
            near_wrong=sum(o.safe - o.safe_right for o in found if o.state == "near"),
            **_shares(one, ""),
            **_shares(two, "_two"),
            rows="\n".join(_row(name, [o for o in found if o.mistakes == (name,)]) for name in MISTAKES),
            peers="\n".join(_peers([o for o in one if o.enough])),
            median=statistics.median(seconds),
            slowest=seconds[int(len(seconds) * 0.99)],
            most=seconds[-1],
            lengths=" | ".join(f"{length}" for length, _ in growth),
            rules="|".join("--:" for _ in growth),
            taken=" | ".join(f"{taken:.1f}" for _, taken in growth),
        )


def _share(found: Iterable[Outcome], holds: Callable[[Outcome], bool]) -> str:
    answers = [holds(outcome) for outcome in found]
    return f"{sum(answers) / len(answers):.1%}".replace("%", " %") if answers else ""


def _first(outcome: Outcome) -> bool:
    return outcome.rank == 0


def _in_three(outcome: Outcome) -> bool:
    return outcome.rank is not None and outcome.rank < 3


def _shares(found: Sequence[Outcome], suffix: str) -> dict[str, str]:
    enough = [outcome for outcome in found if outcome.enough]
    safe, right = sum(o.safe for o in found), sum(o.safe_right for o in found)
    return {
        f"blamed{suffix}": _share(found, lambda outcome: outcome.blamed),
        f"first{suffix}": _share(enough, _first),
        f"three{suffix}": _share(enough, _in_three),
        f"safe{suffix}": f"{right / safe:.2%} ({right:,} of {safe:,})".replace("%", " %") if safe else "none",
    }


def _row(name: str, found: Sequence[Outcome]) -> str:
    counted = [outcome for outcome in found if outcome.counts]
    cells = (
        name if MISTAKES[name].enough else f"{name} \\*",
        str(len(counted)),
        _share(counted, lambda outcome: outcome.blamed),
        _share(counted, _first),
        _share(counted, _in_three),
        str(sum(outcome.safe for outcome in counted)),
        str(sum(outcome.safe - outcome.safe_right for outcome in counted)),
        *(str(sum(outcome.state == state for outcome in found)) for state in ("valid", "near")),
    )
    return f"| {' | '.join(cells)} |"


def _peers(found: Sequence[Outcome]) -> Iterable[str]:
    yield f"| mops_taxonomy | {_share(found, lambda outcome: outcome.blamed)} | {_share(found, _first)} |"
    for number, name in enumerate(PEERS):
        blamed = _share(found, lambda outcome, at=number: outcome.peers[at][0])  # type: ignore[misc]
        first = _share(found, lambda outcome, at=number: outcome.peers[at][1])  # type: ignore[misc]
        yield f"| {name} | {blamed} | {first} |"


# -- what went wrong -------------------------------------------------------------------------------------


def grouped(found: Sequence[Outcome]) -> str:
    """What went wrong, by kind of failure and mistake, the most harmful first, with examples of each."""
    kinds: tuple[tuple[str, Callable[[Outcome], bool]], ...] = (
        ("A repair called safe is wrong", lambda one: one.safe > one.safe_right),
        ("The right field is not blamed", lambda one: one.counts and not one.blamed),
        (
            "The first repair is wrong",
            lambda one: one.counts and one.enough and bool(one.rank or (one.rank is None and one.proposals)),
        ),
        ("No repair", lambda one: one.counts and one.enough and not one.proposals),
    )
    slow = sorted(found, key=lambda one: -one.seconds)[:_SLOWEST]
    told = [line for one in slow for line in (f"{one.seconds * 1e3:.0f} ms", *_told(one))]
    failed = [_failures(title, [one for one in found if fails(one)]) for title, fails in kinds]
    return "\n".join((*failed, "# The slowest", "", *told, ""))


def _failures(title: str, failed: Sequence[Outcome]) -> str:
    groups: dict[tuple[str, ...], list[Outcome]] = defaultdict(list)
    for outcome in failed:
        groups[outcome.mistakes if len(outcome.mistakes) == 1 else ("two mistakes",)].append(outcome)
    lines = [f"# {title}: {len(failed)}", ""]
    for mistakes, group in sorted(groups.items(), key=lambda item: -len(item[1])):
        lines.append(f"## {mistakes[0]}: {len(group)}")
        different = {(outcome.meant.source, outcome.meant.form.name): outcome for outcome in group}
        for outcome in list(different.values())[:6]:
            lines += _told(outcome)
        lines.append("")
    return "\n".join(lines)


def _told(outcome: Outcome) -> list[str]:
    safe = {True: "SAFE ", False: ""}
    proposals = "; ".join(f"{safe[is_safe]}{text}" for text, is_safe in outcome.proposals[:3]) or "none"
    done = ", ".join((*outcome.mistakes, "near") if outcome.state == "near" else outcome.mistakes)
    where = f"{outcome.meant.source} / {outcome.meant.convention.id} / {outcome.meant.form.name}"
    return [
        f"- {where}: `{outcome.meant.form.template}` ({done})",
        f"    meant  {outcome.meant.text}",
        f"    became {outcome.text!r}",
        f"    says   {outcome.finding}",
        f"    repair {proposals}",
    ]
