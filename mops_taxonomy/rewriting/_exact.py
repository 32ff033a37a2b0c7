"""Text that can be turned into the bytes it was read from."""

from __future__ import annotations

import codecs
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

from mops_taxonomy.inputs import InputError
from mops_taxonomy.inputs._source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Exact"]

_CHUNK = 1 << 18
_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


class Exact(Source):
    """A file in which every byte that is not UTF-8 is half of a surrogate pair, as `surrogateescape` has it.

    So each character stands where it stands in the text that `Source` reads, and nothing is lost.

    Attributes:
        mark: the byte order mark, empty where there is none.
    """

    def __init__(self, label: str, stream: BinaryIO) -> None:
        first = stream.read(3)
        self.mark = next((mark for mark in _MARKS if first.startswith(mark)), b"")
        self._codec = _MARKS.get(self.mark, "utf-8")
        stream.seek(0)
        self._is_windows = self._codec == "utf-8" and not _is_utf8(stream)
        stream.seek(0)
        super().__init__(label, stream)

    def encoded(self, text: str) -> bytes:
        """The bytes of a text of this file."""
        return text.encode(self._codec, "surrogateescape")

    def spelt(self, new: str, old: str) -> str:
        """A new text as this file would spell it, as exact text.

        In a file that is not UTF-8 throughout, it is Windows-1252 where there are such letters; but not in place of
        letters that are UTF-8.

        Args:
            new: the text.
            old: the exact text in whose place it comes.
        """
        if not self._is_windows or new.isascii() or any("\x7f" < char < "\ud800" for char in old):
            return new
        with suppress(UnicodeEncodeError):
            spelt = new.encode("cp1252").decode("utf-8", "surrogateescape")
            if len(spelt) == len(new):  # else two letters would be read as one of UTF-8
                return spelt
        return new

    def _fall_back(self, error: UnicodeDecodeError) -> None:
        if self._codec != "utf-8":
            raise InputError(self.label, "parts of it are not UTF-16, so that it is not changed") from error
        self._decoder.errors = "surrogateescape"


def _is_utf8(stream: BinaryIO) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for chunk in _chunks(stream):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    while chunk := stream.read(_CHUNK):
        yield chunk
