"""MT943: unknown channel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.lint._lists import counted, few, quoted
from mops_taxonomy.lint._tables import uses
from mops_taxonomy.lint.rule import Flaw, LintRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.lint._tables import Path
    from mops_taxonomy.lint.subject import Subject

__all__ = ["RULE"]


class Mention(NamedTuple):
    """A value that the file expects of records, and where."""

    key: str
    value: str
    path: Path
    convention: str | None


class Known(NamedTuple):
    """The values that a record may have there.

    Attributes:
        called: what messages call one of them.
        terms: the terms by code, resolved.
    """

    called: str
    terms: Mapping[str, Any]


def check(subject: Subject) -> Iterator[Flaw]:
    """Channels that a condition names and nothing declares; values of a convention's fields likewise."""
    found: dict[tuple[str, str], list[Mention]] = {}
    known = _of_fields(subject)
    for mention in _mentions(subject):
        terms = _known(subject, known.get(mention.convention or "", {}), mention.key)
        if terms is not None and mention.value not in terms.terms:
            found.setdefault((terms.called, mention.value), []).append(mention)
    for (_, value), mentions in found.items():
        first = mentions[0]
        terms = _known(subject, known.get(first.convention or "", {}), first.key)
        if terms is not None:
            yield _flaw(terms, value, mentions)


# -- what is known -------------------------------------------------------------------------------------


def _known(subject: Subject, fields: Mapping[str, Known], key: str) -> Known | None:
    """What a record may have under a key, as far as the taxonomy says so."""
    if key != "channel":
        return fields.get(key)
    channels = subject.resolved["channels"]
    return Known("channel", channels) if channels else None


def _of_fields(subject: Subject) -> dict[str, dict[str, Known]]:
    """By convention, the terms of each field, unless it takes others too."""
    found: dict[tuple[str, str], dict[str, Any] | None] = {}
    for use in uses(subject):
        place = use.convention, use.name
        terms, before = _closed(subject, use.spec), found.get(place, {})
        found[place] = None if terms is None or before is None else {**before, **terms}
    known: dict[str, dict[str, Known]] = {}
    for (convention, name), terms in found.items():
        if terms is not None:
            known.setdefault(convention, {})[name] = Known(f"term of `{name}`", terms)
    return known


def _closed(subject: Subject, spec: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The terms of a field that takes no others."""
    if spec["kind"] != "term" or spec["policy"] != "closed":
        return None
    terms: Mapping[str, Any] = (
        subject.resolved["vocabularies"][spec["vocabulary"]]["terms"] if spec["vocabulary"] else spec["terms"]
    )
    return terms


# -- what is named -------------------------------------------------------------------------------------


def _mentions(subject: Subject) -> Iterator[Mention]:
    """Every condition on records, and every value that the file gives to one, in the order of the file."""
    for name, convention in subject.resolved["conventions"].items():
        path: Path = ("conventions", name)
        for number, form in enumerate(convention["forms"]):
            yield from _of(form["when"], (*path, "forms", number, "when"), name)
        for field, derivations in convention["derived"].items():
            for number, derived in enumerate(derivations):
                yield from _of(derived["when"], (*path, "derived", field, number, "when"), name)
        for kind in ("valid", "invalid"):
            for number, example in enumerate(convention["examples"][kind]):
                yield from _of(example["record"] or {}, (*path, "examples", kind, number, "record"), name)
    for name, reader in subject.resolved["readers"].items():
        yield from _of(reader["when"], ("readers", name, "when"), None)
    for number, waiver in enumerate(subject.resolved["waivers"]):
        yield from _of(waiver["when"], ("waivers", number, "when"), None)
    for number, source in enumerate(subject.resolved["sources"]):
        yield from _of(source["record"], ("sources", number, "record"), None)


def _of(asked: Mapping[str, Any], path: Path, convention: str | None) -> Iterator[Mention]:
    for key, values in asked.items():
        for number, value in enumerate(values if isinstance(values, list) else [values]):
            if value:
                yield Mention(key, str(value), (*path, key, number), convention)


# -- what is said --------------------------------------------------------------------------------------


def _flaw(known: Known, value: str, mentions: list[Mention]) -> Flaw:
    code = _meant(known, value)
    more = f" and in {counted(len(mentions) - 1, 'other place')}" if len(mentions) > 1 else ""
    conventions = {mention.convention for mention in mentions}
    if code is not None:
        message = f"the {known.called} `{code}` is named {quoted(value)} here{more}, which is not its code"
    else:
        message = f"{quoted(value)}, named here{more}, is no {known.called}"
    return Flaw(
        message,
        mentions[0].path,
        ways_out=(f"write `{code}` for {quoted(value)}",) if code else tuple(_ways_out(known, value)),
        convention=conventions.pop() if len(conventions) == 1 else None,
        field=mentions[0].key,
        # A record may mean something else by the key than the field of that name does.
        severity="warning" if code is not None or known.called != "channel" else None,
    )


def _meant(known: Known, value: str) -> str | None:
    """The code whose label, alias or spelling in some system the value is."""
    folded = value.casefold()
    for code, term in known.terms.items():
        if folded in {other.casefold() for other in _others(code, term)}:
            return code
    return None


def _others(code: str, term: Mapping[str, Any]) -> Iterator[str]:
    yield code
    yield from term["aliases"]
    yield from term["codes"].values()
    if term["label"]:
        yield term["label"]


def _ways_out(known: Known, value: str) -> Iterator[str]:
    from rapidfuzz import fuzz, process

    near = process.extract(value, list(known.terms), scorer=fuzz.ratio, limit=1, score_cutoff=60)
    yield from (f"write `{code}` for {quoted(value)}" for code, _, _ in near)
    yield f"declare {quoted(value)}, a new {known.called}"
    if not near:
        yield f"write one of {few(list(known.terms))}"


RULE = LintRule(
    code="MT943",
    title="unknown channel",
    severity="error",
    check=check,
    why=(
        "A form or a rule with a condition applies to the records that the condition names. When it names a channel "
        "that is not declared, it applies to none, and nobody is told."
    ),
    bad=(
        "channels:\n"
        "  WBN: Webinar\n"
        "  EML: Email\n"
        "conventions:\n"
        "  program:\n"
        "    forms:\n"
        '      - {template: "{region}_{number}", when: {channel: WBR}}'
    ),
    good=(
        "channels:\n"
        "  WBN: Webinar\n"
        "  EML: Email\n"
        "conventions:\n"
        "  program:\n"
        "    forms:\n"
        '      - {template: "{region}_{number}", when: {channel: WBN}}'
    ),
    repair="Name the channel by its code, or declare it.",
)
