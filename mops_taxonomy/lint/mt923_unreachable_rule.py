"""MT923: unreachable rule."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from mops_taxonomy.lint.rule import Flaw, LintRule
from mops_taxonomy.proofs.reach import wholly_read
from mops_taxonomy.structure import AlternativesPart, FieldPart, GroupPart

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.lint.subject import Subject
    from mops_taxonomy.structure import Part

__all__ = ["RULE"]


def check(subject: Subject) -> Iterator[Flaw]:
    """Look through every list of which the first match counts."""
    yield from _sources(subject)
    for convention in subject.conventions.values():
        yield from _derived(convention)
        if convention.first_form:
            yield from _alternatives(subject, convention)


def _sources(subject: Subject) -> Iterator[Flaw]:
    sources = subject.resolved["sources"]
    for number, source in enumerate(sources):
        earlier = next(
            (one["files"] for one in sources[:number] if _covers(one["files"], source["files"])), None
        )
        if earlier is not None:
            yield Flaw(
                f"the source `{source['files']}` never counts: its files match `{earlier}` first",
                ("sources", number, "files"),
                ways_out=(f"put `{source['files']}` before `{earlier}`", "remove it"),
            )


def _covers(earlier: str, later: str) -> bool:
    """Whether every file of the later pattern surely matches the earlier; a pattern with ranges is left open."""
    if earlier == later:
        return True
    return not any(mark in earlier for mark in "?[") and "**" not in earlier and fnmatchcase(later, earlier)


def _derived(convention: Convention) -> Iterator[Flaw]:
    for field, rules in convention.spec["derived"].items():
        for number, rule in enumerate(rules):
            at = next(
                (index for index, one in enumerate(rules[:number]) if _wider(one["when"], rule["when"])), None
            )
            if at is not None:
                yield Flaw(
                    f"rule {number + 1} for `{field}` never counts: whenever it applies, rule {at + 1} does first",
                    ("conventions", convention.id, "derived", field, number, "template"),
                    ways_out=(f"put it before rule {at + 1}", "remove it"),
                    convention=convention.id,
                )


def _wider(earlier: Mapping[str, Any] | None, later: Mapping[str, Any] | None) -> bool:
    """Whether the earlier condition holds whenever the later does."""
    later = later or {}
    return all(key in later and set(later[key]) <= set(values) for key, values in (earlier or {}).items())


def _alternatives(subject: Subject, convention: Convention) -> Iterator[Flaw]:
    for number, form in enumerate(convention.forms):
        for options in _slots(form.parts):
            fields = [option for option in options if isinstance(option, FieldPart)]
            for at, option in enumerate(fields):
                earlier = next(
                    (one.path for one in fields[:at] if wholly_read(option.kind, one.kind, subject.today)),
                    None,
                )
                if earlier is not None:
                    yield Flaw(
                        f"`{option.path}` never counts in the form `{form.name}` of `{convention.id}`: "
                        f"every text of it is read as `{earlier}` first",
                        ("conventions", convention.id, "forms", number, "template"),
                        ways_out=(
                            f"put `{option.path}` before `{earlier}` in the slot",
                            f"remove `{option.path}`",
                        ),
                        convention=convention.id,
                        field=option.path,
                    )


def _slots(parts: tuple[Part, ...]) -> Iterator[tuple[Part, ...]]:
    for part in parts:
        if isinstance(part, AlternativesPart):
            yield part.options
        elif isinstance(part, GroupPart):
            yield from _slots(part.parts)


RULE = LintRule(
    code="MT923",
    title="unreachable rule",
    severity="warning",
    check=check,
    why=(
        "Of `sources`, of the rules of a derived name, and of the alternatives in a slot where the convention prefers "
        "the first, the first match counts. What an earlier entry covers wholly is never looked at, whatever it says."
    ),
    bad="sources: [{files: '*.csv', convention: c}, {files: 'a*.csv', convention: c}]",
    good="sources: [{files: 'a*.csv', convention: c}, {files: '*.csv', convention: c}]",
    repair="Put the narrower entry first, or remove the one that does nothing.",
)
