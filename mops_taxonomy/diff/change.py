"""What is different in a newer taxonomy, and what that does."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

__all__ = ["IMPACTS", "Change", "Diff", "Impact", "Kind"]

Impact = Literal["breaking", "undecided", "compatible", "cosmetic"]
"""`breaking`: what worked may not work any more. `undecided`: neither that nor the contrary was proved.
`compatible`: what worked still works. `cosmetic`: only what people read."""

IMPACTS: tuple[Impact, ...] = ("breaking", "undecided", "compatible", "cosmetic")
"""The impacts, the worst first."""

Kind = Literal["added", "removed", "changed", "kept"]
"""What happened to a thing. Only an effect can be `kept`: proved not to have changed."""


class Change(NamedTuple):
    """One thing that is different, or one effect.

    Attributes:
        kind: what happened.
        noun: what it happened to: `term`, `field`, `form`...; `names` for an effect.
        path: which one, from the outside in: `("region", "EMEA")`, and the attribute where one changed.
        message: one sentence.
        impact: what it means for those who rely on the taxonomy.
        convention: the id of the only convention concerned, or None.
        witness: a name that shows it, or None.
        old, new: the values of an attribute, as the resolved taxonomy holds them; None where there is none.
        bears_on: the ids of the conventions on whose names it bears, if it bears on nothing but names.
    """

    kind: Kind
    noun: str
    path: tuple[str, ...]
    message: str
    impact: Impact
    convention: str | None = None
    witness: str | None = None
    old: Any = None
    new: Any = None
    bears_on: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """A plain dict for JSON; what is None or empty is left out."""
        plain = {
            key: list(value) if isinstance(value, tuple) else value for key, value in self._asdict().items()
        }
        return {key: value for key, value in plain.items() if value is not None and value != []}


class Diff:
    """A newer taxonomy against an older one.

    Attributes:
        older, newer: the names and versions of the two.
        day: the last day for which the effects were decided, as an ISO date.
        changes: what changed, in the order of the nouns, the worst of each first.
        effects: what it does to the names of each convention that is in both.
        untouched: the ids of the conventions in both on whose names no change bears.
    """

    __slots__ = ("changes", "day", "effects", "newer", "older", "untouched")

    def __init__(
        self,
        older: tuple[str, str],
        newer: tuple[str, str],
        day: str,
        changes: tuple[Change, ...],
        effects: tuple[Change, ...] = (),
        untouched: tuple[str, ...] = (),
    ) -> None:
        self.older = older
        self.newer = newer
        self.day = day
        self.changes = changes
        self.effects = effects
        self.untouched = untouched

    @property
    def impact(self) -> Impact | None:
        """The worst impact of all changes and effects; None where nothing changed."""
        found = {change.impact for change in (*self.changes, *self.effects)}
        return next((impact for impact in IMPACTS if impact in found), None)

    @property
    def breaking(self) -> bool:
        """Whether anything that worked may not work any more."""
        return self.impact == "breaking"

    def counts(self) -> dict[Impact, int]:
        """How many changes there are of each impact, the worst first; effects are not counted."""
        found = [change.impact for change in self.changes]
        return {impact: found.count(impact) for impact in IMPACTS if impact in found}

    def to_dict(self) -> dict[str, Any]:
        """A plain dict for JSON."""
        return {
            "older": dict(zip(("taxonomy", "version"), self.older, strict=True)),
            "newer": dict(zip(("taxonomy", "version"), self.newer, strict=True)),
            "day": self.day,
            "impact": self.impact,
            "counts": self.counts(),
            "effects": [effect.to_dict() for effect in self.effects],
            "untouched": list(self.untouched),
            "changes": [change.to_dict() for change in self.changes],
        }

    def __repr__(self) -> str:
        return f"<Diff {self.impact or 'nothing changed'}, {len(self.changes)} changes>"
