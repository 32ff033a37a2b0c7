"""One form of a convention: how a text is matched against it."""

from __future__ import annotations

import re
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from mops_taxonomy.algebra.ambiguity import is_unambiguous
from mops_taxonomy.algebra.automaton import MOST_POSITIONS, TooLarge, build
from mops_taxonomy.algebra.determinism import deterministic
from mops_taxonomy.algebra.dialects.python import printed
from mops_taxonomy.algebra.language import characters, longest, nullable, replaced, size, sourced
from mops_taxonomy.algebra.runs import Runs
from mops_taxonomy.conditions import undecided
from mops_taxonomy.fault import Fault
from mops_taxonomy.reading import Reading
from mops_taxonomy.structure import FieldPart, Piece, Structure, can_be_empty
from mops_taxonomy.template import Text, parse_template
from mops_taxonomy.window import Window
from mops_taxonomy.writing import required

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from mops_taxonomy.algebra.automaton import Automaton
    from mops_taxonomy.algebra.dialects.printing import Printed
    from mops_taxonomy.algebra.runs import Segments
    from mops_taxonomy.fields.base import Kind, Scope
    from mops_taxonomy.structure import InnerForm, Part

__all__ = ["Form"]

FIRST_COMBINING = 0x300
"""Below this code point every text is in Unicode's composed form."""

MOST_READINGS = 64
"""Readings of one text and form that are looked at; beyond, fields count as disputed wherever they vary."""


class Form:
    """A form of a convention. What is derived from its template is worked out on first use.

    Attributes:
        name, template, when, tolerated, replaced_by: as the taxonomy states them.
        window: the days on which the form is in force.
    """

    def __init__(
        self, spec: dict[str, Any], scope: Scope, conventions: Mapping[str, Any], *, ordered: bool
    ) -> None:
        self.name: str = spec["name"]
        self.template: str = spec["template"]
        self.when: dict[str, list[str]] = spec["when"]
        self.tolerated: str | None = spec["tolerated"]
        self.replaced_by: str | None = spec["replaced_by"]
        self.window = Window.of(spec)
        self.spec = spec
        self._make_structure = partial(Structure, spec, scope, conventions, ordered=ordered)

    def __repr__(self) -> str:
        return f"<Form {self.name} {self.template!r}>"

    @cached_property
    def structure(self) -> Structure:
        """The template with its fields made, and its language."""
        return self._make_structure()

    @property
    def parts(self) -> tuple[Part, ...]:
        """The tree to write names by."""
        return self.structure.parts

    @cached_property
    def pieces(self) -> list[Piece]:
        """Every place of a field, in the order of the template."""
        return self.structure.pieces

    @cached_property
    def kinds(self) -> dict[str, list[Kind]]:
        """The kinds of field at each path, in order; several where alternatives share a path."""
        kinds: dict[str, list[Kind]] = {}
        for piece in self.pieces:
            if piece.path is not None and piece.kind is not None:
                kinds.setdefault(piece.path, []).append(piece.kind)
        return kinds

    @cached_property
    def longest(self) -> int | None:
        """The length of the longest name in characters, None where there is none."""
        return longest(self.structure.language)

    @cached_property
    def composes(self) -> bool:
        """Whether a name may hold characters that can also be written decomposed."""
        letters = characters(self.structure.language).ranges
        return bool(letters) and letters[-1][1] >= FIRST_COMBINING

    @cached_property
    def automaton(self) -> Automaton:
        """The automaton of the form as its pattern is printed, its pieces as captures.

        Raises:
            TooLarge: it would have more positions than can be held.
        """
        return build(sourced(self.structure.language))

    @cached_property
    def one_reading(self) -> bool:
        """Whether it is proved that no text has two readings; a proof kept from an earlier run counts."""
        kept: bool | None = self.spec.get("one_reading")
        return is_unambiguous(self.automaton) if kept is None else kept

    @cached_property
    def plain(self) -> bool:
        """Whether every text of the pattern is a valid name, whatever the day: nothing is left to check."""
        return (
            self.one_reading
            and not self.composes
            and not self.structure.combinations
            and not self.dated_pairs
            and all(
                piece.kind is not None and piece.kind.exact and piece.kind.single and piece.context.plain
                for piece in self.pieces
            )
        )

    @cached_property
    def fullmatch(self) -> Callable[[str], re.Match[str] | None]:
        """Match a text against the pattern of the form; linear in time where `one_reading`."""
        return re.compile(self._printed.pattern).fullmatch

    @cached_property
    def _printed(self) -> Printed:
        return printed(self.structure.language)

    @property
    def groups(self) -> list[int]:
        """The index of the piece that each group of `fullmatch` stands for."""
        return self._printed.groups

    @cached_property
    def decoders(self) -> tuple[tuple[str, Callable[[str], Any]], ...]:
        """For each group of `fullmatch`: the field's path and how its text becomes a value. Only of a `plain` form."""
        pieces = map(self.pieces.__getitem__, self.groups)
        return tuple((piece.path, piece.kind.decode) for piece in pieces if piece.path and piece.kind)

    @cached_property
    def rigid(self) -> bool:
        """Whether every name of the form has every field: no groups, no alternatives."""
        return all(isinstance(part, (str, FieldPart)) for part in self.parts)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The paths of the fields, in the order of the template."""
        return tuple(self.kinds)

    @cached_property
    def index(self) -> dict[str, int]:
        """Where each field stands in `paths`."""
        return {path: at for at, path in enumerate(self.paths)}

    @cached_property
    def changes(self) -> tuple[tuple[int, Callable[[str], Any]], ...]:
        """The fields whose value is not their text, by their index, and how it is made."""
        return tuple((at, decode) for at, (_, decode) in enumerate(self.decoders) if decode is not str)

    @cached_property
    def accepts(self) -> Callable[[str], object]:
        """The same without remembering where the fields stand."""
        return re.compile(printed(self.structure.language, captures=()).pattern).fullmatch

    @cached_property
    def written(self) -> Callable[[Mapping[str, Any]], str | None]:
        """Write the name of some values where that takes no asking; None, for whatever reason, where it does."""
        if not self.rigid:
            return lambda values: None  # noqa: ARG005  groups and alternatives always need asking
        fixed = "".join(part.replace("%", "%%") if isinstance(part, str) else "%s" for part in self.parts)
        writers = [(part.path, part.kind.write) for part in self.parts if isinstance(part, FieldPart)]
        size = len(writers)

        def write(values: Mapping[str, Any]) -> str | None:
            try:
                return (
                    fixed % tuple([write(values[path]) for path, write in writers])
                    if len(values) == size
                    else None
                )
            except (LookupError, TypeError, ValueError):
                return None

        return write

    @cached_property
    def _fixed(self) -> tuple[str, ...]:
        """The text that stands in every name of the form, longest first."""
        parts = parse_template(self.template).parts
        return tuple(sorted({part.text for part in parts if isinstance(part, Text)}, key=len, reverse=True))

    @cached_property
    def _runs(self) -> Runs:
        # Runs differ only in where the fields stand: inside a field, a text has one run.
        return Runs(build(replaced(self.structure.language, lambda _, part: deterministic(part))))

    def _segments(self, text: str) -> Iterator[Segments]:
        """Where the fields stand, in every way to read the text."""
        # A text without the fixed text of the form is not of the form: its pattern need not even be made.
        for fixed in self._fixed:
            if fixed not in text:
                return
        if self.longest is not None and len(text) > self.longest:
            return
        if not self.one_reading:
            yield from self._runs.over(text)
            return
        match = self.fullmatch(text)
        if match is not None:
            found = sorted(zip(self.groups, match.regs[1:], strict=True))
            yield tuple((index, start, end) for index, (start, end) in found if start >= 0)

    def readings(self, text: str) -> list[Reading]:
        """The readings of a text by this form, faults and all; at most 64."""
        found = []
        for segments in self._segments(text):
            found.append(Reading(self, text, segments))
            if len(found) == MOST_READINGS:
                break
        return found

    def disputed(self, text: str) -> frozenset[str]:
        """The fields that do not stand in one place in every reading of the text."""
        if self.one_reading:
            return frozenset()
        return frozenset(path for index in self._runs.disputed(text) if (path := self.pieces[index].path))

    def faults(self, reading: Reading, day: date) -> list[Fault]:
        """What is wrong with the fields of a reading, one by one."""
        found: list[Fault] = []
        if self._dated_inside:
            found += (
                _out_of_force(inner, span, reading.text, day)
                for inner, span in self.inner_forms(reading).items()
                if not inner.window.holds(day)
            )
        for index, start, end in reading.segments:
            piece = self.pieces[index]
            if piece.kind is not None and not piece.kind.exact:
                found += (fault.at(start) for fault in piece.kind.faults(reading.text[start:end], day))
        return found

    def problems(self) -> Iterator[str]:
        """What keeps names of the form from being matched, or read back as they were written."""
        try:
            positions = size(self.structure.language)
        except TooLarge as error:
            yield f"this form is too large to be matched: {error}"
            return
        if positions > MOST_POSITIONS:
            yield f"this form is too large to be matched: up to {positions:,} positions"
        elif nullable(self.structure.language):
            yield "this form can match the empty name; a field must stand outside the groups"
        for path, kinds in self.kinds.items():
            for problem in dict.fromkeys(kind.problem for kind in kinds if kind.problem):
                yield f"in `{path}`, {problem}"

    def inner_forms(self, reading: Reading) -> dict[InnerForm, tuple[int, int]]:
        """The forms of the names inside a reading, with the span of each such name."""
        found: dict[InnerForm, tuple[int, int]] = {}
        for index, start, end in reading.segments:
            for inner in self.pieces[index].context.inner:
                found[inner] = (found[inner][0] if inner in found else start, end)
        return found

    @cached_property
    def empty_groups(self) -> bool:
        """Whether the text of a group may stand in a name without any field: read, never written."""
        return can_be_empty(self.parts)

    @cached_property
    def noteless(self) -> bool:
        """Whether there is nothing to note about any valid name: every spelling is the canonical one."""
        kinds = (piece.kind for piece in self.pieces)
        return (
            not self.tolerated
            and not self.empty_groups
            and all(kind is None or kind.strict for kind in kinds)
        )

    @cached_property
    def prefers(self) -> bool:
        """Whether the convention prefers any of several readings by this form."""
        kinds = (piece.kind for piece in self.pieces)
        return bool(self.structure.ordered) or any(kind is not None and kind.prefer for kind in kinds)

    @cached_property
    def required(self) -> tuple[str, ...]:
        """The fields without which no name of the form can be written; of alternatives, the first."""
        return tuple(required(self.parts))

    @cached_property
    def _dated_inside(self) -> bool:
        return any(not inner.window.always for piece in self.pieces for inner in piece.context.inner)

    @cached_property
    def dated_pairs(self) -> tuple[tuple[str, str], ...]:
        """The fields that tell when something starts, each with one that tells when it ends."""
        roles = {
            path: kinds[0].spec["role"]
            for path, kinds in self.kinds.items()
            if kinds[0].spec["kind"] == "date"
        }
        return tuple(
            (start, end)
            for start, role in roles.items()
            if role == "start"
            for end, other in roles.items()
            if other == "end"
        )

    def joint_faults(self, reading: Reading) -> Iterator[Fault]:
        """What is wrong between the fields of a reading that are right one by one."""
        for start, end in self.dated_pairs:
            values = reading.values
            if start in values and end in values and _first(self, start, values) > _last(self, end, values):
                span = reading.spans[end]
                yield Fault(
                    "start_after_end",
                    field=end,
                    span=span,
                    found=reading.text[span[0] : span[1]],
                    detail={"start": start, "start_text": reading.texts[start]},
                )
        for combination in self.structure.combinations:
            if combination.severity == "error" and combination.applies(self.kinds):
                yield from combination.faults(reading)

    def applies(self, record: Mapping[str, Any] | None) -> bool:
        """Whether the record is of the kind that the form is for; what is unknown excludes nothing."""
        return record is None or not self.when or undecided(self.when, record) is not None


def _out_of_force(inner: InnerForm, span: tuple[int, int], text: str, day: date) -> Fault:
    since, until = inner.window
    detail = {"form": inner.name, "since": since, "until": until, "day": day}
    return Fault("superseded_form", field=inner.path, span=span, found=text[span[0] : span[1]], detail=detail)


def _first(form: Form, path: str, values: Mapping[str, Any]) -> Any:
    first: date = form.kinds[path][0].days(values[path])[0]  # type: ignore[attr-defined]
    return first


def _last(form: Form, path: str, values: Mapping[str, Any]) -> Any:
    last: date = form.kinds[path][0].days(values[path])[1]  # type: ignore[attr-defined]
    return last
