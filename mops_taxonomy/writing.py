"""Writing a name from values by the tree of a form."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from mops_taxonomy.fault import Fault, Misfit
from mops_taxonomy.structure import AlternativesPart, FieldPart, GroupPart, NamePart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from mops_taxonomy.form import Form
    from mops_taxonomy.structure import Part

__all__ = ["Unwritable", "flattened", "required", "rewritten", "sketched", "write"]


class Unwritable(ValueError):  # noqa: N818  named for the values
    """The values do not make a name of this form."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


def flattened(values: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """Values by path: `{"size": {"width": 3}}` is `{"size.width": 3}`; None and "" are absent."""
    flat: dict[str, Any] = {}
    for field, value in values.items():
        if hasattr(value, "keys"):
            flat |= flattened(dict(value), f"{prefix}{field}.")
        elif value is not None and value != "":
            flat[prefix + field] = value
    return flat


def write(parts: tuple[Part, ...], values: Mapping[str, Any]) -> str:
    """The canonical name.

    Raises:
        Unwritable: a value is missing, does not fit its field, or two alternatives are given; all such faults at once.
    """
    writer = _Writer(values)
    text = writer.parts(parts)
    writer.faults += (
        Fault("unknown_field", field=path, found=str(values[path]))
        for path in values
        if path not in writer.used
    )
    if writer.faults:
        raise Unwritable(writer.faults)
    return text


def rewritten(form: str | None, forms: Iterable[Form], values: Mapping[str, Any]) -> str | None:
    """The name of the values by the form of this name; None where there is no such form, or it does not take them."""
    for other in forms:
        if other.name == form:
            with suppress(Unwritable, ValueError):
                return write(other.parts, values)
    return None


def sketched(parts: tuple[Part, ...], values: Mapping[str, Any]) -> str:
    """The name as far as the values go, with a slot such as `{region}` for each that is missing."""
    return _Writer(values, "{{{}}}".format).parts(parts)


def required(parts: Iterable[Part]) -> Iterator[str]:
    """The paths of the fields without which the parts cannot be written; of alternatives, the first."""
    for part in parts:
        match part:
            case FieldPart(path):
                yield path
            case AlternativesPart(options):
                yield from required(options[:1])
            case NamePart():
                yield from required(part.forms[0].parts)


def _paths(part: Part) -> Iterator[str]:
    match part:
        case FieldPart(path):
            yield path
        case AlternativesPart(options):
            for option in options:
                yield from _paths(option)
        case NamePart(_, forms):
            for form in forms:
                for inner in form.parts:
                    yield from _paths(inner)
        case GroupPart(parts):
            for inner in parts:
                yield from _paths(inner)


class _Writer:
    """Collects every fault: an author wants to hear of all missing values at once."""

    def __init__(self, values: Mapping[str, Any], missing: Callable[[str], str] = "".format) -> None:
        self.values = values
        self._missing = missing
        self.faults: list[Fault] = []
        self.used: set[str] = set()

    def given(self, part: Part) -> bool:
        return any(path in self.values for path in _paths(part))

    def parts(self, parts: tuple[Part, ...]) -> str:
        return "".join(self.part(part) for part in parts)

    def part(self, part: Part) -> str:
        match part:
            case str():
                return part
            case FieldPart(path, kind):
                return self.field(path, kind)
            case GroupPart(parts):
                return self.parts(parts) if self.given(part) else ""
            case AlternativesPart(options):
                return self.alternative(options)
            case NamePart():
                return self.name(part)

    def field(self, path: str, kind: Any) -> str:
        self.used.add(path)
        if path not in self.values:
            self.faults.append(Fault("missing_field", field=path, expected=kind.describe()))
            return self._missing(path)
        try:
            written: str = kind.encode(self.values[path])
        except Misfit as misfit:
            fault = Fault(
                "unfit_value",
                field=path,
                found=str(self.values[path]),
                expected=kind.describe(),
                suggestions=misfit.suggestions,
                detail={"reason": misfit.message},
            )
            self.faults.append(fault)
            return ""
        return written

    def alternative(self, options: tuple[FieldPart | NamePart, ...]) -> str:
        given = [option for option in options if self.given(option)]
        if len(given) == 1:
            return self.part(given[0])
        names = [option.path for option in options]
        self.used.update(path for option in options for path in _paths(option))
        name = "exclusive_fields" if given else "missing_field"
        self.faults.append(Fault(name, field=names[0], detail={"alternatives": names}))
        return ""

    def name(self, part: NamePart) -> str:
        """By the first inner form that takes exactly the values given; else say what the closest one lacks."""
        inner = {path: value for path, value in self.values.items() if path.startswith(f"{part.path}.")}
        self.used.update(inner)
        closest: list[Fault] | None = None
        for form in part.forms:
            try:
                return write(form.parts, inner)
            except Unwritable as error:
                closest = error.faults if closest is None else min(closest, error.faults, key=len)
        self.faults += closest or []
        return ""
