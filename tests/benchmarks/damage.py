"""The mistakes that people and tools make in names, one function a mistake; the same dice damage alike.

A mistake is made in the parts of a name, so that a second one can follow. It gives the parts as they are then, and
what is rightly blamed: the fields that hold the damage, and `NAME` where it may as well be the name as a whole, such
as for what stands between fields. Where a name gives no occasion for a mistake, it gives nothing.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import normalize
from urllib.parse import quote, quote_plus

from tests.benchmarks.meant import Meant, Part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from random import Random

__all__ = ["MISTAKES", "NAME", "Damage", "Mistake", "Parts", "joined"]

NAME = None
"""What is blamed where no field is: the name."""

Parts = tuple[Part, ...]

_DELIMITERS = "_-|./:~ "
_LOOKALIKES = dict(zip("ABEKMHOPCTXaeopcx", "АВЕКМНОРСТХаеорсх", strict=True))
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_BETWEEN = re.compile(r"[-_ |./:~,+–—]+")


class Damage(NamedTuple):
    """A name after a mistake.

    Attributes:
        parts: the name.
        blamed: the fields that are rightly blamed, `NAME` among them where that is right too.
    """

    parts: Parts
    blamed: frozenset[str | None]


class Mistake(NamedTuple):
    """One kind of mistake.

    Attributes:
        make: damages the parts of a name; None where it cannot.
        enough: whether what is left tells what was meant, unless another name is as near.
        may_be_safe: whether a repair of it may ever be called safe.
    """

    make: Callable[[Parts, Meant, Random], Damage | None]
    enough: bool = True
    may_be_safe: bool = True


def joined(parts: Iterable[Part]) -> str:
    """The text of a name."""
    return "".join(part.text for part in parts)


# -- places ----------------------------------------------------------------------------------------------


def _fields(parts: Parts) -> list[int]:
    return [at for at, part in enumerate(parts) if part.path is not None]


def _of_kind(parts: Parts, meant: Meant, *kinds: str) -> list[int]:
    """The fields of some kinds that are still as they were meant."""
    return [
        at
        for at in _fields(parts)
        if parts[at].text == meant.name.texts.get(parts[at].path or "")
        and meant.kind(parts[at].path or "").spec["kind"] in kinds
    ]


def _gaps(parts: Parts) -> list[int]:
    """The texts between two fields that are delimiters only."""
    fields = _fields(parts)
    return [one + 1 for one, other in pairwise(fields) if other == one + 2 and _BETWEEN.fullmatch(parts[one + 1].text)]


def _beside(parts: Parts, at: int) -> frozenset[str | None]:
    """What may be blamed for the text in one place: the name, and the fields that it touches."""
    return frozenset({NAME, *(part.path for part in parts[max(at - 1, 0) : at + 2])})


def _with(parts: Parts, at: int, text: str, blamed: frozenset[str | None] | None = None) -> Damage | None:
    """The parts with another text in one place."""
    if parts[at].text == text:
        return None
    changed = (*parts[:at], Part(parts[at].path, text), *parts[at + 1 :])
    return Damage(changed, blamed or frozenset({parts[at].path}))


def _picked(dice: Random, places: list[int]) -> int | None:
    return dice.choice(places) if places else None


# -- terms -----------------------------------------------------------------------------------------------


def case(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """A term in another case."""
    at = _picked(dice, [at for at in _of_kind(parts, meant, "term") if parts[at].text.swapcase() != parts[at].text])
    if at is None:
        return None
    text = parts[at].text
    spellings = sorted({text.lower(), text.upper(), text.title(), text.swapcase()} - {text})
    return _with(parts, at, dice.choice(spellings))


def alias(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """An alias of a term in place of its code."""
    return _other_word(parts, meant, dice, lambda term: term["aliases"])


def label(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """The label of a term in place of its code."""
    return _other_word(parts, meant, dice, lambda term: [term["label"]] if term["label"] else [])


def _other_word(parts: Parts, meant: Meant, dice: Random, words: Callable[[Any], list[str]]) -> Damage | None:
    found = []
    for at in _of_kind(parts, meant, "term"):
        kind: Any = meant.kind(parts[at].path or "")
        term = kind.terms.get(kind.decode(parts[at].text))
        found += [(at, word) for word in (words(term) if term else []) if word != parts[at].text]
    return _with(parts, *dice.choice(found)) if found else None


def _typo(change: Callable[[str, int, Random], str]) -> Callable[[Parts, Meant, Random], Damage | None]:
    def make(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
        at = _picked(dice, [at for at in _of_kind(parts, meant, "term") if len(parts[at].text) > 2])
        if at is None:
            return None
        text = parts[at].text
        return _with(parts, at, change(text, dice.randrange(len(text) - 1), dice))

    return make


def _letter(text: str, dice: Random) -> str:
    letter = dice.choice(_LETTERS)
    return letter.upper() if text.isupper() else letter


def _inserted(text: str, at: int, dice: Random) -> str:
    return text[: at + 1] + _letter(text, dice) + text[at + 1 :]


def _deleted(text: str, at: int, dice: Random) -> str:
    del dice
    return text[: at + 1] + text[at + 2 :]


def _substituted(text: str, at: int, dice: Random) -> str:
    return text[: at + 1] + _letter(text, dice) + text[at + 2 :]


def _transposed(text: str, at: int, dice: Random) -> str:
    del dice
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


# -- delimiters ------------------------------------------------------------------------------------------


def wrong_delimiter(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """One delimiter is another one."""
    at = _picked(dice, _gaps(parts))
    if at is None:
        return None
    old = parts[at].text
    return _with(parts, at, dice.choice([one for one in _DELIMITERS[:4] if one not in old]), _beside(parts, at))


def all_delimiters(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """Every delimiter is the same other one."""
    gaps = _gaps(parts)
    others = [one for one in _DELIMITERS[:3] + " " if all(one != parts[at].text for at in gaps)]
    if len(gaps) < 2 or not others:
        return None
    new = dice.choice(others)
    changed = tuple(Part(None, new) if at in gaps else part for at, part in enumerate(parts))
    return Damage(changed, frozenset({NAME, *(part.path for part in parts)}))


def mixed_delimiters(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """Two delimiters are two different other ones."""
    gaps = _gaps(parts)
    if len(gaps) < 2:
        return None
    one, other = sorted(dice.sample(gaps, 2))
    first = wrong_delimiter_at(parts, one, dice)
    return Damage(wrong_delimiter_at(first, other, dice), _beside(parts, one) | _beside(parts, other))


def wrong_delimiter_at(parts: Parts, at: int, dice: Random) -> Parts:
    """The parts with another delimiter in one place, unlike those around."""
    others = [one for one in _DELIMITERS[:5] if one not in joined(parts[at : at + 1])]
    return (*parts[:at], Part(None, dice.choice(others)), *parts[at + 1 :])


def _at_a_gap(change: Callable[[str], str]) -> Callable[[Parts, Meant, Random], Damage | None]:
    def make(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
        at = _picked(dice, _gaps(parts))
        return None if at is None else _with(parts, at, change(parts[at].text), _beside(parts, at))

    return make


def trailing_delimiter(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """A delimiter of the name stands after it as well, or before it."""
    at = _picked(dice, _gaps(parts))
    if at is None:
        return None
    extra = Part(None, parts[at].text)
    return _at_an_end(parts, dice, extra, extra)


def _at_an_end(parts: Parts, dice: Random, before: Part, after: Part) -> Damage:
    """The name with something before or after it; the field at that end may be blamed."""
    if dice.random() < 0.3:
        return Damage((before, *parts), frozenset({NAME, parts[0].path}))
    return Damage((*parts, after), frozenset({NAME, parts[-1].path}))


def spaces_around_name(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """A space before or after the name."""
    return _at_an_end(parts, dice, Part(None, " "), Part(None, " "))


# -- characters ------------------------------------------------------------------------------------------


def _replaced(old: str, new: str) -> Callable[[Parts, Meant, Random], Damage | None]:
    """Every such character is another one."""

    def make(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
        places = [at for at, part in enumerate(parts) if old in part.text]
        if not places:
            return None
        blamed: frozenset[str | None] = frozenset().union(*(_blame(parts, at) for at in places))
        return Damage(tuple(Part(part.path, part.text.replace(old, new)) for part in parts), blamed)

    return make


def _blame(parts: Parts, at: int) -> frozenset[str | None]:
    return _beside(parts, at) if parts[at].path is None else frozenset({parts[at].path})


def smart_quotes(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """An apostrophe made curly; or the name put in curly quotes."""
    curly = _replaced("'", "’")(parts, meant, dice)
    ends = frozenset({NAME, parts[0].path, parts[-1].path})
    return curly or Damage((Part(None, "“"), *parts, Part(None, "”")), ends)


def no_break_space(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """Spaces that do not break; where there are none, one at the end."""
    made = _replaced(" ", "\u00a0")(parts, meant, dice)
    return made or Damage((*parts, Part(None, "\u00a0")), frozenset({NAME, parts[-1].path}))


def zero_width(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """A character without width anywhere in the name."""
    at = dice.randrange(len(parts))
    text, unseen = parts[at].text, dice.choice("\u200b\ufeff\u200d")
    cut = dice.randint(0, len(text))
    return _with(parts, at, text[:cut] + unseen + text[cut:], _beside(parts, at))


def decomposed(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """Letters with marks taken apart; a letter that is none gets one where nothing else can be had."""
    changed = tuple(Part(part.path, normalize("NFD", part.text)) for part in parts)
    if changed == parts:
        return None
    holding = {old.path for old, new in zip(parts, changed, strict=True) if old != new}
    return Damage(changed, frozenset({NAME, *holding}))


def look_alike(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """A Latin letter of a field is the Cyrillic one that looks like it."""
    at = _picked(dice, [at for at in _fields(parts) if any(c in _LOOKALIKES for c in parts[at].text)])
    if at is None:
        return None
    text = parts[at].text
    where = dice.choice([index for index, c in enumerate(text) if c in _LOOKALIKES])
    return _with(parts, at, text[:where] + _LOOKALIKES[text[where]] + text[where + 1 :])


# -- fields ----------------------------------------------------------------------------------------------


def swapped(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """Two fields stand in each other's place."""
    fields = _fields(parts)
    if len(fields) < 2:
        return None
    one, other = sorted(dice.sample(fields, 2))
    if parts[one].text == parts[other].text:
        return None
    changed = list(parts)
    changed[one], changed[other] = parts[other], parts[one]
    return Damage(tuple(changed), frozenset({parts[one].path, parts[other].path}))


def moved(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """A field stands further on, and those between have moved up: another order."""
    fields = _fields(parts)
    if len(fields) < 3:
        return None
    one, other = sorted(dice.sample(range(len(fields)), 2))
    if other < one + 2:
        return None
    texts = [parts[at] for at in fields]
    texts.insert(other, texts.pop(one))
    changed = list(parts)
    for at, part in zip(fields, texts, strict=True):
        changed[at] = part
    return Damage(tuple(changed), frozenset(parts[at].path for at in fields[one : other + 1]))


def missing(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """A field is left out, with the delimiter before it; of the first field, the one after it."""
    at = _picked(dice, _fields(parts))
    if at is None or len(_fields(parts)) < 2:
        return None
    start, end = (at - 1, at + 1) if at and parts[at - 1].path is None else (at, at + 1)
    if at == 0:
        end = 2 if len(parts) > 1 and parts[1].path is None else 1
    return Damage((*parts[:start], *parts[end:]), frozenset({parts[at].path}))


def repeated(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """A field stands twice, with a delimiter of the name between."""
    gaps = _gaps(parts)
    at = _picked(dice, [at for at in _fields(parts) if at + 1 in gaps or at - 1 in gaps])
    if at is None:
        return None
    between = parts[at + 1] if at + 1 in gaps else parts[at - 1]
    blamed = frozenset({NAME, *(part.path for part in parts[max(at - 2, 0) : at + 3])})
    return Damage((*parts[: at + 1], Part(None, between.text), parts[at], *parts[at + 1 :]), blamed)


# -- dates and numbers -----------------------------------------------------------------------------------


def _day(parts: Parts, meant: Meant, dice: Random) -> tuple[int, date] | None:
    """A field that holds a day."""
    days = [
        (at, value)
        for at in _of_kind(parts, meant, "date")
        if isinstance(value := meant.name.get(parts[at].path or ""), date)
    ]
    return dice.choice(days) if days else None


def other_date_format(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """A day in a format that is not the field's, in which day and month cannot be taken for each other."""
    found = _day(parts, meant, dice)
    if found is None:
        return None
    numbers = ("%d.%m.%Y", "%m/%d/%Y", "%d-%m-%Y") if found[1].day > 12 else ()
    return _reformatted(parts, meant, *found, dice.choice(("%Y-%m-%d", "%Y%m%d", "%d%b%Y", "%Y.%m.%d", *numbers)))


def day_or_month(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """A day in a format that is not the field's, in which day and month could be each other."""
    found = _day(parts, meant, dice)
    if found is None or found[1].day > 12 or found[1].day == found[1].month:
        return None
    return _reformatted(parts, meant, *found, dice.choice(("%d.%m.%Y", "%m/%d/%Y", "%d-%m-%Y", "%d%m%Y")))


def _reformatted(parts: Parts, meant: Meant, at: int, day: date, form: str) -> Damage | None:
    text = day.strftime(form)
    return None if meant.kind(parts[at].path or "").reads(text) else _with(parts, at, text)


def impossible_date(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """A day that no month has, or a month that no year has."""
    found = _day(parts, meant, dice)
    if found is None:
        return None
    at, day = found
    text = parts[at].text
    month, last = f"{day.month:02}", monthrange(day.year, day.month)[1]
    wrong = [(f"{day.day:02}", f"{last + 1}"), (month, "13")]
    old, new = dice.choice([pair for pair in wrong if text.count(pair[0]) == 1] or [("", "")])
    return _with(parts, at, text.replace(old, new)) if old else None


def two_digit_year(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """A year of four digits has lost the first two."""
    at = _picked(dice, [at for at in _of_kind(parts, meant, "date") if re.search("20[0-9]{2}", parts[at].text)])
    return None if at is None else _with(parts, at, re.sub("20([0-9]{2})", r"\1", parts[at].text, count=1))


def no_such_quarter(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """A quarter beyond the fourth."""
    at = _picked(dice, [at for at in _of_kind(parts, meant, "date") if re.search("[Qq][0-9]", parts[at].text)])
    if at is None:
        return None
    return _with(parts, at, re.sub("([Qq])[0-9]", rf"\g<1>{dice.choice(['14', '5', '0'])}", parts[at].text, count=1))


def leading_zeros(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """A number with a zero too many; where there is one, without it."""
    at = _picked(dice, [at for at in _of_kind(parts, meant, "integer") if re.search("[0-9]", parts[at].text)])
    if at is None:
        return None
    text = parts[at].text
    fewer = re.sub("(?<![0-9])0+(?=[0-9])", "", text)
    return _with(parts, at, fewer if fewer != text else re.sub("(?<![0-9])(?=[0-9])", "0", text, count=1))


# -- what tools do ---------------------------------------------------------------------------------------


def cut(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """The name ends where a platform had no room for more."""
    text = joined(parts)
    room = dice.randint(len(text) // 2, len(text) - 1)
    kept: list[Part] = []
    for part in parts:
        kept.append(Part(part.path, part.text[: max(room, 0)]))
        room -= len(part.text)
    gone = {part.path for part, whole in zip(kept, parts, strict=True) if part.text != whole.text}
    return Damage(tuple(part for part in kept if part.text), frozenset({NAME, *gone}))


def _marked(before: tuple[str, ...], after: tuple[str, ...]) -> Callable[[Parts, Meant, Random], Damage | None]:
    """The name with a mark that tools and people leave, before or after it."""

    def make(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
        mark = dice.choice([*before, *after])
        if mark in before:
            return Damage((Part(None, mark), *parts), frozenset({NAME, parts[0].path}))
        return Damage((*parts, Part(None, mark)), frozenset({NAME, parts[-1].path}))

    return make


def left_over(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """A word that belongs to no field, with a delimiter of the name, at an end."""
    at = _picked(dice, _gaps(parts))
    if at is None:
        return None
    between, word = parts[at].text, dice.choice(("adhoc", "NEW", "xx", "Q"))
    return _at_an_end(parts, dice, Part(None, word + between), Part(None, between + word))


def unfilled(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
    """A token that was never filled in: letters for a date, or a token of a tool."""
    at = _picked(dice, _fields(parts))
    if at is None:
        return None
    if meant.kind(parts[at].path or "").spec["kind"] == "date":
        digits = len(re.sub("[^0-9]", "", parts[at].text))
        token = {8: "YYYYMMDD", 6: "YYMMDD", 4: "YYYY"}.get(digits, "{{my.Date}}")
    else:
        token = dice.choice(("{{my.Token}}", "[REGION]", "TBD?"))
    return _with(parts, at, token)


def _encoded(encode: Callable[[str], str]) -> Callable[[Parts, Meant, Random], Damage | None]:
    """Encoded as a link has it."""

    def make(parts: Parts, meant: Meant, dice: Random) -> Damage | None:
        places = [at for at, part in enumerate(parts) if encode(part.text) != part.text]
        blamed: frozenset[str | None] = frozenset({NAME}).union(*(_blame(parts, at) for at in places))
        changed = tuple(Part(part.path, encode(part.text)) for part in parts)
        return Damage(changed, blamed) if places else None

    return make


def _quoted(text: str) -> str:
    return quote(text, safe="")


MISTAKES: dict[str, Mistake] = {
    "case": Mistake(case),
    "an alias": Mistake(alias),
    "a label": Mistake(label),
    "a letter too many": Mistake(_typo(_inserted)),
    "a letter too few": Mistake(_typo(_deleted)),
    "another letter": Mistake(_typo(_substituted)),
    "two letters exchanged": Mistake(_typo(_transposed)),
    "a wrong delimiter": Mistake(wrong_delimiter),
    "every delimiter wrong": Mistake(all_delimiters),
    "mixed delimiters": Mistake(mixed_delimiters),
    "a doubled delimiter": Mistake(_at_a_gap(lambda text: text * 2)),
    "a missing delimiter": Mistake(_at_a_gap(lambda text: "")),
    "a delimiter at an end": Mistake(trailing_delimiter),
    "spaces around a delimiter": Mistake(_at_a_gap(lambda text: f" {text.strip() or '-'} ")),
    "a space at an end": Mistake(spaces_around_name),
    "en dashes": Mistake(_replaced("-", "–")),
    "smart quotes": Mistake(smart_quotes),
    "no-break spaces": Mistake(no_break_space),
    "no width": Mistake(zero_width),
    "decomposed letters": Mistake(decomposed),
    "a letter of another script": Mistake(look_alike),
    "two fields swapped": Mistake(swapped),
    "another order": Mistake(moved),
    "a field missing": Mistake(missing, enough=False),
    "a field repeated": Mistake(repeated),
    "another date format": Mistake(other_date_format),
    "day or month": Mistake(day_or_month, enough=False, may_be_safe=False),
    "an impossible date": Mistake(impossible_date, enough=False),
    "a two-digit year": Mistake(two_digit_year),
    "no such quarter": Mistake(no_such_quarter, enough=False),
    "leading zeros": Mistake(leading_zeros),
    "cut": Mistake(cut, enough=False),
    "a clone": Mistake(_marked(("Copy of ", "Clone of "), (" (copy 03)", " - Copy", "_clone", " (1)", " copy"))),
    "a version tail": Mistake(_marked((), ("_v3", " v3 FINAL", "_FINAL", "-v2", "_final2"))),
    "a template's mark": Mistake(_marked(("Template_", "TEMPLATE "), ("_Template",))),
    "a token unfilled": Mistake(unfilled, enough=False),
    "URL-encoded": Mistake(_encoded(_quoted)),
    "plus-encoded": Mistake(_encoded(quote_plus)),
    "text left over": Mistake(left_over),
}
"""Every mistake by its name."""
