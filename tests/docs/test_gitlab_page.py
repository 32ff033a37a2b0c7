"""The page on GitLab's requirements quotes the taxonomy."""

from __future__ import annotations

import re

import pytest

from tests.docs.pages import ROOT

PAGE = (ROOT / "docs" / "gitlab.md").read_text(encoding="utf-8")
TAXONOMY = (ROOT / "examples" / "gitlab" / "taxonomy.yaml").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\d+) \| ([^|]+) \| (.*) \|$", PAGE, re.MULTILINE)

# What is written in the same letters and is no line of the taxonomy.
ELSEWHERE = {
    "MMM D, YYYY",  # a format that is not held
    "lint",
    "campaigns.csv",
    "unknown",
    "policy: review",  # in the format, and not needed here
    "role: expiry",
    "standing_parent",
    "since",
    "until",
}


def test_every_requirement_has_its_answer() -> None:
    """There are 37, in order, and each answer quotes a line or says that it is not held."""
    assert [int(number) for number, _, _ in ROWS] == list(range(1, 38))
    assert [number for number, _, answer in ROWS if "`" not in answer and "Not held" not in answer] == []


@pytest.mark.parametrize("quoted", sorted({one for *_, row in ROWS for one in re.findall(r"`([^`]+)`", row)}))
def test_what_is_quoted_stands_in_the_taxonomy(quoted: str) -> None:
    """Each quotation is a part of the file, letter by letter."""
    assert quoted in ELSEWHERE or quoted.replace(r"\|", "|") in TAXONOMY
