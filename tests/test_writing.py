"""Writing names by the tree of a form."""

from __future__ import annotations

from typing import Any

import pytest

from mops_taxonomy.writing import Unwritable, flattened, required, write
from tests.declared import convention

FIELDS: dict[str, Any] = {
    **{name: {"kind": "integer"} for name in ("a", "b", "c", "w", "h")},
    "size": {"kind": "name", "template": "{w}x{h}"},
}


def parts(template: str) -> Any:
    """The tree of a template over the fields above."""
    return convention(template, fields=FIELDS).forms[0].parts


@pytest.mark.parametrize(
    ("values", "flat"),
    [
        ({"a": 1}, {"a": 1}),
        ({"a": None, "b": "", "c": 0}, {"c": 0}),
        ({"size": {"w": 3, "h": None}}, {"size.w": 3}),
        ({"size": {"inner": {"w": 3}}}, {"size.inner.w": 3}),
        ({"size.w": 3}, {"size.w": 3}),
        ({"size": {}}, {}),
        ({"a": ()}, {"a": ()}),
    ],
)
def test_flattened(values: dict[str, Any], flat: dict[str, Any]) -> None:
    """Names inside become paths; what is absent is left out, and a nought is not absent."""
    assert flattened(values) == flat


@pytest.mark.parametrize(
    ("template", "values", "text"),
    [
        ("{a}_{b}", {"a": 1, "b": 2}, "1_2"),
        ("{a}{?_{b}}", {"a": 1}, "1"),
        ("{a}{?_{b}}", {"a": 1, "b": 2}, "1_2"),
        ("{a}{?_{b}{?-{c}}}", {"a": 1, "b": 2}, "1_2"),
        ("{a}{?_dev.{?{b}}}", {"a": 1}, "1"),
        ("{a|b}", {"b": 2}, "2"),
        ("{a}{?_{b|c}}", {"a": 1, "c": 3}, "1_3"),
        ("{a}_{size}", {"a": 1, "size.w": 3, "size.h": 4}, "1_3x4"),
        ("{{{a}}}", {"a": 1}, "{1}"),
    ],
)
def test_write(template: str, values: dict[str, Any], text: str) -> None:
    """Groups are written when a field in them has a value, alternatives by the one given."""
    assert write(parts(template), values) == text


@pytest.mark.parametrize(
    ("template", "values", "faults"),
    [
        ("{a}_{b}", {}, [("missing_field", "a"), ("missing_field", "b")]),
        ("{a}_{b}", {"a": "x"}, [("unfit_value", "a"), ("missing_field", "b")]),
        ("{a}{?_{b}-{c}}", {"a": 1, "b": 2}, [("missing_field", "c")]),
        ("{a}{?_{b}{?-{c}}}", {"a": 1, "c": 3}, [("missing_field", "b")]),
        ("{a|b}", {"a": 1, "b": 2}, [("exclusive_fields", "a")]),
        ("{a|b}", {}, [("missing_field", "a")]),
        ("{a}", {"a": 1, "x": 2, "y": 3}, [("unknown_field", "x"), ("unknown_field", "y")]),
        ("{size}", {"size.w": 3}, [("missing_field", "size.h")]),
    ],
)
def test_unwritable(template: str, values: dict[str, Any], faults: list[tuple[str, str]]) -> None:
    """Everything that is missing, unfit or too much is said at once."""
    with pytest.raises(Unwritable) as caught:
        write(parts(template), values)
    assert [(fault.name, fault.field) for fault in caught.value.faults] == faults


@pytest.mark.parametrize(
    ("template", "paths"),
    [("{a}{?_{b}}", ["a"]), ("{a|b}_{c}", ["a", "c"]), ("{size}_{a}", ["size.w", "size.h", "a"])],
)
def test_required(template: str, paths: list[str]) -> None:
    """The fields without which nothing can be written."""
    assert list(required(parts(template))) == paths
