"""Comments that leave findings out."""

from __future__ import annotations

import pytest

from mops_taxonomy.inputs._ignores import split

COMMENTS = [
    ("a_b # mops-taxonomy: ignore MT102", "a_b", ("MT102",)),
    ("a_b\t # mops-taxonomy: ignore MT102, MT119,MT2 \t", "a_b", ("MT102", "MT119", "MT2")),
    ("a # b # mops-taxonomy: ignore MT1", "a # b", ("MT1",)),
    ("a # mops-taxonomy: ignore MT1 # mops-taxonomy: ignore MT2", "a # mops-taxonomy: ignore MT1", ("MT2",)),
]


@pytest.mark.parametrize(("line", "name", "codes"), COMMENTS)
def test_comment(line: str, name: str, codes: tuple[str, ...]) -> None:
    """The comment ends the line, after space, and names codes or their beginnings."""
    assert split(line) == (name, codes)


NAMES = [
    "",
    "a_b",
    "a#b",
    "a_b # a comment",
    "a_b# mops-taxonomy: ignore MT102",
    "# mops-taxonomy: ignore MT102",
    "  # mops-taxonomy: ignore MT102",
    "a_b # mops-taxonomy: ignore",
    "a_b # mops-taxonomy: ignore ",
    "a_b # mops-taxonomy: ignore 102",
    "a_b # mops-taxonomy: ignore mt102",
    "a_b # mops-taxonomy: ignore MT",
    "a_b # mops-taxonomy: ignore MT1020",
    "a_b # mops-taxonomy: ignore MT102 MT103",
    "a_b # mops-taxonomy: ignore MT102,",
    "a_b # mops-taxonomy: ignore MT102 because",
    "a_b # mops-taxonomy: ignore MT\u0661",
    "a_b # Mops-Taxonomy: ignore MT102",
]


@pytest.mark.parametrize("line", NAMES)
def test_name(line: str) -> None:
    """Anything else is a part of the name, and stays."""
    assert split(line) == (line, ())
