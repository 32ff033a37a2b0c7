"""How values stand in examples."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

__all__ = ["written"]

_PLAIN = re.compile(r"\w[\w.+/-]*(?: [\w.+/-]+)*")
"""Texts that need no quotes wherever they stand in YAML, when every scalar is text."""


def written(value: Any) -> str:
    """A value as it stands in an example."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {written(inner)}' for key, inner in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(written, value))}]"
    text = str(value)
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
