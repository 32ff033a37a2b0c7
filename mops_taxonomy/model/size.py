"""How many terms a taxonomy may have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from mops_taxonomy.document.node import MappingNode

if TYPE_CHECKING:
    from mops_taxonomy.model.complaints import Complaints

__all__ = ["MAX_TERMS", "is_too_large"]

MAX_TERMS: Final = 200_000
"""Terms in all. Loading so many takes seconds and some hundred megabytes; more is a database."""


def is_too_large(complaints: Complaints, data: Any) -> bool:
    """Whether there are more terms than are read; noted at the vocabulary that is one too many."""
    total = 0
    vocabularies = data.get("vocabularies") if isinstance(data, MappingNode) else None
    if not isinstance(vocabularies, MappingNode):
        return False
    for name, vocabulary in vocabularies.items():
        terms = vocabulary.get("terms") if isinstance(vocabulary, MappingNode) else None
        total += len(terms) if isinstance(terms, MappingNode | list) else 0
        if total > MAX_TERMS:
            message = f"there are {total:,} terms with this vocabulary; at most {MAX_TERMS:,} are read"
            complaints.add("MT901", message, data, ("vocabularies", name), key=True)
            return True
    return False
