"""From a taxonomy file to plain data that is right in itself."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from mops_taxonomy.document.source import read_source
from mops_taxonomy.model.checks import check
from mops_taxonomy.model.complaints import Complaints
from mops_taxonomy.model.draft import Draft
from mops_taxonomy.model.resolved import resolved
from mops_taxonomy.model.shape import shaped
from mops_taxonomy.model.size import is_too_large
from mops_taxonomy.model.taxonomy import TaxonomyModel

if TYPE_CHECKING:
    from mops_taxonomy.document.document import Document

__all__ = ["load_model"]

Source = str | os.PathLike[str] | Mapping[str, Any] | TaxonomyModel


Steps = tuple[str | int, ...]
Judge = Callable[[dict[str, Any]], Iterable[tuple[Steps, str]]]


def load_model(source: Source, judge: Judge | None = None) -> tuple[dict[str, Any], dict[str, Any]]:
    """Reads a taxonomy and checks it.

    Args:
        source: the path of a YAML, TOML or JSON file; or what such a file holds, as a mapping or a model.
        judge: asked last, of a taxonomy that is right in itself, what is wrong beyond that; gives paths into the
            resolved taxonomy and messages.

    Returns:
        The resolved taxonomy, plain data as the engine reads it; and where it came from: `file`, the path as
        text, and `sha256` of its content, both None for data from Python.

    Raises:
        InvalidTaxonomy: something is wrong; `findings` holds every error in the order of the file.
    """
    document, origin = read_source(source)
    complaints = Complaints(document)
    plain = _resolved(document, complaints, judge)
    if complaints or plain is None:
        raise complaints.invalid()
    return plain, origin


def _resolved(document: Document, complaints: Complaints, judge: Judge | None) -> dict[str, Any] | None:
    if is_too_large(complaints, document.data):
        return None
    found = shaped(complaints, document.data)
    if found is None:
        return None
    model, data = found
    draft = Draft(model, data, document.data, complaints)
    check(draft)
    if complaints:
        return None
    plain = resolved(draft)

    for path, message in judge(plain) if judge else ():
        complaints.add("MT906", message, data, path)
    return plain
