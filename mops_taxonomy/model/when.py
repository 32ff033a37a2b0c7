"""Conditions on a record."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator

from mops_taxonomy.model.scalar import Loose, Looses, Text, fail

__all__ = ["Record", "When"]


def _mapping(data: Any) -> Any:
    if not isinstance(data, Mapping):
        fail("keys of the record and their values are wanted here, not {found}", data)
    return data


When = Annotated[dict[Text, Looses], BeforeValidator(_mapping)]
"""Record keys and the values each may have."""

Record = Annotated[dict[Text, Loose], BeforeValidator(_mapping)]
"""Values of a record by key."""
