"""MT930: lookalike codes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.lint._lists import few
from mops_taxonomy.lint._looks import as_latin, by_glyph, by_shape, called, without_zeros
from mops_taxonomy.lint._spans import overlapping
from mops_taxonomy.lint._tables import Tables
from mops_taxonomy.lint.rule import Flaw, LintRule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mops_taxonomy.finding import Severity
    from mops_taxonomy.lint._tables import Table
    from mops_taxonomy.lint.subject import Subject

__all__ = ["RULE"]


class Likeness(NamedTuple):
    """A way in which codes are alike: those with the same key are."""

    key: Callable[[str], str]
    words: str
    severity: Severity | None = None


_LIKENESSES = (
    Likeness(str.casefold, "differ only in capital and small letters"),
    Likeness(as_latin, "look the same"),
    Likeness(by_glyph, "look alike in many typefaces"),
    Likeness(without_zeros, "differ only in leading zeros"),
    Likeness(by_shape, "look alike at a glance", "info"),
)


def check(subject: Subject) -> Iterator[Flaw]:
    """Codes of one list that people take for one another, each set of them once."""
    for table in Tables(subject):
        told: dict[str, set[int]] = {}  # for each code, the numbers of the sets it was told of in
        number = 0
        for likeness in _LIKENESSES:
            for codes in _alike(table, likeness):
                if not set.intersection(*(told.get(code, set()) for code in codes)):
                    number += 1
                    for code in codes:
                        told.setdefault(code, set()).add(number)
                    yield _flaw(table, codes, likeness)


def _alike(table: Table, likeness: Likeness) -> Iterator[list[str]]:
    sets: dict[str, list[str]] = {}
    for code in table.terms:
        sets.setdefault(likeness.key(code), []).append(code)
    for codes in sets.values():
        if len(codes) > 1:
            # A code that was only respelt is no danger: its old spelling is out of force.
            together = overlapping((code, table.window(code)) for code in codes)
            if together:
                yield [code for code in codes if code in together]


def _flaw(table: Table, codes: list[str], likeness: Likeness) -> Flaw:
    first, *others = _plain_first(codes)
    same = likeness.key is as_latin
    one = len(others) == 1
    return Flaw(
        f"the codes {few(codes)} of {table.called} {likeness.words}{_strange(codes)}",
        table.at(codes[0]),
        ways_out=(
            f"keep `{first}`, and remove {few(others)}"
            if same
            else f"keep `{first}`, and make {few(others)} {'an alias' if one else 'aliases'} of it",
            f"give {few(others)} {'a code that looks' if one else 'codes that look'} different",
        ),
        severity=likeness.severity,
    )


def _plain_first(codes: list[str]) -> list[str]:
    """The codes in the order of the file, but those in plain Latin letters before others."""
    return sorted(codes, key=lambda code: as_latin(code) != code)


def _strange(codes: list[str]) -> str:
    """Which characters are not what they seem, by name."""
    found = dict.fromkeys(c for code in codes for c in code if not c.isascii() and as_latin(c) != c)
    return f": {', '.join(f'`{c}` is {called(c)}' for c in list(found)[:2])}" if found else ""


RULE = LintRule(
    code="MT930",
    title="lookalike codes",
    severity="warning",
    check=check,
    why=(
        "People copy codes by eye, from a slide or a screen. Where two codes of one list look alike, both are "
        "valid, so nothing catches the wrong one, and reports split what belongs together."
    ),
    bad="vocabularies:\n  wave:\n    terms: [W1, W01, Web, WEB]",
    good="vocabularies:\n  wave:\n    terms: [W01, W02, Web, Social]",
    repair="Keep one code of each set. List the other as an alias, or give it a code that looks different.",
)
