"""Whether the names of a convention can be split, and each part judged alone.

They can where it is proved: the names of every form in force have one reading, no two forms have a name in common
unless the first is to win, and in every form some character stands between its fields and in none of them, or in those
of one part alone. A text is then of the form exactly when it has the parts of the form and each is of the language of
its place; and its name is valid exactly when no field finds a fault in its own text, and the fields that depend on each
other agree. The parts on either side of one that may hold the character are counted from their own end of the name.
"""

from __future__ import annotations

import re
from contextlib import suppress
from itertools import combinations, product
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

from mops_taxonomy.algebra.automaton import TooLarge
from mops_taxonomy.algebra.charset import Charset
from mops_taxonomy.algebra.comparison import disjoint
from mops_taxonomy.algebra.dialects.python import printed
from mops_taxonomy.algebra.language import Capture, Choice, Literal, Repeat, Seq, characters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from mops_taxonomy.algebra.language import Language
    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form
    from mops_taxonomy.frames.lookup import Lookup
    from mops_taxonomy.structure import Piece

__all__ = ["FormSplit", "Layout", "Part", "Split", "split_of"]

_MOST_FORMS = 8
"""Forms that are tried one after the other; the scalar engine finds that of a name at once."""

_MOST_LAYOUTS = 16
"""Ways to write a form, each of which is tried, too."""

_MOST_PAIRS = 1_000_000
"""Pairs of positions of two forms that are looked at, at most, for a name of both."""

_ASCII = Charset([(0, 127)])
_KNOWN: WeakKeyDictionary[Convention, dict[Any, Split | None]] = WeakKeyDictionary()

_MOST_KNOWN = 16
"""Days and forms in force for which a convention remembers how its names are split."""

_Sequence = tuple["Language", ...]
_Key = tuple[str | int, ...]


class Part:
    """The place between two delimiters.

    Attributes:
        paths: the fields that may stand there.
        only: the only field, where its text is always the whole part.
    """

    def __init__(self, nodes: _Sequence, form: Form, day: date) -> None:
        language = nodes[0] if len(nodes) == 1 else Seq(nodes)
        shown = printed(language)
        self._pieces = [form.pieces[index] for index in shown.groups]
        self._match = re.compile(shown.pattern).fullmatch
        self._day = day
        self.paths = tuple(dict.fromkeys(piece.path for piece in self._pieces if piece.path))
        alone = len(nodes) == 1 and isinstance(nodes[0], Capture) and len(self._pieces) == 1
        self.only: Piece | None = self._pieces[0] if alone else None

    def judge(self, text: str) -> tuple[Any, ...] | None:
        """The values of `paths` in a text, None for those that are absent; None when the text is wrong."""
        match = self._match(text)
        if match is None:
            return None
        values = dict.fromkeys(self.paths)
        for piece, found in zip(self._pieces, match.groups(), strict=True):
            if found is None or piece.kind is None or piece.path is None:
                continue
            if not piece.kind.exact and any(True for _ in piece.kind.faults(found, self._day)):
                return None
            values[piece.path] = piece.kind.decode(found)
        return tuple(values.values())


class Layout(NamedTuple):
    """A way in which a form can be written.

    Attributes:
        parts: the parts, in order.
        wide: which of them may hold the delimiter; None where none does.
    """

    parts: tuple[Part, ...]
    wide: int | None


class FormSplit(NamedTuple):
    """How to judge the names of one form.

    Attributes:
        form: the form.
        delimiter: the character that stands between the parts, an ASCII one.
        layouts: the ways in which the form can be written.
        joint: the fields that depend on each other.
    """

    form: Form
    delimiter: str
    layouts: tuple[Layout, ...]
    joint: frozenset[str]


class Split(NamedTuple):
    """How to judge names part by part.

    Attributes:
        forms: the forms in force; a name is of the first that takes it.
        longest: how long a name may be, in characters or in bytes; None where no system limits it.
        lookups: by part, the texts judged so far: later columns share them.
    """

    forms: tuple[FormSplit, ...]
    longest: int | None
    lookups: dict[Part, Lookup]

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of all forms, each once."""
        every = (part for form in self.forms for layout in form.layouts for part in layout.parts)
        return tuple(dict.fromkeys(every))


def split_of(convention: Convention, record: Mapping[str, Any] | None, day: date) -> Split | None:
    """How to judge the names of a convention on a day part by part; None where it is not proved that one can.

    The last answers are kept for each convention.
    """
    key = (day, tuple(form.name for form in convention.in_force(record, day)))
    known = _KNOWN.setdefault(convention, {})
    with suppress(KeyError):  # another thread may clear it at any time
        return known[key]
    if len(known) >= _MOST_KNOWN:
        known.clear()
    made = known[key] = _split_of(convention, record, day)
    return made


def _split_of(convention: Convention, record: Mapping[str, Any] | None, day: date) -> Split | None:
    forms = convention.in_force(record, day)
    if not 0 < len(forms) <= _MOST_FORMS or not all(_separable(convention, form) for form in forms):
        return None
    if not (convention.first_form or _no_name_in_common(forms)):
        return None
    splits = [_form_split(convention, form, day) for form in forms]
    lengths = [limit["max_length"] for limit in convention.kept_limits]
    made = tuple(one for one in splits if one is not None)
    return Split(made, min(lengths, default=None), {}) if len(made) == len(forms) else None


def _no_name_in_common(forms: list[Form]) -> bool:
    """Whether it is proved that no two of the forms have one; False also where that is too much work."""
    try:
        pairs = [(one.automaton, other.automaton) for one, other in combinations(forms, 2)]
    except TooLarge:
        return False
    work = sum(len(one.charsets) * len(other.charsets) for one, other in pairs)
    return work <= _MOST_PAIRS and all(disjoint(one, other) for one, other in pairs)


def _form_split(convention: Convention, form: Form, day: date) -> FormSplit | None:
    """How to judge the names of a form; None where they cannot be split."""
    language = form.structure.language
    letters = characters(language)
    if any(character in letters for character in convention.forbidden):
        return None
    possible = {character for text in _fixed(form, language) for character in text if character in _ASCII}
    ways = {delimiter: _ways(form, language, delimiter) for delimiter in sorted(possible)}
    delimiter = max(ways, key=lambda one: _merit(ways[one]), default="")
    if not _merit(ways.get(delimiter, [])):
        return None
    made: dict[_Key, Part] = {}
    for nodes in (nodes for way in ways[delimiter] for nodes in way.parts):
        if _key(nodes) not in made:
            made[_key(nodes)] = Part(nodes, form, day)
    layouts = (Layout(tuple(made[_key(nodes)] for nodes in way.parts), way.wide) for way in ways[delimiter])
    return FormSplit(form, delimiter, tuple(layouts), frozenset(_joint(convention, form)))


def _joint(convention: Convention, form: Form) -> Iterator[str]:
    """The fields between which something may be wrong."""
    for pair in form.dated_pairs:
        yield from pair
    for combination in convention.combinations_in(form):
        if combination.severity == "error":
            yield from (combination.first, combination.second)


def _merit(ways: list[_Way]) -> tuple[int, ...]:
    """What makes one delimiter better than another; nothing where it does not split names.

    How many fields it has alone, that no part holds it, and how many parts there are.
    """
    parts = max((len(way.parts) for way in ways), default=0)
    if parts < 2:
        return ()
    alone = max(sum(len(nodes) == 1 and isinstance(nodes[0], Capture) for nodes in way.parts) for way in ways)
    return alone, all(way.wide is None for way in ways), parts


def _key(nodes: _Sequence) -> _Key:
    """What tells parts apart: texts, and where in the form they stand."""
    return tuple(node.text if isinstance(node, Literal) else id(node) for node in nodes)


def _separable(convention: Convention, form: Form) -> bool:
    """Whether each field of a name has one place and one value.

    Faults that are no errors leave names valid only as far as the pattern of the whole form takes them.
    """
    kinds = [piece.kind for piece in form.pieces if piece.kind is not None]
    return (
        not convention.strict
        and (not convention.lowered or all(kind.exact for kind in kinds))
        and form.one_reading
        and all(piece.context.plain for piece in form.pieces)
        and all(kind.single for kind in kinds)
    )


def _fixed(form: Form, language: Language) -> Iterator[str]:
    """The texts that stand between the fields."""
    match language:
        case Literal(text):
            yield text
        case Capture(number, inner) if form.pieces[number].kind is None:
            yield from _fixed(form, inner)
        case Seq(parts) | Choice(parts):
            for part in parts:
                yield from _fixed(form, part)
        case Repeat(part):
            yield from _fixed(form, part)


class _Way(NamedTuple):
    """A layout before its parts are made."""

    parts: tuple[_Sequence, ...]
    wide: int | None


def _ways(form: Form, language: Language, delimiter: str) -> list[_Way]:
    """The ways to write the form; none where there are too many, or where parts cannot be told apart by counting."""
    found = []
    for way in _spelt(form, language, delimiter) or ():
        parts: list[list[Language]] = [[]]
        wide = set()
        for node in way:
            if isinstance(node, Literal):
                first, *others = node.text.split(delimiter)
                parts[-1] += [Literal(first)] * bool(first)
                parts += [[Literal(text)] if text else [] for text in others]
                continue
            parts[-1].append(node)
            if delimiter in characters(node):
                wide.add(len(parts) - 1)
        if len(wide) > 1:
            return []
        found.append(_Way(tuple(tuple(part) or (Literal(""),) for part in parts), next(iter(wide), None)))
    return found


def _spelt(form: Form, node: Language, delimiter: str) -> list[_Sequence] | None:
    """The node as sequences in which only literals and fields hold the delimiter; None where there are too many."""
    if delimiter not in characters(node):
        return [(node,)]
    match node:
        case Literal():
            return [(node,)]
        case Capture(number, inner) if form.pieces[number].kind is not None or isinstance(inner, Literal):
            return [(node if form.pieces[number].kind is not None else inner,)]
        case Seq(parts):
            options = [_spelt(form, part, delimiter) for part in parts]
            count = 1
            for option in options:
                count *= len(option or ())
            if not 0 < count <= _MOST_LAYOUTS:
                return None
            ways = product(*(option for option in options if option))
            return [tuple(part for way in chosen for part in way) for chosen in ways]
        case Choice(parts):
            return _any_of(_spelt(form, part, delimiter) for part in parts)
        case Repeat(part, 0, 1):
            return _any_of((_spelt(form, part, delimiter), [()]))
    return None


def _any_of(options: Iterable[list[_Sequence] | None]) -> list[_Sequence] | None:
    found: list[_Sequence] = []
    for option in options:
        if option is None:
            return None
        found += option
    return found if len(found) <= _MOST_LAYOUTS else None
