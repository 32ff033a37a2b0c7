"""Edits of a taxonomy, and what is different afterwards, as cases write both."""

from __future__ import annotations

import re
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from mops_taxonomy import Taxonomy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mops_taxonomy.diff import Change

__all__ = ["BASE", "edited", "read", "taxonomy", "told"]


class _Texts(yaml.BaseLoader):
    """Scalars are the texts that were written, as in a taxonomy file; only true and false are not."""


_Texts.add_implicit_resolver("!truth", re.compile("true|false"), ["t", "f"])
_Texts.add_constructor("!truth", lambda _, node: node.value == "true")


def read(file: str) -> Any:
    """What a YAML file beside this one holds."""
    return yaml.load((Path(__file__).parent / file).read_text(encoding="utf-8"), _Texts)  # noqa: S506  a BaseLoader


BASE: dict[str, Any] = read("base.yaml")
"""A taxonomy with something of everything."""


def edited(edits: Mapping[str, Any], document: dict[str, Any] = BASE) -> dict[str, Any]:
    """A document after edits: `vocabularies/region/label: Regions`; `GONE` takes away what was there."""
    made = deepcopy(document)
    for path, value in edits.items():
        *steps, last = path.split("/")
        place: Any = made
        for step in steps:
            place = place[int(step)] if isinstance(place, list) else place.setdefault(step, {})
        key: Any = int(last) if isinstance(place, list) else last
        if value == "GONE":
            del place[key]
        elif isinstance(place, list) and key == len(place):
            place.append(deepcopy(value))
        else:
            place[key] = deepcopy(value)
    return made


def taxonomy(edits: Mapping[str, Any] | None = None) -> Taxonomy:
    """The taxonomy of `base.yaml` after edits."""
    return Taxonomy.load(edited(edits or {}))


def told(changes: tuple[Change, ...]) -> list[str]:
    """Changes as `breaking term: message`."""
    return [f"{change.impact} {change.noun}: {change.message}" for change in changes]
