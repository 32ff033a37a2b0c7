"""MT941: bad replacement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.lint._links import chains
from mops_taxonomy.lint._spans import ahead, is_over
from mops_taxonomy.lint.rule import Flaw, LintRule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mops_taxonomy.lint._links import Chain, Link
    from mops_taxonomy.lint.subject import Subject

__all__ = ["RULE"]


def check(subject: Subject) -> Iterator[Flaw]:
    """Replacements that are no use to whoever looks for one."""
    for chain in chains(subject):
        circles = chain.circles()
        for circle in circles:
            yield _circle(chain, circle)
        round_about = {name for circle in circles for name in circle}
        for old, new in chain.replaced():
            if old.name in round_about:
                continue
            day = ahead(old.window.until) if old.window.until is not None else None
            if old.tolerated and day is None:
                day = subject.today
            if day is not None and is_over(new.window, day):
                yield _over(chain, old, new, day)
            elif day is not None and day <= subject.today and not _has_begun(new, subject.today):
                yield _not_yet(chain, old, new, day)


def _has_begun(new: Link, today: date) -> bool:
    """Whether it can be written by now; a hole on other days is a gap between the two."""
    return new.window.since is None or new.window.since <= today


def _circle(chain: Chain, circle: list[str]) -> Flaw:
    way = " -> ".join(f"`{name}`" for name in (*circle, circle[0]))
    first, last = circle[0], circle[-1]
    return Flaw(
        f"what replaces `{first}` of {chain.called} leads back to it: {way}",
        (*chain.links[first].path, "replaced_by"),
        ways_out=(f"remove `replaced_by` from `{last}`", f"remove `replaced_by` from `{first}`"),
        convention=chain.convention,
    )


def _over(chain: Chain, old: Link, new: Link, day: date) -> Flaw:
    heir = _heir(chain, new, day)
    instead = (
        f"replace `{old.name}` by `{heir}`" if heir else f"replace `{old.name}` by what is in force on {day}"
    )
    return Flaw(
        f"`{old.name}` of {chain.called} is replaced by `{new.name}`, which is itself retired: its last day was "
        f"{new.window.until}",
        (*old.path, "replaced_by"),
        ways_out=(instead, f"remove `replaced_by` from `{old.name}`"),
        convention=chain.convention,
    )


def _heir(chain: Chain, link: Link, day: date) -> str | None:
    """What replaces the replacement, as far as it takes to find one in force on the day."""
    seen = {link.name}
    while link.replaced_by is not None and link.replaced_by not in seen:
        link = chain.links[link.replaced_by]
        seen.add(link.name)
        if link.window.holds(day):
            return link.name
    return None


def _not_yet(chain: Chain, old: Link, new: Link, day: date) -> Flaw:
    return Flaw(
        f"`{old.name}` of {chain.called} ended on {old.window.until}, and `{new.name}`, which replaces it, is in "
        f"force only from {new.window.since} on",
        (*old.path, "replaced_by"),
        ways_out=(
            f"write `since: {day}` for `{new.name}`",
            f"let `{old.name}` last until the day before `{new.name}` begins",
        ),
        convention=chain.convention,
    )


RULE = LintRule(
    code="MT941",
    title="bad replacement",
    severity="error",
    check=check,
    why=(
        "When a value ends, people are told what to write instead, and repairs write it for them. A replacement "
        "that is not in force sends them from one error to the next."
    ),
    bad=(
        "vocabularies:\n"
        "  region:\n"
        "    terms:\n"
        "      APJ: {until: 2025-06-30, replaced_by: ASIA}\n"
        "      ASIA: {until: 2024-12-31, replaced_by: APAC}\n"
        "      APAC: {since: 2025-01-01}"
    ),
    good=(
        "vocabularies:\n"
        "  region:\n"
        "    terms:\n"
        "      APJ: {until: 2025-06-30, replaced_by: APAC}\n"
        "      ASIA: {until: 2024-12-31, replaced_by: APAC}\n"
        "      APAC: {since: 2025-01-01}"
    ),
    repair="Name a replacement that is in force on the day after the old value ends.",
)
