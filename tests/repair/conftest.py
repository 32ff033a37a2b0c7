"""Small conventions, each with what one kind of mistake needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy import Taxonomy

if TYPE_CHECKING:
    from collections.abc import Callable

    from mops_taxonomy.repair import Repair

SMALL: dict[str, Any] = {
    "taxonomy": "small",
    "version": "1",
    "vocabularies": {
        "region": {"terms": {"EMEA": {"label": "Europe"}, "NA": {}, "APAC": {}}},
        "channel": {"terms": {"WBN": {"label": "Webinar"}, "EML": {}}},
    },
    "fields": {
        "launch": {"kind": "date", "format": "{YYYY}{MM}{DD}"},
        "region": {"kind": "term", "vocabulary": "region"},
        "regions": {"kind": "list", "of": "region", "separator": "+"},
        "channel": {"kind": "term", "vocabulary": "channel"},
        "title": {"kind": "text", "characters": "A-Za-z0-9", "joiner": "-"},
        "theme": {"kind": "text", "characters": "A-Za-z0-9%"},
        "slug": {"kind": "text", "characters": "a-z0-9", "joiner": "-"},
        "lower": {"kind": "text", "characters": "A-Za-z0-9", "joiner": "-", "case": "lower"},
        "free": {"kind": "text"},
        "place": {"kind": "text", "characters": "A-Za-z"},
        "country": {"kind": "text", "characters": "A-Z", "min_length": 2, "max_length": 2},
        "number": {"kind": "integer"},
        "most": {"kind": "integer"},
        "variant": {"kind": "integer", "format": "v{n}", "width": 2},
    },
    "conventions": {
        "program": {"forms": ["{launch}_{region}_{channel}_{title}{?_{variant}}"]},
        "slugged": {"forms": ["{region}_{slug}"]},
        "lowered": {"forms": ["{region}_{lower}"]},
        "themed": {"forms": ["{region}_{theme}{?_{number}}"]},
        "bracketed": {"forms": ["[{region}] {title} ({channel})"]},
        "wordy": {"forms": ["{region} {channel} {free}"]},
        "listed": {"forms": ["{regions}_{title}_{variant}"]},
        "piped": {"forms": ["{region} | {title}{?:{theme}}"]},
        "numbered": {"forms": ["{region}_{number}{?_{variant}}"]},
        "doubled": {"forms": ["{title}-{slug}_{channel}"]},
        "tailed": {"forms": ["{title}_{regions}"]},
        "spanned": {"forms": ["{region} {number}-{most}"]},
        "placed": {"forms": ["{place}_{title}"]},
        "short": {"forms": ["{country}_{place}_{variant}"]},
        "closed": {"forms": ["{region}_{channel}_{variant}"]},
    },
}


@pytest.fixture(name="mend", scope="package")
def _mend() -> Callable[[str, str], list[Repair]]:
    """The repairs of a name by a convention."""
    taxonomy = Taxonomy.load(SMALL)
    return lambda convention, text: taxonomy.convention(convention).repair(text)


First = tuple[str, bool, list[tuple[str, str, str]]]


@pytest.fixture(name="first", scope="package")
def _first(mend: Callable[[str, str], list[Repair]]) -> Callable[[str, str], First]:
    """The first repair of a name by a convention: its text, whether it is safe, and its edits: mistake, old, new."""

    def first(convention: str, text: str) -> First:
        repair = mend(convention, text)[0]
        return repair.text, repair.safe, [(edit.mistake, edit.old, edit.new) for edit in repair.edits]

    return first
