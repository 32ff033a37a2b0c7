"""Combinations of two fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.model.field import ListField, TermField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mops_taxonomy.model.combination import Combination
    from mops_taxonomy.model.convention import Convention
    from mops_taxonomy.model.draft import Draft
    from mops_taxonomy.model.scope import Scope

__all__ = ["check_combinations"]


class _Listed(NamedTuple):
    """The codes a field may have, and its vocabulary; `codes` is None where others are possible."""

    codes: frozenset[str] | None
    vocabulary: str | None


def check_combinations(draft: Draft, name: str, convention: Convention) -> None:
    """The fields exist, and so do the codes."""
    scopes = _scopes(draft, name, convention)
    for number, combination in enumerate(convention.combinations):
        path = ("conventions", name, "combinations", number)
        first, second = combination.fields
        if first == second:
            message = f"a combination is of two fields; {first!r} stands here twice"
            draft.complaints.add("MT906", message, draft.data, (*path, "fields", 1))
        unknown = [at for at, field in enumerate(combination.fields) if field not in scopes]
        for at in unknown:
            field = combination.fields[at]
            noun = "field in the templates of this convention called"
            draft.complaints.add_reference(noun, field, scopes, draft.data, (*path, "fields", at))
        if not unknown:
            _check_allow(draft, combination, scopes, path)


def _scopes(draft: Draft, name: str, convention: Convention) -> dict[str, Scope]:
    """Each field of the convention with the scope of the first form that names it."""
    scopes: dict[str, Scope] = {}
    for number in range(len(convention.forms)):
        scope = draft.scope(name, number)
        for field in draft.names_in(name, number):
            scopes.setdefault(field, scope)
    return scopes


def _check_allow(
    draft: Draft, combination: Combination, scopes: Mapping[str, Scope], path: tuple[str | int, ...]
) -> None:
    first, second = (_listed(draft, scopes[field], field) for field in combination.fields)
    if combination.allow == "parent":
        _check_parents(draft, first, second, combination, (*path, "allow"))
    if not isinstance(combination.allow, dict):
        return
    for code, values in combination.allow.items():
        if first.codes is not None and code not in first.codes:
            noun = f"term of {combination.fields[0]}"
            message = f"there is no {noun} {code!r}"
            draft.complaints.add(
                "MT904",
                message,
                draft.data,
                (*path, "allow", code),
                key=True,
                found=code,
                choices=first.codes,
            )
        for number, value in enumerate(values):
            if second.codes is not None and value not in {"", "*"} and value not in second.codes:
                at = (*path, "allow", code, number)
                noun = f"term of {combination.fields[1]}"
                draft.complaints.add_reference(noun, value, second.codes, draft.data, at)


def _check_parents(
    draft: Draft, first: _Listed, second: _Listed, combination: Combination, path: tuple[str | int, ...]
) -> None:
    vocabulary = draft.model.vocabularies.get(second.vocabulary or "")
    if vocabulary is not None and first.vocabulary is not None and vocabulary.parents != first.vocabulary:
        message = f"the terms of {second.vocabulary!r} have no parents in {first.vocabulary!r}"
        draft.complaints.add("MT906", message, draft.data, path)
    elif second.vocabulary is None and second.codes is None:
        message = f"the field {combination.fields[1]!r} has no terms that could have a parent"
        draft.complaints.add("MT906", message, draft.data, path)


def _listed(draft: Draft, scope: Scope, name: str) -> _Listed:
    declaration = draft.declarations.find(scope, name)
    model = declaration.model if declaration is not None else None
    # A list allows what its items allow; lists of lists end because circles are refused before.
    for _ in range(20):
        if not isinstance(model, ListField):
            break
        declaration = draft.declarations.find(scope, model.of)
        model = declaration.model if declaration is not None else None
    if not isinstance(model, TermField):
        return _Listed(None, None)
    vocabulary = draft.model.vocabularies.get(model.vocabulary or "")
    policy = model.policy or (vocabulary.policy if vocabulary else "closed")
    codes = draft.codes(model.vocabulary) if model.vocabulary else frozenset(model.terms or ())
    return _Listed(codes if policy == "closed" and codes else None, model.vocabulary)
