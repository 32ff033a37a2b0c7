"""A convention with one long vocabulary, seeded, in the versions that proofs are asked about.

{launch}_{region}_{channel}_{product}_{title}{?_{variant}}
"""

from __future__ import annotations

import random
from typing import Any

SEED = 20260101
SIZES = (200, 2_000, 20_000)
QUESTIONS = ("read", "included", "lost", "disjoint", "equal", "shortest")
ENGINES = ("mops_taxonomy", "interegular", "greenery")

REGIONS = ["AMER", "ANZ", "APAC", "BENELUX", "DACH", "EMEA", "LATAM", "MENA", "NORDICS", "UKI"]
CHANNELS = ["AUD", "CTV", "DIS", "DM", "EML", "EVT", "PPC", "RTG", "SEM", "SOC", "SYN", "WBN"]
SYLLABLES = [consonant + vowel for consonant in "BCDFGKLMNPRSTV" for vowel in "AEIOU"]
EDITIONS = ["PRO", "MAX", "LITE", "EU", "XL", "SE"]

TEMPLATE = "{launch}_{region}_{channel}_{product}_{title}{?_{variant}}"
SLUG: dict[str, Any] = {"kind": "text", "characters": "A-Za-z0-9", "joiner": "-"}
SHORT: dict[str, Any] = {**SLUG, "max_length": 30}
HOLDS_DELIMITER: dict[str, Any] = {"kind": "text", "characters": "A-Za-z0-9_"}


def codes(size: int) -> list[str]:
    """Codes of 3 to 12 characters as product lists have them: a stem, perhaps a number, perhaps an edition."""
    rng = random.Random(SEED)
    made: dict[str, None] = {}
    while len(made) < size:
        code = "".join(rng.choices(SYLLABLES, k=rng.randint(1, 4)))
        code += str(rng.randint(1, 999)) if rng.random() < 0.5 else ""
        code += f"-{rng.choice(EDITIONS)}" if rng.random() < 0.3 else ""
        if 3 <= len(code) <= 12:
            made[code] = None
    return list(made)


def taxonomy(
    products: list[str], title: dict[str, Any] | None = None, template: str = TEMPLATE
) -> dict[str, Any]:
    """The taxonomy with these products."""
    return {
        "taxonomy": "long",
        "vocabularies": {"product": {"terms": products}},
        "fields": {
            "launch": {"kind": "date", "format": "{YYYY}{MM}{DD}"},
            "region": {"kind": "term", "terms": REGIONS},
            "channel": {"kind": "term", "terms": CHANNELS},
            "product": {"kind": "term", "vocabulary": "product"},
            "title": title or SLUG,
            "variant": {"kind": "integer", "format": "v{n}", "width": 2},
        },
        "conventions": {"program": {"forms": [{"template": template}]}},
    }
