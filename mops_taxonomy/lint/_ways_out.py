"""The smallest changes of a convention after which a name has one reading, each of them tried."""

from __future__ import annotations

from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.algebra.charset import Charset
from mops_taxonomy.fields.text import TextKind
from mops_taxonomy.lint._trial import field_spec, harm, prefer_first, refuse, tried, written_class
from mops_taxonomy.reading import parting
from mops_taxonomy.template import Group, Text, parse_template

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form
    from mops_taxonomy.lint._trial import Spec
    from mops_taxonomy.lint.subject import Subject
    from mops_taxonomy.proofs.verdict import Verdict
    from mops_taxonomy.reading import Reading
    from mops_taxonomy.structure import Piece
    from mops_taxonomy.template import Part, Slot

__all__ = ["Way", "ways_out", "within_form"]

MOST = 3
_MOST_CODES = 12
_DELIMITERS = ("_", "-", " ", ".", "+", "~", "|", "__", " - ", " | ")
_LARGE = 20_000
"""Positions beyond which a proof is not tried again for every way out."""


class Way(NamedTuple):
    """A change that may help.

    Attributes:
        words: what to do.
        change: makes it, in the specification of the convention, and says whether it could.
        sort: of the ways of one sort only the first is told; empty where the way is of none.
    """

    words: str
    change: Callable[[Spec], bool]
    sort: str = ""


def ways_out(
    subject: Subject, convention: Convention, ways: Iterable[Way], proved: Callable[[Convention], bool]
) -> tuple[str, ...]:
    """The first few changes after which the proof succeeds; those that keep every example valid come first.

    Args:
        subject: the taxonomy.
        convention: the convention as it is.
        ways: changes to try, the smallest first.
        proved: whether a changed convention is free of the flaw.
    """
    good: list[str] = []
    costly: list[str] = []
    sorts: set[str] = set()
    for way in ways:
        if len(good) == MOST:
            break
        changed = None if way.sort in sorts else tried(subject, convention.id, way.change)
        if changed is None or not proved(changed):
            continue
        sorts |= {way.sort} - {""}
        harmed = harm(convention, changed)
        if harmed is None:
            good.append(way.words)
        else:
            costly.append(f"{way.words} (some of the examples would {harmed})")
    return tuple([*good, *costly][:MOST])


def within_form(
    subject: Subject, convention: Convention, form: Form, verdict: Verdict, proof: Callable[..., Verdict]
) -> tuple[str, ...]:
    """What to change so that no name has two readings by one form.

    Args:
        subject: the taxonomy.
        convention: the convention.
        form: the form.
        verdict: what was found: a name and its day.
        proof: asks the same question of a convention and a form.
    """
    if verdict.witness is None or verdict.day is None or len(form.automaton.charsets) > _LARGE:
        return ()
    readings = convention.analysed(verdict.witness, [form], verdict.day).readings
    if len(readings) < 2:
        return ()
    at = convention.forms.index(form)

    def proved(changed: Convention) -> bool:
        return proof(changed, changed.forms[at]).answer == "proved"

    welcome = [one for one in _DELIMITERS if convention.forbidden.isdisjoint(one)]
    return ways_out(subject, convention, _within_ways(form, at, readings, welcome), proved)


def _within_ways(form: Form, number: int, readings: list[Reading], delimiters: list[str]) -> Iterator[Way]:
    """Changes of the field that one reading goes on in and another has left."""
    seen: set[str] = set()
    for one, other in combinations(readings[:4], 2):
        for way in _ways_of_pair(form, number, (one, other), delimiters):
            if way.words not in seen:
                seen.add(way.words)
                yield way


def _ways_of_pair(
    form: Form, number: int, readings: tuple[Reading, Reading], delimiters: list[str]
) -> Iterator[Way]:
    one, other = readings
    at, mine, theirs = parting(one, other)
    left = next((index for index, start, end in one.segments if start <= at - 1 < end), None)
    before = _piece(form, left)
    if before is not None and isinstance(before.kind, TextKind) and left in {mine, theirs}:
        longer = one if mine == left else other
        yield from _narrower(before.kind, number, longer.text[at])
        yield from _other_delimiters(form, number, before.kind.path, delimiters)
        yield from _bounds(number, before.kind.path, readings)
    elif before is not None and before.path is not None:
        yield from _other_delimiters(form, number, before.path, delimiters)
    else:
        yield from _other_beginnings(form, number, _piece(form, theirs), delimiters)
        yield from _other_beginnings(form, number, _piece(form, mine), delimiters)
    for index, rival in ((mine, theirs), (theirs, mine)):
        if index != left:
            yield from _without_texts(number, _piece(form, index), _piece(form, rival), readings)
    if mine is not None and theirs is not None and form.pieces[mine].context.choices:
        yield Way(
            "declare `prefer: first` on the convention: then the alternative named first counts",
            prefer_first,
        )


def _piece(form: Form, index: int | None) -> Piece | None:
    return None if index is None else form.pieces[index]


def _bounds(number: int, path: str, readings: tuple[Reading, Reading]) -> Iterator[Way]:
    """A preference, or one length, of the text that ends in one reading where it goes on in the other."""
    for prefer, words in (("shortest", "shorter"), ("longest", "longer")):
        yield Way(
            f"declare `prefer: {prefer}` on `{path}`: then the reading with the {words} `{path}` counts",
            partial(_set, number, path, {"prefer": prefer}),
        )
    size = min(len(reading.texts[path]) for reading in readings if path in reading.texts)
    yield Way(
        f"give `{path}` one length: `min_length: {size}, max_length: {size}`",
        partial(_set, number, path, {"min_length": size, "max_length": size}),
    )


def _narrower(kind: TextKind, number: int, character: str) -> Iterator[Way]:
    """The text without the character that it runs over."""
    path = kind.path
    if kind.shape.pattern:
        return
    if character in kind.shape.joiner:
        joiner = kind.shape.joiner.replace(character, "")
        yield Way(
            f"take `{character}` from the joiner of `{path}`", partial(_set, number, path, {"joiner": joiner})
        )
    elif character in kind.shape.charset:
        rest = kind.shape.charset - Charset.of(character)
        if rest:
            yield Way(
                f"exclude `{character}` from the characters of `{path}`",
                partial(_set, number, path, {"characters": written_class(rest)}),
            )


def _without_texts(
    number: int, piece: Piece | None, rival: Piece | None, readings: tuple[Reading, Reading]
) -> Iterator[Way]:
    """The text without the very words that another field or fixed text has there."""
    if piece is None or piece.path is None or not isinstance(piece.kind, TextKind):
        return
    table = getattr(rival.kind, "table", None) if rival and rival.kind and not rival.kind.open else None
    if rival is not None and table and len(table) <= _MOST_CODES:
        shown = ", ".join(table)
        words = f"refuse the codes of `{rival.path}` as `{piece.path}`: `except: [{shown}]`"
        yield Way(words, partial(refuse, number, piece.path, list(table)))
    for reading in readings:
        text = reading.texts.get(piece.path)
        if text is not None:
            words = f"refuse `{text}` as `{piece.path}`: `except: [{text}]`"
            yield Way(words, partial(refuse, number, piece.path, [text]))


class Joint(NamedTuple):
    """What stands between two slots that follow one another, if only in some names.

    Attributes:
        before: the fields of the slot before.
        text: the fixed text, which may be empty.
        offset: where in the template the text begins.
        after: the fields of the slot after.
    """

    before: tuple[str, ...]
    text: str
    offset: int
    after: tuple[str, ...]


def _other_delimiters(form: Form, number: int, path: str, delimiters: list[str]) -> Iterator[Way]:
    """Another delimiter after the field, in the form's own template."""
    for joint in _joints(form.template):
        if path in joint.before:
            for delimiter in delimiters:
                if delimiter != joint.text:
                    yield Way(
                        f"separate `{path}` and `{joint.after[0]}` by {_named(delimiter)}",
                        partial(_separate, number, joint, delimiter),
                        "delimiter",
                    )


def _other_beginnings(form: Form, number: int, piece: Piece | None, delimiters: list[str]) -> Iterator[Way]:
    """Another delimiter before the field, in the form's own template."""
    for joint in _joints(form.template):
        if piece is not None and piece.path in joint.after:
            for delimiter in delimiters:
                if delimiter != joint.text:
                    yield Way(
                        f"write {_named(delimiter)} before `{piece.path}`",
                        partial(_separate, number, joint, delimiter),
                        "delimiter",
                    )


def _joints(template: str) -> Iterator[Joint]:
    """From left to right; what stands in an optional group is taken as if it were always there."""
    before: Slot | None = None
    text: Text | None = None
    for part in _flat(parse_template(template).parts):
        if isinstance(part, Text):
            text = part
            continue
        if before is not None:
            joint, offset = (text.text, text.offset) if text else ("", part.offset)
            yield Joint(before.fields, joint, offset, part.fields)
        before, text = part, None


def _flat(parts: tuple[Part, ...]) -> Iterator[Slot | Text]:
    for part in parts:
        if isinstance(part, Group):
            yield from _flat(part.parts)
        else:
            yield part


def _named(delimiter: str) -> str:
    return "a space" if delimiter == " " else f"`{delimiter}`"


def _set(number: int, path: str, keys: Spec, spec: Spec) -> bool:
    field = field_spec(spec["forms"][number], path)
    if field is None or not set(keys) <= set(field):
        return False
    field.update(keys)
    return True


def _separate(number: int, joint: Joint, delimiter: str, spec: Spec) -> bool:
    form = spec["forms"][number]
    template, start = form["template"], joint.offset
    if not template.startswith(joint.text, start):
        return False  # braces are written twice there
    form["template"] = template[:start] + delimiter + template[start + len(joint.text) :]
    return True
