"""A template with its fields made: the tree that a form reads and writes by.

Names inside names are taken apart here: their fields become fields of the outer name, `size.width`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.algebra.language import Capture, Choice, Language, Literal, Seq, optional
from mops_taxonomy.combination import Combination
from mops_taxonomy.fields import make_kind
from mops_taxonomy.template import Group, Slot, Text, parse_template
from mops_taxonomy.window import Window

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mops_taxonomy.fields.base import Kind, Scope
    from mops_taxonomy.template import Part as TemplatePart

__all__ = [
    "AlternativesPart", "FieldPart", "GroupPart", "InnerForm", "NamePart", "Part", "Piece", "Structure",
    "can_be_empty", "combinations",
]  # fmt: skip


class FieldPart(NamedTuple):
    """The place of one field."""

    path: str
    kind: Kind


class InnerForm(NamedTuple):
    """A form of a name inside the name; `path` is the name's field."""

    path: str
    parts: tuple[Part, ...]
    window: Window
    name: str = ""
    tolerated: str | None = None


class NamePart(NamedTuple):
    """The place of a name inside the name; `ordered` where its convention prefers the first form."""

    path: str
    forms: tuple[InnerForm, ...]
    ordered: bool


class AlternativesPart(NamedTuple):
    """The place of exactly one of these fields."""

    options: tuple[FieldPart | NamePart, ...]


class GroupPart(NamedTuple):
    """Parts that stand together or not at all."""

    parts: tuple[Part, ...]


Part = str | FieldPart | NamePart | AlternativesPart | GroupPart


def can_be_empty(parts: tuple[Part, ...]) -> bool:
    """Whether a group among the parts may stand there without any field."""
    for part in parts:
        match part:
            case GroupPart(inner):
                if all(isinstance(one, (str, GroupPart)) for one in inner) or can_be_empty(inner):
                    return True
            case NamePart():
                if any(can_be_empty(form.parts) for form in part.forms):
                    return True
            case AlternativesPart(options):
                if can_be_empty(options):
                    return True
    return False


class Context(NamedTuple):
    """Where a piece stands: which options of which alternatives, and which forms of names inside the name."""

    choices: tuple[tuple[int, int], ...] = ()
    inner: tuple[InnerForm, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether there is nothing to check about where the piece stands."""
        return all(form.window.always and not form.tolerated for form in self.inner)


class Piece(NamedTuple):
    """One place where text stands, as a capture of the form's language.

    Attributes:
        path: the field's path; None for literal text inside an alternative.
        kind: the field's kind; None for literal text.
        context: where it stands.
    """

    path: str | None
    kind: Kind | None
    context: Context


class Structure:
    """The parts of one form, and what follows from them.

    Attributes:
        parts: the tree to write by.
        language: every text of the form; its captures are the pieces, by index.
        pieces: every place where a field or an alternative's literal stands.
        ordered: the alternatives in which an earlier option is preferred, by number.
        combinations: those of the conventions inside.
    """

    def __init__(
        self, spec: Mapping[str, Any], scope: Scope, conventions: Mapping[str, Any], *, ordered: bool
    ) -> None:
        self.combinations: list[Combination] = []
        self.pieces: list[Piece] = []
        self.ordered: set[int] = set()
        self._scope = scope
        self._conventions = conventions
        self._slots_ordered = ordered
        self._alternatives = 0
        self.parts = self._made(parse_template(spec["template"]).parts, spec["fields"], "")
        self.language = self._sequence(self.parts, Context())

    def _made(
        self, parts: tuple[TemplatePart, ...], fields: Mapping[str, Any], prefix: str
    ) -> tuple[Part, ...]:
        made: list[Part] = []
        for part in parts:
            match part:
                case Text(text):
                    made.append(text)
                case Slot(names):
                    options = tuple(self._field(fields[name], prefix + name) for name in names)
                    made.append(options[0] if len(options) == 1 else AlternativesPart(options))
                case Group(inner):
                    made.append(GroupPart(self._made(inner, fields, prefix)))
        return tuple(made)

    def _field(self, spec: Mapping[str, Any], path: str) -> FieldPart | NamePart:
        if spec["kind"] != "name":
            key = (path, repr(spec))
            kind = self._scope.kinds.get(key)
            if kind is None:
                kind = self._scope.kinds[key] = make_kind(dict(spec), path, self._scope)
            return FieldPart(path, kind)
        prefix = f"{path}."
        if not spec["convention"]:
            template = parse_template(spec["template"])
            parts = self._made(template.parts, spec["fields"], prefix)
            return NamePart(path, (InnerForm(path, parts, Window(None, None)),), ordered=False)
        inner = self._conventions[spec["convention"]]
        self.combinations += combinations(inner, self._scope, prefix)
        forms = tuple(
            InnerForm(
                path,
                self._made(parse_template(form["template"]).parts, form["fields"], prefix),
                Window.of(form),
                form["name"],
                form["tolerated"],
            )
            for form in inner["forms"]
        )
        return NamePart(path, forms, ordered=inner["prefer"] == "first")

    def _sequence(self, parts: tuple[Part, ...], context: Context) -> Language:
        made = tuple(self._part(part, context) for part in parts)
        return made[0] if len(made) == 1 else Seq(made)

    def _part(self, part: Part, context: Context) -> Language:
        match part:
            case str():
                # Literals of alternatives are captured too: they tell which option a reading took.
                return self._piece(None, None, context, Literal(part)) if context.choices else Literal(part)
            case FieldPart(path, kind):
                return self._piece(path, kind, context, kind.language)
            case GroupPart(parts):
                return optional(self._sequence(parts, context))
            case AlternativesPart(options):
                number = self._number(ordered=self._slots_ordered)
                return Choice(
                    tuple(
                        self._part(option, _within(context, number, rank))
                        for rank, option in enumerate(options)
                    )
                )
            case NamePart():
                return self._name(part, context)

    def _name(self, part: NamePart, context: Context) -> Language:
        if len(part.forms) == 1 and not part.forms[0].name:
            return self._sequence(part.forms[0].parts, context)
        number = self._number(ordered=part.ordered)
        return Choice(
            tuple(
                self._sequence(form.parts, _within(context, number, rank, form))
                for rank, form in enumerate(part.forms)
            )
        )

    def _piece(self, path: str | None, kind: Kind | None, context: Context, language: Language) -> Language:
        self.pieces.append(Piece(path, kind, context))
        return Capture(len(self.pieces) - 1, language)

    def _number(self, *, ordered: bool) -> int:
        self._alternatives += 1
        if ordered:
            self.ordered.add(self._alternatives)
        return self._alternatives


def _within(context: Context, number: int, rank: int, form: InnerForm | None = None) -> Context:
    return Context(
        (*context.choices, (number, rank)), context.inner if form is None else (*context.inner, form)
    )


def combinations(convention: Mapping[str, Any], scope: Scope, prefix: str = "") -> list[Combination]:
    """The combinations of a resolved convention, its fields under a prefix."""
    return [
        Combination(spec, _parents(convention, spec["fields"][1], scope), prefix)
        for spec in convention["combinations"]
    ]


def _parents(convention: Mapping[str, Any], field: str, scope: Scope) -> dict[str, str | None]:
    """The parent of every term that the field may hold."""
    for form in convention["forms"]:
        spec = form["fields"].get(field)
        if spec is None:
            continue
        spec = spec["of"] if spec["kind"] == "list" else spec
        if spec["kind"] != "term":
            break
        terms = scope.vocabularies[spec["vocabulary"]]["terms"] if spec["vocabulary"] else spec["terms"]
        return {code: term["parent"] for code, term in terms.items()}
    return {}
