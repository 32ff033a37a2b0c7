"""Which conventions are split, and where."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mops_taxonomy import Taxonomy
from mops_taxonomy.frames.layout import split_of

FIELDS: dict[str, Any] = {
    "region": {"kind": "term", "terms": ["EMEA", "AMER"]},
    "marker": {"kind": "term", "terms": ["x_y"]},
    "marker2": {"kind": "term", "terms": ["y_x"]},
    "title": {"kind": "text", "characters": "a-z", "joiner": "-"},
    "number": {"kind": "integer"},
    "short": {"kind": "text", "characters": "a-z", "joiner": "-", "max_length": 5},
    "start": {"kind": "date", "format": "{YYYY}{MM}{DD}", "role": "start"},
    "end": {"kind": "date", "format": "{YYYY}{MM}{DD}", "role": "end"},
}


def split(template: str, **more: Any) -> Any:
    """How names of a template are split."""
    document = {
        "taxonomy": "t",
        "version": "1",
        "fields": FIELDS,
        "conventions": {"c": {"forms": [{"template": template}], **more}},
    }
    return split_of(Taxonomy.load(document).convention(), None, date(2026, 6, 1))


@pytest.mark.parametrize(
    ("template", "delimiter", "layouts"),
    [
        ("{region}_{title}", "_", [["region", "title"]]),
        ("{region}-{number}", "-", [["region", "number"]]),
        ("P_{region}{number}_{title}_", "_", [["", "region number", "title", ""]]),
        ("{region}_{title}{?_{number}}", "_", [["region", "title", "number"], ["region", "title"]]),
        ("{region}{?-{number}}_{title}", "_", [["region number", "title"]]),
        ("{region|number}__{title}", "_", [["region number", "", "title"]]),
        ("{marker}-{number}", "-", [["marker", "number"]]),
        ("{region}_{title}-{number}", "_", [["region", "title number"]]),
        ("Marketing_{title}_{number}", "_", [["", "title", "number"]]),
    ],
)
def test_names_are_split_where_no_field_reaches(
    template: str, delimiter: str, layouts: list[list[str]]
) -> None:
    """At the character that stands between the fields and in none."""
    (found,) = split(template).forms
    assert found.delimiter == delimiter
    assert [[" ".join(part.paths) for part in layout.parts] for layout in found.layouts] == layouts
    assert [layout.wide for layout in found.layouts] == [None] * len(layouts)


@pytest.mark.parametrize(
    ("template", "delimiter", "layouts"),
    [
        ("{title}-{number}", "-", [(["title", "number"], 0)]),
        ("{number}-{title}-{region}", "-", [(["number", "title", "region"], 1)]),
        ("{region}_{marker}", "_", [(["region", "marker"], 1)]),
        ("{marker}_{number}", "_", [(["marker", "number"], 0)]),
        ("Marketing {number}-{title}", "-", [(["number", "title"], 1)]),
        ("{number}{?-{title}}", "-", [(["number", "title"], 1), (["number"], None)]),
        ("{region}-{title}", "-", [(["region", "title"], 1)]),
    ],
)
def test_one_part_may_hold_the_delimiter(
    template: str, delimiter: str, layouts: list[tuple[list[str], int | None]]
) -> None:
    """The others are counted from both ends of the name."""
    (found,) = split(template).forms
    assert found.delimiter == delimiter
    shown = [([" ".join(part.paths) for part in layout.parts], layout.wide) for layout in found.layouts]
    assert shown == layouts


@pytest.mark.parametrize(
    ("template", "more"),
    [
        ("{region}{number}", {}),
        ("{marker}_{number}_{marker2}", {}),
        ("{region}_{number}", {"severity": {"MT1": "error"}}),
        ("{short}_{number}", {"severity": {"MT108": "warning"}}),
    ],
)
def test_other_names_are_not_split(template: str, more: dict[str, Any]) -> None:
    """No such character or two parts with it; notes made errors, or errors notes."""
    assert split(template, **more) is None


@pytest.mark.parametrize(
    ("template", "more", "joint"),
    [
        ("{start}_{end}_{title}", {}, {"start", "end"}),
        ("{start}_{title}", {}, set()),
        (
            "{region}_{title}_{number}",
            {"combinations": [{"fields": ["region", "title"], "allow": {"EMEA": ["a"]}}]},
            {"region", "title"},
        ),
        (
            "{region}_{title}",
            {
                "combinations": [
                    {"fields": ["region", "title"], "allow": {"EMEA": ["a"]}, "severity": "warning"}
                ]
            },
            set(),
        ),
    ],
)
def test_fields_that_depend_on_each_other_are_known(
    template: str, more: dict[str, Any], joint: set[str]
) -> None:
    """Combinations that are errors, and days of which one must not be after the other."""
    (form,) = split(template, **more).forms
    assert form.joint == joint


FORMS = ["{region}_{number}", "{title}-{number}"]
OVERLAPPING = ["{region}_{number}", "{region}_{number}{?_{title}}"]


@pytest.mark.parametrize(
    ("forms", "prefer", "delimiters"),
    [(FORMS, None, "_-"), (FORMS, "first", "_-"), (OVERLAPPING, "first", "__"), (OVERLAPPING, None, None)],
)
def test_several_forms_are_split(forms: list[str], prefer: str | None, delimiters: str | None) -> None:
    """Unless two of them may read one name, and none is preferred."""
    found = split("", forms=forms, **({"prefer": prefer} if prefer else {}))
    assert delimiters == (found and "".join(form.delimiter for form in found.forms))


def test_one_form_that_cannot_be_split_keeps_the_others_together() -> None:
    """What it reads would be missed."""
    assert split("", forms=["{region}_{number}", "{title}{number}"]) is None


def test_many_forms_are_not_split() -> None:
    """Every name would be tried by each."""
    assert split("", forms=[f"{{region}}_{{number}}_{'a' * size}" for size in range(1, 9)])
    assert split("", forms=[f"{{region}}_{{number}}_{'a' * size}" for size in range(1, 10)]) is None
