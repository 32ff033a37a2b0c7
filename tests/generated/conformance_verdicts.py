"""Write `docs/ambiguity.md`: which of the published conventions are ambiguous, and how it shows.

python -m tests.generated.conformance_verdicts
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.conformance.published import not_written
from tests.conformance.verdicts import verdicts
from tests.generated.conformance_table import escaped, link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.conformance.verdicts import Dispute, Verdict

__all__ = ["TARGET", "render"]

TARGET = Path(__file__).parents[2] / "docs" / "ambiguity.md"

_PAGE = """\
# Which published naming conventions are ambiguous

A naming convention is ambiguous when one name that follows every rule can be read in two ways. Nobody notices when
the name is made: its author knows what was meant. It is noticed when the names are taken apart again for a report,
and two people, or two tools, put the same name into different rows.

We wrote down {all} conventions that organisations have published or that can be read off their public links
([the list](conformance.md)), and asked of each whether any name could be read in two ways.

## The answer

Of {all} conventions:

* **{ambiguous} are ambiguous as they are written**: a name follows every rule and has two readings. For {own} of them
  it is a name that the source itself shows. {inferred} of the {ambiguous} were not published as a rule; we read the
  rule off their names.
* **{wider} more are ambiguous if their free text may hold the delimiter.** The source does not say whether it may.
  We wrote them down as if it may not; then no name has two readings.
* **{one} have one reading**, for every name that can ever be made by them. {sturdy} of these have free text of which
  the source does not say what it may hold, and keep one reading even if it may hold the delimiter.

And of length: for {limited} conventions we know a limit, their own or that of the system that their names live in.

| names and the tightest limit | conventions |
|---|--:|
| always fit | {fits} |
| may be too long: free text has no maximum, and only the author's care keeps the name short | {endless} |
| may be too long, although every part keeps to its own maximum | {over} |
| can never fit | {never} |

## What goes wrong

Each entry shows a name, its readings, and a way out: the smallest change of the taxonomy file that we tried and after
which this dispute is proved to be gone.

{groups}### It is not said what free text may hold

Most conventions have a part that anyone may fill: a theme, an audience, a title. Few say which characters may stand
in it, and where two such parts stand in one name, everything depends on that. These {wider} have one reading if their
free text holds no delimiter, and two if it may; for {shown} of them a name of the source itself would be in dispute.

| convention | free text in question | a name with two readings, if it may |
|---|---|---|
{wider_rows}

One sentence would settle almost all of them: *no part of a name may hold the delimiter*.

### What does not go wrong

{sturdy} conventions also leave open what their free text may hold, and stay readable:

{sturdy_rows}

In most of them only one part is free, so that the others can be counted from both ends. In the rest a key stands
before every part (`rgn.emea_lng.eng`), so that it is found by its name and not by its place, or brackets and signs of
their own enclose it. What is asked here is whether a text may hold the delimiters that stand beside it. Text that may
hold anything at all, and so could imitate several parts with their keys, would mislead in some of these too.

Parts that touch, without any delimiter between them, are rarer than one might think, and do no harm where they are
used: `ABC2505` (email-qa-prefix) and `C054-eC10A` (sfae-pdd-market-to-lead) can be taken apart in one way only. No
convention is ambiguous because of its dates, though {dates} of them write dates in more than one way.

## Every convention

"One reading" is proved of all names. The fourth column is empty where there is no free text, where the source says what
it may hold, and where there are two readings anyhow. Length is empty where no limit is known.

| convention | source | verdict | if its free text may hold the delimiter | length |
|---|---|---|---|---|
{rows}

## How it was decided

Each convention was turned into an exact automaton, and the automaton was followed twice at once, to find a name on
which the two runs part: "one reading" means that there is none, of any length, and every name shown here as
ambiguous was given to the parser, which read it in both ways. As a check on the proofs, each convention was also made
worse on purpose, one change at a time, and the answer compared with names tried one by one; the proofs and the
parser never disagreed.

A proof is about what is written down, and the sources do not always say enough. Where a published text contradicts
its own examples, leaves out its lists, or does not say which characters a part may hold, we had to choose, and the
choices are in the notes of [the list](conformance.md#notes). Words such as *PascalCase*, *one token* or *capital
letters* were taken to exclude the delimiter, and so was code that splits at it and counts the parts; codes of a list
that is known only in part were taken to look like those that are known. For four conventions (adspert-amazon,
airbridge-app, greg-staunton-eloqua, yourorbit-braze) the delimiter itself could not be read, and is ours.

{left}

This page is made by `python -m tests.generated.conformance_verdicts`.
"""

_CAUSES = {
    "text": (
        "Free text that holds the delimiter",
        """\
Two parts of free text stand side by side, and the words inside them are joined by the same character as the parts
themselves. Nothing says where the first one ends. It helps to join words by one character and parts by another.""",
    ),
    "optional": (
        "A part that may be absent",
        """\
A part is left out when it is not needed, and what is left looks like a name in which another part was left out, or
like a longer neighbour. It helps to write the part always, with a code for "none", or to give it a sign of its own.""",
    ),
    "forms": (
        "Two patterns that meet",
        """\
There is more than one pattern, and a name can follow two of them. It helps to begin each with a fixed word of its
own, or to say which pattern counts first.""",
    ),
    "code": (
        "A code that holds the delimiter",
        """\
A code of a list has the delimiter in it, and another code of the list is its beginning. It helps to write the code
without the delimiter.""",
    ),
}

_LENGTHS = {
    "never": "never fits",
    "over": "may be too long",
    "endless": "without a bound",
    "fits": "always fits",
}


def code(text: str) -> str:
    """A text as code in Markdown, in a table too."""
    fence = "``" if "`" in text else "`"
    space = " " if "`" in text else ""
    return f"{fence}{space}{text}{space}{fence}".replace("|", "\\|")


def _file(verdict: Verdict) -> str:
    return f"[{verdict.id}](../tests/conformance/{verdict.published.path.name})"


def _source(verdict: Verdict) -> str:
    return link(verdict.published.remarks("source")[0])


# -- what goes wrong --


def _group(cause: str, every: Iterable[Verdict]) -> str:
    title, words = _CAUSES[cause]
    shown = [
        (verdict, dispute)
        for verdict in every
        for its, dispute in zip(verdict.stated["causes"], verdict.disputes, strict=True)
        if its == cause
    ]
    shown.sort(key=lambda pair: _plainest(pair[1]))
    return f"### {title}\n\n{words}\n\n" + "".join(_shown(*pair) for pair in shown) + "\n"


def _plainest(dispute: Dispute) -> tuple[bool, int]:
    """Names of the source come first, then short ones."""
    return not dispute.published, len(dispute.name)


def _shown(verdict: Verdict, dispute: Dispute) -> str:
    origin = ", a name of the source," if dispute.published else ""
    return (
        f"* {_file(verdict)} ({_source(verdict)}): {code(dispute.name)}{origin} is\n  {_readings(dispute)}.\n"
        f"  Way out: {_way_out(verdict, dispute)}.\n"
    )


def _readings(dispute: Dispute) -> str:
    """The readings, each as code: `product=shoes, promotion=holiday`."""
    readings, more, count = dispute.readings.partition(" (")
    parts = []
    for reading in readings.split(", or "):
        values, by, form = reading.partition(" by `")
        parts.append(code(values) + (f" (by the form `{form.rstrip('`')}`)" if by else ""))
    return " or\n  ".join(parts) + more + count


def _way_out(verdict: Verdict, dispute: Dispute) -> str:
    if "way" in verdict.stated:
        return str(verdict.stated["way"]["words"])
    return dispute.ways_out[0] if dispute.ways_out else "no single change that was tried is enough"


# -- tables --


def _wider_row(verdict: Verdict) -> str:
    name, about = verdict.if_wider[1], verdict.stated.get("about")
    parts = ", ".join(map(code, verdict.unsaid)) + (f": {about}" if about else "")
    origin = ", a name of the source" if _theirs(verdict, name) else ""
    return f"| {_file(verdict)} | {parts} | {code(name)}{origin} |"


def _theirs(verdict: Verdict, name: str) -> bool:
    return any(case.name == name for case in verdict.published.theirs("valid"))


def _row(verdict: Verdict) -> str:
    inferred = " (inferred from names)" if verdict.stated.get("inferred") else ""
    answer = verdict.answer
    if verdict.disputes:
        answer = f"**{answer}**: {code(min(verdict.disputes, key=_plainest).name)}"
    wider = verdict.if_wider[0] if verdict.unsaid else ""
    length = _LENGTHS[verdict.length] if verdict.length else ""
    return f"| {_file(verdict)} | {_source(verdict)}{inferred} | {answer} | {wider} | {length} |"


def _several_dates(verdict: Verdict) -> bool:
    """Whether a convention writes dates in more than one way."""
    return any(
        len({written for form in convention["forms"] for written in _date_formats(form["fields"])}) > 1
        for convention in verdict.published.taxonomy.resolved["conventions"].values()
    )


def _date_formats(fields: dict[str, Any]) -> Iterator[str]:
    for field in fields.values():
        if field["kind"] == "date":
            yield from field["formats"]


def render() -> str:
    """The text of the page."""
    every = verdicts()
    ambiguous = [one for one in every if one.answer == "two readings"]
    single = [one for one in every if one.answer == "one reading"]
    wider = [one for one in single if one.unsaid and one.if_wider[0] == "two readings"]
    sturdy = [one for one in single if one.unsaid and one.if_wider[0] == "one reading"]
    lengths = [one.length for one in every if one.length]
    reasons = "".join(
        f"One more, {name}, is not judged: {reason[:1].lower()}{escaped(reason[1:].rstrip('.'))}."
        for name, reason in not_written().items()
    )
    return _PAGE.format(
        all=len(every),
        ambiguous=len(ambiguous),
        own=sum(any(dispute.published for dispute in one.disputes) for one in ambiguous),
        inferred=sum(bool(one.stated.get("inferred")) for one in ambiguous),
        wider=len(wider),
        shown=sum(_theirs(one, one.if_wider[1]) for one in wider),
        one=len(single) - len(wider),
        sturdy=len(sturdy),
        limited=len(lengths),
        **{length: lengths.count(length) for length in _LENGTHS},
        groups="".join(_group(cause, ambiguous) for cause in _CAUSES),
        wider_rows="\n".join(map(_wider_row, wider)),
        sturdy_rows="\n".join(f"* {_file(one)}: {', '.join(map(code, one.unsaid))}" for one in sturdy),
        dates=sum(map(_several_dates, every)),
        rows="\n".join(map(_row, every)),
        left=reasons,
    )


if __name__ == "__main__":
    TARGET.write_text(render(), encoding="utf-8")
