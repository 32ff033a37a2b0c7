"""Vocabularies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.model.checks.terms import check_terms
from mops_taxonomy.model.checks.text_keys import check_closed, check_text_keys, has_shape
from mops_taxonomy.model.field import TermField

if TYPE_CHECKING:
    from mops_taxonomy.model.draft import Draft
    from mops_taxonomy.model.vocabulary import Vocabulary

__all__ = ["check_vocabularies"]


def check_vocabularies(draft: Draft) -> None:
    """Every vocabulary makes sense."""
    shaped_by_fields = {
        one.model.vocabulary for one in draft.declarations.all() if isinstance(one.model, TermField)
    }
    for name, vocabulary in draft.model.vocabularies.items():
        path = ("vocabularies", name)
        codes = frozenset(draft.declared(*path, "terms"))
        check_terms(draft, vocabulary.terms, codes, draft.data, (*path, "terms"))
        check_text_keys(draft, vocabulary, draft.data, path)
        _check_policy(draft, name, vocabulary, is_used=name in shaped_by_fields)
        _check_parents(draft, name, vocabulary)
        if name == "channels":
            message = "the vocabulary 'channels' is made of the channels; give this one another name"
            draft.complaints.add("MT906", message, draft.data, path, key=True)


def _check_policy(draft: Draft, name: str, vocabulary: Vocabulary, *, is_used: bool) -> None:
    path = ("vocabularies", name)
    if vocabulary.policy == "closed":
        check_closed(draft, vocabulary, draft.data, path)
        if not draft.declared(*path, "terms"):
            draft.complaints.add(
                "MT906", f"the vocabulary {name!r} has no terms", draft.data, path, key=True, whole=True
            )
    elif not has_shape(vocabulary) and not is_used:
        # Fields that use it may give the characters themselves; the check of fields sees to that.
        message = f"policy {vocabulary.policy} needs characters or a pattern for values that are not listed"
        draft.complaints.add("MT905", message, draft.data, (*path, "policy"))


def _check_parents(draft: Draft, name: str, vocabulary: Vocabulary) -> None:
    path = ("vocabularies", name)
    known = draft.vocabularies()
    if vocabulary.parents is not None and vocabulary.parents not in known:
        draft.complaints.add_reference(
            "vocabulary", vocabulary.parents, known, draft.data, (*path, "parents")
        )
        return
    for code, term in vocabulary.terms.items():
        at = (*path, "terms", code, "parent")
        if term.parent is None:
            continue
        if vocabulary.parents is None:
            message = "a term with a parent needs 'parents' on its vocabulary, the vocabulary of the parents"
            draft.complaints.add("MT905", message, draft.data, at)
        elif term.parent not in draft.codes(vocabulary.parents):
            noun = f"term of {vocabulary.parents}"
            draft.complaints.add_reference(noun, term.parent, draft.codes(vocabulary.parents), draft.data, at)
