"""The valid texts of a field as a language, for proofs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.comparison import Both, Difference
from mops_taxonomy.algebra.language import Graph, Language, Words
from mops_taxonomy.algebra.machine import explicit

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Exact", "both", "without"]


class Exact(NamedTuple):
    """Every valid text, and perhaps some that are not.

    Attributes:
        language: holds every valid text.
        doubts: what the language does not state, in words; empty where every text of it is valid.
    """

    language: Language
    doubts: tuple[str, ...] = ()


def without(language: Language, texts: Iterable[str], *, fold: bool) -> Language:
    """The language without some texts; with `fold`, in any case.

    Raises:
        TooLarge: it cannot be written down.
    """
    words = tuple(texts)
    if not words:
        return language
    return Graph(explicit(Difference(build(language), build(Words(words, fold)))), language)


def both(language: Language, other: Language) -> Language:
    """The texts of both.

    Raises:
        TooLarge: they cannot be written down.
    """
    return Graph(explicit(Both(build(language), build(other))), language)
