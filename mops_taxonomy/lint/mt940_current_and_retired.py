"""MT940: current and retired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.lint._links import chains
from mops_taxonomy.lint._lists import few
from mops_taxonomy.lint._spans import back, is_over
from mops_taxonomy.lint._tables import Tables
from mops_taxonomy.lint.rule import Flaw, LintRule
from mops_taxonomy.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mops_taxonomy.lint._links import Chain, Link
    from mops_taxonomy.lint._tables import Table
    from mops_taxonomy.lint.subject import Subject

__all__ = ["RULE"]


def check(subject: Subject) -> Iterator[Flaw]:
    """What is replaced and never ends, and codes that one form takes while another says they are retired."""
    for chain in chains(subject):
        for old, new in chain.replaced():
            if old.window.until is None and not old.tolerated:
                yield _endless(chain, old, new)
    yield from _in_two_lists(subject)


def _endless(chain: Chain, old: Link, new: Link) -> Flaw:
    since = new.window.since
    last = back(since) if since is not None else None
    fits = last is not None and (old.window.since or last) <= last
    end = f"write `until: {last}` for `{old.name}`" if fits else f"give `{old.name}` a last day, `until`"
    why = f", the day before `{new.name}` begins" if fits else ""
    return Flaw(
        f"`{old.name}` of {chain.called} is replaced by `{new.name}` and has no last day, so it is current and "
        "retired at once",
        (*old.path, "replaced_by"),
        ways_out=(end + why, f"remove `replaced_by` from `{old.name}`"),
        convention=chain.convention,
    )


# -- two lists for one field ---------------------------------------------------------------------------


def _in_two_lists(subject: Subject) -> Iterator[Flaw]:
    """A field that takes one list here and another there: its codes live or die together."""
    by_field: dict[tuple[str, str], dict[int, Table]] = {}
    for table in Tables(subject):
        for use in table.uses:
            form = subject.resolved["conventions"][use.convention]["forms"][use.form]
            if Window.of(form).holds(subject.today):
                by_field.setdefault((use.convention, use.name), {})[id(table)] = table
    told: set[tuple[int, int]] = set()
    for (_, field), tables in by_field.items():
        for one in tables.values():
            for other in tables.values():
                if one is not other and (id(one), id(other)) not in told:
                    told.add((id(one), id(other)))
                    yield from _disagreeing(field, one, other, subject.today)


def _disagreeing(field: str, old: Table, new: Table, today: date) -> Iterator[Flaw]:
    """The codes that the one list has retired and the other has in force."""
    codes = [
        code
        for code in old.terms
        if code in new.terms and is_over(old.window(code), today) and new.window(code).holds(today)
    ]
    if codes:
        yield Flaw(
            f"{few(codes)} {'is' if len(codes) == 1 else 'are'} retired in {old.called} and current in "
            f"{new.called}, and the field `{field}` takes both, each in another form",
            old.at(codes[0], "until"),
            ways_out=(
                f"give {few(codes)} the same last day in {new.called}",
                f"remove `until` from {few(codes)} in {old.called}",
            ),
            field=field,
        )


RULE = LintRule(
    code="MT940",
    title="current and retired",
    severity="error",
    check=check,
    why=(
        "A value is in force or it is not, and everybody who asks must be told the same. One that is replaced but "
        "never ends stays valid beside its successor, and reports keep counting both."
    ),
    bad=(
        "vocabularies:\n"
        "  region:\n"
        "    terms:\n"
        "      APJ: {replaced_by: APAC}\n"
        "      APAC: {since: 2026-01-01}"
    ),
    good=(
        "vocabularies:\n"
        "  region:\n"
        "    terms:\n"
        "      APJ: {until: 2025-12-31, replaced_by: APAC}\n"
        "      APAC: {since: 2026-01-01}"
    ),
    repair="Say the last day of the old value, or that it is not replaced.",
)
