"""The columns that names of a convention give."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from mops_taxonomy.convention import Convention
    from mops_taxonomy.fields.base import Kind

__all__ = ["BOOLEAN", "TEXT", "VERDICTS", "ColumnType", "Schema"]

VERDICTS = ("valid", "form", "code", "field")
"""The columns that say what a name is, beside those of its fields."""


class ColumnType(NamedTuple):
    """What stands in a column.

    Attributes:
        kind: `term`, `date`, `integer`, `text`, `list` or `boolean`; a `date` is a day, other periods are texts.
        terms: of a `term`, the values known beforehand.
        open: of a `term`, whether others may stand there, too.
        item: of a `list`, the kind of its items: `date`, `integer` or `text`.
    """

    kind: str
    terms: tuple[str, ...] = ()
    open: bool = False
    item: str = ""

    def plain(self, value: Any) -> Any:
        """A value as it stands in the column: periods as text, lists as lists."""
        if value is None:
            return None
        if self.kind == "list":
            return [_cell(self.item, item) for item in value]
        return _cell(self.kind, value)


BOOLEAN, TEXT = ColumnType("boolean"), ColumnType("text")


def _cell(kind: str, value: Any) -> Any:
    if kind in {"integer", "date"}:
        return value
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


class Schema:
    """The columns of a convention.

    Attributes:
        fields: the type of the column of every field, in the order of the templates.
        verdicts: what each verdict's column is called: a field of the same name keeps it, and an underscore is added.
        form: the type of the column of forms.
    """

    def __init__(self, convention: Convention) -> None:
        self.fields = _field_types(convention)
        self.verdicts = _column_names(self.fields)
        self.form = ColumnType("term", tuple(dict.fromkeys(form.name for form in convention.forms)))

    @classmethod
    def of(cls, convention: Convention) -> Schema:
        """That of a convention, made once."""
        known = _KNOWN.get(convention)
        if known is None:
            known = _KNOWN[convention] = cls(convention)
        return known

    def chosen(self, fields: Iterable[str] | None) -> dict[str, ColumnType]:
        """Some of the fields, in the order in which they are asked for; all of them for None.

        Raises:
            TypeError: they are no names.
            ValueError: there is no such field.
        """
        if fields is None:
            return self.fields
        if not isinstance(fields, Iterable):
            raise TypeError(f"fields are the names of fields, such as ['region'], not {fields!r}")
        chosen = [fields] if isinstance(fields, str) else list(fields)
        for path in chosen:
            if path not in self.fields:
                from mops_taxonomy.frames.source import near  # seldom needed

                raise ValueError(f"the convention has no field {path!r}{near(path, self.fields)}")
        return {path: self.fields[path] for path in chosen}


_KNOWN: WeakKeyDictionary[Convention, Schema] = WeakKeyDictionary()


def _field_types(convention: Convention) -> dict[str, ColumnType]:
    found: dict[str, ColumnType] = {}
    for form in convention.forms:
        for path, kinds in form.kinds.items():
            for kind in kinds:
                made = _type_of(kind)
                found[path] = _joined(found[path], made) if path in found else made
    return found


def _type_of(kind: Kind) -> ColumnType:
    match kind.spec["kind"]:
        case "term":
            return ColumnType("term", tuple(kind.terms), kind.open)  # type: ignore[attr-defined]
        case "list":
            item = _type_of(kind.item).kind  # type: ignore[attr-defined]
            return ColumnType("list", item="text" if item == "term" else item)
        case "integer":
            return ColumnType("integer")
        case "date":
            return ColumnType("date" if "D" in kind.formats[0].precision else "text")  # type: ignore[attr-defined]
    return TEXT


def _joined(one: ColumnType, other: ColumnType) -> ColumnType:
    """What holds the values of both."""
    if one.kind != other.kind or one.item != other.item:
        return TEXT
    terms = tuple(dict.fromkeys((*one.terms, *other.terms)))
    return one._replace(terms=terms, open=one.open or other.open)


def _column_names(fields: Iterable[str]) -> dict[str, str]:
    taken = set(fields)
    names = {}
    for verdict in VERDICTS:
        name = verdict
        while name in taken:
            name += "_"
        taken.add(name)
        names[verdict] = name
    return names
