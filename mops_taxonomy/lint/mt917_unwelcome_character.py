"""MT917: unwelcome character."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from mops_taxonomy.algebra.automaton import TooLarge
from mops_taxonomy.algebra.language import characters
from mops_taxonomy.fields.text import TextKind
from mops_taxonomy.lint._fitting import in_use
from mops_taxonomy.lint.rule import Flaw, LintRule
from mops_taxonomy.proofs.fit import holding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form
    from mops_taxonomy.lint.subject import Subject

__all__ = ["RULE"]

_MOST = 3


def check(subject: Subject) -> Iterator[Flaw]:
    """Look for names that hold what a system forbids, or cannot deal with everywhere."""
    for convention in subject.conventions.values():
        for limit in convention.spec["limits"]:
            for key in ("forbidden", "avoid"):
                for character in limit[key]:
                    yield from _of_character(subject, convention, limit, key, character)


def _of_character(
    subject: Subject, convention: Convention, limit: Mapping[str, Any], key: str, character: str
) -> Iterator[Flaw]:
    held: list[tuple[int, Form, str]] = []
    for number, form in in_use(subject, convention):
        with suppress(TooLarge):
            if character in characters(form.structure.language) and (
                name := holding(convention, form, character, None)
            ):
                held.append((number, form, name))
    if not held:
        return
    number, form, name = held[0]
    fixed = [
        one for _, one, _ in held if any(character in part for part in one.parts if isinstance(part, str))
    ]
    where = f", form `{form.name}`" if len(held) == 1 and len(convention.forms) > 1 else ""
    forms = f" in {len(held)} of its forms" if len(held) > 1 else ""
    verdict = f"cannot deal with: {limit['avoid_why']}" if key == "avoid" else "does not take"
    yield Flaw(
        f"names of `{convention.id}`{where} may hold {_named(character)}{forms}, which `{limit['system']}` {verdict}",
        ("conventions", convention.id, "forms", number, "template"),
        witness=name,
        ways_out=tuple(
            dict.fromkeys(way for _, one, _ in held for way in _ways_out(one, character, fixed=one in fixed))
        )[:_MOST],
        convention=convention.id,
        severity="info" if key == "avoid" else "error" if form in fixed else None,
    )


def _ways_out(form: Form, character: str, *, fixed: bool) -> Iterator[str]:
    if fixed:
        yield f"write the template without {_named(character)}"
    for path, kinds in form.kinds.items():
        for kind in kinds:
            if isinstance(kind, TextKind) and not kind.shape.pattern and character in kind.shape.allowed:
                yield f"exclude {_named(character)} from the characters of `{path}`"
            elif any(character in text for text in getattr(kind, "table", ())):
                yield f"write the terms of `{path}` without {_named(character)}"


def _named(character: str) -> str:
    return "a space" if character == " " else "a comma" if character == "," else f"`{character}`"


RULE = LintRule(
    code="MT917",
    title="unwelcome character",
    severity="warning",
    check=check,
    why=(
        "A name may hold a character that one of its systems does not take, or takes and cannot deal with everywhere: "
        "the programs of Marketo cannot be found by its API when their names hold a comma."
    ),
    bad="conventions: {c: {systems: [shop], forms: ['{region}&{number}']}}",
    good="conventions: {c: {systems: [shop], forms: ['{region}_{number}']}}",
    repair="Exclude the character from the fields that may hold it, or write the fixed text without it.",
    consequence="the system refuses such a name, or some of what it offers does not work with it",
)
