"""MT917: unwelcome character."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.algebra.automaton import TooLarge
from mops_taxonomy.algebra.language import characters
from mops_taxonomy.fault import listed
from mops_taxonomy.fields.list import ListKind
from mops_taxonomy.fields.term import TermKind
from mops_taxonomy.fields.text import TextKind
from mops_taxonomy.lint._fitting import in_use, named
from mops_taxonomy.lint.rule import Flaw, LintRule
from mops_taxonomy.proofs.fit import holding
from mops_taxonomy.structure import GroupPart

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.form import Form
    from mops_taxonomy.lint.subject import Subject
    from mops_taxonomy.structure import Part

__all__ = ["RULE"]

_MOST = 3


class Use(NamedTuple):
    """How the names of a convention may hold one character.

    Attributes:
        held: the forms with such names, by number, and a name of each; those whose fixed text holds it come first.
        fixed: whether every name of the first of them holds it.
        ways_out: what to change, with a place for the characters.
    """

    held: list[tuple[int, Form, str]]
    fixed: bool
    ways_out: tuple[str, ...]


def check(subject: Subject) -> Iterator[Flaw]:
    """Look for names that hold what a system forbids, or cannot deal with everywhere."""
    for convention in subject.conventions.values():
        for limit in convention.spec["limits"]:
            for key in ("forbidden", "avoid"):
                # Characters that are put right at the same places are told together.
                together: dict[tuple[Any, ...], tuple[list[str], Use]] = {}
                for character in dict.fromkeys(limit[key]):
                    use = _use(subject, convention, character)
                    if use is not None:
                        same = (tuple(number for number, *_ in use.held), use.fixed, use.ways_out)
                        together.setdefault(same, ([], use))[0].append(character)
                for held, use in together.values():
                    yield _flaw(convention, limit, key, held, use)


def _use(subject: Subject, convention: Convention, character: str) -> Use | None:
    held: list[tuple[int, Form, str]] = []
    for number, form in in_use(subject, convention):
        with suppress(TooLarge):
            if character in characters(form.structure.language) and (
                name := holding(convention, form, character, None)
            ):
                held.append((number, form, name))
    if not held:
        return None
    held.sort(key=lambda one: not _always(one[1].parts, character))
    ways = dict.fromkeys(way for _, form, _ in held for way in _ways_out(form, character))
    return Use(held, _always(held[0][1].parts, character), tuple(ways)[:_MOST])


def _flaw(convention: Convention, limit: Mapping[str, Any], key: str, held: list[str], use: Use) -> Flaw:
    number, form, name = use.held[0]
    whose = named(convention, form) if len(use.held) == 1 else f"`{convention.id}`"
    forms = f" in {len(use.held)} of its forms" if len(use.held) > 1 else ""
    verdict = f"cannot deal with: {limit['avoid_why']}" if key == "avoid" else "does not take"
    always = use.fixed and not forms
    either, both = (listed([_named(one) for one in held], joint) for joint in ("or", "and"))
    return Flaw(
        f"names of {whose} {'hold' if always else 'may hold'} {both if always else either}{forms}, "
        f"which `{limit['system']}` {verdict}",
        ("conventions", convention.id, "forms", number, "template"),
        witness=name,
        ways_out=tuple(way.format(both) for way in use.ways_out),
        convention=convention.id,
        severity="info" if key == "avoid" else "error" if use.fixed else None,
    )


def _always(parts: tuple[Part, ...], character: str) -> bool:
    """Whether the character is in fixed text that cannot be left out."""
    return any(isinstance(part, str) and character in part for part in parts)


def _written(parts: tuple[Part, ...], character: str) -> bool:
    """Whether the character is in fixed text, of an optional group too."""
    return _always(parts, character) or any(
        isinstance(part, GroupPart) and _written(part.parts, character) for part in parts
    )


def _ways_out(form: Form, character: str) -> Iterator[str]:
    if _written(form.parts, character):
        yield "write the template without {}"
    for path, spec in form.spec["fields"].items():
        if spec["kind"] == "name" and character in (spec["template"] or ""):
            yield f"write the template of `{path}` without {{}}"
    for path, kinds in form.kinds.items():
        for kind in kinds:
            yield from _ways_of(kind, path, character)


def _ways_of(kind: Kind, path: str, character: str) -> Iterator[str]:
    """What to change in a field that may hold the character."""
    if isinstance(kind, ListKind):
        if character in kind.separator:
            yield f"separate the items of `{path}` by something other than {{}}"
        yield from _ways_of(kind.item, path, character)
    elif character not in characters(kind.language):
        return
    elif isinstance(kind, TextKind) and not kind.shape.pattern:
        part = "joiner" if character in kind.shape.joiner else "characters"
        yield f"exclude {{}} from the {part} of `{path}`"
    elif isinstance(kind, TermKind):
        yield f"write the terms of `{path}` without {{}}"
    else:
        yield f"write the {'pattern' if isinstance(kind, TextKind) else 'format'} of `{path}` without {{}}"


def _named(character: str) -> str:
    return "a space" if character == " " else "a comma" if character == "," else f"`{character}`"


RULE = LintRule(
    code="MT917",
    title="unwelcome character",
    severity="warning",
    check=check,
    why=(
        "A name may hold a character that one of its systems does not take, or takes and cannot deal with everywhere: "
        "the API of Marketo cannot find a program whose name holds a comma."
    ),
    bad="conventions: {c: {systems: [shop], forms: ['{region}&{number}']}}",
    good="conventions: {c: {systems: [shop], forms: ['{region}_{number}']}}",
    repair="Exclude the character from the fields that may hold it, or write the fixed text without it.",
    consequence="the system refuses such a name, or some of what it offers does not work with it",
)
