"""A convention, resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.model.resolved.field import Setting, fields
from mops_taxonomy.model.system import System

if TYPE_CHECKING:
    from mops_taxonomy.model.convention import Convention
    from mops_taxonomy.model.draft import Draft
    from mops_taxonomy.model.example import Example
    from mops_taxonomy.model.form import Form
    from mops_taxonomy.platforms import Limit

__all__ = ["convention"]


def convention(draft: Draft, name: str) -> dict[str, Any]:
    """A convention with its limits, and every form with its fields."""
    model = draft.model.conventions[name]
    return {
        "object": model.object,
        "prefer": model.prefer,
        "case": model.case,
        "codes": model.codes,
        "label": model.label,
        "help": model.help,
        "limits": _limits(draft, model),
        "combinations": [
            {"fields": list(one.fields), "allow": one.allow, "severity": one.severity}
            for one in model.combinations
        ],
        "severity": dict(model.severity),
        "forms": [_form(draft, name, number, form) for number, form in enumerate(model.forms)],
        "examples": {
            "valid": [_example(draft, example) for example in model.examples.valid],
            "invalid": [_example(draft, example) for example in model.examples.invalid],
        },
        "derived": {
            field: [derived.model_dump() for derived in derivations]
            for field, derivations in model.derived.items()
        },
    }


def _limits(draft: Draft, model: Convention) -> list[dict[str, Any]]:
    from mops_taxonomy import platforms

    limits = []
    for system in dict.fromkeys(model.systems):
        own = draft.model.systems.get(system)
        if own is not None:
            limits.append(_limit(system, own, "declared", own.source))
        platform, _, kind = system.partition(".")
        known = platforms.find(platform, kind or None)
        if known is not None:
            limits.append(_limit(system, known, known.status, known.source or None))
    if model.max_length is not None:
        limits.append(_limit(None, System(max_length=model.max_length), "declared", None))
    return limits


def _limit(system: str | None, limit: System | Limit, status: str, source: str | None) -> dict[str, Any]:
    avoid, why = ("", "") if isinstance(limit, System) else (limit.avoid, limit.avoid_why)
    return {
        "system": system,
        "max_length": limit.max_length,
        "unit": limit.unit,
        "forbidden": limit.forbidden or "",
        "avoid": avoid,
        "avoid_why": why,
        "status": status,
        "source": source,
    }


def _form(draft: Draft, convention: str, number: int, form: Form) -> dict[str, Any]:
    setting = Setting(draft, draft.scope(convention, number), draft.model.conventions[convention])
    return {
        "name": form.name or str(number + 1),
        "template": form.template,
        "when": {key: list(values) for key, values in form.when.items()},
        "since": draft.moment(form.since),
        "until": draft.moment(form.until),
        "replaced_by": form.replaced_by,
        "tolerated": form.tolerated,
        "fields": fields(setting, draft.names_in(convention, number)),
    }


def _example(draft: Draft, example: Example) -> dict[str, Any]:
    return {**example.model_dump(), "as_of": draft.moment(example.as_of)}
