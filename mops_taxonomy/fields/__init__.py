"""The kinds of field: one kind, one file.

Each kind states its language once and knows how a text becomes a value, how a value is written, and what is
wrong with a text that is not one of its own.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mops_taxonomy.fields.base import Kind, Scope

__all__ = ["make_kind"]


def make_kind(spec: dict[str, Any], path: str, scope: Scope) -> Kind:
    """The kind of field that a resolved specification declares; `path` is its name in messages and values."""
    module = import_module(f"{__name__}.{spec['kind']}")
    kind: Kind = module.KIND(spec, path, scope)
    return kind
