"""A file as data that knows its places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, Final, Literal

from mops_taxonomy.document.limits import MAX_BYTES, MAX_DEPTH
from mops_taxonomy.document.located import located
from mops_taxonomy.document.node import At, ListNode, MappingNode, Path, ScalarNode, locate
from mops_taxonomy.document.unreadable import Unreadable
from mops_taxonomy.errors import InvalidTaxonomy
from mops_taxonomy.finding import Finding, Place

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Document", "Format", "format_of", "read_document", "read_mapping"]

Format = Literal["yaml", "toml", "json"]

_SUFFIXES: Final[dict[str, Format]] = {".toml": "toml", ".json": "json"}


class Document:
    """The content of one file.

    Attributes:
        data: the content as nodes: plain dict, list and str that know their places.
        file: the file's name for messages, None for data from Python.
        repeated: a finding for each key that stands twice; `data` holds the first of the two.
    """

    __slots__ = ("_lines", "data", "file", "repeated")

    def __init__(
        self, data: Any, file: str | None, lines: Sequence[str] = (), repeated: Sequence[Finding] = ()
    ) -> None:
        self.data = data
        self.file = file
        self.repeated = tuple(repeated)
        self._lines = lines

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Where the value at `path` stands, or its key; the nearest place that is known otherwise."""
        node, name = locate(self.data, path)
        return self.place_of(name if key and name is not None else node)

    def place_of(self, node: Any) -> Place:
        """Where a node stands that came from this document."""
        at: At = getattr(node, "at", (1, 1))
        if isinstance(at, str):
            return Place(at)
        return Place(self.file, at[0], at[1])

    def source_line(self, number: int) -> str:
        """The line with this number, from 1; empty where there is none."""
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    @property
    def lines(self) -> Sequence[str]:
        """The lines of the file, without their ends; none for data from Python."""
        return self._lines


def format_of(name: str) -> Format:
    """The format that a file's name promises: TOML, JSON, or else YAML."""
    return _SUFFIXES.get(FilePath(name).suffix.lower(), "yaml")


def read_document(
    source: FilePath | str | bytes,
    *,
    file: str | None = None,
    format: Format | None = None,  # noqa: A002  the word that the file format and its users have
) -> Document:
    """Reads a document from a path, or from its text.

    Args:
        source: a path (a `Path` object), or the content itself (text or bytes).
        file: the name to show in messages; by default the path.
        format: by default what the file's name promises.

    Raises:
        InvalidTaxonomy: the content cannot be read.
        OSError: the file cannot be opened.
    """
    name = file if file is not None else (str(source) if isinstance(source, FilePath) else None)
    lines: list[str] = []
    try:
        text = _text(source)
        lines = _lines(text)
        data, faults = _reader(format or format_of(name or ""))(text)
    except Unreadable as fault:
        raise fault.invalid(name, lines) from None
    repeated = [
        located(f.code, f.message, Place(name, f.line, f.column), lines, width=f.width) for f in faults
    ]
    return Document(data, name, lines, repeated)


def read_mapping(mapping: Any) -> Document:
    """The document that a mapping or model from Python stands for. Its places are dotted paths.

    Args:
        mapping: text, numbers, booleans, dates, None, lists, mappings and models of parts of the file.

    Raises:
        InvalidTaxonomy: it holds something else, or itself.
    """
    root = _node(mapping, "")
    root.at = "taxonomy"
    return Document(root, None)


def _text(source: FilePath | str | bytes) -> str:
    if isinstance(source, str):
        return source
    return _decoded(source if isinstance(source, bytes) else source.read_bytes())


def _decoded(content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise Unreadable(f"the file has {len(content):,} bytes; the most that is read is {MAX_BYTES:,}", 1)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        raise Unreadable("the file is not UTF-8 from here on; save it as UTF-8", line, column) from None


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _reader(name: Format) -> Callable[[str], tuple[Any, list[Unreadable]]]:
    # Each reader is imported when its format is met: most installations only ever read YAML.
    if name == "json":
        from mops_taxonomy.document.json_reader import read_json

        return read_json
    if name == "toml":
        from mops_taxonomy.document.toml_reader import read_toml

        return read_toml
    from mops_taxonomy.document.yaml_reader import read_yaml

    return read_yaml


def _node(value: Any, path: str, depth: int = 0) -> Any:
    if depth > MAX_DEPTH:
        raise _unusable(path, f"lists and mappings are nested more than {MAX_DEPTH} deep")
    if hasattr(value, "model_dump"):
        value = value.model_dump(by_alias=True, exclude_unset=True)
    if isinstance(value, Mapping):
        mapping = MappingNode(path)
        for name, inner in value.items():
            step = "".join(character if character.isprintable() else "?" for character in str(name))
            inner_path = f"{path}.{step}" if path else step
            key = _scalar(name, inner_path)
            mapping[key] = _node(inner, inner_path, depth + 1)
        return mapping
    if isinstance(value, Sequence | set | frozenset) and not isinstance(value, str | bytes):
        items = ListNode(path)
        ordered = sorted(value) if isinstance(value, set | frozenset) else value
        items.extend(
            _node(inner, f"{path}.{i}" if path else str(i), depth + 1) for i, inner in enumerate(ordered)
        )
        return items
    return _scalar(value, path)


def _scalar(value: Any, path: str) -> ScalarNode:
    if value is None:
        return ScalarNode.of("", path, "null")
    if isinstance(value, bool):
        return ScalarNode.of("true" if value else "false", path, "boolean")
    if isinstance(value, str):
        return ScalarNode.of(value, path, "quoted")
    if isinstance(value, int | float):
        return ScalarNode.of(str(value), path, "plain")
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return ScalarNode.of(value.isoformat(), path, "plain")
    raise _unusable(path, f"a {type(value).__name__} cannot stand in a taxonomy")


def _unusable(path: str, message: str) -> InvalidTaxonomy:
    return InvalidTaxonomy([located("MT901", message, Place(path), ())])
