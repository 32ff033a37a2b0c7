"""Conventions as they would be after a change: a way out is only told when the proof has been tried with it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from mops_taxonomy.convention import Convention
from mops_taxonomy.fields.base import Scope
from mops_taxonomy.period import Calendar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mops_taxonomy.algebra.charset import Charset
    from mops_taxonomy.lint.subject import Subject

__all__ = ["Spec", "field_spec", "harm", "prefer_first", "refuse", "tried", "written_class"]

Spec = dict[str, Any]


def tried(subject: Subject, convention: str, change: Callable[[Spec], bool]) -> Convention | None:
    """The convention with its resolved specification changed; None where the change cannot be made.

    Args:
        subject: the taxonomy.
        convention: the convention's id.
        change: changes a copy of the specification in place, and says whether it could.
    """
    known = subject.conventions[convention]
    spec = json.loads(json.dumps(known.spec))  # resolved taxonomies are plain data
    if not change(spec):
        return None
    for form, old in zip(spec["forms"], known.spec["forms"], strict=True):
        if _differs(form, old):
            form.pop("one_reading", None)  # proved of the form as it was
    resolved = {**subject.resolved, "conventions": {**subject.resolved["conventions"], convention: spec}}
    scope = Scope(resolved["vocabularies"], Calendar(**resolved["calendar"]), {})
    try:
        made = Convention(convention, resolved, scope)
        pairs = list(zip(made.forms, known.forms, strict=True))
        if any(True for form, old in pairs if _differs(form.spec, old.spec) for _ in form.problems()):
            return None
    except (ValueError, KeyError):  # the change makes no sense here
        return None
    if made.first_form == known.first_form:
        # What is as it was need not be worked out again.
        made.forms = tuple(form if _differs(form.spec, old.spec) else old for form, old in pairs)
    return made


def _differs(form: Spec, old: Spec) -> bool:
    return (form["template"], form["fields"]) != (old["template"], old["fields"])


def field_spec(form: Spec, path: str) -> Spec | None:
    """The specification of a field of a form; None for what is declared in another convention."""
    fields = form["fields"]
    *outer, last = path.split(".")
    for step in outer:
        if step not in fields or not fields[step].get("fields"):
            return None
        fields = fields[step]["fields"]
    found: Spec | None = fields.get(last)
    return found


def prefer_first(spec: Spec) -> bool:
    """Let the form and the alternative named first count."""
    spec["prefer"] = "first"
    return True


def refuse(number: int, path: str, texts: Iterable[str], spec: Spec) -> bool:
    """Refuse some texts in a field of a form."""
    field = field_spec(spec["forms"][number], path)
    if field is None:
        return False
    field["except"] = [*field["except"], *texts]
    return True


def harm(old: Convention, new: Convention) -> str | None:
    """What becomes of the valid examples of the taxonomy: `no longer be valid`, `be read otherwise`; None if nothing.

    An example with several readings may keep any of them.
    """
    changed: str | None = None
    for example in old.spec["examples"]["valid"]:
        given = (example["name"], example["record"], example["as_of"])
        before = [name.values for name in old.readings(*given)]
        after = [name.values for name in new.readings(*given)]
        if before and not after:
            return "no longer be valid"
        if before and not any(values in before for values in after):
            changed = "be read otherwise"
    return changed


def written_class(charset: Charset) -> str:
    """A set of characters as `characters` is written."""
    return "".join(
        _escaped(low) if low == high else f"{_escaped(low)}-{_escaped(high)}" for low, high in charset.ranges
    )


def _escaped(point: int) -> str:
    character = chr(point)
    return f"\\{character}" if character in "\\]^-[" else character
