"""Every list of terms in a taxonomy, the place where it is declared, and the fields that use it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.lint.subject import Subject

__all__ = ["Path", "Table", "Tables", "Use", "layers", "uses", "written_at"]

Path = tuple[str | int, ...]


class Use(NamedTuple):
    """A field of a form, as it is there; items of lists and fields of names inside it too."""

    convention: str
    form: int
    name: str
    spec: Mapping[str, Any]


class Table(NamedTuple):
    """A list of terms: a vocabulary, the channels, or a field's own terms.

    Attributes:
        path: where its terms stand in the file.
        terms: the terms by code, resolved.
        uses: the fields that take their values from it.
    """

    path: Path
    terms: Mapping[str, Any]
    uses: list[Use]

    @property
    def called(self) -> str:
        """`` the vocabulary `region` ``, `the channels`, `` the field `size` ``."""
        if self.path == ("channels",):
            return "the channels"
        return f"the {'vocabulary' if self.path[0] == 'vocabularies' else 'field'} `{self.path[-2]}`"

    def at(self, code: str, *more: str | int) -> Path:
        """The path of a term, or of a part of it."""
        return (*self.path, code, *more)

    def window(self, code: str) -> Window:
        """The days on which a term is in force."""
        return Window.of(self.terms[code])


class Tables:
    """Every list of terms, in the order of the file; those of fields as far as some form uses them."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._by_path: dict[Path, Table] = {}
        self._own: dict[int, Table] = {}
        for name, vocabulary in subject.resolved["vocabularies"].items():
            self._table(vocabulary_path(name), vocabulary["terms"])
        for use in uses(subject):
            if use.spec["kind"] == "term":
                self._add(use)

    def __iter__(self) -> Iterator[Table]:
        return iter(self._by_path.values())

    def of(self, spec: Mapping[str, Any]) -> Table:
        """The list that a resolved term field takes its values from."""
        if spec["vocabulary"]:
            return self._by_path[vocabulary_path(spec["vocabulary"])]
        return self._own[id(spec["terms"])]

    def _table(self, path: Path, terms: Mapping[str, Any]) -> Table:
        return self._by_path.setdefault(path, Table(path, terms, []))

    def _add(self, use: Use) -> None:
        if use.spec["vocabulary"]:
            self.of(use.spec).uses.append(use)
            return
        table = self._table(_own_path(self._subject, use), use.spec["terms"])
        self._own[id(use.spec["terms"])] = table
        table.uses.append(use)


def vocabulary_path(name: str) -> Path:
    """Where the terms of a vocabulary stand; the channels are one."""
    return ("channels",) if name == "channels" else ("vocabularies", name, "terms")


def _own_path(subject: Subject, use: Use) -> Path:
    """Where a field's own terms stand: at the innermost layer that says them."""
    for path, fields in reversed(layers(subject, use.convention, use.form)):
        if _mapping(fields.get(use.name)).get("terms"):
            return (*path, use.name, "terms")
    raise LookupError(use.name)  # a resolved field was declared somewhere


def uses(subject: Subject) -> Iterator[Use]:
    """Every field that a form uses, whatever it is named in: a template, a list, a name inside the name."""
    for convention, spec in subject.resolved["conventions"].items():
        for number, form in enumerate(spec["forms"]):
            for name, field in form["fields"].items():
                yield from _inside(subject, Use(convention, number, name, field))


def _inside(subject: Subject, use: Use) -> Iterator[Use]:
    yield use
    if use.spec["kind"] == "list":
        yield from _inside(subject, use._replace(name=_item(subject, use), spec=use.spec["of"]))
    elif use.spec["kind"] == "name":
        for name, field in use.spec["fields"].items():
            yield from _inside(subject, use._replace(name=name, spec=field))


def _item(subject: Subject, use: Use) -> str:
    declared = [_mapping(fields.get(use.name)) for _, fields in layers(subject, use.convention, use.form)]
    return next(str(field["of"]) for field in reversed(declared) if field.get("of"))


def layers(subject: Subject, convention: str, form: int) -> list[tuple[Path, Mapping[str, Any]]]:
    """Where fields are declared for a form, outermost first, and what is written there."""
    paths: list[Path] = [
        ("fields",),
        ("conventions", convention, "fields"),
        ("conventions", convention, "forms", form, "fields"),
    ]
    return [(path, _mapping(written_at(subject.declared, path))) for path in paths]


def written_at(data: Any, path: Path) -> Any:
    """What is written at a path, or None. One thing may stand for a list of one."""
    for step in path:
        if isinstance(data, Mapping):
            data = data.get(str(step))
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step] if step < len(data) else None
        elif step != 0:
            return None
    return data


def _mapping(node: Any) -> Mapping[str, Any]:
    return node if isinstance(node, Mapping) else {}
