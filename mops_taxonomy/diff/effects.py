"""What a change of the taxonomy does to the names of its conventions, decided and not guessed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.diff.bearing import bearing, in_force, moments
from mops_taxonomy.diff.change import Change
from mops_taxonomy.diff.words import quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from mops_taxonomy.convention import Convention
    from mops_taxonomy.diff.change import Impact, Kind
    from mops_taxonomy.diff.pair import Pair
    from mops_taxonomy.proofs.verdict import Verdict

    Proof = Callable[[Convention, Convention, date], Verdict]

__all__ = ["Outcome", "effects"]


class Outcome(NamedTuple):
    """What was found out.

    Attributes:
        effects: on the names of each convention that is in both taxonomies.
        harmless: the ids of the conventions whose every name is accepted and read as before.
        untouched: the ids of those on whose names nothing bears that changed.
    """

    effects: tuple[Change, ...]
    harmless: frozenset[str]
    untouched: tuple[str, ...]


def effects(pair: Pair, old: Mapping[str, Convention], new: Mapping[str, Convention], day: date) -> Outcome:
    """The effects on every convention that is in both taxonomies.

    Args:
        pair: the two taxonomies.
        old: the conventions of the older one, by id.
        new: those of the newer one.
        day: the last day that counts.
    """
    found: list[Change] = []
    harmless: set[str] = set()
    untouched: list[str] = []
    for name in pair.conventions:
        before, after = bearing(pair.old, name), bearing(pair.new, name)
        if before == after:
            untouched.append(name)
            continue
        told = list(_Effects(old[name], new[name], _days(before, after, day), day).all())
        found += told
        if all(effect.kind == "kept" for effect in told if effect.path[1] in {"accepted", "read"}):
            harmless.add(name)
    return Outcome(tuple(found), frozenset(harmless.union(untouched)), tuple(untouched))


def _days(before: Any, after: Any, last: date) -> list[date]:
    """The last day of each span in which the same is in force and differs, the latest first."""
    limits = [
        date.fromisoformat(day) + timedelta(days=kind == "until")
        for one in (before, after)
        for kind, day in moments(one)
    ]
    ends = {start - timedelta(days=1) for start in limits if start <= last} | {last}
    days = sorted(ends, reverse=True)
    return [day for day in days if in_force(before, day.isoformat()) != in_force(after, day.isoformat())]


class _Effects(NamedTuple):
    """The proofs for one convention."""

    old: Convention
    new: Convention
    days: Sequence[date]
    last: date

    def all(self) -> Iterator[Change]:
        """What is proved, refuted or not decided of its names, the gravest first."""
        from mops_taxonomy.proofs.comparison import newly_accepted, read_alike, still_accepted

        yield self._accepted(still_accepted)
        yield self._read(read_alike)
        if self.last in self.days:
            yield from self._readings()
            yield from self._lengths()
            yield from self._new_names(newly_accepted)

    def _accepted(self, proof: Proof) -> Change:
        day, verdict = self._decided(proof)
        if verdict is None:
            return self._effect(
                "kept", "accepted", "every name that was valid still is (proved)", "compatible"
            )
        if verdict.answer == "not decided":
            return self._undecided("accepted", "whether every name that was valid still is", verdict)
        why = verdict.detail or self._refusal(verdict.witness or "", day)
        message = f"{quoted(verdict.witness or '')} was valid{self._on(day)} and is not any more{why and f': {why}'}"
        return self._effect("removed", "accepted", message, "breaking", verdict.witness)

    def _read(self, proof: Proof) -> Change:
        day, verdict = self._decided(proof)
        if verdict is None:
            return self._effect("kept", "read", "every name is read as before (proved)", "compatible")
        if verdict.answer == "not decided":
            return self._undecided("read", "whether every name is read as before", verdict)
        how = f": {verdict.detail}" if verdict.detail else ""
        message = f"{quoted(verdict.witness or '')} is read differently{self._on(day)}{how}"
        return self._effect("changed", "read", message, "breaking", verdict.witness)

    def _decided(self, proof: Proof) -> tuple[date, Verdict | None]:
        """The latest day for which it is refuted, else one for which it is not decided; no verdict if it is proved."""
        open_: tuple[date, Verdict] | None = None
        for day in self.days:
            verdict = proof(self.old, self.new, day)
            if verdict.answer == "refuted":
                return day, verdict
            if verdict.answer == "not decided":
                open_ = open_ or (day, verdict)
        return open_ or (self.last, None)

    def _refusal(self, name: str, day: date) -> str:
        """What is wrong with a name now."""
        errors = self.new.check(name, as_of=day).at_least("error")
        return f"{errors[0].code} {errors[0].message}" if errors else ""

    def _readings(self) -> Iterator[Change]:
        from mops_taxonomy.proofs.ambiguity import one_reading

        before, after = (one_reading(convention, self.last) for convention in (self.old, self.new))
        if before.answer == "proved" and after.answer == "refuted":
            how = f": {after.detail}" if after.detail else ""
            message = f"{quoted(after.witness or '')} has two readings, and no name had two before{how}"
            yield self._effect("changed", "readings", message, "breaking", after.witness)
        elif before.answer == "refuted" and after.answer == "proved":
            yield self._effect(
                "changed", "readings", "no name has two readings any more (proved)", "compatible"
            )
        elif before.answer == "proved" and after.answer == "not decided":
            yield self._undecided("readings", "whether every name still has one reading", after)

    def _lengths(self) -> Iterator[Change]:
        """A name that is too long is refused; whether that befalls a name that was valid is decided apart."""
        from mops_taxonomy.proofs.fit import fits

        before, after = (fits(convention, self.last) for convention in (self.old, self.new))
        if before.answer == "proved" and after.answer == "refuted":
            how = f": {after.detail}" if after.detail else ""
            shape = quoted(after.witness or "")
            message = f"names may be too long for a system now, such as {shape}{how}"
            yield self._effect("changed", "length", message, "compatible", after.witness)
        elif before.answer == "refuted" and after.answer == "proved":
            yield self._effect(
                "changed", "length", "no name is too long for a system any more (proved)", "compatible"
            )

    def _new_names(self, proof: Proof) -> Iterator[Change]:
        verdict = proof(self.old, self.new, self.last)
        if verdict.answer == "refuted":
            message = f"{quoted(verdict.witness or '')} was not valid and is now"
            yield self._effect("added", "new", message, "compatible", verdict.witness)

    def _on(self, day: date) -> str:
        return "" if day == self.last else f" on {day}"

    def _undecided(self, question: str, asked: str, verdict: Verdict) -> Change:
        why = f": {verdict.reason}" if verdict.reason else ""
        return self._effect("changed", question, f"{asked} was not decided{why}", "undecided")

    def _effect(
        self, kind: Kind, question: str, message: str, impact: Impact, witness: str | None = None
    ) -> Change:
        name = self.new.id
        return Change(kind, "names", (name, question), message, impact, name, witness)
