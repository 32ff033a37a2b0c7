"""The document of a taxonomy, from a file or from data of Python."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mops_taxonomy.document.document import read_document, read_mapping
from mops_taxonomy.document.located import located
from mops_taxonomy.errors import InvalidTaxonomy
from mops_taxonomy.finding import Place

if TYPE_CHECKING:
    from mops_taxonomy.document.document import Document

__all__ = ["read_source"]


def read_source(source: Any) -> tuple[Document, dict[str, Any]]:
    """The document of a taxonomy, unchecked; and where it came from, as `load_model` says it.

    Raises:
        InvalidTaxonomy: it cannot be read.
    """
    if not isinstance(source, str | os.PathLike):
        return read_mapping(source), {"file": None, "sha256": None}
    path = Path(source)
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise InvalidTaxonomy(
            [located("MT901", f"cannot read the file: {reason}", Place(str(path)), ())]
        ) from None
    return read_document(content, file=str(path)), {
        "file": str(path),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
