"""Derived names: record fields whose value follows from the name, such as `utm_campaign`.

They are worked out forwards only: what a change has taken away cannot be had back.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.conditions import undecided

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mops_taxonomy.algebra.charset import Charset

__all__ = ["Derived", "Option", "changed", "derived"]


class Option(NamedTuple):
    """A value that a field may be meant to have.

    Attributes:
        text: the value.
        effect: what happens downstream where the field has another, as the taxonomy words it.
        asked: the keys of the record that are not known, with the values under which this is the one; empty where it
            is the one for certain.
    """

    text: str
    effect: str | None
    asked: Mapping[str, tuple[str, ...]]


class Derived(NamedTuple):
    """What a name gives for one field of its record.

    Attributes:
        field: the field of the record.
        options: the values that it may be meant to have, in order; each counts where none before it does. More than
            one, or one with conditions, where too little is known of the record.
    """

    field: str
    options: tuple[Option, ...]

    @property
    def text(self) -> str | None:
        """The value, if there is no doubt about it."""
        texts = {option.text for option in self.options}
        return texts.pop() if self.settled and len(texts) == 1 else None

    @property
    def settled(self) -> bool:
        """Whether one of the options is the one, though it may not be known which; else the field may be free."""
        return not self.options[-1].asked

    @property
    def undecided(self) -> tuple[str, ...]:
        """The keys of the record that would have to be known."""
        return tuple(dict.fromkeys(key for option in self.options for key in option.asked))


def derived(
    rules: Mapping[str, Iterable[Mapping[str, Any]]], name: str, record: Mapping[str, Any] | None = None
) -> dict[str, Derived]:
    """What a name gives, by the field of the record; fields for which no rule is meant are left out.

    Args:
        rules: of a convention, by field, as the resolved taxonomy has them; the first whose `when` holds is meant.
        name: the whole name; it need not be valid.
        record: what is known of the record that bears it.
    """
    found = {field: tuple(_options(listed, name, record)) for field, listed in rules.items()}
    return {field: Derived(field, options) for field, options in found.items() if options}


def _options(
    rules: Iterable[Mapping[str, Any]], name: str, record: Mapping[str, Any] | None
) -> Iterable[Option]:
    for rule in rules:
        asked = undecided(rule["when"], record)
        if asked is not None:
            text = rule["template"].replace("{}", changed(name, rule["change"]))
            yield Option(text, rule["effect"], asked)
            if not asked:
                return


def changed(text: str, steps: Sequence[Any]) -> str:
    """The text after each of the changes, one after the other.

    Args:
        text: a name.
        steps: `lower`, `upper`, `{"keep": characters}` or `{"replace": {old: new}}`. Of several texts to replace, the
            longest that stands at a place is replaced, and what was put in is not looked at again.
    """
    for step in steps:
        if step == "lower":
            text = text.lower()
        elif step == "upper":
            text = text.upper()
        elif "keep" in step:
            kept = _characters(step["keep"])
            text = "".join(character for character in text if character in kept)
        else:
            text = _replaced(text, step["replace"])
    return text


def _replaced(text: str, pairs: Mapping[str, str]) -> str:
    longest_first = sorted(pairs, key=len, reverse=True)
    return re.sub("|".join(map(re.escape, longest_first)), lambda match: pairs[match[0]], text)


@lru_cache(maxsize=256)
def _characters(inside: str) -> Charset:
    from mops_taxonomy.algebra.pattern import parse_characters

    return parse_characters(inside)
