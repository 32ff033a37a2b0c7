"""The same questions about the same patterns, put to the project's algebra and to its peers.

Every engine reads patterns of the common subset of regular expressions and answers from the text: reading counts.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from mops_taxonomy import Taxonomy
from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.comparison import Alone, Both, difference, included, unlike
from mops_taxonomy.algebra.dialects.python import printed
from mops_taxonomy.algebra.machine import shortest_word
from mops_taxonomy.algebra.pattern import parse_pattern
from tests.benchmarks.vocabularies import TEMPLATE, codes, taxonomy

if TYPE_CHECKING:
    from mops_taxonomy.algebra.automaton import Automaton


def pattern(products: list[str], template: str = TEMPLATE) -> str:
    """The form as the project prints it; a dash outside of classes needs no escape, and greenery takes none."""
    form = Taxonomy.load(taxonomy(products, template=template)).convention().forms[0]
    return printed(form.structure.language, ()).pattern.replace(r"\-", "-")


def patterns(question: str, size: int) -> list[str]:
    """What a question is about."""
    products = codes(size)
    fewer = [code for code in products if code != products[size // 2]]
    match question:
        case "included":
            return [pattern(fewer), pattern(products)]
        case "lost":
            return [pattern(products), pattern(fewer)]
        case "disjoint":
            return [pattern(products), pattern(products, TEMPLATE.replace("{?_{variant}}", ".{variant}"))]
        case "equal":
            mark = pattern(["MARK"])  # the codes one by one, last first, instead of a prefix tree
            return [pattern(products), mark.replace("MARK", "|".join(reversed(products)))]
    return [pattern(products)]


class Ours:
    """The project's algebra."""

    def read(self, text: str) -> Automaton:
        """The automaton of a pattern."""
        return build(parse_pattern(text))

    def included(self, one: Automaton, other: Automaton) -> bool:
        """Whether every word of the one is of the other."""
        return included(one, other)

    def lost(self, one: Automaton, other: Automaton) -> str | None:
        """A shortest word that only the one has."""
        return difference(one, other)

    def disjoint(self, one: Automaton, other: Automaton) -> bool:
        """Whether no word is of both."""
        return shortest_word(Both(one, other)) is None

    def equal(self, one: Automaton, other: Automaton) -> bool:
        """Whether both have the same words."""
        return unlike(one, other) is None

    def shortest(self, one: Automaton) -> str | None:
        """A shortest word."""
        return shortest_word(Alone(one))


class Peer:
    """What interegular and greenery have in common: deterministic automata, made whole before they are asked."""

    def included(self, one: Any, other: Any) -> bool:
        """Whether every word of the one is of the other."""
        return bool(one.issubset(other))

    def lost(self, one: Any, other: Any) -> bool:
        """Whether some word is of the one only; which one, is not asked."""
        return not one.issubset(other)

    def disjoint(self, one: Any, other: Any) -> bool:
        """Whether no word is of both."""
        return bool(one.isdisjoint(other))

    def equal(self, one: Any, other: Any) -> bool:
        """Whether both have the same words."""
        return bool(one.equivalent(other))


class Interegular(Peer):
    """https://pypi.org/project/interegular/."""

    def read(self, text: str) -> Any:
        """The automaton of a pattern."""
        return import_module("interegular").parse_pattern(text).to_fsm()

    def shortest(self, one: Any) -> str:
        """The first of its words."""
        return "".join(next(one.strings()))


class Greenery(Peer):
    """https://pypi.org/project/greenery/."""

    def read(self, text: str) -> Any:
        """The automaton of a pattern."""
        return import_module("greenery").parse(text).to_fsm()

    def shortest(self, one: Any) -> str:
        """The first of its words; no character stands for all others."""
        return str(next(one.strings([])))


def engine(name: str) -> Any:
    """An engine, imported."""
    if name != "mops_taxonomy":
        import_module(name)
    return {"mops_taxonomy": Ours, "interegular": Interegular, "greenery": Greenery}[name]()
