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
    "title": {"kind": "text", "characters": "a-z", "joiner": "-"},
    "number": {"kind": "integer"},
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
    ],
)
def test_names_are_split_where_no_field_reaches(
    template: str, delimiter: str, layouts: list[list[str]]
) -> None:
    """At the character that stands between the fields and in none."""
    found = split(template)
    assert found.delimiter == delimiter
    assert [[" ".join(part.paths) for part in layout] for layout in found.layouts] == layouts


@pytest.mark.parametrize(
    ("template", "more"),
    [
        ("{region}{number}", {}),
        ("{title}-{number}", {}),
        ("{marker}_{number}", {}),
        ("{start}_{end}", {}),
        ("{region}_{number}", {"severity": {"MT1": "error"}}),
        ("{region}_{title}", {"combinations": [{"fields": ["region", "title"], "allow": {"EMEA": ["a"]}}]}),
    ],
)
def test_other_names_are_not_split(template: str, more: dict[str, Any]) -> None:
    """No such character, two dates to compare, notes that count as errors, fields that depend on each other."""
    assert split(template, **more) is None


def test_several_forms_are_not_split() -> None:
    """Another form may read the name, too."""
    assert split("{region}_{number}", forms=["{region}_{number}", "{region}_{title}"]) is None
