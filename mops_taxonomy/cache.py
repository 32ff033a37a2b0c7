"""Checked taxonomies kept as plain data, so that a commit hook need not check them again.

An entry is a line that says what it is and a line of JSON; its name stands for the content of the taxonomy and the
version of this library. Whatever cannot be read, was changed, or was written by another version, is as good as
absent; nothing that is kept can run.

The folder is `MOPS_TAXONOMY_CACHE`, else `mops_taxonomy` in the user's cache folder; an empty
`MOPS_TAXONOMY_CACHE` keeps nothing.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import sha256
from typing import Any

from mops_taxonomy import __version__

__all__ = ["folder", "keep", "kept", "key"]

FORMAT = 6


def folder() -> str | None:
    """Where entries are kept; None when nothing is to be kept."""
    chosen = os.environ.get("MOPS_TAXONOMY_CACHE")
    if chosen is not None:
        return chosen or None
    base = (
        os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or os.path.expanduser("~/.cache")
    )
    return os.path.join(base, "mops_taxonomy")


def key(content: bytes, suffix: str) -> str:
    """The name of the entry of a file with this content."""
    return sha256(
        b"\0".join((__version__.encode(), str(FORMAT).encode(), suffix.encode(), content))
    ).hexdigest()


def kept(name: str) -> dict[str, Any] | None:
    """The resolved taxonomy of an entry, or None."""
    base = folder()
    if base is None:
        return None
    try:
        with open(os.path.join(base, f"{name}.json"), encoding="utf-8") as file:
            head, body = file.read().split("\n", 1)
        resolved = json.loads(body) if head == _head(name, body) else None
    except (OSError, ValueError, RecursionError):
        return None
    return resolved if isinstance(resolved, dict) else None


def _head(name: str, body: str) -> str:
    """The first line of an entry: whose it is, and that nobody has changed it."""
    return f"{name} {sha256(body.encode()).hexdigest()}"


def keep(name: str, resolved: dict[str, Any]) -> None:
    """Keep a resolved taxonomy; a folder that cannot be written to is no error."""
    import tempfile  # only when something is new

    base = folder()
    if base is None:
        return
    body = json.dumps(resolved, ensure_ascii=True, separators=(",", ":"))
    with suppress(OSError):
        os.makedirs(base, mode=0o700, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=base, suffix=".tmp")
        try:
            with open(handle, "w", encoding="utf-8") as file:
                file.write(f"{_head(name, body)}\n{body}")
            os.replace(temporary, os.path.join(base, f"{name}.json"))
        except BaseException:
            with suppress(OSError):
                os.unlink(temporary)
            raise
