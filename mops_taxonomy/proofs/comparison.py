"""What becomes of names when one convention takes the place of another."""

from __future__ import annotations

from itertools import chain, islice, product
from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.algebra.automaton import build
from mops_taxonomy.algebra.comparison import Alone, Difference, difference, disjoint
from mops_taxonomy.algebra.disagreement import Across, Labels
from mops_taxonomy.algebra.language import Choice
from mops_taxonomy.algebra.machine import shortest_word
from mops_taxonomy.proofs.ambiguity import differ
from mops_taxonomy.proofs.equality import admits, alike_in_all, identical, no_stricter, same_rules
from mops_taxonomy.proofs.fit import beyond
from mops_taxonomy.proofs.refusals import refused_pairs
from mops_taxonomy.proofs.shape import form_language, shape
from mops_taxonomy.proofs.verdict import PROVED, Verdict, together, undecided
from mops_taxonomy.proofs.witness import MOST_STATES, candidates, dressed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from mops_taxonomy.algebra.automaton import Automaton
    from mops_taxonomy.algebra.language import Language
    from mops_taxonomy.algebra.machine import Machine
    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form

__all__ = ["newly_accepted", "read_alike", "still_accepted"]

MOST_RECORDS = 60

Record = dict[str, str] | None

_OTHER = "\0"
"""A value of a record that no form asks for."""


class Succession(NamedTuple):
    """One convention in the place of another, on a day, for one kind of record."""

    old: Convention
    new: Convention
    day: date
    record: Record

    def lost(self, text: str) -> bool:
        """Whether the text was valid and is so no more."""
        given = (text, self.record, self.day)
        return self.old.is_valid(*given) and not self.new.is_valid(*given)

    def refuted(self, candidates: Iterable[str]) -> Verdict | None:
        """The first of some names that is lost, and why; None where none of them is."""
        text = next(filter(self.lost, candidates), None)
        if text is None:
            return None
        text = dressed(text, self.day, self.old, lambda changed, _: self.lost(changed))
        findings = self.new.check(text, self.record, self.day).findings
        why = [finding.message for finding in findings if finding.severity == "error"][:1]
        known = ", ".join(f"{key} is {_named(value)}" for key, value in (self.record or {}).items())
        detail = ", ".join([*why, *([f"where {known}"] if known else [])])
        return Verdict("refuted", text, detail=detail or None, day=self.day)


def still_accepted(old: Convention, new: Convention, day: date) -> Verdict:
    """Whether every name that is valid by the old convention on a day is valid by the new one, whatever its record."""
    if identical(old, new):
        return PROVED
    records = list(islice(_records(old, new), MOST_RECORDS + 1))
    if len(records) > MOST_RECORDS:
        return undecided("there are too many kinds of record to look at each")
    return together(_accepted(Succession(old, new, day, record)) for record in records)


def newly_accepted(old: Convention, new: Convention, day: date) -> Verdict:
    """Whether no name is valid by the new convention that was not by the old; else the shortest that is."""
    return still_accepted(new, old, day)


def read_alike(old: Convention, new: Convention, day: date) -> Verdict:
    """Whether every name that is valid by both conventions on a day has the same readings by both."""
    if identical(old, new):
        return PROVED
    by_name = {form.name: form for form in new.forms}
    unchanged = {
        form.name for form in old.forms if form.name in by_name and alike_in_all(form, by_name[form.name])
    }
    same = same_rules(old, new)
    pairs = (
        (one, other)
        for one, other in product(old.in_force(None, day), new.in_force(None, day))
        # Two forms that both conventions have, the same in both, read as they did.
        if not (same and one.name in unchanged and other.name in unchanged)
    )
    return together(_alike(old, new, pair, day) for pair in pairs)


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


def _accepted(change: Succession) -> Iterator[Verdict]:
    """Form by form: every name of it is valid still, by the same form or by others that leave nothing open."""
    old, new, day, record = change
    forms = new.in_force(record, day)
    anywhere = _union(new, forms, day)
    surely = _union(new, [form for form in forms if not shape(new, form, day).doubts], day)
    for form in old.in_force(record, day):
        if not (no_stricter(old, new) and any(admits(other, form) for other in forms)):
            yield _lost_of(change, form, Difference(shape(old, form, day).automaton, anywhere))
            if difference(shape(old, form, day).automaton, surely) is not None:
                yield _open(change, forms, form)
        yield from _within_limits(change, form)


def _union(convention: Convention, forms: list[Form], day: date) -> Automaton:
    languages: list[Language] = [form_language(convention, form, day) for form in forms]
    return build(Choice(tuple(languages)))


def _lost_of(change: Succession, form: Form, machine: Machine) -> Verdict:
    """The shortest name of an old form that is no name any more."""
    first = shortest_word(machine, MOST_STATES)
    if first is None:
        return PROVED
    found = change.refuted([first]) or change.refuted(candidates(machine))
    return found or undecided(
        f"by their shape, names such as `{first}` of `{form.name}` are lost, but none of those tried was valid"
    )


def _open(change: Succession, forms: list[Form], form: Form) -> Verdict:
    """Names whose fate depends on what no automaton states: some are tried."""
    old, new, day, _ = change
    some = candidates(Alone(shape(old, form, day).automaton))
    found = change.refuted(refused_pairs(old, new, form, day)) or change.refuted(some)
    doubts = dict.fromkeys(doubt for other in forms for doubt in shape(new, other, day).doubts)
    return found or undecided(f"it depends on what no proof covers: {'; '.join(doubts)}")


def _within_limits(change: Succession, form: Form) -> Iterator[Verdict]:
    """Whether names keep the limits that are new."""
    for limit, names in beyond(change.old, change.new, form, change.day):
        yield change.refuted(names) or undecided(f"{limit}: none of those tried was valid before")


def _named(value: str) -> str:
    return "none of these" if value == _OTHER else value


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

    left, right = shape(old, one, day), shape(new, other, day)
    live = (left.live, right.live)
    if disjoint(left.automaton, right.automaton, live):
        return PROVED
    machine = Across(left.automaton, right.automaton, labels, live)
    first = shortest_word(machine, MOST_STATES)
    if first is None:
        return PROVED
    found = next(filter(changed, chain([first], candidates(machine))), None)
    if found is None:
        return undecided(
            f"by their shape, names such as `{first}` could be read differently, but none of those tried is"
        )
    found = dressed(found, day, old, lambda text, _: changed(text))
    return Verdict("refuted", found, detail=_difference(old, new, found, day), day=day)


def _difference(old: Convention, new: Convention, text: str, day: date) -> str:
    """`region` was NA, is EMEA."""
    before, after = (
        [name.values for name in convention.readings(text, as_of=day)] for convention in (old, new)
    )
    if len(before) != len(after):
        return f"it had {_counted(len(before))}, it has {_counted(len(after))}"
    was = next(values for values in before if values not in after)
    now = next(values for values in after if values not in before)
    parts = [
        f"`{path}` was {_worded(was.get(path))}, is {_worded(now.get(path))}"
        for path in dict.fromkeys((*was, *now))
        if was.get(path) != now.get(path)
    ]
    return "; ".join(parts)


def _worded(value: Any) -> str:
    if value is None:
        return "absent"
    return f"[{', '.join(map(str, value))}]" if isinstance(value, tuple) else str(value)


def _counted(number: int) -> str:
    return "1 reading" if number == 1 else f"{number} readings"
