"""How a diff is written."""

from __future__ import annotations

import json

import pytest

from mops_taxonomy.diff import Change, Diff
from mops_taxonomy.diff.formats import names, written

NOTHING = Diff(("acme", "1"), ("acme", "1"), "2026-03-24", ())
DIFF = Diff(
    ("acme", "1"),
    ("acme", "2"),
    "2026-03-24",
    (
        Change("changed", "taxonomy", ("version",), "the version is now `2`; it was `1`", "cosmetic", old="1", new="2"),
        Change("removed", "term", ("region", "NA"), "`NA` is no longer a term of `region`", "breaking"),
        Change("added", "term", ("region", "<b>|"), "`<b>|` is a new term of `region`", "compatible"),
        Change("added", "member status", ("WBN", "No"), "``a`b`` by @you <b>*|", "compatible"),
    ),
    (
        Change(
            "removed", "names", ("program", "accepted"), "`NA_x` was valid and is not any more", "breaking",
            "program", "NA_x",
        ),
        Change("kept", "names", ("program", "read"), "every name is read as before (proved)", "compatible", "program"),
        Change("changed", "names", ("mail", "accepted"), "whether it is was not decided: a|b", "undecided", "mail"),
    ),
    ("ad", "tag"),
)  # fmt: skip
ONLY_WORDS = Diff(
    ("", ""),
    ("acme", ""),
    "2026-03-24",
    (Change("changed", "taxonomy", ("taxonomy",), "the name of it is now `acme`", "cosmetic"),),
)

TEXT = """\
acme 1 to acme 2: breaking

What it does to names, up to 2026-03-24
  program
    breaking    `NA_x` was valid and is not any more
    compatible  every name is read as before (proved)
  mail
    undecided   whether it is was not decided: a|b
  Nothing that changed bears on the names of `ad` and `tag`.

What changed
  the taxonomy itself
    cosmetic    the version is now `2`; it was `1`
  terms
    breaking    `NA` is no longer a term of `region`
    compatible  `<b>|` is a new term of `region`
  member statuses
    compatible  ``a`b`` by @you <b>*|

4 changes: 1 breaking, 2 compatible, 1 cosmetic
"""

MARKDOWN = r"""### Taxonomy acme 1 to acme 2: **breaking**

#### What it does to names, up to 2026-03-24

`program`

- **breaking**: `NA_x` was valid and is not any more
- **compatible**: every name is read as before \(proved\)

`mail`

- **undecided**: whether it is was not decided: a\|b

Nothing that changed bears on the names of `ad` and `tag`.

#### What changed

The taxonomy itself

- **cosmetic**: the version is now `2`; it was `1`

Terms

- **breaking**: `NA` is no longer a term of `region`
- **compatible**: `<b>|` is a new term of `region`

Member statuses

- **compatible**: ``a`b`` by \@you \<b\>\*\|

4 changes: 1 breaking, 2 compatible, 1 cosmetic
"""


def test_names() -> None:
    """There is a format for each file."""
    assert names() == ("json", "markdown", "text")


@pytest.mark.parametrize(("name", "expected"), [("text", TEXT), ("markdown", MARKDOWN)])
def test_for_people(name: str, expected: str) -> None:
    """Effects come under their convention, changes under their noun, and the counts at the end."""
    assert written(DIFF, name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("text", "acme 1: nothing changed\n"),
        ("markdown", "### Taxonomy acme 1: nothing changed\n"),
    ],
)
def test_nothing_changed(name: str, expected: str) -> None:
    """That nothing changed is a line."""
    assert written(NOTHING, name) == expected


def test_without_effects() -> None:
    """Where there is no convention to speak of, only the changes are told."""
    assert written(ONLY_WORDS, "text") == (
        " to acme: cosmetic\n"
        "\n"
        "What changed\n"
        "  the taxonomy itself\n"
        "    cosmetic    the name of it is now `acme`\n"
        "\n"
        "1 change: 1 cosmetic\n"
    )


def test_json() -> None:
    """The object has everything; what is None or empty is left out of a change."""
    text = written(DIFF, "json")
    assert text.isascii()
    found = json.loads(text)
    assert list(found) == ["older", "newer", "day", "impact", "counts", "effects", "untouched", "changes"]
    assert found["older"] == {"taxonomy": "acme", "version": "1"}
    assert (found["day"], found["impact"], found["untouched"]) == ("2026-03-24", "breaking", ["ad", "tag"])
    assert found["counts"] == {"breaking": 1, "compatible": 2, "cosmetic": 1}
    assert found["effects"][0] == {
        "kind": "removed",
        "noun": "names",
        "path": ["program", "accepted"],
        "message": "`NA_x` was valid and is not any more",
        "impact": "breaking",
        "convention": "program",
        "witness": "NA_x",
    }
    assert found["changes"][0] == {
        "kind": "changed",
        "noun": "taxonomy",
        "path": ["version"],
        "message": "the version is now `2`; it was `1`",
        "impact": "cosmetic",
        "old": "1",
        "new": "2",
    }
    assert json.loads(written(NOTHING, "json"))["impact"] is None
