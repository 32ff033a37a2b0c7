"""What becomes of names when one convention takes the place of another."""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING, Any

from mops_taxonomy.algebra.automaton import TooLarge, build
from mops_taxonomy.algebra.comparison import Alone, Difference
from mops_taxonomy.algebra.disagreement import Across, Labels
from mops_taxonomy.algebra.language import Choice, Literal, replaced
from mops_taxonomy.algebra.machine import shortest_word, words
from mops_taxonomy.proofs.ambiguity import differ
from mops_taxonomy.proofs.fit import beyond
from mops_taxonomy.proofs.shape import form_language, shape
from mops_taxonomy.proofs.verdict import PROVED, Verdict, undecided
from mops_taxonomy.proofs.witness import dressed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date

    from mops_taxonomy.algebra.language import Language
    from mops_taxonomy.algebra.machine import Machine
    from mops_taxonomy.combination import Combination
    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form

__all__ = ["newly_accepted", "read_alike", "still_accepted"]

MOST_CANDIDATES = 60
MOST_STATES = 1_000_000
MOST_RECORDS = 60

Record = dict[str, str] | None


def still_accepted(old: Convention, new: Convention, day: date) -> Verdict:
    """Whether every name that is valid by the old convention on a day is valid by the new one."""
    reason: str | None = None
    for record in _records(old, new):
        verdict = _accepted(old, new, day, record)
        if verdict.answer == "refuted":
            return verdict
        reason = reason or verdict.reason
    return undecided(reason) if reason else PROVED


def newly_accepted(old: Convention, new: Convention, day: date) -> Verdict:
    """Whether no name is valid by the new convention that was not by the old; else the shortest that is."""
    return still_accepted(new, old, day)


def read_alike(old: Convention, new: Convention, day: date) -> Verdict:
    """Whether every name that is valid by both conventions on a day has the same readings by both."""
    reason: str | None = None
    unchanged = {form.name for form, other in _same_name(old, new) if _equal(form, other)}
    for one, other in product(old.in_force(None, day), new.in_force(None, day)):
        if one.name in unchanged and other.name in unchanged and old.first_form == new.first_form:
            continue  # two forms that both conventions have, the same in both
        verdict = _alike(old, new, (one, other), day)
        if verdict.answer == "refuted":
            return verdict
        reason = reason or verdict.reason
    return undecided(reason) if reason else PROVED


def _records(old: Convention, new: Convention) -> Iterator[Record]:
    """A record of which nothing is known, and one for every set of conditions that forms ask of records."""
    yield None
    asked: dict[str, dict[str, None]] = {}
    for form in (*old.forms, *new.forms):
        for key, values in form.when.items():
            asked.setdefault(key, {}).update(dict.fromkeys(values))
    choices = [[(key, value) for value in values] for key, values in asked.items()]
    seen: set[tuple[Any, ...]] = set()
    for pairs in islice(product(*choices), MOST_RECORDS) if choices else ():
        record = dict(pairs)
        forms = tuple(
            form.name for convention in (old, new) for form in convention.forms if form.applies(record)
        )
        if forms not in seen:
            seen.add(forms)
            yield record


def _accepted(old: Convention, new: Convention, day: date, record: Record) -> Verdict:
    forms = new.in_force(record, day)

    def lost(text: str) -> bool:
        return old.is_valid(text, record, day) and not new.is_valid(text, record, day)

    try:
        languages: list[Language] = [form_language(new, form, day) for form in forms]
        allowed = build(Choice(tuple(languages)))
        for form in old.in_force(record, day):
            verdict = _lost_of(
                old, new, form, Difference(shape(old, form, day).automaton, allowed), lost, day
            )
            if verdict.answer != "proved":
                return verdict
        return _doubts_and_limits(old, new, day, record, lost)
    except TooLarge as error:
        return undecided(f"an automaton is too large: {error}")


def _lost_of(
    old: Convention, new: Convention, form: Form, machine: Machine, lost: Callable[[str], bool], day: date
) -> Verdict:
    """The shortest name of an old form that is no name any more."""
    first = shortest_word(machine, MOST_STATES)
    if first is None:
        return PROVED
    candidates = [first] if lost(first) else islice(words(machine, MOST_STATES), MOST_CANDIDATES)
    found = _first(candidates, lost, old, day)
    if found is not None:
        return _refuted(found, new, day)
    return undecided(
        f"by their shape, names such as `{first}` of `{form.name}` are lost, but none of those tried was valid"
    )


def _first(
    candidates: Iterable[str], wanted: Callable[[str], bool], convention: Convention, day: date
) -> str | None:
    for text in candidates:
        if wanted(text):
            return dressed(text, day, convention, lambda changed, _: wanted(changed))
    return None


def _refuted(text: str, new: Convention, day: date) -> Verdict:
    findings = [finding for finding in new.check(text, as_of=day).findings if finding.severity == "error"]
    return Verdict("refuted", text, detail=findings[0].message if findings else None, day=day)


def _doubts_and_limits(
    old: Convention, new: Convention, day: date, record: Record, lost: Callable[[str], bool]
) -> Verdict:
    """What languages do not state: combinations and the like, and the limits of the systems."""
    known: dict[str, str] = {}
    for form in old.in_force(record, day):
        known.update(shape(old, form, day).doubts)
    open_: dict[str, None] = {}
    for form in new.in_force(record, day):
        open_.update(
            dict.fromkeys(
                words for words, basis in shape(new, form, day).doubts.items() if known.get(words) != basis
            )
        )
    candidates = (*beyond(old, new, day), *_refused_pairs(old, new, day))
    found = _first(candidates, lost, old, day)
    if found is not None:
        return _refuted(found, new, day)
    if not open_:
        return PROVED
    return undecided(f"it depends on what no automaton states: {'; '.join(open_)}")


def _refused_pairs(old: Convention, new: Convention, day: date) -> Iterator[str]:
    """Old names with values that a combination of the new convention does not let stand together."""
    before = {(one.first, one.second, repr(one.allow)) for one in old.combinations}
    for combination in new.combinations:
        key = (combination.first, combination.second, repr(combination.allow))
        if combination.severity == "error" and key not in before:
            for form in old.in_force(None, day):
                if combination.applies(form.kinds):
                    yield from _names_of_pairs(old, form, combination, day)


def _names_of_pairs(old: Convention, form: Form, combination: Combination, day: date) -> Iterator[str]:
    firsts, seconds = (_listed(form, path) for path in (combination.first, combination.second))
    refused = (
        (a, b)
        for (one, a), (other, b) in product(firsts.items(), seconds.items())
        if combination.refused({combination.first: one, combination.second: other}) is not None
    )
    language = form_language(old, form, day)
    for a, b in islice(refused, MOST_CANDIDATES):
        chosen = {combination.first: Literal(a), combination.second: Literal(b)}

        def part(index: int, whole: Language, chosen: Mapping[str, Language] = chosen) -> Language:
            return chosen.get(form.pieces[index].path or "", whole)

        name = shortest_word(Alone(build(replaced(language, part))), MOST_STATES)
        if name is not None:
            yield name


def _listed(form: Form, path: str) -> dict[str, str]:
    """The codes of a field with their spellings; empty where the field has none."""
    written: dict[str, str] = getattr(form.kinds[path][0], "written", {})
    return written


def _same_name(old: Convention, new: Convention) -> Iterator[tuple[Form, Form]]:
    by_name = {form.name: form for form in new.forms}
    return ((form, by_name[form.name]) for form in old.forms if form.name in by_name)


def _equal(form: Form, other: Form) -> bool:
    """Whether two forms read every text alike."""
    return (
        form.template == other.template
        and form.window == other.window
        and form.when == other.when
        and form.spec["fields"] == other.spec["fields"]
        and len(form.pieces) == len(other.pieces)
        and all(
            mine.path == theirs.path
            and mine.context == theirs.context
            and (
                (mine.kind is None and theirs.kind is None)
                or bool(mine.kind and theirs.kind and mine.kind.agrees(theirs.kind))
            )
            for mine, theirs in zip(form.pieces, other.pieces, strict=True)
        )
    )


def _alike(old: Convention, new: Convention, forms: tuple[Form, Form], day: date) -> Verdict:
    one, other = forms
    labels = Labels(
        lambda a, b: differ(one.pieces[a] if a >= 0 else None, other.pieces[b] if b >= 0 else None),
        lambda *_: False,
    )

    def changed(text: str) -> bool:
        before = [name.values for name in old.readings(text, as_of=day)]
        after = [name.values for name in new.readings(text, as_of=day)]
        return bool(before and after) and not (
            all(values in after for values in before) and all(values in before for values in after)
        )

    try:
        machine = Across(shape(old, one, day).automaton, shape(new, other, day).automaton, labels)
        first = shortest_word(machine, MOST_STATES)
        if first is None:
            return PROVED
        candidates = [first] if changed(first) else islice(words(machine, MOST_STATES), MOST_CANDIDATES)
        found = _first(candidates, changed, old, day)
    except TooLarge as error:
        return undecided(f"an automaton is too large: {error}")
    if found is None:
        return undecided(
            f"by their shape, names such as `{first}` could be read differently, but none of those tried is"
        )
    return Verdict("refuted", found, detail=_difference(old, new, found, day), day=day)


def _difference(old: Convention, new: Convention, text: str, day: date) -> str:
    """`region` was NA, is EMEA."""
    before, after = (list(convention.readings(text, as_of=day)) for convention in (old, new))
    if len(before) != len(after):
        return f"it had {_counted(len(before))}, it has {_counted(len(after))}"
    was, now = before[0].values, after[0].values
    parts = [
        f"`{path}` was {_worded(was.get(path))}, is {_worded(now.get(path))}"
        for path in dict.fromkeys((*was, *now))
        if was.get(path) != now.get(path)
    ]
    return "; ".join(parts)


def _worded(value: Any) -> str:
    return (
        "absent"
        if value is None
        else f"[{', '.join(map(str, value))}]"
        if isinstance(value, tuple)
        else str(value)
    )


def _counted(number: int) -> str:
    return "1 reading" if number == 1 else f"{number} readings"
