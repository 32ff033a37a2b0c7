"""Names that show something, as people would write them."""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING

from mops_taxonomy.algebra.machine import words
from mops_taxonomy.algebra.sampling import sampled
from mops_taxonomy.fault import Misfit
from mops_taxonomy.proofs.verdict import Verdict, undecided

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from mops_taxonomy.algebra.machine import Machine
    from mops_taxonomy.convention import Convention
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.name import Name

__all__ = ["candidates", "described", "dressed", "witness"]

MOST_STATES = 1_000_000
"""States after which a search for a name gives up."""

MOST_CANDIDATES = 60
"""Candidates of each sort that the parser is asked about."""

_MOST_SHOWN = 3


def candidates(machine: Machine) -> Iterator[str]:
    """Words to try: the shortest, then some at random, since the shortest are much alike.

    Raises:
        TooLarge: the machine has too many states.
    """
    yield from islice(words(machine, MOST_STATES), MOST_CANDIDATES)
    yield from sampled(machine, MOST_CANDIDATES, most=MOST_STATES)


def witness(
    candidates: Iterable[str],
    confirmed: Callable[[str, date], bool],
    days: list[date],
    convention: Convention,
) -> Verdict:
    """The first candidate that the parser confirms to have two readings on some day.

    Args:
        candidates: names to try.
        confirmed: asks the parser about a name and a day.
        days: the days to try.
        convention: whose names they are.
    """
    tried: str | None = None
    for text in candidates:
        tried = tried or text
        for day in days:
            if confirmed(text, day):
                shown = dressed(text, day, convention, confirmed)
                readings = list(convention.readings(shown, as_of=day))
                return Verdict("refuted", shown, detail=described(readings), day=day)
    if tried is None:
        return undecided("what can be taken apart in two ways meant the same each time that was tried")
    return undecided(
        f"by their shape, names such as `{tried}` have two readings, but none of those tried has"
    )


def dressed(text: str, day: date, convention: Convention, confirmed: Callable[[str, date], bool]) -> str:
    """The name as people would write it, dates like dates and terms as they are spelt, where it shows the same."""
    for reading in convention.analysed(text, convention.in_force(None, day), day).readings:
        for index, start, end in reversed(reading.segments):
            kind = reading.form.pieces[index].kind
            better = _better(kind, text[start:end]) if kind is not None else None
            if better is not None:
                changed = text[:start] + better + text[end:]
                text = changed if confirmed(changed, day) else text
        break
    return text


def _better(kind: Kind, text: str) -> str | None:
    if kind.spec["kind"] == "date" and len(kind.example()) == len(text):
        return kind.example()
    if kind.spec["kind"] == "term":
        with suppress(Misfit):  # a code that is refused is no better
            right = kind.encode(kind.decode(text))
            return right if len(right) <= len(text) else None
    return None


def described(readings: list[Name]) -> str:
    """`vendor=AWS, title=Cloud-Day, or vendor=AWS-Cloud, title=Day`: where readings differ."""
    texts = [dict(reading.texts) for reading in readings]
    values = [dict(reading.values) for reading in readings]
    paths = dict.fromkeys(path for one in texts for path in one)
    disputed = [
        path
        for path in paths
        if len({(text.get(path), repr(value.get(path))) for text, value in zip(texts, values, strict=True)})
        > 1
    ]
    several = len({reading.form for reading in readings}) > 1
    shown = []
    for reading, text in zip(readings, texts, strict=True):
        parts = [f"{path}={_shown(reading, path, texts)}" for path in disputed if path in text]
        words = ", ".join(parts) or f"without {', '.join(disputed)}"
        shown.append(f"{words} by `{reading.form}`" if several else words)
    shown = list(dict.fromkeys(shown))
    more = f" ({len(shown)} in all)" if len(shown) > _MOST_SHOWN else ""
    return ", or ".join(shown[:_MOST_SHOWN]) + more


def _shown(reading: Name, path: str, texts: list[dict[str, str]]) -> str:
    """The text; the value where the text alone does not tell the readings apart."""
    value = reading.values.get(path)
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]"
    same = len({text.get(path) for text in texts}) == 1
    return str(value) if same else reading.texts[path]
