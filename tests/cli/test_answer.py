"""What people write for a value."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mops_taxonomy import Period, Taxonomy
from mops_taxonomy.cli._answer import understood

TAXONOMY = {
    "taxonomy": "answers",
    "version": "1",
    "vocabularies": {"region": {"terms": {"EMEA": {"codes": {"utm": "emea"}}, "AMER": "Americas"}}},
    "fields": {
        "day": {"kind": "date", "format": "{DD}{Mon}{YY}"},
        "quarter": {"kind": "date", "format": "FY{FY}Q{Q}"},
        "region": {"kind": "term", "vocabulary": "region", "codes": "utm"},
        "regions": {"kind": "list", "of": "region", "separator": "+"},
        "variant": {"kind": "integer", "format": "v{n}", "width": "2"},
        "title": {"kind": "text", "characters": "A-Za-z"},
    },
    "conventions": {"all": {"forms": [{"template": "{day}_{quarter}_{region}_{regions}_{variant}_{title}"}]}},
}

ANSWERS = [
    ("day", "2026-03-24", "2026-03-24"),
    ("day", "24Mar26", date(2026, 3, 24)),
    ("day", "30Feb26", "30Feb26"),
    ("quarter", "FY2027-Q1", "FY2027-Q1"),
    ("quarter", "FY27Q1", Period(2027, "Q", 1, fiscal=True)),
    ("region", "EMEA", "EMEA"),
    ("region", "emea", "EMEA"),
    ("region", "EMAE", "EMAE"),
    ("regions", "EMEA, AMER,", ["EMEA", "AMER"]),
    ("regions", "emea+AMER", ("EMEA", "AMER")),
    ("variant", "2", "2"),
    ("variant", "v02", 2),
    ("title", "Tour", "Tour"),
    ("title", "Tour!", "Tour!"),
]


@pytest.mark.parametrize(("field", "text", "value"), ANSWERS)
def test_understood(field: str, text: str, value: Any) -> None:
    """Values as `format` takes them stay; as they stand in names, they are read; what is neither stays."""
    (form,) = Taxonomy.load(TAXONOMY).convention().forms
    assert understood(form.kinds[field][0], text) == value
