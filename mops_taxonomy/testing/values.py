"""Values that a name may be made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from mops_taxonomy.structure import AlternativesPart, FieldPart, GroupPart, NamePart
from mops_taxonomy.testing.texts import texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.structure import Part

__all__ = ["values_of"]


@st.composite
def values_of(draw: st.DrawFn, convention: Convention) -> dict[str, Any]:
    """Values by dotted path, for one form of a convention.

    Each fits its field; whether they fit together, `Convention.format` says.
    """
    return _of_parts(draw, draw(st.sampled_from(convention.forms)).parts)


def _of_parts(draw: st.DrawFn, parts: Iterable[Part]) -> dict[str, Any]:
    return {path: value for part in parts for path, value in _of_part(draw, part).items()}


def _of_part(draw: st.DrawFn, part: Part) -> dict[str, Any]:
    match part:
        case FieldPart(path, kind):
            return {path: draw(_of_field(kind))}
        case AlternativesPart(options):
            return _of_part(draw, draw(st.sampled_from(options)))
        case GroupPart(parts):
            return _of_parts(draw, parts) if draw(st.booleans()) else {}
        case NamePart(_, forms):
            return _of_parts(draw, draw(st.sampled_from(forms)).parts)
    return {}


def _of_field(kind: Kind) -> st.SearchStrategy[Any]:
    """The values of a field: those that its texts are read as, and those that it declares."""
    read = texts_of(kind.language).map(lambda text: _read(kind, text)).filter(lambda value: value is not None)
    spec = kind.spec
    match spec["kind"]:
        case "term":
            return st.one_of(st.sampled_from(list(kind.terms)), read)  # type: ignore[attr-defined]
        case "integer":
            return st.integers(spec["min"], spec["min"] + 999 if spec["max"] is None else spec["max"])
        case "list":
            items = st.lists(
                _of_field(kind.item),  # type: ignore[attr-defined]
                min_size=spec["min"],
                max_size=min(spec["max"] or 9, spec["min"] + 2),
                unique=spec["unique"],
            )
            return items.map(tuple)
    return read


def _read(kind: Kind, text: str) -> Any:
    try:
        return kind.decode(text)
    except ValueError:
        return None
