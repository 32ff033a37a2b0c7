"""The smallest changes of a convention after which a name has one reading, each of them tried."""

from __future__ import annotations

from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.algebra.charset import Charset
from mops_taxonomy.fields.text import TextKind
from mops_taxonomy.lint._trial import field_spec, keeps_examples, tried, written_class
from mops_taxonomy.reading import parting
from mops_taxonomy.template import Slot, Text, parse_template

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form
    from mops_taxonomy.lint._trial import Spec
    from mops_taxonomy.lint.subject import Subject
    from mops_taxonomy.proofs.verdict import Verdict
    from mops_taxonomy.reading import Reading

__all__ = ["Way", "ways_out", "within_form"]

MOST = 3
_DELIMITERS = ("_", "-", " ", ".", "+", "~", "|", "__", " - ", " | ")
_LARGE = 20_000
"""Positions beyond which a proof is not tried again for every way out."""


class Way(NamedTuple):
    """A change that may help.

    Attributes:
        words: what to do.
        change: makes it, in the specification of the convention, and says whether it could.
    """

    words: str
    change: Callable[[Spec], bool]


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
    for way in ways:
        if len(good) == MOST:
            break
        changed = tried(subject, convention.id, way.change)
        if changed is None or not proved(changed):
            continue
        if keeps_examples(convention, changed):
            good.append(way.words)
        else:
            costly.append(f"{way.words} (some of the examples would no longer be valid)")
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

    return ways_out(subject, convention, _within_ways(form, at, readings), proved)


def _within_ways(form: Form, number: int, readings: list[Reading]) -> Iterator[Way]:
    """Changes of the field that one reading goes on in and another has left."""
    seen: set[str] = set()
    for one, other in combinations(readings[:4], 2):
        for way in _ways_of_pair(form, number, one, other):
            if way.words not in seen:
                seen.add(way.words)
                yield way


def _ways_of_pair(form: Form, number: int, one: Reading, other: Reading) -> Iterator[Way]:
    at, mine, theirs = parting(one, other)
    left = next((index for index, start, end in one.segments if start <= at - 1 < end), None)
    long = one if mine == left else other
    path = form.pieces[left].path if left is not None else None
    kind = form.pieces[left].kind if left is not None else None
    if path is not None and isinstance(kind, TextKind) and left in {mine, theirs}:
        yield from _narrower(kind, path, number, long.text[at])
        yield from _other_delimiters(form, number, path)
        for prefer, words in (("shortest", "shorter"), ("longest", "longer")):
            yield Way(
                f"declare `prefer: {prefer}` on `{path}`: then the reading with the {words} `{path}` counts",
                partial(_set, number, path, {"prefer": prefer}),
            )
        size = min(len(reading.texts[path]) for reading in (one, other) if path in reading.texts)
        yield Way(
            f"give `{path}` one length: `min_length: {size}, max_length: {size}`",
            partial(_set, number, path, {"min_length": size, "max_length": size}),
        )
    elif path is not None:
        yield from _other_delimiters(form, number, path)
    for index in (mine, theirs):
        piece = form.pieces[index] if index is not None else None
        if (
            piece is not None
            and piece.path is not None
            and isinstance(piece.kind, TextKind)
            and index != left
        ):
            yield from _without_texts(number, piece.path, one, other)
    if mine is not None and theirs is not None and form.pieces[mine].context.choices:
        yield Way(
            "declare `prefer: first` on the convention: then the alternative named first counts",
            _prefer_first,
        )


def _narrower(kind: TextKind, path: str, number: int, character: str) -> Iterator[Way]:
    """The text without the character that it runs over."""
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


def _without_texts(number: int, path: str, one: Reading, other: Reading) -> Iterator[Way]:
    """The text without the very words that another field or fixed text has there."""
    for reading in (one, other):
        text = reading.texts.get(path)
        if text is not None:
            yield Way(
                f"refuse `{text}` as `{path}`: `except: [{text}]`", partial(_refuse, number, path, text)
            )


def _other_delimiters(form: Form, number: int, path: str) -> Iterator[Way]:
    """Another delimiter after the field, in the form's own template."""
    for follower, literal, offset in _after(form.template, path):
        for delimiter in _DELIMITERS:
            if delimiter != literal:
                yield Way(
                    f"separate `{path}` and `{follower}` by {_named(delimiter)}",
                    partial(_separate, number, offset, literal, delimiter),
                )


def _after(template: str, path: str) -> Iterator[tuple[str, str, int]]:
    """The fixed text after a field where another field follows: that field, the text, and where it begins."""
    parts = parse_template(template).parts
    for before, text, after in zip(parts, parts[1:], parts[2:], strict=False):
        if (
            isinstance(before, Slot)
            and isinstance(text, Text)
            and isinstance(after, Slot)
            and path in before.fields
        ):
            yield after.fields[0], text.text, text.offset


def _named(delimiter: str) -> str:
    return "a space" if delimiter == " " else f"`{delimiter}`"


def _set(number: int, path: str, keys: Spec, spec: Spec) -> bool:
    field = field_spec(spec["forms"][number], path)
    if field is None or not set(keys) <= set(field):
        return False
    field.update(keys)
    return True


def _refuse(number: int, path: str, text: str, spec: Spec) -> bool:
    field = field_spec(spec["forms"][number], path)
    if field is None:
        return False
    field["except"] = [*field["except"], text]
    return True


def _separate(number: int, offset: int, old: str, new: str, spec: Spec) -> bool:
    form = spec["forms"][number]
    template = form["template"]
    if not template.startswith(old, offset):
        return False  # braces are written twice there
    form["template"] = template[:offset] + new + template[offset + len(old) :]
    return True


def _prefer_first(spec: Spec) -> bool:
    spec["prefer"] = "first"
    return True
