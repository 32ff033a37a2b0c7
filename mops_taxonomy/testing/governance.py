"""What a random taxonomy says about records: channels, requirements, ordered tables."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mops_taxonomy.testing.dice import Dice, Spec

__all__ = ["channels", "requirements", "tables"]

CHANNELS = ["WBN", "EML"]
"""The codes that conditions of random forms ask for."""

_TYPES = ["default", "event", "email"]
_STATUSES: list[Any] = [
    {"name": "Invited", "default": True},
    "Registered",
    {"name": "Attended", "success": True, "responded": True},
]
_FIELDS = ["owner", "start", "goal.metric", "tags.Region", "budget_holder"]
_PATTERNS = ["cpc", "paid*", "*", "", "*social*", "Ä", ["email", "e-mail"]]


def channels(dice: Dice) -> dict[str, Spec]:
    """One channel or two."""
    return {code: _channel(dice) for code in dice.some(CHANNELS, 2)}


def requirements(dice: Dice) -> list[Spec]:
    """What one kind of record must state, or two kinds."""
    return [_requirement(dice) for _ in range(dice.number(1, 2))]


def tables(dice: Dice) -> dict[str, Spec]:
    """A table that groups sources and media."""
    table: Spec = {
        "inputs": ["source", "medium"],
        "gives": "group",
        "rows": [_row(dice, ["source", "medium"]) for _ in range(dice.number(1, 3))],
    }
    if dice.sometimes(2):
        table["case"] = "exact"
    if dice.sometimes(2):
        table["otherwise"] = "Other"
    return {"groups": table}


def _channel(dice: Dice) -> Spec:
    channel: Spec = {"label": "a channel"}
    if dice.sometimes(2):
        channel["message"] = dice.one(["marketing", "transactional", "operational"])
    if dice.sometimes(2):
        channel["attribution"] = dice.one(["online", "offline"])
    if dice.sometimes(2):
        channel |= {"program_type": dice.one(_TYPES), "campaign_type": "Webinar"}
    if dice.sometimes(2):
        channel["statuses"] = deepcopy(_STATUSES)  # what stands twice would be written as a YAML alias
    return channel


def _requirement(dice: Dice) -> Spec:
    asked: Spec = {
        "fields": dice.some(_FIELDS, 2),
        "values": {"status": ["Planned", "Done"]},
        "min": {"budgeted_cost": dice.one([0, "0.5", 100])},
    }
    requirement: Spec = {key: asked[key] for key in dice.some(list(asked), 2)}
    if dice.sometimes(2):
        requirement["object"] = dice.one(["program", "campaign"])
    if dice.sometimes(2):
        requirement["when"] = dice.one([{"channel": CHANNELS[0]}, {"attribution": "offline", "active": True}])
    if dice.sometimes(4):
        requirement["effect"] = "somebody waits"
    return requirement


def _row(dice: Dice, inputs: list[str]) -> Spec:
    when = {key: deepcopy(dice.one(_PATTERNS)) for key in dice.some(inputs, 2)}
    return {"when": when, "gives": dice.one(["Paid", "Social", "Mail"])}
