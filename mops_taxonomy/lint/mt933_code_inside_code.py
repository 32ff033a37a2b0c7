"""MT933: code inside code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.fields.list import ListKind
from mops_taxonomy.fields.term import TermKind
from mops_taxonomy.lint._lists import few, quoted
from mops_taxonomy.lint._neighbours import neighbours
from mops_taxonomy.lint._tables import Tables, written_at
from mops_taxonomy.lint.rule import Flaw, LintRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.lint._tables import Path, Table
    from mops_taxonomy.lint.subject import Subject

__all__ = ["RULE"]

_SHORTEST = 2
"""Nobody filters a report by a single letter."""

_BEGINNING = 3
"""So many first characters tell most codes apart."""


def check(subject: Subject) -> Iterator[Flaw]:
    """Lists where one code stands inside another; codes and fixed text that set off a reader."""
    tables = Tables(subject)
    for table in tables:
        yield from _inside(table)
    for name, reader in subject.resolved["readers"].items():
        if reader["contains"] and reader["match"] != "word" and not reader["wanted"]:
            yield from _set_off(subject, tables, name, reader)


# -- codes in codes ------------------------------------------------------------------------------------


def _inside(table: Table) -> Iterator[Flaw]:
    holders = dict(_holders([code for code in table.terms if len(code) >= _SHORTEST]))
    if not holders:
        return
    shown = [f"{quoted(code)} in {quoted(holder)}" for code, holder in list(holders.items())[:2]]
    more = f", and {len(holders) - 2:,} more" if len(holders) > 2 else ""
    codes = "code stands" if len(holders) == 1 else "codes stand"
    yield Flaw(
        f"{len(holders)} {codes} inside longer ones of {table.called}: {' and '.join(shown)}{more}"
        if len(holders) > 1
        else f"one code stands inside a longer one of {table.called}: {shown[0]}",
        table.at(next(iter(holders))),
        ways_out=(
            f"filter by the whole field, or by the code with its delimiters, not by {few(list(holders))}",
        ),
    )


def _holders(codes: list[str]) -> Iterator[tuple[str, str]]:
    """Every code that stands inside a longer one, whatever the case, with the first that it stands in."""
    folded = {code.casefold(): code for code in reversed(codes)}
    lengths: dict[str, set[int]] = {}  # of the codes that begin so
    for text in folded:
        lengths.setdefault(text[:_BEGINNING], set()).add(len(text))
    found: dict[str, str] = {}
    for code in codes:
        for inner in _parts(code.casefold(), lengths):
            if inner in folded:
                found.setdefault(folded[inner], code)
    return ((code, found[code]) for code in codes if code in found)


def _parts(text: str, lengths: Mapping[str, set[int]]) -> Iterator[str]:
    """The parts of a text, shorter than the whole, that may be one of some codes."""
    for start in range(len(text)):
        for size in (_SHORTEST, _BEGINNING):
            beginning = text[start : start + size]
            for length in lengths.get(beginning, ()) if len(beginning) == size else ():
                if start + length <= len(text) and length < len(text):
                    yield text[start : start + length]


# -- texts that readers look for -----------------------------------------------------------------------


class Hit(NamedTuple):
    """A text in which a reader finds what it looks for, and its place."""

    text: str
    path: Path
    kind: str
    convention: str


def _set_off(subject: Subject, tables: Tables, name: str, reader: Mapping[str, Any]) -> Iterator[Flaw]:
    hits: dict[tuple[str, Path], Hit] = {}
    unsure = (
        reader["disputed"] or reader["when"] or reader["if"] or "unknown" in {reader["match"], reader["case"]}
    )
    for convention in subject.conventions.values():
        if _is_read(subject, convention.id, reader):
            for hit, wanted in _hits(tables, convention, reader):
                hits.setdefault((wanted, hit.path), hit)
    for wanted in reader["contains"]:
        mine = [hit for (text, _), hit in hits.items() if text == wanted]
        if mine:
            flaw = _flaw(name, reader, wanted, mine)
            yield flaw._replace(certainty="unknown") if unsure else flaw


def _is_read(subject: Subject, convention: str, reader: Mapping[str, Any]) -> bool:
    """Whether the system may see names of the convention; one that is said to live nowhere may live anywhere."""
    written = written_at(subject.declared, ("conventions", convention, "systems")) or []
    systems = {
        str(system).partition(".")[0] for system in (written if isinstance(written, list) else [written])
    }
    return not systems or reader["system"] is None or reader["system"].partition(".")[0] in systems


def _hits(tables: Tables, convention: Convention, reader: Mapping[str, Any]) -> Iterator[tuple[Hit, str]]:
    for number, form in enumerate(convention.forms):
        template: Path = ("conventions", convention.id, "forms", number, "template")
        for part, _, _ in neighbours(form.parts):
            if isinstance(part, str):
                for wanted in reader["contains"]:
                    if _holds(part, wanted, reader):
                        yield Hit(part, template, "the fixed text", convention.id), wanted
            else:
                yield from _hits_of_terms(tables, part.kind, convention.id, reader)


def _hits_of_terms(
    tables: Tables, kind: Kind, convention: str, reader: Mapping[str, Any]
) -> Iterator[tuple[Hit, str]]:
    if isinstance(kind, ListKind):
        yield from _hits_of_terms(tables, kind.item, convention, reader)
    if not isinstance(kind, TermKind):
        return
    table = tables.of(kind.spec)
    for code, text in kind.written.items():
        for wanted in reader["contains"]:
            # A code that is the very text is there to set the reader off.
            if text.casefold() != wanted.casefold() and _holds(text, wanted, reader):
                yield Hit(text, table.at(code), "the code", convention), wanted


def _holds(text: str, wanted: str, reader: Mapping[str, Any]) -> bool:
    return wanted in text if reader["case"] == "exact" else wanted.casefold() in text.casefold()


def _flaw(name: str, reader: Mapping[str, Any], wanted: str, hits: list[Hit]) -> Flaw:
    first = hits[0]
    texts = list(dict.fromkeys(hit.text for hit in hits))
    noun = first.kind if len(texts) == 1 else f"{first.kind}s"
    effect = f": {reader['effect']}" if reader["effect"] else ""
    return Flaw(
        f"the reader `{name}` looks for {quoted(wanted)} and finds it inside {noun} {few(texts)}{effect}",
        first.path,
        ways_out=(f"write {quoted(first.text)} so that it does not hold {quoted(wanted)}",),
        convention=first.convention if len({hit.convention for hit in hits}) == 1 else None,
        severity="warning",
    )


RULE = LintRule(
    code="MT933",
    title="code inside code",
    severity="info",
    check=check,
    why=(
        'Filters of reports and smart lists often say "contains". A code that stands inside a longer one is then '
        "found in the names of the longer one too; and a system that looks for a text anywhere in the name finds "
        "it inside a code."
    ),
    bad="vocabularies:\n  wave:\n    terms: [NA, LATNA]",
    good="vocabularies:\n  wave:\n    terms: [NA, LATAM]",
    repair="Spell one of the codes differently, or filter by the code together with its delimiters.",
)
