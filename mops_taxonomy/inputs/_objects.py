"""Names out of JSON values."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mops_taxonomy.inputs._columns import choose, quoted
from mops_taxonomy.inputs._row import Row, RowProblem

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["DECODER", "Objects"]

DECODER = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str)
"""Numbers stay as they are written: 2026.10 is not 2026.1."""


class Objects:
    """Rows out of the values of one input. The first object decides which columns there are.

    An object inside an object makes columns such as `properties.hs_name`; a list, and what is more than
    three objects deep, stays JSON text.

    Attributes:
        key: of the names in the objects; empty until the first object has been seen.
    """

    def __init__(self, columns: Mapping[str, str], label: str) -> None:
        self._columns = columns
        self._label = label
        self.key = ""
        self._roles: dict[str, str] = {}

    def row(self, value: Any, line: int, number: int) -> Row | RowProblem:
        """The row a value stands for.

        Raises:
            InputError: the first object has not the columns wanted.
        """
        if isinstance(value, str):
            return Row(value, line, number)
        if not isinstance(value, dict) or not value:
            return RowProblem(line, f"not a name: {_shortened(json.dumps(value))}")
        key = self.key or self._settle(list(_flat(value)))
        if key in value:
            return Row(_text(value[key]), line, number, None, value, self)
        flat = _flat(value)
        if key in flat:
            return Row(flat[key], line, number, None, value, self)
        return RowProblem(line, f"the object has no {quoted(key)}")

    def record(self, value: Any, /) -> dict[str, str]:
        """Every value of the object as text, by key."""
        record = _flat(value)
        for role, key in self._roles.items():
            if key in record:
                record[role] = record[key]
        return record

    def _settle(self, keys: list[str]) -> str:
        index, roles = choose(keys, self._columns, self._label)
        self._roles = {role: keys[position] for role, position in roles.items()}
        self.key = keys[index]
        return self.key


def _flat(value: dict[str, Any], prefix: str = "", levels: int = 3) -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, inner in value.items():
        if isinstance(inner, dict) and levels:
            flat |= _flat(inner, f"{prefix}{key}.", levels - 1)
        else:
            flat[prefix + key] = _text(inner)
    return flat


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value)


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
