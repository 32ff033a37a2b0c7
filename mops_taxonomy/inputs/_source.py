"""The bytes of one input, as text.

Text is UTF-8, or UTF-16 where it starts with a byte order mark. Old spreadsheets write Windows-1252: whatever
is not valid UTF-8 is read as that, byte by byte, wherever in the input it stands, and a notice says so. So an
input of any size is read in one pass, standard input too, and no row of it is ever lost to its encoding.
"""

from __future__ import annotations

import codecs
import os
import stat
from functools import cached_property
from io import StringIO
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

from mops_taxonomy.inputs._error import InputError
from mops_taxonomy.inputs._row import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Source"]

_CHUNK = 1 << 18
_LONGEST_LINE = 1 << 24
_LONGEST_TEXT = 1 << 28
_FALLBACK = "mops_taxonomy.windows_1252"

_AS_CSV = "export the table as CSV"
_NOT_TEXT = {
    b"PK\x03\x04": f"an Excel workbook or another zip archive; {_AS_CSV}",
    b"\xd0\xcf\x11\xe0": f"an old Excel workbook; {_AS_CSV}",
    b"%PDF-": f"a PDF document; {_AS_CSV}",
    b"\x1f\x8b": "compressed with gzip; unpack it first",
    b"<!doctype html": f"a web page; {_AS_CSV}",
    b"<html": f"a web page; {_AS_CSV}",
    b"<?xml": f"an XML document; {_AS_CSV}",
}


def _windows_1252(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)  # noqa: S101  decoders call it, and encoders never do
    wrong = error.object[error.start : error.end]
    try:
        return wrong.decode("cp1252"), error.end
    except UnicodeDecodeError:  # five bytes mean nothing there; as control characters they are found later
        return wrong.decode("latin-1"), error.end


codecs.register_error(_FALLBACK, _windows_1252)


class Source:
    """One input, read once from its start to its end.

    Attributes:
        label: the input as the user named it.
        stream: its bytes, at their start until `start`, `lines()` or `text()` is asked for.
        notices: what there is to say about the reading so far.
    """

    def __init__(self, label: str, stream: BinaryIO, *, may_be_empty: bool = False) -> None:
        self.label = label
        self.stream = stream
        self._may_be_empty = may_be_empty
        self.notices: list[Notice] = []
        self._breaks = 0
        self._taken = 0
        self._start: str | None = None

    @property
    def start(self) -> str:
        """The first quarter of a million characters or so; all of them where there are less.

        Raises:
            InputError: the bytes are not text, or there are none.
        """
        if self._start is None:
            first = self._first
            if self.is_parquet:
                raise InputError(self.label, f"not a text file: it looks like a Parquet file; {_AS_CSV}")
            _refuse_binary(first, self.label)
            mark, self._encoding = _encoding(first)
            self._decoder = codecs.getincrementaldecoder(self._encoding)()
            self._start = self._decode(first[len(mark) :], final=len(first) < _CHUNK)
            if not self._start and not self._may_be_empty:
                raise InputError(self.label, "the file is empty")
        return self._start

    @cached_property
    def _first(self) -> bytes:
        return self._read()

    @property
    def is_parquet(self) -> bool:
        """Whether the bytes are those of a Parquet file: alone, its first four letters may begin a name."""
        return self._first.startswith(b"PAR1") and b"\0" in self._first

    @cached_property
    def size(self) -> int | None:
        """How many bytes there are; None where nobody knows."""
        try:
            found = os.fstat(self.stream.fileno())
        except (OSError, AttributeError):  # what stands in for a file may have no number
            return None
        return found.st_size if stat.S_ISREG(found.st_mode) else None

    @property
    def share(self) -> float | None:
        """How much of it was read, from 0 to 1; None where nobody knows."""
        return min(self._taken / self.size, 1.0) if self.size else None

    def lines(self) -> Iterator[str]:
        """The physical lines with their ends; a line ends at a line feed, a carriage return or both."""
        return chain.from_iterable(self._pages())

    def text(self) -> str:
        """The whole text; only for formats that cannot be read in parts.

        Raises:
            InputError: it is longer than 268,435,456 characters.
        """
        parts: list[str] = []
        length = 0
        for part in self.texts():
            length += len(part)
            if length > _LONGEST_TEXT:
                raise InputError(
                    self.label, f"longer than {_LONGEST_TEXT:,} characters; write it as JSON Lines"
                )
            parts.append(part)
        return "".join(parts)

    def _pages(self) -> Iterator[StringIO]:
        rest = ""
        for text in self.texts():
            page = rest + text
            # a carriage return that comes last may be the first half of a line end
            end = max(page.rfind("\n"), page.rfind("\r", 0, -1)) + 1
            yield StringIO(page[:end], newline="")
            rest = page[end:]
            if len(rest) > _LONGEST_LINE:
                raise InputError(self.label, f"holds a line of more than {_LONGEST_LINE:,} characters")
        yield StringIO(rest, newline="")

    def texts(self) -> Iterator[str]:
        """The text in pieces, as it is read."""
        yield self.start
        while chunk := self._read():
            yield self._decode(chunk)
        yield self._decode(b"", final=True)

    def _read(self) -> bytes:
        try:
            chunk = self.stream.read(_CHUNK)
        except OSError as error:
            raise InputError(self.label, f"cannot be read: {error.strerror}") from error
        self._taken += len(chunk)
        return chunk

    def _decode(self, chunk: bytes, *, final: bool = False) -> str:
        try:
            text = self._decoder.decode(chunk, final)
        except UnicodeDecodeError as error:
            self._fall_back(error)
            text = self._decoder.decode(chunk, final)
        self._breaks += text.count("\n")
        return text

    def _fall_back(self, error: UnicodeDecodeError) -> None:
        if self._encoding == "utf-8":
            self._decoder.errors = _FALLBACK
            line = self._breaks + error.object.count(b"\n", 0, error.start) + 1
            self.notices.append(Notice(f"line {line:,} is not UTF-8: read as Windows-1252"))
        else:
            self._decoder.errors = "replace"
            self.notices.append(Notice("parts that are not UTF-16 were replaced by U+FFFD"))


def _encoding(first: bytes) -> tuple[bytes, str]:
    """The byte order mark at the start, empty where there is none, and the encoding."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if first.startswith(mark):
            return mark, encoding
    return b"", "utf-8"


def _looks_like(first: bytes) -> str | None:
    beginning = first[:64].lstrip().lower()
    return next((what for magic, what in _NOT_TEXT.items() if beginning.startswith(magic.lower())), None)


def _refuse_binary(first: bytes, label: str) -> None:
    what = _looks_like(first)
    if what:
        raise InputError(label, f"not a text file: it looks like {what}")
    if b"\0" not in first or _encoding(first)[1] != "utf-8":
        return
    if first.count(b"\0") * 5 >= len(first) * 2:  # Latin letters make every other byte NUL
        raise InputError(label, "looks like UTF-16 without a byte order mark; save it as UTF-8")
    raise InputError(label, f"not a text file: it holds NUL bytes; {_AS_CSV}")
