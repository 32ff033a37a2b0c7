"""MT942: validity gap."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from mops_taxonomy.lint._links import chains
from mops_taxonomy.lint._lists import counted
from mops_taxonomy.lint._spans import ahead, back, holes, is_over
from mops_taxonomy.lint.rule import Flaw, LintRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.lint._links import Chain, Link
    from mops_taxonomy.lint.subject import Subject

__all__ = ["RULE"]

_MOMENTS = frozenset({"since", "until", "as_of"})


def check(subject: Subject) -> Iterator[Flaw]:
    """Days that belong to neither the old nor the new, or to both; days without a form; idle revisions."""
    for chain in chains(subject):
        bare = _bare(chain) if chain.convention is not None else []
        for first, last in bare:
            yield _no_form(chain, first, last)
        round_about = chain.in_circles()
        for old, new in chain.replaced():
            if old.window.until is not None and old.name not in round_about:
                yield from _between(chain, old, new, subject.today, bare)
    yield from _idle_revisions(subject)


def _between(
    chain: Chain, old: Link, new: Link, today: date, bare: list[tuple[date, date]]
) -> Iterator[Flaw]:
    until, since = old.window.until, new.window.since
    if until is None or since is None or is_over(new.window, ahead(until)):
        return  # the last is no replacement at all, which another rule says
    if since > ahead(until):
        # Where neither can be written today, the replacement is bad; days without any form are told of once.
        for first, last in _holes(chain, old, new):
            if not (until < today < since) and (first, last) not in bare:
                yield _gap(chain, old, new, first, last)
    elif since <= until and (old.window.since or date.min) < since:
        yield _overlap(chain, old, new, since, until)


def _holes(chain: Chain, old: Link, new: Link) -> Iterator[tuple[date, date]]:
    """The days between the two that nothing covers which the new one replaces."""
    until, since = old.window.until or date.max, new.window.since or date.min
    between = [link.window for link in chain.links.values() if link.replaced_by == new.name]
    for first, last in holes([*between, new.window]):
        if until < first and last < since:
            yield first, last


def _gap(chain: Chain, old: Link, new: Link, first: date, last: date) -> Flaw:
    return Flaw(
        f"{_days(first, last)} neither `{old.name}` of {chain.called} nor `{new.name}`, which replaces it, is in "
        "force",
        (*old.path, "until"),
        ways_out=(
            f"write `until: {last}` for `{old.name}`",
            f"write `since: {first}` for `{new.name}`",
        ),
        convention=chain.convention,
    )


def _overlap(chain: Chain, old: Link, new: Link, first: date, last: date) -> Flaw:
    return Flaw(
        f"{_days(first, last)} both `{old.name}` of {chain.called} and `{new.name}`, which replaces it, are in "
        "force",
        (*old.path, "until"),
        ways_out=(f"write `until: {back(first)}` for `{old.name}`",),
        convention=chain.convention,
        severity="info",
    )


def _bare(chain: Chain) -> list[tuple[date, date]]:
    """The days between the first and the last of a convention on which it has no form."""
    return list(holes(link.window for link in chain.links.values()))


def _no_form(chain: Chain, first: date, last: date) -> Flaw:
    ending = next(link for link in chain.links.values() if link.window.until == back(first))
    return Flaw(
        f"{_days(first, last)} no form of {chain.called} is in force",
        (*ending.path, "until"),
        ways_out=(
            f"write `until: {last}` for the form `{ending.name}`",
            f"let the next form begin on {first}",
        ),
        convention=chain.convention,
    )


def _days(first: date, last: date) -> str:
    """`` for 31 days, from 2026-01-01 to 2026-01-31, ``."""
    count = (last - first).days + 1
    return f"on {first}" if count == 1 else f"for {counted(count, 'day')}, from {first} to {last},"


# -- revisions -----------------------------------------------------------------------------------------


def _idle_revisions(subject: Subject) -> Iterator[Flaw]:
    named = set(_moments(subject.declared))
    for name in subject.resolved["revisions"]:
        if name not in named:
            yield Flaw(
                f"nothing begins or ends with the revision `{name}`",
                ("revisions", name),
                ways_out=(f"remove the revision `{name}`",),
                severity="info",
            )


def _moments(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key in _MOMENTS and isinstance(value, str):
                yield str(value)
            yield from _moments(value)
    elif isinstance(node, list):
        for item in node:
            yield from _moments(item)


RULE = LintRule(
    code="MT942",
    title="validity gap",
    severity="warning",
    check=check,
    why=(
        "A name is judged by the values and forms of its own day. On a day that falls between the old and the new, "
        "there is nothing right to write, and every name of that day is an error."
    ),
    bad=(
        "vocabularies:\n"
        "  region:\n"
        "    terms:\n"
        "      APJ: {until: 2025-12-31, replaced_by: APAC}\n"
        "      APAC: {since: 2026-02-01}"
    ),
    good=(
        "vocabularies:\n"
        "  region:\n"
        "    terms:\n"
        "      APJ: {until: 2026-01-31, replaced_by: APAC}\n"
        "      APAC: {since: 2026-02-01}"
    ),
    repair="Let the new value begin on the day after the last day of the old one.",
)
