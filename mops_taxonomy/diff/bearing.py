"""What in a taxonomy bears on the names of a convention: all that the proofs can depend on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["bearing", "embedded", "fields_in", "in_force", "moments"]

_FORM = ("template", "when", "since", "until")
_CONVENTION = ("prefer", "severity")
_COMBINATION = ("fields", "allow", "severity")
_TERM = ("aliases", "codes", "parent", "since", "until")
_LIMIT = ("system", "max_length", "unit", "forbidden", "status")
_READ_BY_PEOPLE = frozenset({"label", "help"})


def bearing(resolved: Mapping[str, Any], convention: str) -> dict[str, Any]:
    """All that the names of a convention depend on. Two that are equal have the same names, read alike."""
    conventions = {
        name: _convention(resolved["conventions"][name]) for name in embedded(resolved, convention)
    }
    return {
        "calendar": resolved["calendar"],
        "severity": resolved["severity"],
        "conventions": conventions,
        "vocabularies": {
            name: _terms(resolved["vocabularies"][name]["terms"]) for name in _used(resolved, conventions)
        },
    }


def embedded(resolved: Mapping[str, Any], convention: str) -> list[str]:
    """The convention and those whose names stand inside its names."""
    found, waiting = [], [convention]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.append(name)
            waiting += [
                field["convention"]
                for field in fields_in(resolved["conventions"][name])
                if field["kind"] == "name" and field["convention"]
            ]
    return found


def fields_in(convention: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Every field of every form, those inside lists and inner names too."""
    waiting = [field for form in convention["forms"] for field in form["fields"].values()]
    while waiting:
        field = waiting.pop()
        yield field
        if field["kind"] == "list":
            waiting.append(field["of"])
        elif field["kind"] == "name":
            waiting += field["fields"].values()


def in_force(value: Any, day: str) -> Any:
    """The same, with the days from and until which things hold replaced by whether they do on this day."""
    if isinstance(value, dict):
        kept = {key: in_force(one, day) for key, one in value.items() if key not in {"since", "until"}}
        if "since" in value and "until" in value:
            kept["in force"] = (value["since"] or "") <= day <= (value["until"] or "9999-12-31")
        return kept
    return [in_force(one, day) for one in value] if isinstance(value, list) else value


def moments(value: Any) -> Iterator[tuple[str, str]]:
    """Every `("since", day)` and `("until", day)` in it."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key in {"since", "until"} and isinstance(one, str):
                yield key, one
            else:
                yield from moments(one)
    elif isinstance(value, list):
        for one in value:
            yield from moments(one)


def _convention(spec: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **_only(spec, _CONVENTION),
        "limits": [_only(limit, _LIMIT) for limit in spec["limits"]],
        "combinations": [_only(one, _COMBINATION) for one in spec["combinations"]],
        "forms": [_form(form) for form in spec["forms"]],
    }


def _form(form: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **_only(form, _FORM),
        "tolerated": form["tolerated"] is not None,
        "fields": _without_words(form["fields"]),
    }


def _without_words(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _field(field) for name, field in fields.items()}


def _field(field: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in field.items() if key not in _READ_BY_PEOPLE}
    if field["kind"] == "list":
        kept["of"] = _field(field["of"])
    elif field["kind"] == "name":
        kept["fields"] = _without_words(field["fields"])
    elif field["kind"] == "term" and field["terms"] is not None:
        kept["terms"] = _terms(field["terms"])
    return kept


def _terms(terms: Mapping[str, Any]) -> dict[str, Any]:
    return {code: _only(term, _TERM) for code, term in terms.items()}


def _used(resolved: Mapping[str, Any], conventions: Mapping[str, Any]) -> list[str]:
    used = {
        field["vocabulary"]
        for name in conventions
        for field in fields_in(resolved["conventions"][name])
        if field["kind"] == "term" and field["vocabulary"]
    }
    return sorted(used)


def _only(value: Mapping[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: value[key] for key in keys}
