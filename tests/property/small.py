"""Conventions so small that all of their names can be listed."""

from __future__ import annotations

import re
from datetime import date
from itertools import product
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from mops_taxonomy import InvalidTaxonomy, Taxonomy
from tests.property.small_documents import changed, small_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    Spec = dict[str, Any]

__all__ = ["DAYS", "TODAY", "documents", "listed", "loaded", "pairs"]

TODAY = date(2026, 3, 1)
DAYS = (TODAY, date(2019, 12, 31), date(2020, 1, 1), date(2029, 12, 31), date(2030, 1, 1), date(2020, 1, 2))
"""A day of every period that the dates below make, and the days at their ends."""

MOST_TEXTS = 6_000
"""Texts of a convention that are looked at; one that has more is not small."""


def documents() -> st.SearchStrategy[Spec]:
    """Small taxonomies with a convention `main`, as the mappings that their files would hold."""
    return st.randoms(use_true_random=False).map(small_document).filter(_is_small)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Spec, Spec]:
    """A small taxonomy, and one that is a change or two away from it."""
    old = draw(documents())
    new = draw(st.randoms(use_true_random=False).map(lambda random: changed(old, random)).filter(_is_small))
    return old, new


def loaded(document: Spec) -> Taxonomy | None:
    """The taxonomy, made anew; None where it is refused."""
    try:
        return Taxonomy.load(document)
    except InvalidTaxonomy:
        return None


def listed(*taxonomies: Taxonomy) -> list[str]:
    """Every text that could be a name of `main` in one of some taxonomies, shortest first.

    They share the characters that stand anywhere in them; more of them than can be looked at are cut off.
    """
    longest = max(_longest(taxonomy) for taxonomy in taxonomies)
    letters = sorted({letter for taxonomy in taxonomies for letter in _letters(taxonomy)})
    return ["".join(chosen) for size in range(longest + 1) for chosen in product(letters, repeat=size)]


def _is_small(document: Spec) -> bool:
    taxonomy = loaded(document)
    return taxonomy is not None and _count(taxonomy) <= MOST_TEXTS


def _count(taxonomy: Taxonomy) -> int:
    return sum(len(_letters(taxonomy)) ** size for size in range(_longest(taxonomy) + 1))


def _longest(taxonomy: Taxonomy) -> int:
    sizes = [form.longest for form in taxonomy.convention("main").forms]
    return max(99 if size is None else size for size in sizes)


def _letters(taxonomy: Taxonomy) -> set[str]:
    """The characters of the forms, names inside names included: fixed ones, and those of the fields."""
    forms = [form for name in taxonomy.conventions for form in taxonomy.convention(name).forms]
    fixed = {letter for form in forms for letter in _fixed(form.template)}
    return fixed | {
        letter for form in forms for spec in form.spec["fields"].values() for letter in _letters_of(spec)
    }


def _fixed(template: str) -> str:
    return re.sub(r"\{\??[^{}]*\}|[{}?]", "", template)


def _letters_of(spec: Spec) -> Iterator[str]:
    if spec["kind"] == "name":
        yield from _fixed(spec["template"] or "")
        for inner in (spec["fields"] or {}).values():
            yield from _letters_of(inner)
    elif spec["kind"] == "list":
        yield from spec["separator"]
        yield from _letters_of(spec["of"])
    elif spec["kind"] == "term":
        texts = [text for code, term in spec["terms"].items() for text in (code, *term["aliases"])]
        yield from "".join(texts) + (spec["text"]["characters"] if spec["text"] else "")
        yield from "".join(texts).swapcase() if "case" in spec["accept"] else ""
    elif spec["kind"] == "text":
        letters = re.sub(r"[][()|?*]", "", spec["pattern"] or "") or spec["characters"] + (
            spec["joiner"] or ""
        )
        yield from letters + (letters.swapcase() if "case" in spec["accept"] else "")
    else:
        yield from re.sub(r"\{.\}", "", "".join(spec["formats"])) + "12"
