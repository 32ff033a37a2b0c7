"""Calls of an interface, one a line, as JSON."""

from __future__ import annotations

import json
from typing import Any

__all__ = ["call", "compact"]


def compact(value: Any) -> str:
    """A value as JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def call(method: str, path: str, body: Any) -> str:
    """A line that says what to send where.

    Args:
        method: `POST`, `PUT`.
        path: behind the address of the instance.
        body: text, as it is to be sent; or what is to be sent as JSON.
    """
    kind = "application/x-www-form-urlencoded" if isinstance(body, str) else "application/json"
    return compact({"method": method, "path": path, "content_type": kind, "body": body}) + "\n"
