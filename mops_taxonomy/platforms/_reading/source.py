"""Where records are read from: files, streams, answers that have been parsed already."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator, Mapping
from gzip import BadGzipFile, GzipFile
from io import BytesIO
from typing import Any

from mops_taxonomy.inputs import InputError, Notice
from mops_taxonomy.inputs import jsonl as json_lines
from mops_taxonomy.inputs._source import Source
from mops_taxonomy.platforms._reading.error import ReadError
from mops_taxonomy.platforms._reading.json import read_json, read_lines
from mops_taxonomy.platforms._reading.pages import unpacked
from mops_taxonomy.platforms._reading.raw import Broken, Page, Raw
from mops_taxonomy.platforms._reading.table import read_table

__all__ = ["Items", "label_of", "raws"]

Items = Iterator[Raw | Page | Broken | Notice]

_CHUNK = 1 << 16
_GZIP = b"\x1f\x8b"
_TABLES = (".csv", ".tsv", ".tab")
_LINES = (".jsonl", ".ndjson")


def label_of(source: Any) -> str | None:
    """What a source is called in findings: its path, the name of its stream; None in memory."""
    if isinstance(source, (str, os.PathLike)):
        return os.fsdecode(source)
    name = getattr(source, "name", None) if hasattr(source, "read") else None
    return name if isinstance(name, str) else None


def raws(source: Any) -> Items:
    """What a source holds, in its order, as it is read.

    Raises:
        ReadError: there is nothing to read, or the first of it cannot be read.
        TypeError: it is no source.
    """
    if isinstance(source, (str, os.PathLike)):
        return _of_path(os.fsdecode(source))
    if hasattr(source, "read"):
        return _of_stream(source, label_of(source) or "the stream")
    if isinstance(source, Mapping):
        return unpacked(source)
    if isinstance(source, Iterable) and not isinstance(source, (bytes, bytearray)):
        return _of_list(source)
    raise TypeError(f"a source is a path, a stream, an answer or a list of such, not {type(source).__name__}")


def _of_list(source: Iterable[Any]) -> Items:
    for index, one in enumerate(source):
        yield from unpacked(one, within=f"[{index}]", depth=1)


def _of_path(path: str) -> Items:
    try:
        stream = open(path, "rb")  # noqa: SIM115  it is closed below
    except FileNotFoundError:
        raise ReadError(path, "no such file") from None
    except (OSError, ValueError) as error:
        if os.path.isdir(path):
            raise ReadError(path, "is a directory, not a file") from None
        raise ReadError(path, f"cannot be opened: {getattr(error, 'strerror', None) or error}") from error
    with stream:
        yield from _of_stream(stream, path)


def _of_stream(stream: Any, label: str) -> Items:
    """The format is told by the suffix of the name, else by how the text begins."""
    reader = _Bytes(stream)
    name = label.lower().removesuffix(".gz")
    started = False
    try:
        source = Source(label, reader)  # type: ignore[arg-type]
        for item in _formatted(source, name):
            if not started and isinstance(item, Broken) and item.rest:
                raise ReadError(label, item.reason.removeprefix("is ") + _at(item))
            started = True
            yield item
        yield from source.notices
    except InputError as error:
        if not started:
            raise ReadError(label, reader.fault or error.message) from error
        yield Broken(f"cannot be read: {error.message}", error.line, rest=True)
    if reader.fault is not None:
        if not started:
            raise ReadError(label, reader.fault)
        yield Broken(f"cannot be read: {reader.fault}", rest=True)


def _at(item: Broken) -> str:
    return f", at line {item.line:,}" if item.line is not None else ""


def _formatted(source: Source, name: str) -> Items:
    start = source.start
    looks_like_json = start.lstrip()[:1] in {"{", "["}
    if name.endswith(_LINES) or (looks_like_json and json_lines.resembles(start)):
        return read_lines(source.lines())
    if name.endswith(_TABLES) or not (looks_like_json or name.endswith(".json")):
        return read_table(source)
    return read_json(source.texts())


class _Bytes:
    """The bytes of a stream: unpacked if they are packed, encoded if they are text.

    Attributes:
        fault: why there are no more, where that is not their end.
    """

    def __init__(self, stream: Any) -> None:
        self.fault: str | None = None
        self._stream = stream
        self._begin: bytes | None = None
        self._packed: GzipFile | None = None
        self._held = b""

    def read(self, size: int) -> bytes:
        """The next bytes, as many as asked for unless they end. Errors of the system are raised, as by any stream."""
        if self._begin is None:
            self._begin = self._given(size)
            if self._begin.startswith(_GZIP):
                self._packed = GzipFile(fileobj=_Rest(self), mode="rb")  # type: ignore[call-overload]
        parts = [self._held]
        length = len(self._held)
        while length < size and (part := self._next(size)):
            parts.append(part)
            length += len(part)
        whole = b"".join(parts)
        self._held = whole[size:]
        return whole[:size]

    def _next(self, size: int) -> bytes:
        if self._packed is None:
            return self.rest(size)
        try:
            return self._packed.read1(size)
        except (EOFError, BadGzipFile, zlib.error) as error:
            early = isinstance(error, EOFError)
            self.fault = f"the packed data {'ends too early' if early else 'is damaged'}"
            self._packed, self._begin = None, b""
            self._stream = BytesIO()
            return b""

    def rest(self, size: int) -> bytes:
        """The next bytes as they were given."""
        if self._begin:
            given, self._begin = self._begin, b""
            return given
        return self._given(size)

    def _given(self, size: int) -> bytes:
        try:
            given = self._stream.read(size)
        except UnicodeDecodeError as error:
            self.fault = f"the text is not {error.encoding}; open it as bytes"
            self._stream = BytesIO()
            return b""
        return given.encode("utf-8", "replace") if isinstance(given, str) else bytes(given or b"")


class _Rest:
    """The packed bytes, as the library for them asks for them."""

    def __init__(self, stream: _Bytes) -> None:
        self._stream = stream
        self._held = b""

    def read(self, size: int = -1) -> bytes:
        held = self._held or self._stream.rest(_CHUNK)
        self._held = held[size:] if size >= 0 else b""
        return held[:size] if size >= 0 else held
