"""Names of a convention, and texts that are nearly names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from mops_taxonomy.errors import InvalidValues
from mops_taxonomy.testing.texts import edited, edits, texts_of
from mops_taxonomy.testing.values import values_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from mops_taxonomy.convention import Convention

__all__ = ["names_of", "near_names_of"]


def names_of(
    convention: Convention, record: Mapping[str, Any] | None = None, as_of: date | str | None = None
) -> st.SearchStrategy[str]:
    """Valid names of a convention: canonical ones, and those in every other spelling that is read.

    Args:
        convention: any convention of a loaded taxonomy.
        record: what is known of the record, as in `Convention.is_valid`.
        as_of: the day to judge by, as in `Convention.is_valid`.
    """
    asked: dict[str, Any] = {"record": record, "as_of": as_of}
    written = values_of(convention).map(lambda values: _written(convention, values, asked))
    return st.one_of(written, _spelt(convention)).filter(lambda text: convention.is_valid(text, **asked))


def near_names_of(convention: Convention) -> st.SearchStrategy[str]:
    """Texts that are one or two edits away from a name of a convention; now and then they are names."""
    literal = {
        character for form in convention.forms for character in form.template if character not in "{}|?"
    }
    return st.builds(edited, _spelt(convention), st.lists(edits(literal), min_size=1, max_size=2))


def _spelt(convention: Convention) -> st.SearchStrategy[str]:
    """Texts of the shape of any form."""
    return st.one_of([texts_of(form.structure.language) for form in convention.forms])


def _written(convention: Convention, values: dict[str, Any], asked: dict[str, Any]) -> str:
    try:
        return convention.format(values, **asked)
    except InvalidValues:
        return ""
