"""MT924: never used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.algebra.language import fold
from mops_taxonomy.lint._lists import few
from mops_taxonomy.lint._tables import Tables, layers, uses
from mops_taxonomy.lint.rule import Flaw, LintRule
from mops_taxonomy.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.lint._tables import Path, Table, Use
    from mops_taxonomy.lint.subject import Subject

__all__ = ["RULE"]

_FOR_RECORDS = ("statuses", "program_type", "campaign_type", "attribution")
"""What records take from a channel, whether or not a name holds it."""


def check(subject: Subject) -> Iterator[Flaw]:
    """Fields that no template names, lists that no field uses, terms that no field can hold."""
    if not subject.conventions:
        return  # a file of lists alone is there for others to use
    tables = Tables(subject)
    yield from _fields(subject)
    yield from _vocabularies(subject, tables)
    yield from _channels(subject, tables)
    for table in tables:
        yield from _terms(subject, table)


# -- fields --------------------------------------------------------------------------------------------


def _fields(subject: Subject) -> Iterator[Flaw]:
    used: set[Path] = set()
    for use in uses(subject):
        for path, fields in layers(subject, use.convention, use.form):
            if use.name in fields:
                used.add((*path, use.name))
    for path, fields in _layers(subject):
        unused = {name: field for name, field in fields.items() if (*path, str(name)) not in used}
        inside = {name for field in unused.values() for name in _named_by(field)}
        for name in unused:
            if name not in inside:  # else the field that names it is the one to be put right
                yield _unused_field(path, str(name))


def _layers(subject: Subject) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Every place where fields are declared, once."""
    seen: set[Path] = set()
    for convention, spec in subject.resolved["conventions"].items():
        for form in range(len(spec["forms"])):
            for path, fields in layers(subject, convention, form):
                if path not in seen:
                    yield path, fields
                seen.add(path)


def _named_by(field: Any) -> list[str]:
    """The fields that a list or a name takes."""
    from mops_taxonomy.model.template import fields_of

    if not isinstance(field, Mapping):
        return []
    inner = fields_of(str(field["template"])) if "template" in field else []
    return [*inner, *([str(field["of"])] if "of" in field else [])]


def _unused_field(path: Path, name: str) -> Flaw:
    where, convention = "", None
    if path[0] == "conventions":
        convention = str(path[1])
        where = f" of `{convention}`" if len(path) == 3 else f" of this form of `{convention}`"
    noun = "the template" if len(path) == 5 else "no template"
    verb = "does not name it" if len(path) == 5 else "names it"
    return Flaw(
        f"the field `{name}`{where} is never used: {noun} {verb}",
        (*path, name),
        ways_out=(f"remove the field `{name}`", f"name it in a template: `{{{name}}}`"),
        convention=convention,
        field=name,
    )


# -- lists of terms ------------------------------------------------------------------------------------


def _vocabularies(subject: Subject, tables: Tables) -> Iterator[Flaw]:
    used = {use.spec["vocabulary"] for table in tables for use in table.uses}
    vocabularies = subject.resolved["vocabularies"]
    # The parents of what is used group it, and so on upwards; an unused field is found as such.
    wanted = [*used, *_in_unused_fields(subject)]
    while wanted:
        parents = vocabularies.get(wanted.pop(), {}).get("parents")
        if parents is not None and parents not in used:
            used.add(parents)
            wanted.append(parents)
    named = used | set(_in_unused_fields(subject))
    for name in vocabularies:
        if name != "channels" and name not in named:
            yield Flaw(
                f"the vocabulary `{name}` is never used: no field takes its terms",
                ("vocabularies", name),
                ways_out=(
                    f"remove the vocabulary `{name}`",
                    f"name a field of it in a template: `{{kind: term, vocabulary: {name}}}`",
                ),
            )


def _in_unused_fields(subject: Subject) -> Iterator[str]:
    for _, fields in _layers(subject):
        for field in fields.values():
            if isinstance(field, Mapping) and "vocabulary" in field:
                yield str(field["vocabulary"])


def _channels(subject: Subject, tables: Tables) -> Iterator[Flaw]:
    channels = subject.resolved["channels"]
    in_names = any(table.uses for table in tables if table.path == ("channels",))
    if not channels or in_names or any(map(_for_records, channels.values())):
        return
    if "channels" not in _in_unused_fields(subject) and not _asked_for(subject.declared):
        yield Flaw(
            "the channels are never used: no field takes them, and they say nothing about records",
            ("channels",),
            ways_out=(
                "name a field of them in a template: `{kind: term, vocabulary: channels}`",
                "give the channels their `statuses`",
                "remove the channels",
            ),
        )


def _for_records(channel: Mapping[str, Any]) -> bool:
    return any(channel[key] for key in _FOR_RECORDS)


def _asked_for(node: Any) -> bool:
    """Whether some `when` asks for the channel of a record."""
    if isinstance(node, Mapping):
        when = node.get("when")
        return (isinstance(when, Mapping) and "channel" in when) or any(map(_asked_for, node.values()))
    return isinstance(node, list) and any(map(_asked_for, node))


# -- terms ---------------------------------------------------------------------------------------------


def _terms(subject: Subject, table: Table) -> Iterator[Flaw]:
    """Terms of a list that is used, which nothing that uses it can hold."""
    if not table.uses:
        return
    left = {code: set[str]() for code in table.terms.keys() - _spared(subject, table)}
    for taking in _takings(table.uses, subject):
        left = {code: why | {new} for code, why in left.items() if (new := taking.refusal(table, code))}
    reasons: dict[str, list[str]] = {}
    for code in table.terms:
        if code in left:
            reasons.setdefault(" ".join(sorted(left[code])), []).append(code)
    for reason, codes in reasons.items():
        yield _unused_terms(table, codes, reason)


class Taking(NamedTuple):
    """What a field takes of its list, in a form.

    Attributes:
        only: the codes it is narrowed to, or None.
        refused: the folded texts that it refuses.
        window: the days of the form.
    """

    only: frozenset[str] | None
    refused: frozenset[str]
    window: Window

    def refusal(self, table: Table, code: str) -> str | None:
        """Why the field cannot hold a term; None if it can."""
        if self.only is not None and code not in self.only:
            return "only"
        if self.refused and fold(code) in self.refused:
            return "except"
        return None if table.window(code).meets(self.window) else "days"


def _takings(found: list[Use], subject: Subject) -> set[Taking]:
    """Each way of taking once: forms that share dates and fields hold the same terms."""
    return {
        Taking(
            None if use.spec["only"] is None else frozenset(use.spec["only"]),
            frozenset(map(fold, use.spec["except"])),
            Window.of(subject.resolved["conventions"][use.convention]["forms"][use.form]),
        )
        for use in found
    }


def _spared(subject: Subject, table: Table) -> set[str]:
    """Terms that are of use without standing in a name: as parents, or for records."""
    if table.path == ("channels",):
        return {code for code, channel in subject.resolved["channels"].items() if _for_records(channel)}
    vocabularies = subject.resolved["vocabularies"].values()
    return {
        term["parent"]
        for vocabulary in vocabularies
        if ("vocabularies", vocabulary["parents"], "terms") == table.path
        for term in vocabulary["terms"].values()
    }


_REASONS = {
    "only": ("`only` leaves {it} out", "list {codes} in `only` of {field}"),
    "except": ("`except` refuses {it}", "take {codes} out of `except` of {field}"),
    "days": (
        "no form is in force when {they} {is}",
        "let a form begin or end while {codes} {is} in force",
    ),
}
"""Why no field can hold a term, and what would let one."""


def _unused_terms(table: Table, codes: list[str], reason: str) -> Flaw:
    fields = list(dict.fromkeys(use.name for use in table.uses))
    one = len(codes) == 1
    words = {
        "codes": few(codes),
        "field": f"`{fields[0]}`",
        **({"it": "it", "they": "it", "is": "is"} if one else {"it": "them", "they": "they", "is": "are"}),
    }
    reasons = [_REASONS[one] for one in reason.split()]
    why = ", or ".join(why.format(**words) for why, _ in reasons)
    return Flaw(
        f"no name can hold the {'term' if one else 'terms'} {few(codes)} of {table.called}: {why}",
        table.at(codes[0]),
        ways_out=(f"remove {few(codes)}", reasons[0][1].format(**words)),
        field=fields[0] if len(fields) == 1 else None,
        severity="info",
    )


RULE = LintRule(
    code="MT924",
    title="never used",
    severity="warning",
    check=check,
    why=(
        "What nothing uses still has to be read, kept up and explained. More often it is a slip: the list was "
        "meant for a field that takes another, or the field was left out of the template."
    ),
    bad=(
        "vocabularies:\n"
        "  region: {terms: [EMEA, APAC]}\n"
        "  industry: {terms: [Retail, Banking]}\n"
        "fields:\n"
        "  region: {kind: term, vocabulary: region}\n"
        "conventions:\n"
        '  program: {forms: ["{region}_{number}"]}'
    ),
    good=(
        "vocabularies:\n"
        "  region: {terms: [EMEA, APAC]}\n"
        "  industry: {terms: [Retail, Banking]}\n"
        "fields:\n"
        "  region: {kind: term, vocabulary: region}\n"
        "  industry: {kind: term, vocabulary: industry}\n"
        "conventions:\n"
        '  program: {forms: ["{region}_{industry}_{number}"]}'
    ),
    repair="Name the field in a template, or the vocabulary in a field; or take out what is not needed.",
)
