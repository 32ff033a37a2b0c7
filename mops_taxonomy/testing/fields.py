"""Random fields of all kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from mops_taxonomy.testing.templates import template
from mops_taxonomy.testing.vocabularies import CODES, open_list, terms, text_keys

if TYPE_CHECKING:
    from mops_taxonomy.testing.dice import Dice, Spec

__all__ = ["fields"]

_DATES = [
    ["{YYYY}{MM}{DD}", "{YYYY}-{MM}-{DD}", "{DD}{Mon}{YY}", "{D}.{M}.{YYYY}", "{YY}{MM}{DD}", "{DD}{MM}{YY}"],
    ["{month}{D}-{YYYY}", "{D}{MON}{YYYY}"],
    ["{YYYY}-{MM}", "{Mon}{YY}", "{YY}{MM}", "{MONTH}{YYYY}"],
    ["{YYYY}Q{Q}", "Q{Q}{YY}", "{YY}{QQ}"],
    ["FY{FY}Q{Q}", "{FYYY}Q{QQ}"],
    ["{YYYY}", "{YY}"],
    ["FY{FY}", "{FYYY}"],
    ["{YYYY}W{WW}", "{WW}{YY}"],
    ["W{WW}", "{WW}"],
    ["Q{Q}", "{QQ}"],
    ["{Mon}", "{M}", "{MM}"],
    ["H{H}", "{H}"],
    ["{YYYY}H{H}"],
]
"""Formats of one precision each."""

_NUMBERS = ["{n}", "v{n}", "{n}s", "po#{n}", "1{n}", "{n}0", "N{n}"]


def fields(dice: Dice) -> dict[str, Spec]:
    """A few fields; perhaps a list of one of them, and a name made of two."""
    for number in range(dice.number(1, 3 if dice.simple else 5)):
        dice.fields[f"f{number}"] = dice.one([_term, _text, _integer, _date])(dice)
    plain = list(dice.fields)
    if dice.sometimes(3):
        dice.fields["many"] = _list(dice, dice.one(plain))
    if dice.sometimes(4):
        dice.fields["pair"] = {"kind": "name", "template": template(dice, dice.some(plain, 2))}
    return dice.fields


def _common(dice: Dice) -> Spec:
    common: Spec = {"label": "a label"} if dice.sometimes(8) else {}
    if dice.sometimes(8):
        common["except"] = dice.draw(st.lists(CODES, min_size=1, max_size=2))
    if dice.cased and dice.sometimes(3):
        common["case"] = dice.one(["lower", "upper", "title"])
    return common


def _term(dice: Dice) -> Spec:
    field: Spec = {"kind": "term", **_common(dice)}
    if dice.sometimes(3):
        field["terms"] = terms(dice)
        codes = list(field["terms"])
    else:
        field["vocabulary"] = dice.one(list(dice.vocabularies))
        codes = list(dice.vocabularies[field["vocabulary"]]["terms"])
    if dice.sometimes(6):
        field["only"] = codes[:2]
    if dice.sometimes(4):
        field["accept"] = dice.one(
            [["aliases"], ["case"], ["case", "aliases"]] if dice.cased else [["aliases"]]
        )
    if dice.sometimes(6):
        field["codes"] = "utm"
    return field | (open_list(dice) if dice.sometimes(8) else {})


def _text(dice: Dice) -> Spec:
    field: Spec = {"kind": "text", "help": "some text", **_common(dice), **text_keys(dice)}
    if dice.sometimes(3):
        field["accept"] = ["case"]
    if dice.sometimes(4):
        field["prefer"] = dice.one(["shortest", "longest"])
    return field


def _integer(dice: Dice) -> Spec:
    field: Spec = {"kind": "integer", **_common(dice)}
    if dice.sometimes(2):
        field["format"] = dice.some(_NUMBERS, 2)
    if dice.sometimes(3):
        field["width"] = dice.number(1, 3)
    if dice.sometimes(3):
        field["min"] = dice.number(0, 9)
    if dice.sometimes(3):
        field["max"] = dice.number(field.get("min", 0), 9 if "width" in field else 120)
    return field


def _date(dice: Dice) -> Spec:
    field: Spec = {"kind": "date", "format": dice.some(dice.one(_DATES), 2), **_common(dice)}
    if dice.sometimes(4):
        field["role"] = dice.one(["start", "end", "period"])
    if dice.sometimes(4):
        field |= dice.one([{"min": "2020-02-01"}, {"max": "2030-05-31"}])
    if dice.sometimes(6):
        field["accept"] = ["case"]
    return field


def _list(dice: Dice, item: str) -> Spec:
    field: Spec = {
        "kind": "list",
        "of": item,
        "separator": dice.one(["+", "-", "_", ", ", "A"]),
        **_common(dice),
    }
    if dice.sometimes(3):
        field["min"] = 2
    if dice.sometimes(2):
        field["max"] = dice.number(2, 3)
    if dice.sometimes(4):
        field["unique"] = True
    if dice.sometimes(4):
        field["prefer"] = dice.one(["shortest", "longest"])
    return field
