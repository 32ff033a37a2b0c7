"""MT916: may overflow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.fault import listed
from mops_taxonomy.lint._fitting import (
    endless,
    fittings,
    limit_of,
    named,
    room,
    shorter,
    shown,
    sure,
    unit,
)
from mops_taxonomy.lint._lists import counted
from mops_taxonomy.lint.rule import Flaw, LintRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.lint._fitting import Fitting
    from mops_taxonomy.lint.subject import Subject

__all__ = ["RULE"]

_MOST = 3


def check(subject: Subject) -> Iterator[Flaw]:
    """Compare the longest name of every form with the tightest limit."""
    unbounded: dict[tuple[str, str | None, str], list[Fitting]] = {}
    for fitting in fittings(subject):
        found = fitting.fit
        if found.example is None or found.never:
            continue
        if found.longest.size is None:
            key = (fitting.convention.id, found.limit["system"], unit(found))
            unbounded.setdefault(key, []).append(fitting)
        else:
            yield _bounded(subject, fitting, found.longest.size, found.example)
    for together in unbounded.values():
        yield _unbounded(subject, together)


def _bounded(subject: Subject, fitting: Fitting, size: int, example: str) -> Flaw:
    found, form = fitting.fit, fitting.form
    shares = sorted(
        (
            (share, path)
            for index, share in found.longest.shares.items()
            if index >= 0 and (path := form.pieces[index].path)
        ),
        reverse=True,
    )
    words = ", ".join(f"`{path}` up to {share}" for share, path in shares[:_MOST])
    over = counted(size - found.limit["max_length"], unit(found))
    return Flaw(
        f"names of {named(fitting.convention, form)} may be too long: "
        f"the longest has {counted(size, unit(found))} ({words}), and {limit_of(found)}",
        fitting.path,
        witness=shown(subject, fitting, example),
        ways_out=tuple(shorter(fitting))[:_MOST] or (f"shorten its fields by {over} together",),
        convention=fitting.convention.id,
        severity=None if sure(found) else "info",
    )


def _unbounded(subject: Subject, together: list[Fitting]) -> Flaw:
    """One note for all forms of a convention: names that are too long are found one by one when they are checked."""
    first = together[0]
    bounds = dict(pair for fitting in together for pair in endless(fitting.form))
    rooms = [room(fitting) or 0 for fitting in together]
    enough = f" of {min(rooms)}: then they all fit" if len(bounds) == 1 and min(rooms) > 0 else ""
    forms = f" in {len(together)} of its forms" if len(together) > 1 else ""
    fields = listed([f"`{path}`" for path in bounds], "and")
    return Flaw(
        f"names of `{first.convention.id}` may be too long: nothing bounds {fields}{forms}, "
        f"and {limit_of(first.fit)} {unit(first.fit)}s",
        ("conventions", first.convention.id, "systems"),
        witness=shown(subject, first, first.fit.example or ""),
        ways_out=tuple(
            f"give `{path}` a `{key}`{enough if key == 'max_length' else ''}" for path, key in bounds.items()
        )[:_MOST],
        convention=first.convention.id,
        severity="info",
    )


RULE = LintRule(
    code="MT916",
    title="may overflow",
    severity="warning",
    check=check,
    why=(
        "A name can follow every rule of its fields and still be longer than one of its systems takes: each field is "
        "within its bounds, all of them together are not. The longest name is computed, over all systems of the "
        "convention together, in the unit that each counts in."
    ),
    bad="conventions: {c: {max_length: 12}}\nfields: {title: {kind: text, characters: A-Z, max_length: 10}}",
    good="conventions: {c: {max_length: 12}}\nfields: {title: {kind: text, characters: A-Z, max_length: 7}}",
    repair="Shorten the fields that are told, by as much as is told; then every name fits.",
    consequence="the system refuses such a name, or stores it without its end",
)
