"""Conventions with one change for the worse: a text may hold the delimiter, a delimiter is gone, a part optional."""

from __future__ import annotations

import re
from copy import deepcopy
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy import InvalidTaxonomy, Taxonomy
from mops_taxonomy.document.source import read_source
from mops_taxonomy.template import Group, Slot, Template, Text, parse_template

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from mops_taxonomy.convention import Convention

__all__ = ["Mutant", "declared", "mutants", "widened"]

Spec = dict[str, Any]

_MARKS = re.compile(r"[^\w]+|_+")
_FLAGS = {"unique"}
_PRINTABLE = r"\p{L}\p{N}\p{P}\p{S} "


class Mutant(NamedTuple):
    """A convention after one change.

    Attributes:
        convention: its id.
        change: what was changed, in words.
        document: the taxonomy with the change, without examples.
    """

    convention: str
    change: str
    document: Spec

    def loaded(self) -> Convention | None:
        """The convention; None where the taxonomy is refused."""
        try:
            return Taxonomy.load(self.document).convention(self.convention)
        except InvalidTaxonomy:
            return None


def declared(path: Path) -> Spec:
    """A taxonomy file as plain data, its scalars as text, without the examples, every form a mapping."""
    spec: Spec = _plain(read_source(path)[0].data)
    for convention in spec["conventions"].values():
        convention.pop("examples", None)
        convention["forms"] = [
            {"template": form} if isinstance(form, str) else form for form in convention["forms"]
        ]
    return spec


def _plain(data: Any) -> Any:
    if isinstance(data, dict):
        return {str(key): value == "true" if key in _FLAGS else _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(value) for value in data]
    return str(data)


def mutants(path: Path) -> Iterator[Mutant]:
    """Every mutant of every form of a file."""
    spec, taxonomy = declared(path), Taxonomy.load(path)
    for id_ in spec["conventions"]:
        for number, form in enumerate(taxonomy.convention(id_).forms):
            template = parse_template(form.template)
            for change, text in (*_glued(template), *_optional(template)):
                yield _changed(spec, id_, number, f"{form.name}: {change}", {"template": text})
            for field, marks in _beside(template):
                keys = _running(form.spec["fields"][field], marks)
                if keys:
                    words = f"{form.name}: `{field}` may hold `{marks}`"
                    yield _changed(spec, id_, number, words, {"fields": {field: keys}})


def widened(path: Path, fields: Mapping[str, Spec]) -> Spec:
    """The taxonomy of a file in which some texts are less narrow.

    Args:
        path: the file.
        fields: what to declare of them; by default, that they may hold the delimiters beside them.
    """
    spec, taxonomy = declared(path), Taxonomy.load(path)
    for id_ in spec["conventions"]:
        for form, made in zip(
            spec["conventions"][id_]["forms"], taxonomy.convention(id_).spec["forms"], strict=True
        ):
            for field, marks in _beside(parse_template(form["template"])):
                if field in fields:
                    own = form.setdefault("fields", {}).setdefault(field, {})
                    own.update(fields[field] or _running({**made["fields"][field], **own}, marks))
    return spec


def _changed(spec: Spec, id_: str, number: int, change: str, keys: Spec) -> Mutant:
    changed = deepcopy(spec)
    form = changed["conventions"][id_]["forms"][number]
    for field, own in keys.pop("fields", {}).items():
        fields = form.setdefault("fields", {})
        fields[field] = {**fields.get(field, {}), **own}
    form.update(keys)
    return Mutant(id_, change, changed)


# -- where the delimiters are --


def _flat(parts: tuple[Any, ...]) -> Iterator[Text | Slot]:
    """Texts and slots in the order written, those in groups too."""
    for part in parts:
        if isinstance(part, Group):
            yield from _flat(part.parts)
        else:
            yield part


def _beside(template: Template) -> list[tuple[str, str]]:
    """The fields, each with the delimiters that stand beside it, one at a time."""
    found: dict[tuple[str, str], None] = {}
    for one, other in pairwise(_flat(template.parts)):
        if isinstance(one, Text) and isinstance(other, Slot):
            marks, slot = _MARKS.findall(one.text)[-1:], other
        elif isinstance(one, Slot) and isinstance(other, Text):
            marks, slot = _MARKS.findall(other.text)[:1], one
        else:
            continue
        found |= {(field, mark): None for field in slot.fields for mark in marks}
    return list(found)


# -- changes --


def _running(field: Spec, marks: str) -> Spec:
    """What to declare so that an open text may hold a delimiter; nothing where that makes no sense."""
    text = field if field["kind"] == "text" else field.get("text") if field["kind"] == "term" else None
    if not text or text.get("pattern") or not text.get("characters"):
        return {}
    characters, joiner = str(text["characters"]), str(text.get("joiner") or "")
    core = marks.strip() or marks
    if len(marks) == 1:
        return {} if marks in joiner else {"joiner": joiner + marks}
    if characters.startswith("^"):
        rest = "".join(character for character in characters[1:] if character not in core)
        return {} if rest == characters[1:] else {"characters": f"^{rest}" if rest else _PRINTABLE}
    # Words are joined by exactly one character: a longer delimiter is a word of its own between two spaces.
    keys = {"characters": f"{characters}{re.escape(core)}"}
    return keys if " " not in marks or " " in joiner else {**keys, "joiner": f"{joiner} "}


def _glued(template: Template) -> Iterator[tuple[str, str]]:
    """The template without one of the texts between two slots."""
    flat = list(_flat(template.parts))
    for before, text, after in zip(flat, flat[1:], flat[2:], strict=False):
        if isinstance(before, Slot) and isinstance(text, Text) and isinstance(after, Slot):
            end = text.offset + len(text.text)
            if template.source[text.offset : end] == text.text:
                words = f"no `{text.text}` between `{'|'.join(before.fields)}` and `{'|'.join(after.fields)}`"
                yield words, template.source[: text.offset] + template.source[end:]


def _optional(template: Template) -> Iterator[tuple[str, str]]:
    """The template with one slot, and the delimiter before it, in a group; of the first slot, the one after it."""
    parts, source = template.parts, template.source
    ends = [part.offset for part in parts[1:]] + [len(source)]
    for at, part in enumerate(parts):
        if not isinstance(part, Slot):
            continue
        start, end = part.offset, ends[at]
        if at and isinstance(parts[at - 1], Text):
            start = parts[at - 1].offset
        elif at + 1 < len(parts) and isinstance(parts[at + 1], Text):
            end = ends[at + 1]
        inside = source[start:end]
        if "{{" not in inside and "}}" not in inside:
            words = f"`{'|'.join(part.fields)}` is optional"
            yield words, f"{source[:start]}{{?{inside}}}{source[end:]}"
