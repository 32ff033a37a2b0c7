"""Names that a new combination refuses."""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING

from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.comparison import Alone
from mops_taxonomy.algebra.language import Literal, replaced
from mops_taxonomy.algebra.machine import shortest_word
from mops_taxonomy.proofs.shape import form_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from mops_taxonomy.algebra.language import Language
    from mops_taxonomy.combination import Combination
    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form

__all__ = ["refused_pairs"]

MOST = 60
"""Pairs of codes that are tried."""


def refused_pairs(old: Convention, new: Convention, form: Form, day: date) -> Iterator[str]:
    """Names of an old form with values that a combination of the new convention does not let stand together."""
    for combination in new.combinations:
        if combination.severity == "error" and combination.applies(form.kinds):
            yield from _names_of_pairs(old, form, combination, day)


def _names_of_pairs(old: Convention, form: Form, combination: Combination, day: date) -> Iterator[str]:
    firsts, seconds = (_listed(form, path) for path in (combination.first, combination.second))
    refused = (
        (a, b)
        for (one, a), (other, b) in product(firsts.items(), seconds.items())
        if combination.refused({combination.first: one, combination.second: other}) is not None
    )
    language = form_language(old, form, day)
    for a, b in islice(refused, MOST):
        chosen = {combination.first: Literal(a), combination.second: Literal(b)}

        def part(index: int, whole: Language, chosen: Mapping[str, Language] = chosen) -> Language:
            return chosen.get(form.pieces[index].path or "", whole)

        name = shortest_word(Alone(build(replaced(language, part))))
        if name is not None:
            yield name


def _listed(form: Form, path: str) -> dict[str, str]:
    """The codes of a field with their spellings; empty where the field has none."""
    written: dict[str, str] = getattr(form.kinds[path][0], "written", {})
    return written
