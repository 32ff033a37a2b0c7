"""A random convention, and the record and the day that its names are judged by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import category

from hypothesis import strategies as st

from mops_taxonomy import Convention, Taxonomy
from mops_taxonomy.testing import days_of, documents, names_of, near_names_of, records_of

if TYPE_CHECKING:
    from datetime import date

__all__ = ["Situation", "names", "short_texts", "situations", "small_situations", "texts"]

SHORT = 14
"""Trying everything takes long for longer texts."""

ODD = [
    "",
    " ",
    "\x00",
    "a" * 5000,
    "\n",
    "A\u0301",
    "e\u0301_",
    "\ud800",
    "😀",
    "{",
    "_" * 50,
    "1" * 5000,
    "\u202e",
    "ﬁ",
]
"""Texts that are seldom names: empty, long, invisible, decomposed, half a pair."""


class Situation(NamedTuple):
    """A convention, and what its names are judged by; the document is there for messages."""

    document: dict[str, Any]
    taxonomy: Taxonomy
    convention: Convention
    record: dict[str, Any] | None
    as_of: date | str | None

    @property
    def asked(self) -> dict[str, Any]:
        """The record and the day, as keyword arguments."""
        return {"record": self.record, "as_of": self.as_of}

    @property
    def levels(self) -> set[str]:
        """Every severity that the taxonomy gives to some rule."""
        return {*self.document.get("severity", {}).values(), *self.convention.spec["severity"].values()}


@st.composite
def situations(draw: st.DrawFn, *, simple: bool = False) -> Situation:
    """Random conventions, each with a record and a day; the simple ones have few fields and change no severity."""
    document = draw(documents(simple=simple))
    taxonomy = Taxonomy.load(document)
    convention = taxonomy.convention(draw(st.sampled_from(taxonomy.conventions[::-1])))
    record = draw(st.none() | records_of(convention))
    as_of = draw(st.sampled_from(["r2", "r1"]) | days_of(taxonomy))
    return Situation(document, taxonomy, convention, record, as_of)


def small_situations() -> st.SearchStrategy[Situation]:
    """Random conventions that are small enough to try everything."""
    return situations(simple=True)


def names(situation: Situation) -> st.SearchStrategy[str]:
    """Valid names of the situation."""
    return names_of(situation.convention, situation.record, situation.as_of)


def texts(situation: Situation) -> st.SearchStrategy[str]:
    """Names, texts that almost are names, and any text at all."""
    near = near_names_of(situation.convention)
    return st.one_of(names(situation), near, near, st.text(max_size=8), st.sampled_from(ODD))


def short_texts(situation: Situation) -> st.SearchStrategy[str]:
    """Names and texts that almost are names, cut where trying everything would take too long."""
    near = near_names_of(situation.convention)
    short = st.one_of(names(situation), near).map(lambda text: text[:SHORT])
    # Of characters that this Python does not know yet, it cannot say what they are.
    return short.filter(lambda text: "Cn" not in map(category, text))
