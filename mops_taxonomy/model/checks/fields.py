"""Each field in itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.errors import TemplateSyntaxError
from mops_taxonomy.model.checks.terms import check_terms
from mops_taxonomy.model.checks.text_keys import check_closed, check_text_keys, has_shape
from mops_taxonomy.model.field import DateField, IntegerField, ListField, NameField, TermField, TextField
from mops_taxonomy.model.resolved.field import text_of_term
from mops_taxonomy.model.template import fault_of_date, precision

if TYPE_CHECKING:
    from mops_taxonomy.model.draft import Draft
    from mops_taxonomy.model.scope import Declaration

__all__ = ["check_fields"]


def check_fields(draft: Draft) -> None:
    """Every field declared, as it is wherever it is used."""
    for declaration in draft.declarations.all():
        model = declaration.model
        if isinstance(model, TermField):
            _check_term(draft, declaration, model)
        elif isinstance(model, DateField):
            _check_date(draft, declaration, model)
        elif isinstance(model, IntegerField):
            _check_integer(draft, declaration, model)
        elif isinstance(model, TextField):
            check_text_keys(draft, model, declaration.node)
        elif isinstance(model, ListField):
            _check_order(draft, declaration, model.min, model.max)
        elif isinstance(model, NameField):
            _check_name(draft, declaration, model)


def _say(draft: Draft, declaration: Declaration, code: str, message: str) -> None:
    """A finding about the field as a whole stands at its name."""
    if declaration.node.damaged:
        return
    node = declaration.key if declaration.key is not None else declaration.node
    draft.complaints.add(code, message, node)


def _check_order(draft: Draft, declaration: Declaration, low: object, high: object) -> None:
    if low is not None and high is not None and str(low).rjust(20, "0") > str(high).rjust(20, "0"):
        draft.complaints.add("MT906", f"max ({high}) is less than min ({low})", declaration.node, ("max",))


def _check_name(draft: Draft, declaration: Declaration, model: NameField) -> None:
    if (model.template is None) == (model.convention is None):
        message = f"the name field {declaration.name!r} needs either a template or a convention"
        _say(draft, declaration, "MT905" if model.template is None else "MT906", message)


def _check_term(draft: Draft, declaration: Declaration, model: TermField) -> None:
    _check_source_of_terms(draft, declaration, model)
    if model.vocabulary is not None and model.vocabulary not in draft.vocabularies():
        known = draft.vocabularies()
        draft.complaints.add_reference(
            "vocabulary", model.vocabulary, known, declaration.node, ("vocabulary",)
        )
        return
    codes = draft.codes(model.vocabulary) if model.vocabulary else frozenset(model.terms or ())
    if model.terms is not None:
        check_terms(draft, model.terms, codes, declaration.node, ("terms",))
    _check_only(draft, declaration, model, codes)
    _check_policy(draft, declaration, model)
    if model.codes is not None and model.codes not in (systems := {*draft.systems(), *draft.spellings()}):
        draft.complaints.add_reference("system", model.codes, systems, declaration.node, ("codes",))


def _check_source_of_terms(draft: Draft, declaration: Declaration, model: TermField) -> None:
    if model.vocabulary is not None and model.terms is not None:
        message = "a field has a vocabulary or terms of its own, not both"
        draft.complaints.add("MT906", message, declaration.node, ("terms",), key=True)
    elif model.vocabulary is None and model.terms is None:
        message = f"the term field {declaration.name!r} needs a vocabulary or terms of its own"
        _say(draft, declaration, "MT905", message)
    elif model.terms == {}:
        draft.complaints.add("MT906", "there are no terms here", declaration.node, ("terms",), key=True)


def _check_only(draft: Draft, declaration: Declaration, model: TermField, codes: frozenset[str]) -> None:
    if model.only is None:
        return
    if not model.only:
        draft.complaints.add("MT906", "only allows nothing here", declaration.node, ("only",), key=True)
    for number, code in enumerate(model.only):
        if code not in codes:
            draft.complaints.add_reference("term", code, codes, declaration.node, ("only", number))


def _check_policy(draft: Draft, declaration: Declaration, model: TermField) -> None:
    vocabulary = draft.model.vocabularies.get(model.vocabulary or "")
    if model.vocabulary in draft.declared("vocabularies") and vocabulary is None:
        return
    policy = model.policy or (vocabulary.policy if vocabulary else "closed")
    check_text_keys(draft, model, declaration.node)
    if policy == "closed":
        check_closed(draft, model, declaration.node)
    elif not has_shape(text_of_term(draft, model)) and not declaration.node.damaged:
        message = f"policy {policy} needs characters or a pattern for values that are not listed"
        if model.policy is not None:
            draft.complaints.add("MT905", message, declaration.node, ("policy",))
        else:
            draft.complaints.add(
                "MT905", message, draft.data, ("vocabularies", model.vocabulary or "", "policy")
            )


def _check_date(draft: Draft, declaration: Declaration, model: DateField) -> None:
    first: str | None = None
    if not model.format and not declaration.node.damaged:
        draft.complaints.add(
            "MT905", "at least one format is wanted here", declaration.node, ("format",), key=True
        )
    for number, form in enumerate(model.format):
        if error := fault_of_date(form):
            draft.complaints.add_syntax(error, declaration.node, ("format", number))
            continue
        first = first or form
        if not _is_as_precise(first, form):
            message = f"{form!r} and {first!r} are not equally exact; make two fields and write {{a|b}}"
            draft.complaints.add("MT906", message, declaration.node, ("format", number))
    _check_order(draft, declaration, model.min, model.max)


def _is_as_precise(one: str, other: str) -> bool:
    try:
        return precision(one) == precision(other)
    except TemplateSyntaxError:
        return True


def _check_integer(draft: Draft, declaration: Declaration, model: IntegerField) -> None:
    if not model.format and not declaration.node.damaged:
        draft.complaints.add(
            "MT905", "at least one format is wanted here", declaration.node, ("format",), key=True
        )
    for number, form in enumerate(model.format):
        if error := _fault_of_number(form):
            draft.complaints.add_syntax(error, declaration.node, ("format", number))
    _check_order(draft, declaration, model.min, model.max)
    for key, bound in (("min", model.min), ("max", model.max)):
        if model.width is not None and bound is not None and len(str(bound)) > model.width:
            message = f"{key} ({bound}) has more than the {model.width} digits of width"
            draft.complaints.add("MT906", message, declaration.node, (key,))


def _fault_of_number(form: str) -> TemplateSyntaxError | None:
    start = form.find("{n}")
    if start < 0:
        return TemplateSyntaxError("a number is written {n} here", form, 0)
    rest = form[:start] + "   " + form[start + 3 :]
    brace = next((at for at, character in enumerate(rest) if character in "{}"), None)
    return (
        None if brace is None else TemplateSyntaxError("only {n}, once, stands in braces here", form, brace)
    )
