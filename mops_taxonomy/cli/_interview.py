"""Asking for the values of a name on a terminal."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, Any

import click

from mops_taxonomy.cli._answer import understood
from mops_taxonomy.fault import Misfit
from mops_taxonomy.structure import AlternativesPart, FieldPart, GroupPart, NamePart
from mops_taxonomy.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.form import Form
    from mops_taxonomy.structure import Part

__all__ = ["Interview"]

_MOST_TERMS = 40


class Interview:
    """Asks on standard error, so that standard output holds the name and nothing else.

    Attributes:
        values: what is known so far, by field.
    """

    def __init__(self, values: Mapping[str, Any], day: date) -> None:
        self.values = dict(values)
        self._day = day

    def form(self, forms: Sequence[Form]) -> Form:
        """The form that the user wants; the first one is offered."""
        if len(forms) > 1:
            _say("There are several forms:")
            _table([(form.name, form.template) for form in forms])
        names = {form.name: form for form in forms}
        return names[_ask("form", names.get, default=forms[0].name)] if len(forms) > 1 else forms[0]

    def parts(self, parts: Sequence[Part], *, needed: bool = True) -> None:
        """Ask for every field that has no value yet; those in groups may be left out."""
        for part in parts:
            match part:
                case FieldPart(path, kind):
                    if path not in self.values:
                        self._field(path, kind, needed=needed)
                case AlternativesPart(options):
                    self._alternatives(options, needed=needed)
                case GroupPart(inner):
                    self.parts(inner, needed=False)
                case NamePart(_, forms):
                    self.parts(forms[0].parts, needed=needed)

    def _alternatives(self, options: Sequence[FieldPart | NamePart], *, needed: bool) -> None:
        """One of the fields: the one with a value, else the one that the user names."""
        names = {option.path: option for option in options}
        begun = [name for name in names if any(f"{path}.".startswith(f"{name}.") for path in self.values)]
        if not begun:
            _say(f"One of these: {', '.join(names)}")
        name = begun[0] if begun else _ask("which", names.get, default=options[0].path)
        self.parts([names[name]], needed=needed)

    def _field(self, path: str, kind: Kind, *, needed: bool) -> None:
        _say(f"\n{_title(path, kind)}")
        self._show(kind)
        answer = _ask(
            path if needed else f"{path} (empty for none)",
            lambda text: self._complaint(kind, text) is None,
            default=None if needed else "",
            complain=lambda text: self._complaint(kind, text) or "",
        )
        if answer:
            self.values[path] = understood(kind, answer)

    def _show(self, kind: Kind) -> None:
        """What may be answered."""
        of = kind.item if kind.spec["kind"] == "list" else kind  # type: ignore[attr-defined]
        terms = getattr(of, "terms", None) or {}
        in_force = {
            code: term["label"] or "" for code, term in terms.items() if Window.of(term).holds(self._day)
        }
        if 0 < len(in_force) <= _MOST_TERMS:
            _table(list(in_force.items()))
        if of is not kind:
            _say("  several: with commas between them")
        elif not terms:
            _say(f"  {kind.describe()}")
        elif len(in_force) > _MOST_TERMS:
            _say(f"  one of {len(in_force)} codes; of a wrong one, the nearest are shown")

    def _complaint(self, kind: Kind, text: str) -> str | None:
        """Why an answer will not do."""
        try:
            written = kind.encode(understood(kind, text))
        except Misfit as misfit:
            near = ", ".join(map(str, misfit.suggestions))
            return f"{misfit.message}; did you mean {near}?" if near else misfit.message
        from mops_taxonomy.rules import findings

        found = findings(kind.faults(written, self._day), written, {})
        return found[0].message if found else None


def _ask(
    question: str,
    accepts: Callable[[str], object],
    *,
    default: str | None,
    complain: Callable[[str], str] = lambda text: f"{text} is none of them",
) -> str:
    """Ask until the answer will do."""
    while True:
        with redirect_stdout(sys.stderr):  # some versions of click write the last space to standard output
            answer: str = click.prompt(question, default=default, show_default=bool(default), err=True)
        answer = answer.strip()
        if answer == default or (answer and accepts(answer)):
            return answer
        _say(f"  {complain(answer)}")


def _title(path: str, kind: Kind) -> str:
    title = kind.label if kind.label == path else f"{kind.label} ({path})"
    return f"{title}: {kind.spec['help']}" if kind.spec["help"] else title


def _table(rows: Sequence[tuple[str, str]]) -> None:
    width = max(len(first) for first, _ in rows)
    for first, second in rows:
        _say(f"  {first:<{width}}  {second}".rstrip())


def _say(text: str) -> None:
    click.echo(text, err=True)
