"""Matching time against the length of the name, for names made to hurt.

    python -m tests.benchmarks.linear

Each convention is one that makes a backtracking matcher try again and again; each name is built so that it does.
The time for one character is printed at 10,000, 100,000 and 1,000,000 characters: linear is where it stays the same.
"""

from __future__ import annotations

import time
from typing import Any

from mops_taxonomy import Taxonomy

SIZES = (10_000, 100_000, 1_000_000)
SLUG = {"kind": "text", "characters": "a-z", "joiner": "-"}
REGION = {"kind": "term", "terms": ["us", "uk"]}

CASES: dict[str, tuple[str, dict[str, Any], str, str]] = {
    # what it is: template, fields, the part of the name that repeats, and its end
    "a slug, then a wrong code": ("{a}_{r}", {"a": SLUG, "r": REGION}, "a-", "a_ux"),
    "two texts that hold the delimiter": (
        "{a}_{b}",
        {"a": {"kind": "text"}, "b": {"kind": "text"}},
        "a_",
        "a",
    ),
    "two slugs joined like their words": ("{a}-{b}", {"a": SLUG, "b": SLUG}, "a-", "a"),
    "the same, no name": ("{a}-{b}", {"a": SLUG, "b": SLUG}, "a-", "-"),
    "nested repeats in a pattern": (
        "{a}_{r}",
        {"a": {"kind": "text", "pattern": "((a+)+b?)+", "help": "a and b"}, "r": REGION},
        "aa",
        "!",
    ),
    "glued patterns": (
        "{a}{b}",
        {
            "a": {"kind": "text", "pattern": "(a|aa)+", "help": "a"},
            "b": {"kind": "text", "pattern": "(a*)*b", "help": "a, then b"},
        },
        "aa",
        "a",
    ),
    "a list whose items hold the separator": (
        "{l}_{r}",
        {
            "i": {"kind": "text", "characters": "a-z+"},
            "l": {"kind": "list", "of": "i", "separator": "+"},
            "r": REGION,
        },
        "a+",
        "a_us",
    ),
    "text with spaces, then a code": ("{a} {r}", {"a": {"kind": "text"}, "r": REGION}, "a ", "ux"),
}


def main() -> None:
    """Print microseconds for one character, `is_valid` and `check`."""
    print(f"{'nanoseconds for one character':40}" + "".join(f"{size:>24,}" for size in SIZES))
    for title, (template, fields, part, end) in CASES.items():
        taxonomy = {
            "taxonomy": "t",
            "fields": fields,
            "conventions": {"c": {"forms": [{"template": template}]}},
        }
        convention = Taxonomy.load(taxonomy).convention("c")
        convention.check(part * 10 + end)
        row = []
        for size in SIZES:
            text = part * (size // len(part)) + end
            times = []
            for ask in (convention.is_valid, convention.check):
                start = time.perf_counter()
                ask(text)
                times.append((time.perf_counter() - start) / size * 1e9)
            row.append("{:12.1f} {:11.1f}".format(*times))
        print(f"{title:40}" + "".join(row))


if __name__ == "__main__":
    main()
