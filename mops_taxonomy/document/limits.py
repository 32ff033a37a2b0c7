"""How large a document may be. Beyond these, a clear error comes sooner than an exhausted machine."""

from typing import Final

__all__ = ["MAX_ALIASED", "MAX_BYTES", "MAX_DEPTH", "MAX_NODES", "MAX_REPEATED"]

MAX_BYTES: Final = 32 * 1024 * 1024
"""Bytes of the file."""

MAX_NODES: Final = 1_000_000
"""Keys, values, lists and mappings written in the file."""

MAX_ALIASED: Final = 200_000
"""Nodes that YAML aliases would add if they were written out."""

MAX_DEPTH: Final = 50
"""Mappings and lists inside one another."""

MAX_REPEATED: Final = 100
"""Repeated keys that are reported."""
