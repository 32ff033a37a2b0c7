"""The keys that say which texts are allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.model.template import fault_of_characters, fault_of_pattern
from mops_taxonomy.model.text import TEXT_KEYS

if TYPE_CHECKING:
    from mops_taxonomy.document.node import Path
    from mops_taxonomy.model.draft import Draft
    from mops_taxonomy.model.text import TextKeys

__all__ = ["check_closed", "check_text_keys", "has_shape"]


def check_text_keys(draft: Draft, keys: TextKeys, node: Any, path: Path = ()) -> None:
    """Pattern and characters can be read and agree.

    Args:
        draft: takes the findings.
        keys: a vocabulary or field.
        node: a part of the document.
        path: the way from there to the vocabulary or field.
    """
    complaints = draft.complaints
    if keys.characters is not None and (error := fault_of_characters(keys.characters)):
        complaints.add_syntax(error, node, (*path, "characters"))
    if keys.min_length is not None and keys.max_length is not None and keys.min_length > keys.max_length:
        message = f"max_length ({keys.max_length}) is less than min_length ({keys.min_length})"
        complaints.add("MT906", message, node, (*path, "max_length"))
    if keys.pattern is not None:
        _check_pattern(draft, keys, keys.pattern, node, path)


def _check_pattern(draft: Draft, keys: TextKeys, pattern: str, node: Any, path: Path) -> None:
    if error := fault_of_pattern(pattern):
        draft.complaints.add_syntax(error, node, (*path, "pattern"))
    if getattr(keys, "help", None) is None:
        message = "a pattern needs help: say in words what may stand here"
        draft.complaints.add("MT905", message, node, (*path, "pattern"))
    for key in ("characters", "joiner"):
        if getattr(keys, key) is not None:
            message = f"a pattern takes the place of {key}; write only one of them"
            draft.complaints.add("MT906", message, node, (*path, key), key=True)


def check_closed(draft: Draft, keys: TextKeys, node: Any, path: Path = ()) -> None:
    """A closed list has no keys for values that are not listed."""
    for key in TEXT_KEYS:
        if getattr(keys, key) is not None:
            message = f"{key} is for values that are not listed, but the policy is closed"
            draft.complaints.add("MT906", message, node, (*path, key), key=True)


def has_shape(keys: TextKeys) -> bool:
    """Whether it is said which unlisted values are possible."""
    return keys.characters is not None or keys.pattern is not None
