"""A realistic convention and seeded names of it: 200,000 valid ones and 50,000 invalid.

{year}{quarter}_{region}_{channel}_{product}_{audience}_{slug}_{id}
"""

from __future__ import annotations

import random
from typing import Any

VALID, INVALID = 200_000, 50_000
SEED = 20260101

REGIONS = ["us", "uk", "de", "fr", "emea", "apac", "latam", "anz", "mena", "global"]
CHANNELS = [
    "search",
    "social",
    "display",
    "video",
    "email",
    "affiliate",
    "ctv",
    "audio",
    "ooh",
    "influencer",
    "retail-media",
    "pmax",
]
PRODUCTS = [
    line + variant
    for line in [
        "atlas",
        "nova",
        "orbit",
        "pulse",
        "terra",
        "vega",
        "zephyr",
        "lumen",
        "quartz",
        "delta",
        "summit",
        "harbor",
        "cedar",
        "onyx",
        "ember",
        "coral",
        "falcon",
        "granite",
        "indigo",
        "juno",
    ]
    for variant in ("", "-mini", "-max", "-pro", "-plus", "-lite", "-kids", "-home", "-prom", "-pro-max")
]
AUDIENCES = [
    kind + band
    for kind in ("pros", "ret", "look", "crm", "inmkt")
    for band in ("", "-1834", "-3554", "-55p", "-hhi", "-new")
]
QUARTERS = ["q1", "q2", "q3", "q4"]
WORDS = [
    "spring",
    "summer",
    "autumn",
    "winter",
    "launch",
    "sale",
    "teaser",
    "always-on",
    "brand",
    "perf",
    "test",
    "wave",
    "flash",
    "bundle",
    "holiday",
    "backtoschool",
    "clearance",
    "creator",
    "awareness",
    "lapsed",
    "winback",
    "loyalty",
    "hero",
    "demo",
    "unboxing",
    "reel",
    "story",
    "carousel",
    "static",
    "motion",
    "v2",
    "v3",
    "ab",
    "long",
    "short",
    "remix",
    "evergreen",
]

VOCABULARIES = {"region": REGIONS, "channel": CHANNELS, "product": PRODUCTS, "audience": AUDIENCES}

TAXONOMY: dict[str, Any] = {
    "taxonomy": "benchmark",
    "version": "1",
    "vocabularies": {name: {"terms": codes} for name, codes in VOCABULARIES.items()},
    "fields": {
        "year": {"kind": "date", "format": "{YYYY}"},
        "quarter": {"kind": "date", "format": "q{Q}"},
        **{name: {"kind": "term", "vocabulary": name} for name in VOCABULARIES},
        "slug": {"kind": "text", "characters": "a-z0-9", "joiner": "-"},
        "id": {"kind": "integer", "width": 6},
    },
    "conventions": {
        "ad": {
            "forms": [{"template": "{year}{quarter}_{region}_{channel}_{product}_{audience}_{slug}_{id}"}],
        }
    },
}


def _parts(rng: random.Random, serial: int) -> list[str]:
    slug = "-".join(rng.choice(WORDS) for _ in range(rng.randint(1, 4)))
    return [
        f"{rng.randint(2019, 2027)}{rng.choice(QUARTERS)}",
        *(rng.choice(codes) for codes in VOCABULARIES.values()),
        slug,
        f"{serial:06d}",
    ]


def _broken(rng: random.Random, parts: list[str], kind: int) -> str:
    """One of ten mistakes, each in equal share."""
    match kind:
        case 0:
            parts[1] = rng.choice(["eu", "usa", "global1", "ukk"])
        case 1:
            at = rng.randrange(len(parts[3]))
            parts[3] = parts[3][:at] + "x" + parts[3][at:]
        case 2:
            del parts[rng.randint(1, 4)]
        case 3:
            parts[0] = parts[0][:4] + "q5"
        case 4:
            parts[6] = parts[6][1:]
        case 5:
            parts[2] = parts[2].upper()
        case 6:
            parts[5] = "_" + parts[5]
        case 7:
            parts[6] += "\n"
        case 8:
            parts[6] = "".join(chr(0x0660 + int(digit)) for digit in parts[6])
        case 9:
            parts[1], parts[4] = parts[4], parts[1]
    return "_".join(parts)


def names() -> tuple[list[str], list[str]]:
    """The valid names and the invalid ones."""
    rng = random.Random(SEED)
    valid = ["_".join(_parts(rng, serial)) for serial in range(VALID)]
    invalid = [_broken(rng, _parts(rng, VALID + index), index % 10) for index in range(INVALID)]
    return valid, invalid
