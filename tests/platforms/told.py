"""What was read, as tests compare it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.finding import Finding
from mops_taxonomy.platforms.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["findings", "known", "records", "told"]


def records(source: Any, system: str | None = None, **how: Any) -> list[Any]:
    """The records of a source, which has to give nothing else."""
    found = list(read(source, system, **how))
    assert findings(found) == []
    return found


def findings(found: Iterable[Any]) -> list[str]:
    """The findings as text, with their place."""
    return [str(one) for one in found if isinstance(one, Finding)]


def told(source: Any, system: str | None = None, **how: Any) -> list[str]:
    """What reading gives, in its order: findings as text, of records the name."""
    return [str(one) if isinstance(one, Finding) else one.name for one in read(source, system, **how)]


def known(record: Any) -> dict[str, Any]:
    """What a record holds, without what is not known and where it was read."""
    values = {field: getattr(record, field) for field in type(record).model_fields if field != "origin"}
    return {field: value for field, value in values.items() if value is not None and value != {}}
