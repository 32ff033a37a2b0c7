"""What was left in a name where a value belongs: `{{my.Token}}`, `[Title]`, `YYYYMMDD`, `Region`."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from mops_taxonomy.fault import Fault
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.form import Form
    from mops_taxonomy.reading import Reading

__all__ = ["Hole", "holes_in", "told_as_unfilled", "unfilled"]

_PLACEHOLDER = re.compile(
    r"(?P<token>\{\{[^{}]*\}\}|\$\{[^{}]*\}|%%[^%]+%%)"
    r"|(?P<word>\[[^][]*\]|<[^<>]*>|\{[^{}]*\})"
    r"|(?<![^\W_])(?P<date>[A-Z]{0,4}(?:Y{2}|X{2}|M{2}|D{2}|W{2}|#{2})"
    r"(?:[YMDXQHWF#]|[-/. ’'](?=[YMDXQHWF#])|(?<=M)on(?:th)?)*)(?![^\W_])",
    re.IGNORECASE,
)
_HINT = re.compile(r"\{|\[|<|%%|yy|YY|xx|XX|mm|MM|dd|DD|ww|WW|##")
"""What every placeholder holds: most names hold none of it.

Written without a set of characters: where every choice begins with a plain character, the search skips to these.
"""

_SHAPE = frozenset({"bad_characters", "bad_date", "bad_list", "bad_number", "bad_pattern", "unknown_term"})
"""Faults of texts that are no value of their field in any spelling."""

MOST_TRIES = 200
"""Ways to fill in the placeholders of one name that are tried."""

_TOKENS = {
    "YYYY": "YYYY|XXXX|####", "FYYY": "FYYY|YYYY|XXXX|####", "YY": "YY|XX|##", "FY": "FY|YY|XX|##",
    "QQ": "QQ|XX|##", "MM": "MM|XX|##", "WW": "WW|XX|##", "DD": "DD|XX|##",
    "MON": "MON|MMM|XXX", "MONTH": "MONTH|MMMM", "N": "N+|X+|#+",
}  # fmt: skip
"""What people write for a part of a date or a number that is still to be filled in, in capitals."""

SHORT = 3


class Hole(NamedTuple):
    """A placeholder in a text.

    Attributes:
        start: where it begins.
        end: where it ends, excluded.
        text: what stands there.
        kind: `token` of a tool, `word` in brackets, or `date`.
    """

    start: int
    end: int
    text: str
    kind: str

    def may_be_of(self, kind: Kind, *, exactly: bool = False) -> bool:
        """Whether a value of the field may have been meant to replace it; `exactly`: a date in just this format."""
        if self.kind == "token":
            return True
        if self.kind == "word":
            return _is_called(kind, self.text[1:-1])
        if kind.spec["kind"] != "date":
            return False
        # A few letters may be anything.
        return (not exactly and len(self.text) > SHORT) or _is_empty_format(kind, self.text)


def holes_in(text: str) -> list[Hole]:
    """The placeholders in a text, from left to right."""
    if not _HINT.search(text):
        return []
    return [
        Hole(match.start(), match.end(), match[0], match.lastgroup or "")
        for match in _PLACEHOLDER.finditer(text)
    ]


def unfilled(text: str, holes: Sequence[Hole], forms: Sequence[Form], day: date) -> list[Fault]:
    """The faults of a text that is of a form once every one of its placeholders is a value of some field."""
    for exactly in (True, False):
        for form in forms:
            for fields in islice(_filled(form, holes, exactly=exactly), MOST_TRIES):
                reading = _read(form, text, holes, fields)
                if reading is not None:
                    kinds = [kind for _, kind in fields]
                    told = [
                        _fault(hole.start, hole.text, kind) for hole, kind in zip(holes, kinds, strict=True)
                    ]
                    return told_as_unfilled([*told, *_others(reading, holes, fields, day)], holes, forms)
    return []


def _others(
    reading: Reading, holes: Sequence[Hole], fields: Sequence[tuple[str, Kind]], day: date
) -> Iterator[Fault]:
    """What else is wrong with a text whose placeholders are filled in, where it stands in the text as it was."""
    ends = [(reading.spans[path][1], hole.end) for hole, (path, _) in zip(holes, fields, strict=True)]
    for fault in reading.form.faults(reading, day):
        if fault.span is not None and fault.field not in dict(fields):
            start = fault.span[0]
            now, before = max((end for end in ends if end[0] <= start), default=(0, 0))
            yield fault.at(before - now)


def told_as_unfilled(faults: list[Fault], holes: Sequence[Hole], forms: Sequence[Form]) -> list[Fault]:
    """The same faults; those of a placeholder, or of a field's own name in its place, as what they are."""
    told: dict[tuple[int, str | None], Fault] = {}
    for number, fault in enumerate(faults):
        found = _unfilled_at(fault, holes, forms)
        key = (found.span[0], found.field) if found is not None and found.span else (-1 - number, None)
        told.setdefault(key, found or fault)
    return list(told.values())


def _unfilled_at(fault: Fault, holes: Sequence[Hole], forms: Sequence[Form]) -> Fault | None:
    if fault.name not in _SHAPE or fault.field is None or fault.span is None or not fault.found:
        return None
    kind = next((kind for form in forms for kind in form.kinds.get(fault.field, ())), None)
    if kind is None:
        return None
    start, end = fault.span
    for hole in holes:
        if hole.start < end and start < hole.end and hole.may_be_of(kind):
            return _fault(hole.start, hole.text, kind)
    if _is_called(kind, fault.found) or _is_empty_format(kind, fault.found):
        return _fault(start, fault.found, kind)
    return None


def _fault(start: int, found: str, kind: Kind) -> Fault:
    return kind.fault("unfilled_placeholder", found).at(start)


def _filled(form: Form, holes: Sequence[Hole], *, exactly: bool) -> Iterator[tuple[tuple[str, Kind], ...]]:
    """For each placeholder the field in whose place it may stand; the fields from left to right."""
    fields = [(path, kind) for path, kinds in form.kinds.items() for kind in kinds]

    def rest(at: int, first: int) -> Iterator[tuple[tuple[str, Kind], ...]]:
        if at == len(holes):
            yield ()
            return
        for number in range(first, len(fields)):
            if holes[at].may_be_of(fields[number][1], exactly=exactly):
                for others in rest(at + 1, number + 1):
                    yield (fields[number], *others)

    return rest(0, 0)


def _read(form: Form, text: str, holes: Sequence[Hole], fields: Sequence[tuple[str, Kind]]) -> Reading | None:
    """The text as the form reads it with an example of each field in place of the placeholder."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    at = size = 0
    for hole, (_, kind) in zip(holes, fields, strict=True):
        example = kind.example()
        parts += (text[at : hole.start], example)
        size += hole.start - at
        spans.append((size, size + len(example)))
        size += len(example)
        at = hole.end
    readings = form.readings("".join((*parts, text[at:])))
    wanted = {path: span for (path, _), span in zip(fields, spans, strict=True)}
    return next((reading for reading in readings if wanted.items() <= reading.spans.items()), None)


def _is_called(kind: Kind, text: str) -> bool:
    """Whether a text is the name or the label of the field, and no word for a value of it."""
    word = _plain(text)
    if not word or word not in _names(kind.path, kind.label):
        return False
    terms = getattr(kind, "terms", {})
    return not any(
        word in map(_plain, (code, term["label"] or "", *term["aliases"])) for code, term in terms.items()
    )


@lru_cache(maxsize=1024)
def _names(path: str, label: str) -> frozenset[str]:
    return frozenset(map(_plain, (path, path.rpartition(".")[2], label)))


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _is_empty_format(kind: Kind, text: str) -> bool:
    """Whether a text is a format of the field that is not filled in, or not all of it."""
    return any(
        empty.fullmatch(text) and not filled.fullmatch(text)
        for empty, filled in map(_patterns, kind.spec.get("formats", ()))
    )


@lru_cache(maxsize=1024)
def _patterns(source: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a format is before its parts are filled in, or not all of them; and after that."""
    return _pattern(source, _part), _pattern(source, lambda _: r"\d+")


def _pattern(source: str, part: Callable[[re.Match[str]], str]) -> re.Pattern[str]:
    """A format with a pattern for each of its parts."""
    return re.compile(re.sub(r"\\\{(\w+)\\\}", part, re.escape(source)), re.IGNORECASE)


def _part(match: re.Match[str]) -> str:
    token = match[1].upper()
    return rf"(?:{_TOKENS.get(token, f'{token}|X|#')}|\d+)"
