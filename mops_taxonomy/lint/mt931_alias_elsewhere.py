"""MT931: alias elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.lint._lists import FEW, few, quoted
from mops_taxonomy.lint._tables import Tables
from mops_taxonomy.lint.rule import Flaw, LintRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.lint._tables import Table
    from mops_taxonomy.lint.subject import Subject

__all__ = ["RULE"]


class Alias(NamedTuple):
    """An alias, the code it is of, and its number there."""

    text: str
    code: str
    number: int


def check(subject: Subject) -> Iterator[Flaw]:
    """Aliases that another list in use beside theirs knows, and spellings that are another term's code."""
    tables = list(Tables(subject))
    for table in tables:
        yield from _spellings(table)
    yield from _elsewhere(tables)


# -- between lists -------------------------------------------------------------------------------------


def _elsewhere(tables: list[Table]) -> Iterator[Flaw]:
    """For each pair of lists, what the one knows by an alias and the other too; codes before aliases."""
    aliases = [_aliases(table) for table in tables]
    places = [_places(table) for table in tables]
    for at, table in enumerate(tables):
        for other, theirs in enumerate(tables):
            shared = places[at] & places[other]
            if other == at or not shared or not aliases[at]:
                continue
            codes = [alias for alias in aliases[at].values() if alias.text in theirs.terms]
            both = [alias for alias in aliases[at].values() if alias.text in aliases[other]]
            beside = any(form >= 0 for _, form in shared)
            if codes:
                yield _flaw(table, theirs, codes, "a code", beside=beside)
            if both and at < other:
                yield _flaw(table, theirs, both, "an alias", beside=beside)


def _aliases(table: Table) -> dict[str, Alias]:
    return {
        text: Alias(text, code, number)
        for code, term in table.terms.items()
        for number, text in enumerate(term["aliases"])
        if text not in table.terms
    }


def _places(table: Table) -> set[tuple[str, int]]:
    """The forms that a list is used in, and -1 for each convention."""
    return {(use.convention, form) for use in table.uses for form in (use.form, -1)}


def _flaw(table: Table, other: Table, found: list[Alias], noun: str, *, beside: bool) -> Flaw:
    texts = list(dict.fromkeys(alias.text for alias in found))
    one = len(texts) == 1
    first = found[0]
    is_noun = f"is an alias of `{first.code}`" if one else "are aliases"
    nouns = noun if one else {"a code": "codes", "an alias": "aliases"}[noun]
    where = "side by side in one form" if beside else "in one convention"
    return Flaw(
        f"{few(texts)} {is_noun} in {table.called}, and {nouns} in {other.called}; the two lists stand {where}",
        table.at(first.code, "aliases", first.number),
        ways_out=tuple(f"remove the alias {quoted(one.text)} from `{one.code}`" for one in found[:FEW]),
        severity=None if beside and noun == "a code" else "info",
    )


# -- within a list -------------------------------------------------------------------------------------


def _spellings(table: Table) -> Iterator[Flaw]:
    """How a system spells a term, where that is another term's code or alias."""
    aliases = _aliases(table)
    for code, term in table.terms.items():
        for system, spelt in term["codes"].items():
            alias = aliases.get(spelt)
            if spelt in table.terms and spelt != code:
                yield _misread(table, code, system, spelt, f"the code of another term of {table.called}")
            elif alias is not None and alias.code != code:
                yield _misread(table, code, system, spelt, f"an alias of `{alias.code}`")


def _misread(table: Table, code: str, system: str, spelt: str, what: str) -> Flaw:
    return Flaw(
        f"`{code}` is written {quoted(spelt)} in {system}, and that is {what}",
        table.at(code, "codes", system),
        ways_out=(f"spell `{code}` differently in {system}",),
    )


RULE = LintRule(
    code="MT931",
    title="alias elsewhere",
    severity="warning",
    check=check,
    why=(
        "An alias tells what a person meant. Where the same text also means something in a list beside it, the "
        "explanation may blame the wrong field, and people learn two meanings for one text."
    ),
    bad=(
        "vocabularies:\n"
        "  region: {terms: {EMEA: {aliases: [EU]}, AMER: {aliases: [US]}}}\n"
        "  country: {terms: {US: United States, DE: Germany}}"
    ),
    good=(
        "vocabularies:\n"
        "  region: {terms: {EMEA: {aliases: [EU]}, AMER: {aliases: [NAM]}}}\n"
        "  country: {terms: {US: United States, DE: Germany}}"
    ),
    repair="Remove the alias from one of the two lists, or spell it so that it means one thing.",
)
