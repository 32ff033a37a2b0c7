"""MT923: unreachable rule."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.charset import ANY, Charset
from mops_taxonomy.algebra.comparison import difference
from mops_taxonomy.algebra.language import Chars, Literal, Repeat, Seq, optional
from mops_taxonomy.lint.rule import Flaw, LintRule
from mops_taxonomy.moments import MOST, moments
from mops_taxonomy.proofs.reach import wholly_read
from mops_taxonomy.structure import AlternativesPart, FieldPart, GroupPart

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from mops_taxonomy.algebra.language import Language
    from mops_taxonomy.convention import Convention
    from mops_taxonomy.lint.subject import Subject
    from mops_taxonomy.structure import Part

__all__ = ["RULE"]

_MARKS = re.compile(r"(\*\*/|\*\*|\*|\?)")
"""What is special in a pattern of files."""


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
        earlier = next((one for one in sources[:number] if _covers(one["files"], source["files"])), None)
        if earlier is not None:
            files, first = source["files"], earlier["files"]
            wanted = source["convention"]
            unless = "" if wanted == earlier["convention"] else f", unless `--convention {wanted}` is given"
            why = "it stands there twice" if files == first else f"its files match `{first}` first"
            yield Flaw(
                f"the source `{files}` never counts{unless}: {why}",
                ("sources", number, "files"),
                ways_out=("remove it",)
                if _covers(files, first)
                else (f"put `{files}` before `{first}`", "remove it"),
            )


def _covers(earlier: str, later: str) -> bool:
    """Whether every file of the later pattern matches the earlier, as files are looked up."""
    return earlier == later or difference(build(_pattern(later)), build(_pattern(earlier))) is None


def _pattern(files: str) -> Language:
    """The paths that a pattern of files means: `*` and `?` stay in one folder, `**` does not."""
    marks: dict[str, Language] = {
        "**/": optional(Seq((Repeat(Chars(ANY), 0, None), Literal("/")))),
        "**": Repeat(Chars(ANY), 0, None),
        "*": Repeat(Chars(~Charset.of("/")), 0, None),
        "?": Chars(~Charset.of("/")),
    }
    plain = files.replace("\\", "/").removeprefix("./")
    return Seq(tuple(marks.get(part) or Literal(part) for part in _MARKS.split(plain) if part))


def _derived(convention: Convention) -> Iterator[Flaw]:
    for field, rules in convention.spec["derived"].items():
        for number, rule in enumerate(rules):
            at = next(
                (index for index, one in enumerate(rules[:number]) if _wider(one["when"], rule["when"])), None
            )
            if at is not None:
                swapped = _wider(rule["when"], rules[at]["when"])
                yield Flaw(
                    f"rule {number + 1} for `{field}` of `{convention.id}` never counts: "
                    f"whenever it applies, rule {at + 1} does first",
                    ("conventions", convention.id, "derived", field, number, "template"),
                    ways_out=("remove one of them",)
                    if swapped
                    else (f"put it before rule {at + 1}", "remove it"),
                    convention=convention.id,
                )


def _wider(earlier: Mapping[str, Any] | None, later: Mapping[str, Any] | None) -> bool:
    """Whether the earlier condition holds whenever the later does."""
    later = later or {}
    return all(key in later and set(later[key]) <= set(values) for key, values in (earlier or {}).items())


def _alternatives(subject: Subject, convention: Convention) -> Iterator[Flaw]:
    for number, form in enumerate(convention.forms):
        days = moments(convention, subject.today, [form])
        for options in _slots(form.parts):
            fields = [option for option in options if isinstance(option, FieldPart)]
            for at, option in enumerate(fields):
                earlier = next((one for one in fields[:at] if _reads(one, option, days)), None)
                if earlier is not None:
                    first = (
                        ()
                        if _reads(option, earlier, days)
                        else (f"put `{option.path}` before `{earlier.path}`",)
                    )
                    yield Flaw(
                        f"`{option.path}` never counts in the form `{form.name}` of `{convention.id}`: "
                        f"every text of it is read as `{earlier.path}` first",
                        ("conventions", convention.id, "forms", number, "template"),
                        ways_out=(*first, f"take `{option.path}` from the template"),
                        convention=convention.id,
                        field=option.path,
                    )


def _reads(wide: FieldPart, narrow: FieldPart, days: list[date]) -> bool:
    """Whether every text of one field is a text of the other too, on all these days."""
    return 0 < len(days) < MOST and all(wholly_read(narrow.kind, wide.kind, day) for day in days)


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
