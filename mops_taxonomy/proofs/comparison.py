"""What becomes of names when one convention takes the place of another."""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING, Any

from mops_taxonomy.algebra.automaton import TooLarge, build
from mops_taxonomy.algebra.comparison import Alone, Difference, difference
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

    from mops_taxonomy.algebra.automaton import Automaton
    from mops_taxonomy.algebra.language import Language
    from mops_taxonomy.algebra.machine import Machine
    from mops_taxonomy.combination import Combination
    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form
    from mops_taxonomy.structure import Piece

__all__ = ["newly_accepted", "read_alike", "still_accepted"]

MOST_CANDIDATES = 60
MOST_STATES = 1_000_000
MOST_RECORDS = 60

Record = dict[str, str] | None

_OTHER = "\0"
"""A value of a record that no form asks for."""


def still_accepted(old: Convention, new: Convention, day: date) -> Verdict:
    """Whether every name that is valid by the old convention on a day is valid by the new one, whatever its record."""
    if _identical(old, new):
        return PROVED
    reason: str | None = None
    for number, record in enumerate(_records(old, new)):
        if number == MOST_RECORDS:
            return undecided("there are too many kinds of record to look at each")
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
    if _identical(old, new):
        return PROVED
    reason: str | None = None
    unchanged = {form.name for form, other in _same_name(old, new) if _alike_in_all(form, other)}
    same = _same_rules(old, new)
    for one, other in product(old.in_force(None, day), new.in_force(None, day)):
        if same and one.name in unchanged and other.name in unchanged:
            continue  # two forms that both conventions have, the same in both
        verdict = _alike(old, new, (one, other), day)
        if verdict.answer == "refuted":
            return verdict
        reason = reason or verdict.reason
    return undecided(reason) if reason else PROVED


def _records(old: Convention, new: Convention) -> Iterator[Record]:
    """A record of which nothing is known, and one for every set of conditions that forms ask of records.

    A record of which some things are known accepts what each record accepts that it may be: it needs no look.
    """
    yield None
    asked: dict[str, dict[str, None]] = {}
    for form in (*old.forms, *new.forms):
        for key, values in form.when.items():
            asked.setdefault(key, {}).update(dict.fromkeys(values))
    # Beside the values that are asked for, there is any other.
    choices = [[(key, value) for value in (*values, _OTHER)] for key, values in asked.items()]
    seen: set[tuple[Any, ...]] = set()
    for pairs in product(*choices) if choices else ():
        record = dict(pairs)
        forms = tuple(tuple(form.applies(record) for form in convention.forms) for convention in (old, new))
        if forms not in seen:
            seen.add(forms)
            yield record


def _accepted(old: Convention, new: Convention, day: date, record: Record) -> Verdict:
    """Form by form: every name of it is valid still, by the same form or by others that leave nothing open."""
    forms = new.in_force(record, day)

    def lost(text: str) -> bool:
        return old.is_valid(text, record, day) and not new.is_valid(text, record, day)

    reason: str | None = None
    try:
        anywhere = _union(new, forms, day)
        surely = _union(new, [form for form in forms if not shape(new, form, day).doubts], day)
        for form in old.in_force(record, day):
            if _no_stricter(old, new) and any(_equal(form, other) for other in forms):
                continue
            mine = shape(old, form, day)
            verdict = _lost_of(old, new, form, Difference(mine.automaton, anywhere), lost, day, record)
            if verdict.answer == "refuted":
                return verdict
            if verdict.answer == "proved" and difference(mine.automaton, surely) is not None:
                verdict = _open(old, new, forms, form, lost, day, record)
                if verdict.answer == "refuted":
                    return verdict
            reason = reason or verdict.reason
        for form in old.in_force(record, day):
            verdict = _within_limits(old, new, form, lost, day, record)
            if verdict.answer == "refuted":
                return verdict
            reason = reason or verdict.reason
    except TooLarge as error:
        return undecided(f"an automaton is too large: {error}")
    return undecided(reason) if reason else PROVED


def _union(convention: Convention, forms: list[Form], day: date) -> Automaton:
    languages: list[Language] = [form_language(convention, form, day) for form in forms]
    return build(Choice(tuple(languages)))


def _no_stricter(old: Convention, new: Convention) -> bool:
    """Whether nothing that a name must keep beside its form is asked for more than before."""
    if old.strict or new.strict or old.lowered - new.lowered:
        return False
    return all(
        one.severity != "error" or any(_covers(one, other) for other in old.combinations)
        for one in new.combinations
    )


def _covers(new: Combination, old: Combination) -> bool:
    """Whether the old combination refuses all that the new one does."""
    if (new.first, new.second, old.severity) != (old.first, old.second, "error"):
        return False
    if new.allow == old.allow:
        return isinstance(new.allow, dict) or new.parents == old.parents
    if not (isinstance(new.allow, dict) and isinstance(old.allow, dict)):
        return False
    before, after = old.allow, new.allow
    return all(code in before and set(before[code]) <= set(after[code]) for code in after)


def _open(
    old: Convention,
    new: Convention,
    forms: list[Form],
    form: Form,
    lost: Callable[[str], bool],
    day: date,
    record: Record,
) -> Verdict:
    """Names whose fate depends on what no automaton states: some are tried."""
    names = (
        *_refused_pairs(old, new, form, day),
        *islice(words(Alone(shape(old, form, day).automaton)), MOST_CANDIDATES),
    )
    found = _first(names, lost, old, day)
    if found is not None:
        return _refuted(found, new, day, record)
    doubts = dict.fromkeys(doubt for other in forms for doubt in shape(new, other, day).doubts)
    return undecided(f"it depends on what no automaton states: {'; '.join(doubts)}")


def _within_limits(
    old: Convention, new: Convention, form: Form, lost: Callable[[str], bool], day: date, record: Record
) -> Verdict:
    reason: str | None = None
    for limit, names in beyond(old, new, form, day):
        found = _first(names, lost, old, day)
        if found is not None:
            return _refuted(found, new, day, record)
        reason = reason or f"{limit}: none of those tried was valid before"
    return undecided(reason) if reason else PROVED


def _lost_of(
    old: Convention,
    new: Convention,
    form: Form,
    machine: Machine,
    lost: Callable[[str], bool],
    day: date,
    record: Record,
) -> Verdict:
    """The shortest name of an old form that is no name any more."""
    first = shortest_word(machine, MOST_STATES)
    if first is None:
        return PROVED
    candidates = [first] if lost(first) else islice(words(machine, MOST_STATES), MOST_CANDIDATES)
    found = _first(candidates, lost, old, day)
    if found is not None:
        return _refuted(found, new, day, record)
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


def _refuted(text: str, new: Convention, day: date, record: Record) -> Verdict:
    findings = [one for one in new.check(text, record, day).findings if one.severity == "error"]
    known = ", ".join(
        f"{key} is {'none of these' if value == _OTHER else value}" for key, value in (record or {}).items()
    )
    parts = [*([findings[0].message] if findings else []), *([f"where {known}"] if known else [])]
    return Verdict("refuted", text, detail=", ".join(parts) or None, day=day)


def _refused_pairs(old: Convention, new: Convention, form: Form, day: date) -> Iterator[str]:
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
    """Whether two forms surely read the same texts, mean the same by them and find the same at fault."""
    return (
        form.template == other.template
        and form.spec["fields"] == other.spec["fields"]
        and form.structure.ordered == other.structure.ordered
        and len(form.pieces) == len(other.pieces)
        and all(map(_equal_pieces, form.pieces, other.pieces))
        and len(form.structure.combinations) == len(other.structure.combinations)
        and all(map(_covers_both, form.structure.combinations, other.structure.combinations))
    )


def _equal_pieces(mine: Piece, theirs: Piece) -> bool:
    inner = [(one.window, one.name, one.tolerated) for one in mine.context.inner]
    if inner != [(one.window, one.name, one.tolerated) for one in theirs.context.inner]:
        return False
    if mine.kind is None or theirs.kind is None:
        return mine.kind is theirs.kind
    return (
        mine.path == theirs.path
        and mine.context.choices == theirs.context.choices
        and mine.kind.same(theirs.kind)
    )


def _covers_both(one: Combination, other: Combination) -> bool:
    return (one.first, one.second, one.severity, one.allow, one.parents) == (
        other.first,
        other.second,
        other.severity,
        other.allow,
        other.parents,
    )


def _same_rules(old: Convention, new: Convention) -> bool:
    """Whether the conventions ask the same beside their forms, and prefer the same."""
    return (
        old.first_form == new.first_form
        and (old.lowered, old.strict) == (new.lowered, new.strict)
        and (not old.strict or old.levels == new.levels)
        and len(old.combinations) == len(new.combinations)
        and all(map(_covers_both, old.combinations, new.combinations))
    )


def _identical(old: Convention, new: Convention) -> bool:
    """Whether the two surely judge every name alike."""
    return (
        _same_rules(old, new)
        and old.spec["limits"] == new.spec["limits"]
        and len(old.forms) == len(new.forms)
        and all(map(_alike_in_all, old.forms, new.forms))
    )


def _alike_in_all(form: Form, other: Form) -> bool:
    """Whether two forms are equal, and apply on the same days to the same records."""
    return _equal(form, other) and (form.name, form.window, form.when, form.tolerated) == (
        other.name,
        other.window,
        other.when,
        other.tolerated,
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
