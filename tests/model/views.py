"""A taxonomy file as others read it: editors, which give types to its scalars, and the loader, which does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from mops_taxonomy.document import read_document

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["VIEWS"]


class _Old(yaml.SafeLoader):
    """YAML 1.1: `NO` and `off` are false. Keys are the text written, days are text, as JSON has them."""


class _New(yaml.SafeLoader):
    """YAML 1.2, as editors read it: only `true` and `false` are truth values, and there are no days."""


def _mapping(loader: yaml.SafeLoader, node: yaml.MappingNode) -> dict[str, Any]:
    return {key.value: loader.construct_object(value, deep=True) for key, value in node.value}


_BOOLEAN = "tag:yaml.org,2002:bool"
_DAY = "tag:yaml.org,2002:timestamp"
for _loader in (_Old, _New):
    _loader.add_constructor("tag:yaml.org,2002:map", _mapping)
_Old.add_constructor(_DAY, lambda _, node: node.value)
_New.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in {_BOOLEAN, _DAY}]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_New.add_implicit_resolver(_BOOLEAN, re.compile("^(true|True|TRUE|false|False|FALSE)$"), list("tTfF"))


def _plain(node: Any) -> Any:
    """What the loader reads: scalars as the text written."""
    if isinstance(node, dict):
        return {str(key): _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(item) for item in node]
    return None if node.is_absent else str(node)


VIEWS: dict[str, Callable[[str], Any]] = {
    "YAML 1.1": lambda source: yaml.load(source, _Old),  # noqa: S506  a safe loader
    "YAML 1.2": lambda source: yaml.load(source, _New),  # noqa: S506  a safe loader
    "text": lambda source: _plain(read_document(source).data),
}
