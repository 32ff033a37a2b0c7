"""What is proved of a convention holds for every one of its names; what is refuted is shown by one of them."""

from __future__ import annotations

from functools import cached_property
from itertools import combinations, product
from random import Random
from typing import TYPE_CHECKING, Any

from hypothesis import given

from mops_taxonomy import Taxonomy
from mops_taxonomy.proofs.ambiguity import one_reading, questions
from mops_taxonomy.proofs.comparison import newly_accepted, read_alike, still_accepted
from mops_taxonomy.proofs.fit import fit, fits, measured
from mops_taxonomy.proofs.shape import shape
from tests.property.small import DAYS, TODAY, documents, listed, loaded, pairs
from tests.property.small_documents import changed, respelt, small_document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from mops_taxonomy import Convention, Name
    from mops_taxonomy.form import Form
    from mops_taxonomy.proofs.ambiguity import Question
    from mops_taxonomy.proofs.verdict import Verdict

    Spec = dict[str, Any]
    Readings = dict[str, list[Name]]

SEEDS = range(120)
"""The conventions of which few questions may be left undecided."""


class Listing:
    """A small convention, and what the parser says of every text that could be its name."""

    def __init__(self, document: Spec) -> None:
        self.document = document
        self.taxonomy = Taxonomy.load(document)
        self.convention = self.taxonomy.convention("main")
        self.days = DAYS if "since" in repr(document) or "until" in repr(document) else DAYS[:1]
        self.texts = listed(self.taxonomy)

    @cached_property
    def readings(self) -> dict[date, Readings]:
        """The readings of every valid name, by day."""
        return {day: dict(self._read(day)) for day in self.days}

    def _read(self, day: date) -> Iterator[tuple[str, list[Name]]]:
        for text in self.texts:
            names = list(self.convention.readings(text, as_of=day))
            if names:
                yield text, names

    def names(self, form: Form, day: date) -> list[str]:
        """What a form reads on a day, the limits of the systems apart."""
        return [text for text in self.texts if self.convention.analysed(text, [form], day).readings]


# -- shapes --


@given(documents())
def test_a_shape_holds_every_name(document: Spec) -> None:
    """The automaton of a form accepts all that the parser reads; without doubts, nothing else."""
    listing = Listing(document)
    for form, day in product(listing.convention.forms, listing.days):
        exact = shape(listing.convention, form, day)
        always = shape(listing.convention, form, None).automaton
        names = set(listing.names(form, day))
        for text in listing.texts:
            accepted = exact.automaton.accepts(text)
            assert accepted or text not in names, f"{text!r} on {day}"
            assert always.accepts(text) or text not in names, f"{text!r} on {day}, of all days"
            assert exact.doubts or not accepted or text in names, f"{text!r} on {day} is no name"


# -- two readings --


def shows(question: Question, listing: Listing, text: str, day: date) -> bool:
    """Whether the readings of a name are two of the sort that a question is about."""
    left = [name.values for name in listing.readings[day][text]]
    # Of equal readings the first form's is listed: another form may have them too.
    by_form = [
        [one for one in listing.convention.analysed(text, [form], day).readings if one.values in left]
        for form in question.forms
        if form.window.holds(day)
    ]
    if len(by_form) < len(question.forms):
        return False
    if len(by_form) > 1:
        return any(one.values != other.values for one, other in product(*by_form))
    if question.field is None:
        return len({one.segments for one in by_form[0]}) > 1
    return any(
        one.segments == other.segments and one.values[question.field] != other.values[question.field]
        for one, other in combinations(by_form[0], 2)
        if question.field in one.values
    )


def disputed(listing: Listing, question: Question) -> list[str]:
    """Every name that shows it on some day, shortest first."""
    found = {
        text: None
        for day, readings in listing.readings.items()
        for text in readings
        if shows(question, listing, text, day)
    }
    return sorted(found, key=len)


def check_question(listing: Listing, question: Question) -> Verdict:
    """Compare the answer to one question with every name there is."""
    verdict = question.verdict()
    found = disputed(listing, question)
    about = f"{[form.name for form in question.forms]} {question.field}: {verdict}, {found[:3]}"
    if verdict.answer == "proved":
        assert not found, about
    elif verdict.answer == "refuted":
        assert verdict.witness in listing.texts, about
        assert verdict.day is not None
        names = list(listing.convention.readings(verdict.witness, as_of=verdict.day))
        assert len(names) > 1, about
        assert verdict.detail
        # Elsewhere a shorter name may not be among those that are tried, or is shown with its aliases written out.
        sure = question.field is None and len(question.forms) == 1 and "accept" not in repr(listing.document)
        if sure and not shape(listing.convention, question.forms[0], None).doubts:
            assert len(verdict.witness) == len(found[0]), about
    else:
        assert verdict.reason
        assert "None" not in verdict.reason, about
    return verdict


@given(documents())
def test_questions_of_two_readings(document: Spec) -> None:
    """Proved: no name has two readings of that sort on any day. Refuted: the witness has, on its day."""
    listing = Listing(document)
    for question in questions(listing.convention, today=TODAY):
        check_question(listing, question)


@given(documents())
def test_names_of_two_readings_are_found(document: Spec) -> None:
    """On a day, no name has two readings, or one is shown that has: as short as any, where nothing is in doubt."""
    listing = Listing(document)
    sure = not any(shape(listing.convention, form, None).doubts for form in listing.convention.forms)
    for day, readings in listing.readings.items():
        verdict = one_reading(listing.convention, day)
        found = [text for text, names in readings.items() if len(names) > 1]
        if verdict.answer == "proved":
            assert not found, f"{found[0]!r} on {day}"
        elif verdict.answer == "refuted":
            assert verdict.day == day
            assert verdict.witness in found, f"{verdict} on {day}"
        else:
            assert not sure or not found, f"{verdict}, but {found[0]!r} on {day}"


# -- fit --


@given(documents())
def test_how_long_names_are(document: Spec) -> None:
    """The shortest and the longest name of a form, in characters and in bytes, are those of the list."""
    for letters in ("ab", "éb", "a😀"):
        listing = Listing(respelt(document, letters))
        for form in listing.convention.forms:
            names = listing.names(form, TODAY)
            for unit in ("characters", "bytes") if names else ():
                limit = {"max_length": 3, "unit": unit, "system": None, "status": "declared"}
                sizes = [measured(text, limit) for text in names]
                check_fit(listing, form, limit, (min(sizes), max(sizes)))


def check_fit(listing: Listing, form: Form, limit: dict[str, Any], sizes: tuple[int, int]) -> None:
    """Compare how the names of a form fit a limit with the least and the greatest size of them."""
    found = fit(listing.convention, form, limit, TODAY)
    least, most = found.least, found.longest.size
    assert least is not None
    assert found.shortest is not None
    assert least == measured(found.shortest, limit) <= sizes[0]
    assert found.never == (least > limit["max_length"])
    if most is None:
        assert found.example is not None
    else:
        assert found.longest.word is not None
        assert sizes[1] <= measured(found.longest.word, limit) == most == sum(found.longest.shares.values())
        assert (found.example is not None) == (most > limit["max_length"])
    if not shape(listing.convention, form, TODAY).doubts:
        assert (least, most) == sizes


@given(documents())
def test_names_fit_or_one_is_shown_that_does_not(document: Spec) -> None:
    """Proved: every name keeps the limit. Refuted: the witness is a name but for its length."""
    document["conventions"]["main"]["max_length"] = 2
    listing = Listing(document)
    for day in listing.days:
        forms = listing.convention.in_force(None, day)
        verdict = fits(listing.convention, day)
        names = {text for form in forms for text in listing.names(form, day)}
        long = {text for text in names if len(text) > 2}
        if verdict.answer == "proved":
            assert not long, f"{min(long)!r} on {day}"
        elif verdict.answer == "refuted":
            assert verdict.witness in long, f"{verdict} on {day}"
        else:
            assert verdict.reason


# -- from one convention to another --


def records(old: Convention, new: Convention) -> list[dict[str, str] | None]:
    """Nothing known, and every value of what forms ask of a record, with one that none of them names."""
    asked = [form.when.get("channel", []) for form in (*old.forms, *new.forms)]
    values = dict.fromkeys([*(value for some in asked for value in some), "Z"])
    return [None, *({"channel": value} for value in values)]


def lost(old: Convention, new: Convention, texts: list[str], day: date) -> list[str]:
    """The names of the one that are none of the other, for some record."""
    return [
        text
        for text in texts
        if any(
            old.is_valid(text, record, day) and not new.is_valid(text, record, day)
            for record in records(old, new)
        )
    ]


def reread(old: Convention, new: Convention, texts: list[str], day: date) -> list[str]:
    """The names of both that have other readings."""
    return [
        text
        for text in texts
        if (before := _values(old, text, day)) and (after := _values(new, text, day)) and before != after
    ]


def _values(convention: Convention, text: str, day: date) -> list[str]:
    return sorted(repr(sorted(name.values.items())) for name in convention.readings(text, as_of=day))


def check_change(documents: tuple[Spec, Spec], day: date) -> list[Verdict]:
    """Compare what is said of a change with every text that is a name before or after it."""
    taxonomies = [Taxonomy.load(document) for document in documents]
    old, new = (taxonomy.convention("main") for taxonomy in taxonomies)
    texts = listed(*taxonomies)
    answers = [
        (still_accepted(old, new, day), lost(old, new, texts, day)),
        (newly_accepted(old, new, day), lost(new, old, texts, day)),
        (read_alike(old, new, day), reread(old, new, texts, day)),
    ]
    for question, (verdict, found) in zip(("kept", "new", "read"), answers, strict=True):
        about = f"{question} on {day}: {verdict}, {found[:3]}"
        if verdict.answer == "proved":
            assert not found, about
        elif verdict.answer == "refuted":
            assert verdict.witness in found, about
            assert verdict.day == day
        else:
            assert verdict.reason, about
    return [verdict for verdict, _ in answers]


@given(pairs())
def test_what_becomes_of_names(documents: tuple[Spec, Spec]) -> None:
    """Names kept, new names, and names read otherwise after a change are those of the list."""
    for day in Listing(documents[0]).days[:2]:
        check_change(documents, day)


@given(documents())
def test_nothing_becomes_of_names_without_a_change(document: Spec) -> None:
    """Of a convention and itself everything is proved."""
    one, other = (Taxonomy.load(document).convention("main") for _ in range(2))
    for ask in (still_accepted, newly_accepted, read_alike):
        assert ask(one, other, TODAY).answer == "proved", ask.__name__


# -- how much is decided, and always alike --


def of_seeds() -> Iterator[tuple[Spec, Spec]]:
    """The same small taxonomies at every call, each with a change."""
    for seed in SEEDS:
        random = Random(seed)  # noqa: S311  the same documents every time are wanted
        document = small_document(random)
        after = changed(document, random)
        if loaded(document) and loaded(after):
            yield document, after


def test_little_is_left_undecided() -> None:
    """Of the questions about conventions few are not decided, of those about changes not many."""
    asked: list[Verdict] = []
    compared: list[Verdict] = []
    for before, after in of_seeds():
        old, new = (Taxonomy.load(document).convention("main") for document in (before, after))
        asked += [question.verdict() for question in questions(old, today=TODAY)]
        compared += [ask(old, new, TODAY) for ask in (still_accepted, newly_accepted, read_alike)]
    assert len(asked) > 2 * len(SEEDS)
    assert sum(verdict.answer == "not decided" for verdict in asked) < 0.05 * len(asked)
    assert sum(verdict.answer == "not decided" for verdict in compared) < 0.15 * len(compared)


@given(pairs())
def test_verdicts_are_always_the_same(documents: tuple[Spec, Spec]) -> None:
    """Two loads of a taxonomy get the same answers, down to the witness and its words."""

    def told() -> list[Verdict]:
        old, new = (Taxonomy.load(document).convention("main") for document in documents)
        asked = [question.verdict() for question in questions(old, today=TODAY)]
        return [*asked, *(ask(old, new, TODAY) for ask in (still_accepted, newly_accepted, read_alike))]

    assert told() == told()
