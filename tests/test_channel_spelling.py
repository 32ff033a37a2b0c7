"""How channels are spelt."""

from __future__ import annotations

import pytest

from mops_taxonomy import Taxonomy
from mops_taxonomy.channel_spelling import ChannelSpellings

TAXONOMY = {
    "taxonomy": "t",
    "channels": {
        "WBN": {"label": "Webinar", "aliases": ["Web Seminar"], "codes": {"marketo": "Live Webinar"}},
        "EML": {"label": "Email"},
        "Webinar": "Not what it seems",
    },
    "fields": {"title": {"kind": "text"}},
    "conventions": {"program": {"forms": [{"template": "{title}", "when": {"channel": ["Email", "WBN"]}}]}},
}
SPELLINGS = ChannelSpellings(Taxonomy.load(TAXONOMY).resolved)


@pytest.mark.parametrize(
    ("spelling", "system", "code"),
    [
        ("WBN", None, "WBN"),
        ("Live Webinar", "marketo", "WBN"),
        ("Live Webinar", "hubspot", None),
        ("Email", "marketo", "EML"),
        ("Webinar", None, "Webinar"),  # a code goes before the label of another channel
        ("Web Seminar", None, None),  # an alias explains, and is no spelling
        ("webinar", None, None),
        (None, None, None),
    ],
)
def test_the_code_of_a_spelling(spelling: str | None, system: str | None, code: str | None) -> None:
    """A channel is spelt exactly as its system, its label or its code says."""
    assert SPELLINGS.code(spelling, system) == code


@pytest.mark.parametrize(
    ("spelling", "system", "fact"),
    [
        ("WBN", None, "WBN"),
        ("Live Webinar", "marketo", "WBN"),
        ("Web Seminar", None, "WBN"),
        ("Email", "marketo", "Email"),  # a condition asks for it so
        ("EML", None, "Email"),
        ("Podcast", "marketo", "Podcast"),
    ],
)
def test_what_conditions_ask(spelling: str, system: str | None, fact: str) -> None:
    """Conditions find a channel by its code, or by the spelling that they ask for."""
    assert SPELLINGS.fact(spelling, system) == fact
