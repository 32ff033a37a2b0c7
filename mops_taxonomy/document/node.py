"""Plain text, lists and mappings that remember where they were written.

The nodes are `str`, `list` and `dict`, so whatever reads plain data reads them; and because each carries its
own position, data may be cut up and laid over other data without losing track of who wrote what.
"""

from __future__ import annotations

from typing import Any, Literal

__all__ = ["At", "ListNode", "MappingNode", "Path", "ScalarNode", "Style", "locate"]

At = tuple[int, int] | str
"""A line and column, both from 1; or, for data that came from Python, the dotted path."""

Path = tuple[str | int, ...]
"""Keys and list positions (from 0) from the top of a document."""

Style = Literal["plain", "quoted", "number", "boolean", "date", "null"]
"""How a scalar was written. YAML has `plain` and `quoted`; the others are bare words of TOML and JSON."""


class ScalarNode(str):
    """A text as written. An empty `plain` scalar is a key without a value."""

    __slots__ = ("at", "style")

    at: At
    style: Style

    @classmethod
    def of(cls, text: str, at: At, style: Style) -> ScalarNode:
        """The text, standing at `at`."""
        node = cls(text)
        node.at = at
        node.style = style
        return node

    @property
    def is_absent(self) -> bool:
        """Whether nothing was written: `key:`, or null in JSON."""
        return self.style == "null" or (self.style == "plain" and not self)


class ListNode(list[Any]):
    """A list and the place where it begins."""

    __slots__ = ("at",)

    at: At

    def __init__(self, at: At) -> None:
        super().__init__()
        self.at = at


class MappingNode(dict[str, Any]):
    """A mapping and the place where it begins. Its keys are scalar nodes.

    Attributes:
        at: where it begins.
        damaged: whether a faulty part was cut away, so that what it lacks proves nothing.
    """

    __slots__ = ("_keys", "at", "damaged")

    at: At
    damaged: bool

    def __init__(self, at: At) -> None:
        super().__init__()
        self.at = at
        self.damaged = False
        self._keys: dict[str, str] = {}

    def key(self, name: object) -> str | None:
        """The key as written, with its place; None if there is no such key."""
        if len(self._keys) != len(self):
            self._keys = {key: key for key in self}
        return self._keys.get(str(name))


def locate(data: Any, path: Path, *, key: bool = False) -> tuple[Any, Any]:
    """The node at the end of `path` and the key that leads to it.

    Steps that are not in the data are passed over, so that a path through a shorthand (a term written as
    text, a list of codes) ends at the text that was really written.

    Args:
        data: a node.
        path: the way to go from there.
        key: whether the caller wants the key; then a last step that is missing yields the mapping around it.

    Returns:
        The node reached and the key (or None) under which it stands.
    """
    node, name = data, None
    for step in path:
        if isinstance(node, MappingNode) and str(step) in node:
            name = node.key(step)
            node = node[str(step)]
        elif isinstance(node, list):
            item = _item(node, step)
            if item is not None:
                node, name = item, None
        elif key and step == path[-1]:
            name = None
    return node, name


def _item(node: list[Any], step: str | int) -> Any:
    if isinstance(step, int):
        return node[step] if 0 <= step < len(node) else None
    return next((item for item in reversed(node) if item == step), None)
