"""Whether a damaged name is as near to another valid name as to the one it was meant to be.

Answered by trying, without the engine of repair: whatever else could have become the same text by a mistake of the
same kind. Such a name tells nobody what was meant, so it is counted apart.
"""

from __future__ import annotations

import re
from itertools import chain, combinations, islice, pairwise
from typing import TYPE_CHECKING, Any

from rapidfuzz.distance import OSA

from mops_taxonomy.algebra.language import fold
from tests.benchmarks.meant import Part
from tests.benchmarks.victim import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.benchmarks.meant import Meant
    from tests.benchmarks.victim import Parts

__all__ = ["is_near_another", "other_terms"]

_MOST_TRIED = 1_000
_MARK = re.compile(r"[-_ |./:~,+–—]")
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile("[0-9]+")


def is_near_another(mistake: str, parts: Parts, meant: Meant) -> bool:
    """Whether a mistake of this name leaves a text that another valid name could have become."""
    ways = (way(parts, meant) for way in _WAYS.get(mistake, ()))
    others = (text for text in islice(chain.from_iterable(ways), _MOST_TRIED) if text != meant.text)
    return any(meant.is_valid(text) for text in others)


def other_terms(parts: Parts, meant: Meant) -> Iterator[str]:
    """The name with another term, of those that a damaged term is as near to as to its own."""
    for at, part in enumerate(meant.parts):
        stands = next((other.text for other in parts if other.path == part.path), part.text)
        if part.path is None or stands == part.text:
            continue
        kind: Any = meant.kind(part.path)
        if kind.spec["kind"] != "term":
            continue
        for code in _likely(kind, stands, kind.decode(part.text)):
            yield joined((*meant.parts[:at], Part(part.path, kind.written[code]), *meant.parts[at + 1 :]))


def _likely(kind: Any, stands: str, own: str) -> Iterator[str]:
    """The terms that what stands is at most as far from as from its own."""
    far = _distance(kind, own, stands)
    return (code for code in kind.terms if code != own and _distance(kind, code, stands) <= far)


def _distance(kind: Any, code: str, stands: str) -> float:
    """How many letters are wrong; the case alone counts for half a letter."""
    term = kind.terms.get(code, {"aliases": (), "label": None})
    spellings = {kind.written.get(code, code), *term["aliases"], term["label"] or code}
    return min(
        min(OSA.distance(one, stands), 0.5 + OSA.distance(fold(one), fold(stands))) for one in spellings
    )


def _literals(meant: Meant) -> list[str]:
    return sorted({part.text for part in meant.parts if part.path is None})


def _one_removed(parts: Parts, meant: Meant) -> Iterator[str]:
    """The text without one delimiter."""
    text = joined(parts)
    for literal in _literals(meant):
        starts = (at for at in range(len(text)) if text.startswith(literal, at))
        yield from (text[:at] + text[at + len(literal) :] for at in starts)


def _stripped(parts: Parts, meant: Meant) -> Iterator[str]:
    """The text without the space at its ends."""
    del meant
    yield joined(parts).strip()


def _one_put_in(parts: Parts, meant: Meant) -> Iterator[str]:
    """The text with one delimiter more."""
    text = joined(parts)
    for literal in _literals(meant):
        yield from (text[:at] + literal + text[at:] for at in range(len(text) + 1))


def _some_changed(parts: Parts, meant: Meant) -> Iterator[str]:
    """The text with the right delimiters put anywhere that a delimiter, of whatever kind, stands."""
    text = joined(parts)
    right = [old.text for new, old in zip(parts, meant.parts, strict=True) if new != old]
    places = [found.start() for found in _MARK.finditer(text)]
    for chosen in combinations(places, len(right)):
        made, end = "", 0
        for at, literal in zip(chosen, right, strict=True):
            made, end = made + text[end:at] + literal, at + 1
        yield made + text[end:]


def _recased(parts: Parts, meant: Meant) -> Iterator[str]:
    """The text with one of its words in another case."""
    del meant
    text = joined(parts)
    for word in _WORD.finditer(text):
        for changed in (word[0].lower(), word[0].upper(), word[0].title()):
            if changed != word[0]:
                yield text[: word.start()] + changed + text[word.end() :]


def _with_another_field(parts: Parts, meant: Meant) -> Iterator[str]:
    """The name in which another field was left out: the texts that are there, moved up to its place."""
    there = [part.text for part in parts if part.path is not None]
    fields = [part for part in meant.parts if part.path is not None]
    for at, field in enumerate(fields):
        texts = iter((*there[:at], field.text, *there[at:]))
        yield "".join(part.text if part.path is None else next(texts) for part in meant.parts)


def _shortened(parts: Parts, meant: Meant) -> Iterator[str]:
    """The text as a name in which nothing is cut off, but a number has lost its zero."""
    del meant
    text = joined(parts)
    yield from (text[: digits.start()] + "0" + text[digits.start() :] for digits in _DIGITS.finditer(text))


def _exchanged(parts: Parts, meant: Meant) -> Iterator[str]:
    """Any two fields exchanged."""
    del meant
    fields = [at for at, part in enumerate(parts) if part.path is not None]
    for one, other in combinations(fields, 2):
        changed = list(parts)
        changed[one], changed[other] = parts[other], parts[one]
        yield joined(changed)


def _moved(parts: Parts, meant: Meant) -> Iterator[str]:
    """Any field moved to any other place."""
    del meant
    fields = [at for at, part in enumerate(parts) if part.path is not None]
    for one in range(len(fields)):
        for other in range(len(fields)):
            order = [parts[at] for at in fields]
            order.insert(other, order.pop(one))
            changed = list(parts)
            for at, part in zip(fields, order, strict=True):
                changed[at] = part
            yield joined(changed)


def _one_left_out(parts: Parts, meant: Meant) -> Iterator[str]:
    """The text without what stands between two delimiters, or outside of the first or the last."""
    text = joined(parts)
    for literal in _literals(meant):
        edges = [0, *(at for at in range(1, len(text)) if text.startswith(literal, at)), len(text)]
        yield from (text[:start] + text[end:] for start, end in pairwise(edges))
        yield from (text[end + len(literal) :] for end in edges[1:2])


_WAYS: dict[str, tuple[Callable[[Parts, Meant], Iterator[str]], ...]] = {
    **dict.fromkeys(("case", "an alias", "a label"), (other_terms,)),
    **dict.fromkeys(
        ("a letter too many", "a letter too few", "another letter", "two letters exchanged"), (other_terms,)
    ),
    **dict.fromkeys(
        ("a wrong delimiter", "every delimiter wrong", "mixed delimiters"), (_some_changed, _recased)
    ),
    **dict.fromkeys(("a doubled delimiter", "a delimiter at an end"), (_one_removed, _stripped)),
    "a missing delimiter": (_one_put_in, _recased),
    "two fields swapped": (_exchanged, _recased),
    "another order": (_moved, _recased),
    "a field missing": (_with_another_field,),
    "a field repeated": (_recased,),
    "cut": (_shortened, _one_removed, _stripped),
    "text left over": (_one_left_out, _recased),
}
