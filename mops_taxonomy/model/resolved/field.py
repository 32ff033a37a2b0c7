"""A field, resolved: its keys merged, what it refers to put in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.model.field import DateField, IntegerField, ListField, NameField, TermField, TextField
from mops_taxonomy.model.resolved.terms import term_table, text
from mops_taxonomy.model.template import fields_of
from mops_taxonomy.model.text import TEXT_KEYS

if TYPE_CHECKING:
    from mops_taxonomy.model.convention import Convention
    from mops_taxonomy.model.draft import Draft
    from mops_taxonomy.model.field import FieldModel
    from mops_taxonomy.model.scope import Scope

__all__ = ["Setting", "fields", "text_of_term"]


class Setting(NamedTuple):
    """Where a field is resolved: its scope, and what the convention says of all its fields."""

    draft: Draft
    scope: Scope
    convention: Convention


def fields(setting: Setting, names: list[str]) -> dict[str, Any]:
    """The fields of these names."""
    return {name: _field(setting, name) for name in dict.fromkeys(names)}


def _field(setting: Setting, name: str) -> dict[str, Any]:
    declaration = setting.draft.declarations.find(setting.scope, name)
    if declaration is None:
        raise LookupError(name)  # the checks have run: every field named is declared
    model = declaration.model
    common = {
        "kind": str(declaration.node["kind"]),
        "label": model.label,
        "help": model.help,
        "role": model.role,
        "case": model.case or setting.convention.case,
        "except": list(model.except_),
    }
    return {**common, **_of_kind(setting, model)}


def _of_kind(setting: Setting, model: FieldModel) -> dict[str, Any]:
    if isinstance(model, TermField):
        return _term(setting, model)
    if isinstance(model, DateField):
        return {
            "formats": list(model.format),
            "min": model.min,
            "max": model.max,
            "accept": list(model.accept),
        }
    if isinstance(model, IntegerField):
        return {"formats": list(model.format), "width": model.width, "min": model.min, "max": model.max}
    if isinstance(model, TextField):
        return {**text(model), "prefer": model.prefer, "accept": list(model.accept)}
    if isinstance(model, ListField):
        return _list(setting, model)
    if isinstance(model, NameField):
        return _name(setting, model)
    raise TypeError(type(model))


def _term(setting: Setting, model: TermField) -> dict[str, Any]:
    vocabulary = setting.draft.model.vocabularies.get(model.vocabulary or "")
    policy = model.policy or (vocabulary.policy if vocabulary else "closed")
    return {
        "vocabulary": model.vocabulary,
        "terms": term_table(setting.draft, model.terms) if model.terms is not None else None,
        "only": list(model.only) if model.only is not None else None,
        "accept": list(model.accept),
        "codes": model.codes or setting.convention.codes,
        "policy": policy,
        "text": text(text_of_term(setting.draft, model)) if policy != "closed" else None,
    }


def text_of_term(draft: Draft, model: TermField) -> TermField:
    """The field with the text keys of its vocabulary where it has none of its own.

    A pattern takes the place of characters and joiner, and the other way about.
    """
    vocabulary = draft.model.vocabularies.get(model.vocabulary or "")
    if vocabulary is None:
        return model
    own = {key for key in TEXT_KEYS if getattr(model, key) is not None}
    if "pattern" in own:
        own |= {"characters", "joiner"}
    elif own & {"characters", "joiner"}:
        own.add("pattern")
    return model.model_copy(update={key: getattr(vocabulary, key) for key in TEXT_KEYS if key not in own})


def _list(setting: Setting, model: ListField) -> dict[str, Any]:
    return {
        "of": _field(setting, model.of),
        "separator": model.separator,
        "min": model.min,
        "max": model.max,
        "unique": model.unique,
        "prefer": model.prefer,
    }


def _name(setting: Setting, model: NameField) -> dict[str, Any]:
    inner = fields(setting, fields_of(model.template)) if model.template is not None else {}
    return {"template": model.template, "fields": inner, "convention": model.convention}
