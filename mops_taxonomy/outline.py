"""The outline of a form: its fields in a row, with the fixed text between them.

Diagnosis works on outlines. A form with groups has one for every combination of groups present.
"""

from __future__ import annotations

import re
from itertools import islice, product
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from mops_taxonomy.algebra.charset import Charset
from mops_taxonomy.algebra.language import Choice, Language, Literal, Seq, characters
from mops_taxonomy.algebra.matching import matcher
from mops_taxonomy.fault import Fault
from mops_taxonomy.structure import AlternativesPart, FieldPart, GroupPart, NamePart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.form import Form
    from mops_taxonomy.structure import Part

__all__ = ["Fixed", "Outline", "Place", "Step", "outlines"]

MOST_OUTLINES = 48
PLAINLY = 0.85
_KNOWN: WeakKeyDictionary[Form, tuple[Outline, ...]] = WeakKeyDictionary()
"""Made once for each form, on the first name that is wrong."""
_DELIMITERS = " -_|./:;,+~\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
DELIMITERS = Charset.of(_DELIMITERS)
_WORDS = re.compile(r"[^\W_]+|[\W_]+")


class Fixed(NamedTuple):
    """Fixed text with letters or digits, such as the `FR` of `_FR_`."""

    text: str

    @property
    def language(self) -> Language:
        """The text alone."""
        return Literal(self.text)

    def reads(self, text: str) -> bool:
        """Whether this is the text."""
        return text == self.text


class Place(NamedTuple):
    """The place of a field; several where alternatives share it."""

    options: tuple[FieldPart, ...]

    @property
    def language(self) -> Language:
        """Every text of every field that may stand here."""
        return Choice(tuple(option.kind.language for option in self.options))

    @property
    def held(self) -> Charset:
        """What a value may hold of the characters that people use as delimiters."""
        return DELIMITERS & characters(self.language)

    @property
    def joints(self) -> int | None:
        """How many delimiters a value holds at most; None where there is no telling."""
        most = [option.kind.joints() for option in self.options]
        return None if None in most else max(count for count in most if count is not None)

    @property
    def path(self) -> str:
        """The field that is named when none of the alternatives fits."""
        return self.options[0].path

    def reads(self, text: str) -> bool:
        """Whether the text is of the language of a field that may stand here."""
        if len(self.options) == 1:
            return self.options[0].kind.reads(text)
        return any(option.kind.reads(text) for option in self.options)

    def nearest(self, text: str) -> Kind:
        """The kind of field that the text was most likely meant for."""
        if len(self.options) == 1:
            return self.options[0].kind
        right = (option for option in self.options if option.kind.reads(text))
        return (next(right, None) or max(self.options, key=lambda option: option.kind.resembles(text))).kind

    def missing(self, at: int) -> Fault:
        """Nothing stands here; `at` is where it should."""
        names = [option.path for option in self.options]
        return Fault(
            "missing_field",
            field=self.path,
            span=(at, at),
            expected=" or ".join(option.kind.describe() for option in self.options),
            detail={"alternatives": names} if len(names) > 1 else None,
        )


class Step:
    """What stands between two delimiters: one element, or several that touch.

    Attributes:
        delimiter: the fixed text before it, without letters or digits.
        elements: fields and fixed words.
        held: the characters it may hold that people use as delimiters.
        joints: how many delimiters it holds at most; None where there is no telling.
        exact: whether what it reads is right on every day.
        open: whether it reads values that nobody listed.
        fixed: whether it is fixed text only.
        plain: whether it is fields only, and of no place of it there are several.
        reads: whether a text is right here.
    """

    __slots__ = (
        "_whole", "delimiter", "elements", "exact", "fixed", "held", "joints", "open", "plain", "reads",
    )  # fmt: skip

    def __init__(self, delimiter: str, elements: tuple[Fixed | Place, ...]) -> None:
        self.delimiter = delimiter
        self.elements = elements
        places = [element for element in elements if isinstance(element, Place)]
        self.held = frozenset(c for c in _DELIMITERS if any(c in place.held for place in places))
        most = [place.joints for place in places]
        self.joints = None if None in most else sum(count for count in most if count is not None)
        self.open = any(option.kind.open for place in places for option in place.options)
        self.fixed = not places
        self.exact = all(option.kind.exact for place in places for option in place.options)
        self.plain = all(isinstance(one, Place) and len(one.options) == 1 for one in elements)
        self._whole: Callable[[str], object] | None = None
        self.reads: Callable[[str], bool] = self._reader()

    def _reader(self) -> Callable[[str], bool]:
        """What says whether a text is right here, as directly as can be: every token is laid against many steps."""
        match self.elements:
            case (Place((option,)),):
                return option.kind.reads
            case (element,):
                return element.reads
        return self._reads_several

    def _reads_several(self, text: str) -> bool:
        if self._whole is None:
            self._whole = matcher(Seq(tuple(element.language for element in self.elements)))
        return bool(self._whole(text))

    def resembles(self, text: str) -> bool:
        """Whether a text that is not right here was plainly meant for here."""
        element = self.elements[0]
        if len(self.elements) > 1 or isinstance(element, Fixed):
            return False
        return max(option.kind.resembles(text) for option in element.options) >= PLAINLY


class Outline:
    """Steps from left to right, and the delimiter after the last of them.

    Attributes:
        steps: what stands between the delimiters.
        end: the delimiter after the last step, often none.
        delimiters: the delimiters between the steps.
        marks: the characters of these.
        closed: the steps that read only what is listed or of a format, words of the form apart.
    """

    __slots__ = ("closed", "delimiters", "end", "marks", "steps")

    def __init__(self, steps: tuple[Step, ...], end: str) -> None:
        self.steps = steps
        self.end = end
        self.delimiters = frozenset(step.delimiter for step in steps[1:] if step.delimiter)
        self.marks = frozenset("".join(self.delimiters))
        self.closed = tuple(step for step in steps if not step.open and not step.fixed)


def outlines(form: Form) -> tuple[Outline, ...]:
    """The outlines of a form, those with most groups first; at most 48."""
    known = _KNOWN.get(form)
    if known is None:
        rows = islice(_rows(form.structure.parts), MOST_OUTLINES)
        known = _KNOWN[form] = tuple(map(_outline, rows))
    return known


_Row = tuple[str | Place, ...]


def _rows(parts: Iterable[Part]) -> Iterator[_Row]:
    options = [tuple(islice(_options(part), MOST_OUTLINES)) for part in parts]
    for chosen in product(*options):
        yield tuple(item for row in chosen for item in row)


def _options(part: Part) -> Iterator[_Row]:
    match part:
        case str():
            yield (part,)
        case FieldPart():
            yield (Place((part,)),)
        case AlternativesPart(options):
            fields = tuple(option for option in options if isinstance(option, FieldPart))
            if fields:
                yield (Place(fields),)
            for option in options:
                if isinstance(option, NamePart):
                    yield from _options(option)
        case GroupPart(parts):
            yield from _rows(parts)
            yield ()
        case NamePart(_, forms):
            for form in forms:
                yield from _rows(form.parts)


def _outline(row: _Row) -> Outline:
    steps: list[Step] = []
    delimiter = ""
    elements: list[Fixed | Place] = []
    for item in _words(row):
        if isinstance(item, str):
            if elements:
                steps.append(Step(delimiter, tuple(elements)))
                delimiter, elements = "", []
            delimiter += item
        else:
            elements.append(item)
    if elements:
        steps.append(Step(delimiter, tuple(elements)))
        delimiter = ""
    return Outline(tuple(steps), delimiter)


def _words(row: _Row) -> Iterator[str | Fixed | Place]:
    """Fixed text taken apart into words and delimiters."""
    text = ""
    for item in (*row, None):
        if isinstance(item, str):
            text += item
            continue
        for match in _WORDS.finditer(text):
            yield Fixed(match[0]) if match[0][0].isalnum() else match[0]
        text = ""
        if item is not None:
            yield item
