"""How long a name may be in the systems that it must live in, and what it may not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.fault import Fault, listed

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

__all__ = ["Limits"]


_SURE = {"documented", "declared"}
"""What the system's maker or the taxonomy itself states; what only others say of a system is a hint."""


class Limits:
    """The joint limits of a convention: of several systems the shortest wins.

    Attributes:
        sure: the limits that systems' makers or the taxonomy state.
        unsure: those that only others tell of.
        kept: the limits in length that names must keep.
        forbidden: the characters that names must not hold.
    """

    def __init__(self, specs: Sequence[Mapping[str, Any]], lowered: Container[str] = ()) -> None:
        self.sure = [spec for spec in specs if spec["status"] in _SURE]
        self.unsure = [spec for spec in specs if spec["status"] not in _SURE]
        # Limits that the taxonomy says are no errors are not kept, only noted.
        self.kept = (
            []
            if "name_too_long" in lowered
            else [spec for spec in self.sure if spec["max_length"] is not None]
        )
        self._shortest: int | None = min((spec["max_length"] for spec in self.kept), default=None)
        self._listed = frozenset("".join(spec["forbidden"] or "" for spec in self.sure))
        self.forbidden = frozenset() if "forbidden_character" in lowered else self._listed

    def allow(self, text: str) -> bool:
        """Whether no limit that is sure is broken."""
        if self._shortest is not None and len(text) > self._shortest:
            return False
        if self.forbidden and not self.forbidden.isdisjoint(text):
            return False
        # Four bytes at most for a character: only then can a limit in bytes be broken by a short text.
        if text.isascii() or self._shortest is None or len(text) * 4 <= self._shortest:
            return True
        return not any(_length(text, spec) > spec["max_length"] for spec in self.kept)

    def faults(self, text: str) -> Iterator[Fault]:
        """The limits that a text breaks; those without a sure source only as a note."""
        yield from _too_long(text, self.sure, "name_too_long")
        yield from _too_long(text, self.unsure, "unsure_limit")
        for at, character in enumerate(text):
            if character in self._listed:
                systems = [spec["system"] for spec in self.sure if character in (spec["forbidden"] or "")]
                detail = {"system": listed(systems, "and")}
                yield Fault("forbidden_character", span=(at, at + 1), found=character, detail=detail)


def _length(text: str, spec: Mapping[str, Any]) -> int:
    return len(text.encode(errors="surrogatepass")) if spec["unit"] == "bytes" else len(text)


def _too_long(text: str, specs: Sequence[Mapping[str, Any]], name: str) -> Iterator[Fault]:
    """The tightest of the limits that are broken."""
    broken = [
        spec for spec in specs if spec["max_length"] is not None and _length(text, spec) > spec["max_length"]
    ]
    if not broken:
        return
    spec = min(broken, key=lambda one: one["max_length"])
    start = spec["max_length"] if spec["unit"] == "characters" else _cut(text, spec["max_length"])
    detail = {"length": _length(text, spec), "limit": spec["max_length"], "unit": spec["unit"]}
    detail |= {"system": spec["system"], "source": spec["source"]}
    yield Fault(name, span=(start, len(text)), found=text[start:], detail=detail)


def _cut(text: str, size: int) -> int:
    """How many characters of the text fit in so many bytes."""
    return len(text.encode(errors="surrogatepass")[:size].decode(errors="ignore"))
