"""Random templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mops_taxonomy.testing.dice import Dice

__all__ = ["template"]

_DELIMITERS = ["_", "-", "_", "-", " ", "|", ".", "__", " - ", "", "", "x", "é"]


def template(dice: Dice, fields: list[str]) -> str:
    """A template over these fields, each once: glued and apart, in groups before and behind a field that must stand."""
    slots = _slots(dice, fields)
    needed = dice.number(0, len(slots) - 1)
    before = "".join(_grouped(dice, slot + dice.one(_DELIMITERS)) for slot in slots[:needed])
    after = ""
    for slot in reversed(slots[needed + 1 :]):
        part = dice.one(_DELIMITERS) + slot
        # A group may hold the groups that follow it, or stand beside them.
        after = _grouped(dice, part + after) if dice.sometimes(6) else _grouped(dice, part) + after
    start = dice.one(["P_", "{{", "["]) if dice.sometimes(8) else ""
    end = dice.one(["_", "]"]) if dice.sometimes(8) else ""
    return start + before + slots[needed] + after + end


def _grouped(dice: Dice, part: str) -> str:
    match dice.number(1, 8):
        case 8:
            return f"{{?+{{?{part}}}}}"
        case 6 | 7:
            return f"{{?{part}}}"
    return part


def _slots(dice: Dice, fields: list[str]) -> list[str]:
    """The fields, a few of them alternatives of one another."""
    slots: list[str] = []
    for field in fields:
        if slots and dice.sometimes(6):
            slots[-1] = f"{slots[-1][:-1]}|{field}}}"
        else:
            slots.append(f"{{{field}}}")
    return slots
