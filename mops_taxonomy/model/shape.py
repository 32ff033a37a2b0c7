"""Whether the file has the shape of a taxonomy: known keys, values of the right kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from mops_taxonomy.document.node import ListNode, MappingNode, Path, ScalarNode, locate
from mops_taxonomy.model.keys import keys_of, model_at
from mops_taxonomy.model.scalar import shown
from mops_taxonomy.model.taxonomy import TaxonomyModel

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from mops_taxonomy.model.complaints import Complaints
    from mops_taxonomy.model.declared import Declared

__all__ = ["complain", "place_of_fault", "shaped", "without"]

_ROUNDS: Final = 20
"""How often faulty parts are cut away before the rest is given up."""

_ALL: Final[dict[Any, Any]] = {}
"""Marks a part that is cut away as a whole."""


def shaped(complaints: Complaints, data: Any) -> tuple[TaxonomyModel, MappingNode] | None:
    """The taxonomy without its faulty parts, so that the other parts can still be judged.

    Args:
        complaints: takes a finding for each faulty part.
        data: the document.

    Returns:
        The model and the data it was made of; None if nothing usable is left.
    """
    complain_about: Complaints | None = complaints
    for _ in range(_ROUNDS):
        try:
            return TaxonomyModel.model_validate(data), data
        except ValidationError as error:
            errors = error.errors(include_url=False)
        if complain_about is not None:
            for one in errors:
                complain(complain_about, data, TaxonomyModel, one)
        # What fails after the first cut is a consequence of it.
        complain_about = None
        paths = [place_of_fault(one) for one in errors if one["loc"] != ("taxonomy",)]
        data = without(_named(data), paths)
        if data is None:
            return None
    return None


def complain(complaints: Complaints, data: Any, root: type[Declared], error: ErrorDetails) -> None:
    """Words one error of the model library for the reader of the file.

    Args:
        complaints: takes the finding.
        data: what was validated.
        root: the model it was validated against.
        error: what the library says.
    """
    path = tuple(step for step in error["loc"] if step != "[key]")
    on_key = "[key]" in error["loc"]
    context = error.get("ctx", {})
    if error["type"] == "taxonomy":
        steps = [(*path, step) for step in context.get("steps", ())] or [path]
        for step in steps:
            complaints.add(context["code"], error["msg"], data, step, key=on_key)
    elif error["type"] == "extra_forbidden":
        _unknown_key(complaints, data, root, path)
    elif error["type"] == "missing":
        model = model_at(root, path[:-1])
        complaints.add("MT905", f"the {model.noun} needs the key {path[-1]!r}", data, path[:-1], whole=True)
    else:
        complaints.add("MT905", _sentence(error), data, path, key=on_key)


def _unknown_key(complaints: Complaints, data: Any, root: type[Declared], path: Path) -> None:
    model = model_at(root, path[:-1])
    known = keys_of(model)
    message = f"{str(path[-1])!r} is not a key of {model.with_article()}"
    complaints.add("MT902", message, data, path, key=True, found=str(path[-1]), choices=known)


def _sentence(error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    value, found = error["input"], shown(error["input"])
    sentences = {
        "literal_error": f"{context.get('expected')} is wanted here, not {found}",
        "dict_type": f"a mapping with keys is wanted here, not {found}",
        "list_type": f"a list is wanted here, not {found}",
        "too_short": "at least one is wanted here",
        "greater_than_equal": f"a number of at least {context.get('ge')} is wanted here, not {value}",
        "less_than_equal": f"a number of at most {context.get('le')} is wanted here, not {value}",
    }
    return sentences.get(error["type"], f"this value is not of the right kind: {found}")


def place_of_fault(error: ErrorDetails) -> Path:
    """The part to cut away: the value, or the mapping that lacks a key."""
    path = tuple(step for step in error["loc"] if step != "[key]")
    return path[:-1] if error["type"] == "missing" else path


def without(data: Any, paths: list[Path]) -> Any:
    """A copy of the data without the parts at these paths; what is not on the way to them is shared.

    Args:
        data: a node.
        paths: the ways to the parts.

    Returns:
        None if nothing would be left.
    """
    cuts: dict[Any, Any] = {}
    for path in paths:
        steps = _real_steps(data, path)
        if not steps:
            return None
        _note_cut(cuts, steps)
    return _cut(data, cuts)


def _note_cut(cuts: dict[Any, Any], steps: list[Any]) -> None:
    for step in steps[:-1]:
        cuts = cuts.setdefault(step, {})
        if cuts is _ALL:
            return
    cuts[steps[-1]] = _ALL


def _named(data: Any) -> Any:
    """A taxonomy without a name still has all its other parts to judge."""
    if not isinstance(data, MappingNode) or "taxonomy" in data:
        return data
    copy = MappingNode(data.at)
    copy.update(data)
    copy[ScalarNode.of("taxonomy", data.at, "plain")] = ScalarNode.of("?", data.at, "plain")
    return copy


def _real_steps(data: Any, path: Path) -> list[Any]:
    """The steps of a path that are in the data, each as the key or index it has there."""
    steps: list[Any] = []
    for step in path:
        inner, _ = locate(data, (step,))
        if inner is data:
            continue
        if isinstance(data, list):
            steps.append(next(i for i, item in enumerate(data) if item is inner))
        else:
            steps.append(str(step))
        data = inner
    return steps


def _cut(data: Any, cuts: dict[Any, Any]) -> Any:
    if isinstance(data, MappingNode):
        mapping = MappingNode(data.at)
        mapping.damaged = True
        kept = ((key, value) for key, value in data.items() if cuts.get(key) is not _ALL)
        mapping.update({key: _cut(value, cuts[key]) if key in cuts else value for key, value in kept})
        return mapping
    items = ListNode(data.at)
    kept_items = ((i, item) for i, item in enumerate(data) if cuts.get(i) is not _ALL)
    items.extend(_cut(item, cuts[i]) if i in cuts else item for i, item in kept_items)
    return items
