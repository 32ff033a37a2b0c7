"""Random vocabularies, and random rules about open texts."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from hypothesis import strategies as st

if TYPE_CHECKING:
    from mops_taxonomy.testing.dice import Dice, Spec

__all__ = ["CODES", "open_list", "terms", "text_keys", "vocabularies"]

CODES = (
    st.one_of(
        st.sampled_from(
            ["A", "B", "AB", "BA", "ABA", "A-B", "A_B", "a", "ab", "É", "ß", "SS", "1", "01", "2026"]
        ),
        st.text("AaBb1-_. Éß日İ", min_size=1, max_size=3),
    )
    .map(lambda text: normalize("NFC", text).strip())
    .filter(bool)
)
"""Codes that begin with one another, hold separators, look like numbers, or change their length with their case."""

CHARACTERS = ["A-Za-z0-9", "ABab", r"\p{L}", "A-Za-z_", "^_", "^-", "A-Za-z ", "AaÉé1-"]
PATTERNS = [
    "[A-Z]{2}[0-9]{1,2}", "(a|ab)(c|bcd)?", "[a-c]+-?[0-9]*", "a?b?c?x", "(ab|a_b)+", "[^-]+", "x.y", "[a-c]*1?",
    "a?.",
]  # fmt: skip


def vocabularies(dice: Dice) -> dict[str, Spec]:
    """A vocabulary of regions, perhaps one of countries that have regions as parents."""
    dice.vocabularies["regions"] = _vocabulary(dice)
    parents = list(dice.vocabularies["regions"]["terms"])
    if dice.sometimes(2):
        countries = _vocabulary(dice)
        for term in countries["terms"].values():
            term["parent"] = dice.one(parents)
        dice.vocabularies["countries"] = {"parents": "regions", **countries}
    return dice.vocabularies


def _vocabulary(dice: Dice) -> Spec:
    return {"terms": terms(dice), **(open_list(dice) if dice.sometimes(4) else {})}


def open_list(dice: Dice) -> Spec:
    """That unlisted values are possible, and which."""
    return {"policy": dice.one(["review", "open"]), "help": "any word", **text_keys(dice)}


def text_keys(dice: Dice) -> Spec:
    """Which texts are possible: a pattern, or characters and lengths."""
    if dice.sometimes(4):
        return {"pattern": dice.one(PATTERNS)}
    keys: Spec = {"characters": dice.one(CHARACTERS)}
    if dice.sometimes(4):
        keys["joiner"] = dice.one(["-", "_", "+", "-_"])
    if dice.sometimes(4):
        keys["min_length"] = dice.number(2, 3)
    if dice.sometimes(3):
        keys["max_length"] = dice.number(3, 6)
    return keys


def terms(dice: Dice) -> dict[str, Spec]:
    """Up to four terms; what else was drawn are their aliases and their codes in a system."""
    alike = (str.lower, str.upper) if dice.cased else str
    texts = dice.draw(st.lists(CODES, min_size=1, max_size=9, unique_by=alike))
    codes = texts[:4]
    made: dict[str, Spec] = {code: _term(dice, code, codes) for code in codes}
    for other in texts[4:]:
        term = made[dice.one(codes)]
        if dice.sometimes(2):
            term.setdefault("codes", {"utm": other})
        else:
            term.setdefault("aliases", []).append(other)
    return made


def _term(dice: Dice, code: str, codes: list[str]) -> Spec:
    term: Spec = {"label": f"the {code}"} if dice.sometimes(4) else {}
    if not dice.sometimes(6):
        return term
    term |= dice.period()
    others = [other for other in codes if other != code]
    if others and "until" in term:
        term["replaced_by"] = dice.one(others)
    return term
