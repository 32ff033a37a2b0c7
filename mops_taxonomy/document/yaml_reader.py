"""YAML to nodes: scalars stay text, repeated keys are noted, hostile files end early."""

from __future__ import annotations

from typing import Any

import yaml

from mops_taxonomy.document.limits import MAX_ALIASED, MAX_DEPTH, MAX_NODES, MAX_REPEATED
from mops_taxonomy.document.node import At, ListNode, MappingNode, ScalarNode
from mops_taxonomy.document.unreadable import Unreadable
from mops_taxonomy.document.yaml_words import in_plain_words

__all__ = ["read_yaml"]

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str) -> tuple[Any, list[Unreadable]]:
    """The document's nodes, and the keys that are repeated.

    Args:
        text: the whole file.

    Raises:
        Unreadable: the file is not YAML, or uses what a taxonomy may not use.
    """
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        raise in_plain_words(error, text) from None
    if builder.root is None:
        raise Unreadable("the file is empty", 1)
    return builder.root, builder.repeated


class _Open:
    """A list or mapping that is still being read."""

    __slots__ = ("anchor", "key", "node", "size")

    def __init__(self, node: ListNode | MappingNode, anchor: str | None) -> None:
        self.node = node
        self.anchor = anchor
        self.key: ScalarNode | None = None
        self.size = 1


class _Builder:
    def __init__(self) -> None:
        self.root: Any = None
        self.repeated: list[Unreadable] = []
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._documents = 0
        self._nodes = 0
        self._aliased = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent):
            self._begin(event, MappingNode(_at(event)))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._begin(event, ListNode(_at(event)))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end()
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise _fault("there is a second document after '---'; a taxonomy is one document", event)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        _refuse_tag(event)
        node = ScalarNode(event.value)
        node.at = _at(event)
        node.style = "quoted" if event.style else "plain"
        if event.anchor is not None:
            self._anchors[event.anchor] = (node, 1)
        self._place(node, 1, event)

    def _begin(self, event: yaml.CollectionStartEvent, node: ListNode | MappingNode) -> None:
        _refuse_tag(event)
        if len(self._open) >= MAX_DEPTH:
            raise _fault(f"lists and mappings are nested more than {MAX_DEPTH} deep", event)
        if self._open and self._wants_key():
            raise _fault(
                "a key must be a single word or text, not a list or mapping; quote it if it is text", event
            )
        self._count(event)
        self._open.append(_Open(node, event.anchor))

    def _end(self) -> None:
        done = self._open.pop()
        if done.anchor is not None:
            self._anchors[done.anchor] = (done.node, done.size)
        self._attach(done.node, done.size)

    def _alias(self, event: yaml.AliasEvent) -> None:
        if any(part.anchor == event.anchor for part in self._open):
            raise _fault(f"the alias *{event.anchor} stands inside the part it repeats", event)
        if event.anchor not in self._anchors:
            raise _fault(
                f"*{event.anchor} repeats what is marked &{event.anchor}, and nothing above is; or quote it",
                event,
            )
        node, size = self._anchors[event.anchor]
        self._aliased += size
        if self._aliased > MAX_ALIASED:
            raise _fault(f"the aliases would grow to more than {MAX_ALIASED:,} values", event)
        self._place(node, size, event)

    def _place(self, node: Any, size: int, event: yaml.Event) -> None:
        self._count(event)
        if not self._open or not self._wants_key():
            self._attach(node, size)
        elif isinstance(node, ScalarNode):
            self._key(node, event)
        else:
            raise _fault("a key must be text, not an alias of a list or mapping", event)

    def _key(self, key: ScalarNode, event: yaml.Event) -> None:
        part = self._open[-1]
        if key == "<<" and key.style == "plain":
            raise _fault(
                "merge keys (<<) are not read; write the keys out, or use an alias for a whole value", event
            )
        if key in part.node and len(self.repeated) < MAX_REPEATED:
            first: At = part.node.key(key).at  # type: ignore[union-attr]
            self.repeated.append(
                _fault(
                    f"the key {str(key)!r} is already on line {first[0]}", event, width=len(key), code="MT903"
                )
            )
        part.key = key
        part.size += 1

    def _attach(self, node: Any, size: int) -> None:
        if not self._open:
            self.root = node
            return
        part = self._open[-1]
        part.size += size
        if isinstance(part.node, ListNode):
            part.node.append(node)
        elif part.key is not None:
            # The first of two repeated keys stays: its line is the one the error names.
            part.node.setdefault(part.key, node)
            part.key = None

    def _wants_key(self) -> bool:
        part = self._open[-1]
        return isinstance(part.node, MappingNode) and part.key is None

    def _count(self, event: yaml.Event) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise _fault(f"the file holds more than {MAX_NODES:,} values", event)


def _refuse_tag(event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
    if event.tag is not None:
        raise _fault(f"tags such as {_short(event.tag)} are not read; quote the value if it is text", event)


def _short(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _at(event: yaml.Event) -> tuple[int, int]:
    mark: Any = event.start_mark
    return mark.line + 1, mark.column + 1


def _fault(message: str, event: yaml.Event, *, width: int = 1, code: str = "MT901") -> Unreadable:
    line, column = _at(event)
    return Unreadable(message, line, column, width=width, code=code)
