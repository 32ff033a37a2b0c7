"""Terms of a controlled vocabulary."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.language import Choice, Graph, Language, Words, fold, variants
from mops_taxonomy.fault import Fault, Misfit, listed
from mops_taxonomy.fields.base import Kind, Scope, cased, separators
from mops_taxonomy.fields.text import TextShape
from mops_taxonomy.finding import Suggestion
from mops_taxonomy.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from mops_taxonomy.fields.exact import Exact
    from mops_taxonomy.fields.misspelling import Misspelling
    from mops_taxonomy.fields.succession import Succession

__all__ = ["KIND"]

_LONGEST = 200
_NEAR = 0.6
"""Texts less alike than this, from 0 to 1, are not suggested."""


class TermKind(Kind):
    """The value is the term's code, however it is spelt in the name."""

    def __init__(self, spec: dict[str, Any], path: str, scope: Scope) -> None:
        super().__init__(spec, path)
        vocabulary = scope.vocabularies[spec["vocabulary"]] if spec["vocabulary"] else {}
        listed_terms: dict[str, Any] = vocabulary["terms"] if vocabulary else spec["terms"]
        self.all_terms = listed_terms
        only = spec["only"]
        self.terms = {code: listed_terms[code] for code in only} if only else listed_terms
        self.written = {code: self._spelt(code, term) for code, term in self.terms.items()}
        self.codes = {text: code for code, text in self.written.items()}
        for code, text in self.written.items():
            if self.codes[text] != code:
                self.problem = f"{code!r} and {self.codes[text]!r} are both written {text!r}"
        self.aliases = {
            alias: code
            for code, term in self.terms.items()
            for alias in term["aliases"]
            if alias not in self.codes
        }
        self.dated = any(term["since"] or term["until"] for term in self.terms.values())
        if self.dated:
            self.exact = False
        self.policy: str = spec["policy"]
        self.shape = TextShape(spec["text"], self.case) if spec["text"] and self.policy != "closed" else None
        self.open = self.shape is not None
        self.strict = not spec["accept"] and self.policy != "review"
        self.table = self._table(spec["accept"])
        self.problem = self.problem or self._clash()
        self.language = self._language(spec["accept"])
        plain = not self.folded and self.shape is None
        spelt = any(text != code for text, code in self.table.items())
        self.decode = self._decode if not plain else self.table.__getitem__ if spelt else str

    def _spelt(self, code: str, term: dict[str, Any]) -> str:
        system = self.spec["codes"]
        return cased(term["codes"].get(system, code) if system else code, self.case)

    def _table(self, accept: list[str]) -> dict[str, str]:
        """Every text that is read, with its code; the folded texts where case is accepted."""
        table = dict(self.codes)
        if "aliases" in accept:
            table.update(self.aliases)
        self.folded: dict[str, str] = {}
        if "case" in accept:
            for text, code in table.items():
                self.folded.setdefault(fold(text), code)
        return table

    def _clash(self) -> str | None:
        """Two spellings of different terms that no case tells apart, where either case is read."""
        for text, code in self.table.items() if self.folded else ():
            other = self.folded[fold(text)]
            if other != code:
                return f"{other!r} and {code!r} cannot be told apart where any case is accepted (`{text}`)"
        return None

    def _language(self, accept: list[str]) -> Language:
        words = Words(tuple(self.table), "case" in accept)
        if self.shape is None:
            return words
        if self._covered(self.shape):
            return self.shape.language
        self.exact = self.exact and self.shape.exact
        union = Choice((words, self.shape.language))
        from mops_taxonomy.algebra.determinism import determinised

        return Graph(determinised(build(union)), union)

    def misspelt(self, text: str, at: int, day: date) -> Iterator[Misspelling]:
        """An alias, a label or the spelling of another system in place of the code, in any case, or a retired term."""
        from mops_taxonomy.fields.misspelling import Misspelling

        for size, spellings in self._otherwise.items():
            stands = text[at : at + size]
            found = spellings.get(fold(stands))
            if found is not None and stands not in self.table:
                code, mistake, cost = found
                yield Misspelling(at + size, self.written[code], mistake, cost)
        if self.dated:
            retired = self._succession.misspelt(text, at, day)
            yield from (one for one in retired if not self._is_in_force(text[at : one.end], day))

    @cached_property
    def _succession(self) -> Succession:
        from mops_taxonomy.fields.succession import Succession  # only for names that are wrong

        return Succession(self.all_terms, self.written, self.excluded)

    def _is_in_force(self, text: str, day: date) -> bool:
        """Whether a text is read as a term that is in force on the day."""
        code = self._decode(text)
        return code in self.terms and self._windows[code].holds(day)

    @cached_property
    def _otherwise(self) -> dict[int, dict[str, tuple[str, str, float]]]:
        """Other spellings of the terms by their length: the code, what they are, and how unlikely that is."""
        found: dict[int, dict[str, tuple[str, str, float]]] = {}
        for code, term in self.terms.items():
            systems = (code, *term["codes"].values())
            for texts, mistake, cost in (
                (term["aliases"], "alias", 0.1),
                (systems, "alias", 0.15),
                ((term["label"],), "label", 0.25),
            ):
                for text in texts:
                    if text and text != self.written[code] and text not in self.table:
                        found.setdefault(len(text), {}).setdefault(fold(text), (code, mistake, cost))
        return found

    def own_exactly(self, day: date | None) -> Exact:
        """The spellings of the terms in force, and the open values of the shape."""
        from mops_taxonomy.algebra.determinism import determinised
        from mops_taxonomy.fields.exact import Exact, without

        held = {
            text: fold(code) not in self.excluded
            and (day is None or not self.dated or self._windows[code].holds(day))
            for text, code in (*self.table.items(), *self.folded.items())
        }
        fold_case = bool(self.folded)
        words = Words(tuple(text for text in self.table if held[text]), fold_case)
        if self.shape is None:
            return Exact(words)
        shape = self.shape.exactly(self.path)
        out = [text for text, holds in held.items() if not holds]
        union = Choice((words, without(shape.language, out, fold=fold_case)))
        return Exact(Graph(determinised(build(union)), union), shape.doubts)

    def same(self, other: Kind) -> bool:
        """Whether the terms are the same too."""
        return super().same(other) and isinstance(other, TermKind) and self.all_terms == other.all_terms

    @property
    def turns(self) -> frozenset[date]:
        """The first days of terms, and the first days without them."""
        return frozenset(day for window in self._windows.values() for day in window.turns)

    @property
    def excluded_doubts(self) -> tuple[str, ...]:
        """None: the spellings of a refused code are known."""
        return ()

    def agrees(self, other: Kind) -> bool:
        """Whether every spelling that both know is of one code; open values are their own."""
        if not isinstance(other, TermKind):
            return other.agrees(self) if other.open else False
        for text in (*self.table, *other.table):
            if self.may_read(text) and other.may_read(text) and self.decode(text) != other.decode(text):
                return False
        for key in self.folded.keys() | other.folded.keys():
            mine, theirs = self.folded.get(key), other.folded.get(key)
            if mine is None or theirs is None:
                # In some case, one reads it as a term, and the other perhaps as an open value.
                if (other if theirs is None else self).shape is not None:
                    return False
            elif mine != theirs:
                return False
        return True

    def admits(self, older: Kind) -> bool:
        """Whether all terms of the older one are here, for as long as they were there."""
        if not isinstance(older, TermKind) or not self.agrees(older) or not self.excluded <= older.excluded:
            return False
        if older.shape is not None and (self.spec["text"], self.case) != (older.spec["text"], older.case):
            return False
        if not (older.table.keys() <= self.table.keys() and older.folded.keys() <= self.folded.keys()):
            return False
        # A value that was open, and is a term now, must be in force as long.
        new = self.table.keys() - older.table.keys() if older.shape is not None else ()
        codes = dict.fromkeys((*older.terms, *(self.table[text] for text in new)))
        always = Window(None, None)
        return all(self._windows[code].covers(older._windows.get(code, always)) for code in codes)  # noqa: SLF001

    def may_read(self, text: str) -> bool:
        """Whether the text is listed, or may be an open value."""
        return text in self.table or fold(text) in self.folded or self.shape is not None

    def _covered(self, shape: TextShape) -> bool:
        """Whether every listed spelling has the shape of the open values too."""
        if not all(map(shape.accepts, self.table)):
            return False
        both = "".join(variants(character) for text in self.folded for character in text)
        plain = shape.case is None and shape.pattern is None
        return not self.folded or (plain and all(character in shape.allowed for character in both))

    def _decode(self, text: str) -> str:
        code = self.table.get(text)
        if code is None:
            code = self.folded.get(fold(text))
        return text if code is None else code

    def own_faults(self, text: str, day: date) -> Iterator[Fault]:
        """A term out of force on this day, an unlisted text of the wrong length."""
        code = self.decode(text)
        term = self.terms.get(code)
        if term is None:
            if self.shape and not self.shape.accepts(text):
                yield self._unknown(text, day)
            return
        if not self.dated or self._windows[code].holds(day):
            return
        since = self._windows[code].since
        if since is not None and day < since:
            yield self.fault(
                "term_not_yet", text, detail={"code": code, "since": term["since"], "day": str(day)}
            )
        else:
            following = self._succession.of(code, day)
            suggestions = (self._suggestion(following),) if following is not None else ()
            expected = self._expected(day)
            detail = {
                "code": code,
                "until": term["until"],
                "replaced_by": following or term["replaced_by"],
            }
            yield self.fault("term_retired", text, suggestions=suggestions, detail=detail, expected=expected)

    def notes(self, text: str) -> Iterator[Fault]:
        """An accepted spelling, or a value that is still to be reviewed."""
        code = self.decode(text)
        if code not in self.terms:
            if self.policy == "review":
                yield self.fault("unlisted_term", text, suggestions=self.nearest(text))
            return
        if text == self.written[code]:
            return
        name = "accepted_alias" if fold(text) != fold(self.written[code]) else "accepted_case"
        yield self.fault(
            name,
            text,
            suggestions=(self._suggestion(code),),
            detail={"canonical": self.written[code], "code": code},
        )

    def diagnose(self, text: str, day: date) -> Iterator[Fault]:
        """A known term in another spelling, or no term at all."""
        if text in self.table:
            yield from self.faults(text, day)
            return
        alias = self.aliases.get(text)
        if alias is not None:
            yield self.fault(
                "alias_used", text, suggestions=(self._suggestion(alias),), detail={"code": alias}
            )
            return
        code = self._in_any_case.get(fold(text))
        if code is None:
            yield self._unknown(text, day)
            return
        expected = f"{self.written[code]!r} in exactly this case"
        yield self.fault("wrong_case", text, suggestions=(self._suggestion(code),), expected=expected)

    @cached_property
    def _in_any_case(self) -> dict[str, str]:
        return {fold(text): code for text, code in reversed(self.codes.items())}

    def _unknown(self, text: str, day: date) -> Fault:
        known = self.all_terms.get(text) if self.all_terms is not self.terms else None
        detail = {"elsewhere": True} if known is not None else {}
        nearest = self.nearest(text, day)
        return self.fault(
            "unknown_term", text, suggestions=nearest, detail=detail, expected=self._expected(day)
        )

    def _expected(self, day: date) -> str:
        """What may stand here on this day."""
        if not self.dated:
            return self._described
        codes = [text for text, code in self.codes.items() if self._windows[code].holds(day)]
        return _one_of(codes or list(self.codes))

    @cached_property
    def _windows(self) -> dict[str, Window]:
        return {code: Window.of(term) for code, term in self.terms.items()}

    def nearest(self, text: str, day: date | None = None) -> tuple[Suggestion, ...]:
        """Up to three terms whose code, label or alias is most like the text, best first."""
        stripped = text.strip()
        if not stripped or len(stripped) > _LONGEST:
            return ()
        codes = dict.fromkeys(self._choices[choice] for choice, _, _ in self._most_like(stripped))
        if self.dated and day is not None:
            codes = {code: None for code in codes if self._windows[code].holds(day)}
        return tuple(self._suggestion(code) for code in list(codes)[:3])

    @cached_property
    def _choices(self) -> dict[str, str]:
        """Every text that people may have meant a term by, with the term's code."""
        choices: dict[str, str] = {}
        for code, term in self.terms.items():
            for text in (self.written[code], code, term["label"], *term["aliases"]):
                if text:
                    choices.setdefault(text, code)
        return choices

    @cached_property
    def _most_like(self) -> Callable[[str], list[tuple[str, float, int]]]:
        from rapidfuzz.distance import OSA  # only for names that are wrong
        from rapidfuzz.process import extract

        choices, scorer = list(self._choices), OSA.normalized_similarity
        return lambda text: extract(text, choices, scorer=scorer, limit=6, score_cutoff=_NEAR)

    def _suggestion(self, code: str) -> Suggestion:
        return Suggestion(self.written[code], self.terms[code]["label"])

    def encode(self, value: Any) -> str:
        """A code; an unlisted text where the vocabulary is open."""
        if not isinstance(value, str):
            raise Misfit(f"{value!r} is not a code")
        if value in self.written:
            return self.allowed(self.written[value])
        if self.shape is not None and self.shape.accepts(value) and self._decode(value) == value:
            return self.allowed(value)
        raise Misfit(f"{value!r} is not {self.describe()}", self.nearest(value))

    @property
    def write(self) -> Callable[[Any], str]:
        """A look-up, where every value is listed."""
        return self.encode if self.shape is not None or self.excluded else self.written.__getitem__

    def reads(self, text: str) -> bool:
        """Whether the text is a listed spelling, or fits an open vocabulary."""
        if text in self.table or (self.folded and fold(text) in self.folded):
            return True
        return self.shape is not None and self.shape.accepts(text)

    def joints(self) -> int | None:
        """As many as the term that holds most of them."""
        return None if self.open else max(map(separators, self.table))

    def resembles(self, text: str) -> float:
        """How much the text is like the most similar term, its case apart."""
        return self._similarity(fold(text)) if len(text) <= _LONGEST else 0.0

    @cached_property
    def _similarity(self) -> Callable[[str], float]:
        from rapidfuzz.distance import OSA  # only for names that are wrong
        from rapidfuzz.process import extractOne

        choices, scorer = self._folded_choices, OSA.normalized_similarity
        return lambda text: float(extractOne(text, choices, scorer=scorer)[1]) if choices else 0.0

    @cached_property
    def _folded_choices(self) -> list[str]:
        return [fold(choice) for choice in self._choices]

    def example(self) -> str:
        """The first term."""
        return next(iter(self.codes))

    def describe(self) -> str:
        """`one of EMEA, NA or APAC`."""
        return self._described

    @cached_property
    def _described(self) -> str:
        return _one_of(list(self.codes))


def _one_of(codes: list[str]) -> str:
    return f"one of {listed(codes)}" if len(codes) > 1 else repr(codes[0])


KIND = TermKind
