"""Texts that are not on a list, and those on it that are nearest."""

from __future__ import annotations

from functools import lru_cache

from mops_taxonomy.finding import Suggestion
from mops_taxonomy.rules._words import counted, one_of, quoted

__all__ = ["Near", "listed", "near"]

_LIKE = 0.6
"""Texts less alike than this, from 0 to 1, are not suggested."""

_MOST = 3
_SHOWN = 8


class Near:
    """What a text that is not on a list comes near to.

    Attributes:
        suggestions: what is on the list and like the text, best first.
        why: ``; it differs from `Planned` only in case``, or nothing.
        only_spelt: whether only case or white space make the difference.
    """

    __slots__ = ("only_spelt", "suggestions", "why")

    def __init__(self, suggestions: tuple[Suggestion, ...], why: str = "") -> None:
        self.suggestions = suggestions
        self.why = why
        self.only_spelt = bool(why)


@lru_cache(maxsize=4096)
def near(text: str, allowed: tuple[str, ...]) -> Near:
    """What is nearest to a text among those allowed; all of them differ from it."""
    for how, change in (("white space", _spaced), ("case", str.casefold), ("case and white space", _folded)):
        alike = [one for one in allowed if change(one) == change(text)]
        if alike:
            why = f"; it differs from {one_of(alike)} only in {how}"
            return Near(tuple(Suggestion(one) for one in alike), why)
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    folded = [_folded(one) for one in allowed]
    found = extract(_folded(text), folded, scorer=OSA.normalized_similarity, limit=_MOST, score_cutoff=_LIKE)
    return Near(tuple(Suggestion(allowed[index]) for _, _, index in found))


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _folded(text: str) -> str:
    return _spaced(text).casefold()


def listed(allowed: tuple[str, ...]) -> str:
    """What would be right; of a long list, how many more there are."""
    if len(allowed) <= _SHOWN:
        return one_of(allowed)
    return f"{', '.join(map(quoted, allowed[:_SHOWN]))} or {counted(len(allowed) - _SHOWN, 'other')}"
