"""Random conventions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from mops_taxonomy.testing.templates import template

if TYPE_CHECKING:
    from mops_taxonomy.testing.dice import Dice, Spec

__all__ = ["conventions", "severity"]

_NOTES = ["MT1", "MT2", "MT12", "MT119", "MT121", "MT122", "MT123", "MT124", "MT202", "MT205"]
_ERRORS = ["MT104", "MT111", "MT113", "MT114", "MT116", "MT117", "MT118", "MT203", "MT206"]


def conventions(dice: Dice) -> dict[str, Spec]:
    """The convention `main`; perhaps one more, whose names stand inside its names."""
    plain = list(dice.fields)
    if not dice.sometimes(4):
        return {"main": _convention(dice, plain)}
    inner = _convention(dice, plain[:2])
    dice.fields["inner"] = {"kind": "name", "convention": "inner"}
    return {"inner": inner, "main": _convention(dice, ["inner", *plain])}


def severity(dice: Dice) -> Spec:
    """Other severities for some rules."""
    levels = st.sampled_from(["error", "warning", "info", "off"])
    return dice.draw(st.dictionaries(st.sampled_from(_NOTES + _ERRORS), levels, min_size=1, max_size=2))


def _convention(dice: Dice, fields: list[str]) -> Spec:
    forms = [_form(dice, fields) for _ in range(dice.number(1, 2 if dice.simple else 3))]
    convention: Spec = {"forms": [form for form, _ in forms]}
    if dice.sometimes(4):
        convention["prefer"] = "first"
    if dice.cased and dice.sometimes(4):
        convention["case"] = dice.one(["lower", "upper"])
    if dice.sometimes(8):
        convention["codes"] = "utm"
    if dice.sometimes(6):
        convention["systems"] = ["local"]
    if dice.sometimes(8):
        convention["max_length"] = dice.one([20, 10])
    if not dice.simple and dice.sometimes(8):
        convention["severity"] = severity(dice)
    _link(dice, convention["forms"])
    used = forms[0][1]
    if len(used) > 1 and dice.sometimes(3):
        convention["combinations"] = [_combination(dice, *used[:2])]
    return convention


def _form(dice: Dice, fields: list[str]) -> tuple[Spec, list[str]]:
    """A form, and the fields in its template."""
    used = dice.some(fields, 3 if dice.simple else 5)
    form: Spec = {"template": template(dice, used)}
    if dice.sometimes(5):
        form["when"] = {"channel": dice.one(["WBN", ["EML", "WBN"]])}
    if dice.sometimes(5):
        form |= dice.period()
    if dice.sometimes(6):
        form["fields"] = {used[0]: {"label": "of this form"}}
    return form, used


def _link(dice: Dice, forms: list[Spec]) -> None:
    """Some forms get names, some are tolerated or replaced by the one before."""
    for number, form in enumerate(forms, 1):
        if dice.sometimes(2):
            form["name"] = f"form_{number}"
        if number > 1 and dice.sometimes(5):
            form["tolerated"] = "it was once written so"
        if number > 1 and dice.sometimes(5):
            form["replaced_by"] = forms[number - 2].get("name", str(number - 1))


def _combination(dice: Dice, first: str, second: str) -> Spec:
    combination: Spec = {"fields": [first, second], "allow": _allowed(dice, first, second)}
    if dice.sometimes(3):
        combination["severity"] = "warning"
    return combination


def _allowed(dice: Dice, first: str, second: str) -> Any:
    one, other = _item(dice, first), _item(dice, second)
    related = (one.get("vocabulary"), other.get("vocabulary")) == ("regions", "countries")
    if related and dice.sometimes(2):
        return "parent"
    codes, others = _codes(dice, one), _codes(dice, other)
    if not codes or not others or dice.sometimes(4):
        return "same"
    values = st.lists(st.sampled_from([*others, "", "*"]), max_size=2, unique=True)
    return dice.draw(st.dictionaries(st.sampled_from(codes), values, min_size=1, max_size=2))


def _item(dice: Dice, field: str) -> Spec:
    """A field; of a list, the field of its items."""
    spec = dice.fields[field]
    return dice.fields[spec["of"]] if spec["kind"] == "list" else spec


def _codes(dice: Dice, spec: Spec) -> list[str]:
    if spec["kind"] != "term":
        return []
    return list(spec["terms"] if "terms" in spec else dice.vocabularies[spec["vocabulary"]]["terms"])
