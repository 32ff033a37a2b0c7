"""Names that show something, as people would write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.proofs.verdict import Verdict, undecided

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.name import Name

__all__ = ["described", "dressed", "witness"]

_MOST_SHOWN = 3


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
    return undecided(
        f"by their shape, names such as `{tried}` have two readings, but none of those tried has"
    )


def dressed(text: str, day: date, convention: Convention, confirmed: Callable[[str, date], bool]) -> str:
    """The name with dates that look like dates, where it still shows what it is to show."""
    for reading in convention.analysed(text, convention.in_force(None, day), day).readings:
        for index, start, end in reading.segments:
            kind = reading.form.pieces[index].kind
            if kind is not None and kind.spec["kind"] == "date" and len(kind.example()) == end - start:
                changed = text[:start] + kind.example() + text[end:]
                text = changed if confirmed(changed, day) else text
    return text


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
