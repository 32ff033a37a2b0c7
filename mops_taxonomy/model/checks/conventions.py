"""Conventions, their forms and what is declared about derived names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.errors import TemplateSyntaxError
from mops_taxonomy.model.checks.combinations import check_combinations
from mops_taxonomy.model.checks.days import check_period
from mops_taxonomy.model.checks.examples import check_examples
from mops_taxonomy.model.template import fault_of_characters

if TYPE_CHECKING:
    from mops_taxonomy.model.convention import Convention
    from mops_taxonomy.model.derived import Derived
    from mops_taxonomy.model.draft import Draft

__all__ = ["check_conventions"]


def check_conventions(draft: Draft) -> None:
    """Every convention makes sense."""
    for name, convention in draft.model.conventions.items():
        _check_systems(draft, name, convention)
        _check_forms(draft, name, convention)
        check_combinations(draft, name, convention)
        for field, derivations in convention.derived.items():
            for number, derived in enumerate(derivations):
                _check_derived(draft, ("conventions", name, "derived", field, number), derived)
        check_examples(draft, name, convention)


def _check_systems(draft: Draft, name: str, convention: Convention) -> None:
    from mops_taxonomy import platforms

    path = ("conventions", name)
    for number, system in enumerate(convention.systems):
        platform, _, kind = system.partition(".")
        if system in draft.declared("systems"):
            continue
        at = (*path, "systems", number)
        if platform not in platforms.names():
            draft.complaints.add_reference("system", platform, draft.systems(), draft.data, at)
        elif kind and kind not in platforms.objects(platform):
            choices = [f"{platform}.{one}" for one in platforms.objects(platform)]
            draft.complaints.add_reference("system", system, choices, draft.data, at)
    if convention.codes is not None and convention.codes not in (
        known := {*draft.systems(), *draft.spellings()}
    ):
        draft.complaints.add_reference("system", convention.codes, known, draft.data, (*path, "codes"))


def _check_forms(draft: Draft, name: str, convention: Convention) -> None:
    names = [form.name or str(number + 1) for number, form in enumerate(convention.forms)]
    for number, form in enumerate(convention.forms):
        path = ("conventions", name, "forms", number)
        check_period(draft, form.since, form.until, draft.data, path)
        if names.index(names[number]) != number:
            message = f"there is a form {names[number]!r} above already"
            draft.complaints.add("MT906", message, draft.data, (*path, "name"))
        if form.replaced_by == names[number]:
            message = f"the form {names[number]!r} is replaced by itself"
            draft.complaints.add("MT906", message, draft.data, (*path, "replaced_by"))
        elif form.replaced_by is not None and form.replaced_by not in draft.form_names(name):
            draft.complaints.add_reference(
                "form", form.replaced_by, names, draft.data, (*path, "replaced_by")
            )


def _check_derived(draft: Draft, path: tuple[Any, ...], derived: Derived) -> None:
    if error := _fault_of_derived(derived.template):
        draft.complaints.add_syntax(error, draft.data, (*path, "template"))
    for number, change in enumerate(derived.change):
        if isinstance(change, dict) and "keep" in change and (error := fault_of_characters(change["keep"])):
            draft.complaints.add_syntax(error, draft.data, (*path, "change", number, "keep"))


def _fault_of_derived(template: str) -> TemplateSyntaxError | None:
    rest = template.replace("{}", "  ")
    brace = next((at for at, character in enumerate(rest) if character in "{}"), None)
    if brace is None:
        return None
    return TemplateSyntaxError("only {}, the whole name, stands in braces here", template, brace)
