"""Mistakes in the fields of a name: terms, dates, numbers, and the order that fields stand in."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Any

from tests.benchmarks.meant import Part
from tests.benchmarks.victim import NAME, Damage, changed, fields_of, gaps_of, of_kind, picked

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.benchmarks.victim import Victim

__all__ = [
    "alias", "case", "day_or_month", "deleted", "impossible_date", "inserted", "label", "leading_zeros", "missing",
    "moved", "no_such_quarter", "other_date_format", "repeated", "substituted", "swapped", "transposed",
    "two_digit_year", "typo", "unfilled",
]  # fmt: skip

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


# -- terms --


def case(name: Victim) -> Damage | None:
    """A term in another case."""
    at = picked(
        name.dice,
        [at for at in of_kind(name, "term") if name.parts[at].text.swapcase() != name.parts[at].text],
    )
    if at is None:
        return None
    text = name.parts[at].text
    spellings = sorted({text.lower(), text.upper(), text.title(), text.swapcase()} - {text})
    return changed(name.parts, at, name.dice.choice(spellings))


def alias(name: Victim) -> Damage | None:
    """An alias of a term in place of its code."""
    return _other_word(name, lambda term: term["aliases"])


def label(name: Victim) -> Damage | None:
    """The label of a term in place of its code."""
    return _other_word(name, lambda term: [term["label"]] if term["label"] else [])


def _other_word(name: Victim, words: Callable[[Any], list[str]]) -> Damage | None:
    found = []
    for at in of_kind(name, "term"):
        kind: Any = name.meant.kind(name.parts[at].path or "")
        term = kind.terms.get(kind.decode(name.parts[at].text))
        found += [(at, word) for word in (words(term) if term else []) if word != name.parts[at].text]
    return changed(name.parts, *name.dice.choice(found)) if found else None


def typo(change: Callable[[str, int, Random], str]) -> Callable[[Victim], Damage | None]:
    def make(name: Victim) -> Damage | None:
        at = picked(name.dice, [at for at in of_kind(name, "term") if len(name.parts[at].text) > 2])
        if at is None:
            return None
        text = name.parts[at].text
        return changed(name.parts, at, change(text, name.dice.randrange(len(text) - 1), name.dice))

    return make


def _letter(text: str, dice: Random) -> str:
    letter = dice.choice(_LETTERS)
    return letter.upper() if text.isupper() else letter


def inserted(text: str, at: int, dice: Random) -> str:
    return text[: at + 1] + _letter(text, dice) + text[at + 1 :]


def deleted(text: str, at: int, dice: Random) -> str:
    del dice
    return text[: at + 1] + text[at + 2 :]


def substituted(text: str, at: int, dice: Random) -> str:
    return text[: at + 1] + _letter(text, dice) + text[at + 2 :]


def transposed(text: str, at: int, dice: Random) -> str:
    del dice
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


# -- which field stands where --


def swapped(name: Victim) -> Damage | None:
    """Two fields stand in each other's place."""
    fields = fields_of(name.parts)
    if len(fields) < 2:
        return None
    one, other = sorted(name.dice.sample(fields, 2))
    if name.parts[one].text == name.parts[other].text:
        return None
    changed = list(name.parts)
    changed[one], changed[other] = name.parts[other], name.parts[one]
    return Damage(tuple(changed), frozenset({name.parts[one].path, name.parts[other].path}))


def moved(name: Victim) -> Damage | None:
    """A field stands further on, and those between have moved up: another order."""
    fields = fields_of(name.parts)
    if len(fields) < 3:
        return None
    one, other = sorted(name.dice.sample(range(len(fields)), 2))
    if other < one + 2:
        return None
    texts = [name.parts[at] for at in fields]
    texts.insert(other, texts.pop(one))
    changed = list(name.parts)
    for at, part in zip(fields, texts, strict=True):
        changed[at] = part
    return Damage(tuple(changed), frozenset(name.parts[at].path for at in fields[one : other + 1]))


def missing(name: Victim) -> Damage | None:
    """A field is left out, with what stands before it; of the first field, what stands after it."""
    at = picked(name.dice, fields_of(name.parts))
    if at is None or len(fields_of(name.parts)) < 2:
        return None
    other = at - 1 if at else 1
    gone = {at, other} if name.parts[other].path is None else {at}
    blamed = {name.parts[at].path}
    if any(character.isalnum() for character in name.parts[other].text if other in gone):
        blamed.add(NAME)  # the fixed words of the form are missing as well
    left = tuple(part for number, part in enumerate(name.parts) if number not in gone)
    return Damage(left, frozenset(blamed))


def repeated(name: Victim) -> Damage | None:
    """A field stands twice, with a delimiter of the name between."""
    gaps = gaps_of(name.parts)
    at = picked(name.dice, [at for at in fields_of(name.parts) if at + 1 in gaps or at - 1 in gaps])
    if at is None:
        return None
    between = name.parts[at + 1] if at + 1 in gaps else name.parts[at - 1]
    blamed = frozenset({NAME, *(part.path for part in name.parts[max(at - 2, 0) : at + 3])})
    return Damage(
        (*name.parts[: at + 1], Part(None, between.text), name.parts[at], *name.parts[at + 1 :]), blamed
    )


def unfilled(name: Victim) -> Damage | None:
    """A token that was never filled in: letters for a date, or a token of a tool."""
    at = picked(name.dice, fields_of(name.parts))
    if at is None:
        return None
    if name.meant.kind(name.parts[at].path or "").spec["kind"] == "date":
        digits = len(re.sub("[^0-9]", "", name.parts[at].text))
        token = {8: "YYYYMMDD", 6: "YYMMDD", 4: "YYYY"}.get(digits, "{{my.Date}}")
    else:
        token = name.dice.choice(("{{my.Token}}", "[REGION]", "TBD?"))
    return changed(name.parts, at, token)


# -- dates and numbers --


def _day(name: Victim) -> tuple[int, date] | None:
    """A field that holds a day."""
    days = [
        (at, value)
        for at in of_kind(name, "date")
        if isinstance(value := name.meant.name.get(name.parts[at].path or ""), date)
    ]
    return name.dice.choice(days) if days else None


def other_date_format(name: Victim) -> Damage | None:
    """A day in a format that is not the field's, in which day and month cannot be taken for each other."""
    found = _day(name)
    if found is None:
        return None
    numbers = ("%d.%m.%Y", "%m/%d/%Y", "%d-%m-%Y") if found[1].day > 12 else ()
    return _reformatted(
        name, *found, name.dice.choice(("%Y-%m-%d", "%Y%m%d", "%d%b%Y", "%Y.%m.%d", *numbers))
    )


def day_or_month(name: Victim) -> Damage | None:
    """A day in a format that is not the field's, in which day and month could be each other."""
    found = _day(name)
    if found is None or found[1].day > 12 or found[1].day == found[1].month:
        return None
    return _reformatted(name, *found, name.dice.choice(("%d.%m.%Y", "%m/%d/%Y", "%d-%m-%Y", "%d%m%Y")))


def _reformatted(name: Victim, at: int, day: date, form: str) -> Damage | None:
    text = day.strftime(form)
    reads = name.meant.kind(name.parts[at].path or "").reads
    return None if reads(text) else changed(name.parts, at, text)


def impossible_date(name: Victim) -> Damage | None:
    """A day that no month has, or a month that no year has."""
    found = _day(name)
    if found is None:
        return None
    at, day = found
    text = name.parts[at].text
    month, last = f"{day.month:02}", monthrange(day.year, day.month)[1]
    wrong = [(f"{day.day:02}", f"{last + 1}"), (month, "13")]
    old, new = name.dice.choice([pair for pair in wrong if text.count(pair[0]) == 1] or [("", "")])
    return changed(name.parts, at, text.replace(old, new)) if old else None


def two_digit_year(name: Victim) -> Damage | None:
    """A year of four digits has lost the first two."""
    at = picked(
        name.dice, [at for at in of_kind(name, "date") if re.search("20[0-9]{2}", name.parts[at].text)]
    )
    return (
        None
        if at is None
        else changed(name.parts, at, re.sub("20([0-9]{2})", r"\1", name.parts[at].text, count=1))
    )


def no_such_quarter(name: Victim) -> Damage | None:
    """A quarter beyond the fourth."""
    at = picked(
        name.dice, [at for at in of_kind(name, "date") if re.search("[Qq][0-9]", name.parts[at].text)]
    )
    if at is None:
        return None
    return changed(
        name.parts,
        at,
        re.sub("([Qq])[0-9]", rf"\g<1>{name.dice.choice(['14', '5', '0'])}", name.parts[at].text, count=1),
    )


def leading_zeros(name: Victim) -> Damage | None:
    """A number with a zero too many; where there is one, without it."""
    at = picked(name.dice, [at for at in of_kind(name, "integer") if re.search("[0-9]", name.parts[at].text)])
    if at is None:
        return None
    text = name.parts[at].text
    fewer = re.sub("(?<![0-9])0+(?=[0-9])", "", text)
    return changed(
        name.parts, at, fewer if fewer != text else re.sub("(?<![0-9])(?=[0-9])", "0", text, count=1)
    )
