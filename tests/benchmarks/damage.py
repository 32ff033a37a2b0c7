"""The mistakes that people and tools make in names, one function a mistake; the same dice damage alike.

A mistake is made in the parts of a name, so that a second one can follow. It gives the parts as they are then, and
what is rightly blamed: the fields that hold the damage, and `NAME` where it may as well be the name as a whole, such
as for what stands between fields. Where a name gives no occasion for a mistake, it gives nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize
from urllib.parse import quote, quote_plus

from tests.benchmarks import damaged_fields as inside
from tests.benchmarks.meant import Part
from tests.benchmarks.victim import (
    NAME,
    Damage,
    Mistake,
    at_an_end,
    beside,
    changed,
    fields_of,
    gaps_of,
    joined,
    picked,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.benchmarks.victim import Parts, Victim

__all__ = ["MISTAKES"]

_DELIMITERS = "_-|./:~ "
_LOOKALIKES = dict(zip("ABEKMHOPCTXaeopcx", "АВЕКМНОРСТХаеорсх", strict=True))


# -- delimiters --


def wrong_delimiter(name: Victim) -> Damage | None:
    """One delimiter is another one."""
    at = picked(name.dice, gaps_of(name.parts))
    if at is None:
        return None
    old = name.parts[at].text
    return changed(
        name.parts,
        at,
        name.dice.choice([one for one in _DELIMITERS[:4] if one not in old]),
        beside(name.parts, at),
    )


def all_delimiters(name: Victim) -> Damage | None:
    """Every delimiter is the same other one."""
    gaps = gaps_of(name.parts)
    others = [one for one in _DELIMITERS[:3] + " " if all(one != name.parts[at].text for at in gaps)]
    if len(gaps) < 2 or not others:
        return None
    new = name.dice.choice(others)
    changed = tuple(Part(None, new) if at in gaps else part for at, part in enumerate(name.parts))
    return Damage(changed, frozenset({NAME, *(part.path for part in name.parts)}))


def mixed_delimiters(name: Victim) -> Damage | None:
    """Two delimiters are two different other ones."""
    gaps = gaps_of(name.parts)
    if len(gaps) < 2:
        return None
    one, other = sorted(name.dice.sample(gaps, 2))
    first = wrong_delimiter_at(name.parts, one, name.dice)
    return Damage(
        wrong_delimiter_at(first, other, name.dice), beside(name.parts, one) | beside(name.parts, other)
    )


def wrong_delimiter_at(parts: Parts, at: int, dice: Random) -> Parts:
    """The parts with another delimiter in one place, unlike those around."""
    others = [one for one in _DELIMITERS[:5] if one not in joined(parts[at : at + 1])]
    return (*parts[:at], Part(None, dice.choice(others)), *parts[at + 1 :])


def _at_a_gap(change: Callable[[str], str]) -> Callable[[Victim], Damage | None]:
    def make(name: Victim) -> Damage | None:
        at = picked(name.dice, gaps_of(name.parts))
        return (
            None
            if at is None
            else changed(name.parts, at, change(name.parts[at].text), beside(name.parts, at))
        )

    return make


def trailing_delimiter(name: Victim) -> Damage | None:
    """A delimiter of the name stands after it as well, or before it."""
    at = picked(name.dice, gaps_of(name.parts))
    if at is None:
        return None
    extra = Part(None, name.parts[at].text)
    return at_an_end(name.parts, name.dice, extra, extra)


def spaces_around_name(name: Victim) -> Damage | None:
    """A space before or after the name."""
    return at_an_end(name.parts, name.dice, Part(None, " "), Part(None, " "))


# -- characters --


def _replaced(old: str, new: str) -> Callable[[Victim], Damage | None]:
    """Every such character is another one."""

    def make(name: Victim) -> Damage | None:
        places = [at for at, part in enumerate(name.parts) if old in part.text]
        if not places:
            return None
        blamed: frozenset[str | None] = frozenset().union(*(_blame(name.parts, at) for at in places))
        return Damage(tuple(Part(part.path, part.text.replace(old, new)) for part in name.parts), blamed)

    return make


def _blame(parts: Parts, at: int) -> frozenset[str | None]:
    return beside(parts, at) if parts[at].path is None else frozenset({parts[at].path})


def smart_quotes(name: Victim) -> Damage | None:
    """An apostrophe made curly; or the name put in curly quotes."""
    curly = _replaced("'", "’")(name)
    ends = frozenset({NAME, name.parts[0].path, name.parts[-1].path})
    return curly or Damage((Part(None, "“"), *name.parts, Part(None, "”")), ends)


def no_break_space(name: Victim) -> Damage | None:
    """Spaces that do not break; where there are none, one at the end."""
    made = _replaced(" ", "\u00a0")(name)
    return made or Damage((*name.parts, Part(None, "\u00a0")), frozenset({NAME, name.parts[-1].path}))


def zero_width(name: Victim) -> Damage | None:
    """A character without width anywhere in the name."""
    at = name.dice.randrange(len(name.parts))
    text, unseen = name.parts[at].text, name.dice.choice("\u200b\ufeff\u200d")
    cut = name.dice.randint(0, len(text))
    return changed(name.parts, at, text[:cut] + unseen + text[cut:], beside(name.parts, at))


def decomposed(name: Victim) -> Damage | None:
    """Letters with marks taken apart."""
    changed = tuple(Part(part.path, normalize("NFD", part.text)) for part in name.parts)
    if changed == name.parts:
        return None
    holding = {old.path for old, new in zip(name.parts, changed, strict=True) if old != new}
    return Damage(changed, frozenset({NAME, *holding}))


def look_alike(name: Victim) -> Damage | None:
    """A Latin letter of a field is the Cyrillic one that looks like it."""
    at = picked(
        name.dice, [at for at in fields_of(name.parts) if any(c in _LOOKALIKES for c in name.parts[at].text)]
    )
    if at is None:
        return None
    text = name.parts[at].text
    where = name.dice.choice([index for index, c in enumerate(text) if c in _LOOKALIKES])
    return changed(name.parts, at, text[:where] + _LOOKALIKES[text[where]] + text[where + 1 :])


# -- what tools do --


def cut(name: Victim) -> Damage | None:
    """The name ends where a platform had no room for more."""
    text = joined(name.parts)
    room = name.dice.randint(len(text) // 2, len(text) - 1)
    kept: list[Part] = []
    for part in name.parts:
        kept.append(Part(part.path, part.text[: max(room, 0)]))
        room -= len(part.text)
    gone = {part.path for part, whole in zip(kept, name.parts, strict=True) if part.text != whole.text}
    return Damage(tuple(part for part in kept if part.text), frozenset({NAME, *gone}))


def _marked(before: tuple[str, ...], after: tuple[str, ...]) -> Callable[[Victim], Damage | None]:
    """The name with a mark that tools and people leave, before or after it."""

    def make(name: Victim) -> Damage | None:
        mark = name.dice.choice([*before, *after])
        if mark in before:
            return Damage((Part(None, mark), *name.parts), frozenset({NAME, name.parts[0].path}))
        return Damage((*name.parts, Part(None, mark)), frozenset({NAME, name.parts[-1].path}))

    return make


def left_over(name: Victim) -> Damage | None:
    """A word that belongs to no field, with a delimiter of the name, at an end."""
    at = picked(name.dice, gaps_of(name.parts))
    if at is None:
        return None
    between, word = name.parts[at].text, name.dice.choice(("adhoc", "NEW", "xx", "Q"))
    return at_an_end(name.parts, name.dice, Part(None, word + between), Part(None, between + word))


def _encoded(encode: Callable[[str], str]) -> Callable[[Victim], Damage | None]:
    """Encoded as a link has it."""

    def make(name: Victim) -> Damage | None:
        places = [at for at, part in enumerate(name.parts) if encode(part.text) != part.text]
        blamed: frozenset[str | None] = frozenset({NAME}).union(*(_blame(name.parts, at) for at in places))
        changed = tuple(Part(part.path, encode(part.text)) for part in name.parts)
        return Damage(changed, blamed) if places else None

    return make


def _quoted(text: str) -> str:
    return quote(text, safe="")


MISTAKES: dict[str, Mistake] = {
    "case": Mistake(inside.case),
    "an alias": Mistake(inside.alias),
    "a label": Mistake(inside.label),
    "a letter too many": Mistake(inside.typo(inside.inserted)),
    "a letter too few": Mistake(inside.typo(inside.deleted)),
    "another letter": Mistake(inside.typo(inside.substituted)),
    "two letters exchanged": Mistake(inside.typo(inside.transposed)),
    "a wrong delimiter": Mistake(wrong_delimiter),
    "every delimiter wrong": Mistake(all_delimiters),
    "mixed delimiters": Mistake(mixed_delimiters),
    "a doubled delimiter": Mistake(_at_a_gap(lambda text: text * 2)),
    "a missing delimiter": Mistake(_at_a_gap(lambda text: text[:0])),
    "a delimiter at an end": Mistake(trailing_delimiter),
    "spaces around a delimiter": Mistake(_at_a_gap(lambda text: f" {text.strip() or '-'} ")),
    "a space at an end": Mistake(spaces_around_name),
    "en dashes": Mistake(_replaced("-", "–")),
    "smart quotes": Mistake(smart_quotes),
    "no-break spaces": Mistake(no_break_space),
    "no width": Mistake(zero_width),
    "decomposed letters": Mistake(decomposed),
    "a letter of another script": Mistake(look_alike),
    "two fields swapped": Mistake(inside.swapped),
    "another order": Mistake(inside.moved),
    "a field missing": Mistake(inside.missing, enough=False),
    "a field repeated": Mistake(inside.repeated),
    "another date format": Mistake(inside.other_date_format),
    "day or month": Mistake(inside.day_or_month, enough=False, may_be_safe=False),
    "an impossible date": Mistake(inside.impossible_date, enough=False),
    "a two-digit year": Mistake(inside.two_digit_year),
    "no such quarter": Mistake(inside.no_such_quarter, enough=False),
    "leading zeros": Mistake(inside.leading_zeros),
    "cut": Mistake(cut, enough=False),
    "a clone": Mistake(
        _marked(("Copy of ", "Clone of "), (" (copy 03)", " - Copy", "_clone", " (1)", " copy"))
    ),
    "a version tail": Mistake(_marked((), ("_v3", " v3 FINAL", "_FINAL", "-v2", "_final2"))),
    "a template's mark": Mistake(_marked(("Template_", "TEMPLATE "), ("_Template",))),
    "a token unfilled": Mistake(inside.unfilled, enough=False),
    "URL-encoded": Mistake(_encoded(_quoted)),
    "plus-encoded": Mistake(_encoded(quote_plus)),
    "text left over": Mistake(left_over),
}
"""Every mistake by its name."""
