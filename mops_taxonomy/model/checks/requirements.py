"""Requirements ask for something."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mops_taxonomy.model.draft import Draft

__all__ = ["check_requirements"]


def check_requirements(draft: Draft) -> None:
    """Every requirement can be met, and asks for something."""
    for number, requirement in enumerate(draft.model.requirements):
        path = ("requirements", number)
        if not (requirement.fields or requirement.values or requirement.min):
            message = "a requirement needs fields, values or min: what the records must state"
            draft.complaints.add("MT905", message, draft.data, path, whole=True)
        for part in ("when", "values"):
            for key, texts in getattr(requirement, part).items():
                if not texts:
                    at = (*path, part, key)
                    draft.complaints.add("MT905", "at least one is wanted here", draft.data, at, key=True)
