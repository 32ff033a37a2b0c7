"""MT951: untypable text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.lint._joints import Joint, joints
from mops_taxonomy.lint._lists import few, quoted
from mops_taxonomy.lint._looks import as_latin, called
from mops_taxonomy.lint._spans import is_over
from mops_taxonomy.lint._tables import Tables, uses
from mops_taxonomy.lint._typing import odd, plain
from mops_taxonomy.lint.rule import Flaw, LintRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.form import Form
    from mops_taxonomy.lint._tables import Path
    from mops_taxonomy.lint.subject import Subject

__all__ = ["RULE"]


class Written(NamedTuple):
    """A text that people have to type or to recognise.

    Attributes:
        text: the text.
        noun: what it is.
        path: where it stands.
        group: texts of one group are told of together.
    """

    text: str
    noun: str
    path: Path
    group: Path


def check(subject: Subject) -> Iterator[Flaw]:
    """Codes, statuses and fixed text that nobody can type or see right."""
    texts = [*_of_terms(subject), *_of_statuses(subject), *_of_fields(subject)]
    yield from _told(texts)
    for convention in subject.conventions.values():
        for number, form in enumerate(convention.forms):
            # What is no longer written, or tolerated as it is, need not be typed.
            if not form.tolerated and not is_over(form.window, subject.today):
                path: Path = ("conventions", convention.id, "forms", number, "template")
                yield from _of_form(form, path, convention.id)


# -- texts in themselves -------------------------------------------------------------------------------


def _of_terms(subject: Subject) -> Iterator[Written]:
    for table in Tables(subject):
        for code, term in table.terms.items():
            if is_over(table.window(code), subject.today):
                continue
            yield Written(code, "code", table.at(code), table.path)
            for number, alias in enumerate(term["aliases"]):
                yield Written(alias, "alias", table.at(code, "aliases", number), table.path)
            for system, spelt in term["codes"].items():
                yield Written(spelt, "spelling", table.at(code, "codes", system), table.path)


def _of_statuses(subject: Subject) -> Iterator[Written]:
    for code, channel in subject.resolved["channels"].items():
        for number, status in enumerate(channel["statuses"]):
            path: Path = ("channels", code, "statuses", number)
            yield Written(status["name"], "status", (*path, "name"), ("channels", "statuses"))
            for system, spelt in status["codes"].items():
                yield Written(spelt, "status", (*path, "codes", system), ("channels", "statuses"))


def _of_fields(subject: Subject) -> Iterator[Written]:
    """What joins the words of a text or the items of a list."""
    seen: set[tuple[str, str]] = set()
    for use in uses(subject):
        texts = {"separator": use.spec.get("separator"), "joiner": _joiner(use.spec)}
        for key, text in texts.items():
            if text and (use.name, text) not in seen:
                seen.add((use.name, text))
                path: Path = ("conventions", use.convention, "forms", use.form, "fields", use.name, key)
                yield Written(text, key, path, path)


def _joiner(spec: Any) -> str | None:
    own = spec["text"] if spec["kind"] == "term" else spec
    return own.get("joiner") if own else None


def _told(texts: list[Written]) -> Iterator[Flaw]:
    """Each list of terms once for each character or fault."""
    found: dict[tuple[Path, str], list[Written]] = {}
    for written in texts:
        for fault in _faults(written):
            found.setdefault((written.group, fault), []).append(written)
    for (_, fault), guilty in found.items():
        yield _flaw(fault, guilty)


def _faults(written: Written) -> Iterator[str]:
    """What is wrong with a text, in words."""
    text = written.text
    if text.isascii() and text.isprintable() and " " not in text:
        return
    strange = odd(text)
    if strange:
        yield f"holds {' and '.join(map(called, strange))}"
    if written.noun not in {"separator", "joiner"}:
        if text != text.strip(" "):
            yield "has a space at one end"
        if "  " in text:
            yield "holds two spaces in a row"
        for character in _mixed(text):
            yield f"holds {called(character)} among Latin letters"


def _mixed(text: str) -> list[str]:
    """Letters of another alphabet that look like Latin ones, in a text with Latin letters."""
    latin = any(character.isascii() and character.isalpha() for character in text)
    strange = [c for c in dict.fromkeys(text) if not c.isascii() and as_latin(c).isascii() and not odd(c)]
    return [c for c in strange if as_latin(c).isalpha()] if latin else []


def _flaw(fault: str, guilty: list[Written]) -> Flaw:
    first = guilty[0]
    texts = list(dict.fromkeys(written.text for written in guilty))
    nouns = list(dict.fromkeys(written.noun for written in guilty))
    noun = nouns[0] if len(nouns) == 1 else "text"
    if len(texts) > 1:
        noun = {"status": "statuses", "alias": "aliases"}.get(noun, f"{noun}s")
        fault = (
            fault.replace("holds", "hold", 1)
            if fault.startswith("holds")
            else fault.replace("has", "have", 1)
        )
    typed = _typed(first)
    return Flaw(
        f"the {noun} {few(texts)} {fault}",
        first.path,
        ways_out=(f"write {quoted(first.text)} as {quoted(typed)}",),
    )


def _typed(written: Written) -> str:
    """The text as it would be typed, with single spaces."""
    text = plain(written.text)
    if written.noun in {"separator", "joiner"}:
        return text
    return " ".join(_latin(text).split())


def _latin(text: str) -> str:
    """The text in Latin letters where it has strange ones among them."""
    return as_latin(text) if _mixed(text) else text


# -- fixed text of forms -------------------------------------------------------------------------------


def _of_form(form: Form, path: Path, convention: str) -> Iterator[Flaw]:
    called_form = f"the form `{form.name}` of `{convention}`"
    found = list(joints(form.parts))
    for character in dict.fromkeys(c for joint in found for c in odd(joint.text)):
        typed = plain(character)
        instead = f"write {quoted(typed)} in its place" if typed else "take it out"
        message = f"{called_form} holds {called(character)}"
        yield Flaw(message, path, ways_out=(instead,), convention=convention)
    told: set[str] = set()
    for joint in found:
        if joint.fault is not None and joint.fault not in told:
            told.add(joint.fault)
            yield Flaw(
                f"{called_form} {joint.fault}",
                path,
                ways_out=(joint.remedy,),
                convention=convention,
                severity="info" if _is_chosen(joint, found) else None,
            )


def _is_chosen(joint: Joint, among: list[Joint]) -> bool:
    """Whether a doubled delimiter is meant: it stands everywhere or more than once, or holds a place open."""
    alike = [one.text == joint.text for one in among if one.delimits]
    return joint.is_doubled and (joint.hollow or all(alike) or alike.count(True) > 1)


RULE = LintRule(
    code="MT951",
    title="untypable text",
    severity="warning",
    check=check,
    why=(
        "Names are typed by hand and pasted from slides. A space at the end, a doubled underscore or a dash that "
        "no keyboard has cannot be seen, so they are left out or written otherwise, and no filter finds the name."
    ),
    bad=('conventions:\n  program:\n    forms: ["{region}_{number} – {part}"]'),
    good=('conventions:\n  program:\n    forms: ["{region}_{number} - {part}"]'),
    repair="Write the plain character, one delimiter and no space at the ends.",
)
