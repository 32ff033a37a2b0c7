"""The attributes of a thing in a taxonomy, and what it means when one changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.diff.change import Change
from mops_taxonomy.diff.words import quoted, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from mops_taxonomy.diff.change import Impact

__all__ = [
    "Attribute", "Flag", "Several", "Table", "Thing", "Value",
    "breaking", "compatible", "cosmetic", "differences", "least", "most", "replaced",
]  # fmt: skip


class Thing(NamedTuple):
    """What has attributes.

    Attributes:
        noun: what it is.
        path: which one.
        words: how messages name it: `` `EMEA` of `region` ``.
        convention: the id of the convention that it is in, or None.
        bears_on: the ids of the conventions on whose names it bears.
    """

    noun: str
    path: tuple[str, ...]
    words: str
    convention: str | None = None
    bears_on: tuple[str, ...] = ()

    def change(
        self, key: str, message: str, impact: Impact, old: Any, new: Any, *, names: bool = False
    ) -> Change:
        """A change of an attribute.

        Args:
            key: the attribute.
            message: one sentence.
            impact: of the change.
            old: its value, None where there was none.
            new: its value, None where there is none.
            names: whether it bears on names and on nothing else.
        """
        on = self.bears_on if names else ()
        return Change(
            "changed",
            self.noun,
            (*self.path, key),
            message,
            impact,
            self.convention,
            old=old,
            new=new,
            bears_on=on,
        )


class Value(NamedTuple):
    """An attribute with one value; `judge` takes the old and the new one."""

    key: str
    words: str
    judge: Callable[[Any, Any], Impact]
    names: bool = False

    def changes(self, thing: Thing, old: Any, new: Any) -> Iterator[Change]:
        """The change, if there is one."""
        if _same(old, new):
            return
        name = f"the {self.words} of {thing.words}"
        if new in (None, ""):
            message = f"{name} is gone; it was {shown(old)}"
        else:
            before = "there was none" if old in (None, "") else f"it was {shown(old)}"
            message = f"{name} is now {shown(new)}; {before}"
        yield thing.change(self.key, message, self.judge(old, new), old, new, names=self.names)


class Flag(NamedTuple):
    """An attribute that is true or not; `on` and `off` say what the thing does then."""

    key: str
    on: str
    off: str
    judge: Callable[[Any, Any], Impact]
    names: bool = False

    def changes(self, thing: Thing, old: Any, new: Any) -> Iterator[Change]:
        """The change, if there is one."""
        if bool(old) != bool(new):
            message = f"{thing.words} {self.on if new else self.off}"
            yield thing.change(self.key, message, self.judge(old, new), old, new, names=self.names)


class Several(NamedTuple):
    """An attribute with several values, in any order; None stands for all that there can be.

    Attributes:
        key: the attribute.
        words: what each value is to the thing: `an alias of`.
        added, removed: what it means that a value is there now, or is not any more.
        names: whether it bears on names and on nothing else.
    """

    key: str
    words: str
    added: Impact
    removed: Impact
    names: bool = False

    def changes(self, thing: Thing, old: Any, new: Any) -> Iterator[Change]:
        """A change for every value that is gone or new."""
        if (old is None) != (new is None):
            impact = self.added if new is None else self.removed
            before, after = ("any value" if one is None else f"only {shown(one)}" for one in (old, new))
            message = f"{thing.words} takes {after} now; it took {before}"
            yield thing.change(self.key, message, impact, old, new, names=self.names)
            return
        for value in [one for one in old or () if one not in new]:
            message = f"{shown(value)} is no longer {self.words} {thing.words}"
            yield thing.change(self.key, message, self.removed, value, None, names=self.names)
        for value in [one for one in new or () if one not in old]:
            message = f"{shown(value)} is now {self.words} {thing.words}"
            yield thing.change(self.key, message, self.added, None, value, names=self.names)


class Table(NamedTuple):
    """An attribute with a value for each of several keys; `{}` in its words stands for the key."""

    key: str
    words: str
    judge: Callable[[Any, Any], Impact]
    names: bool = False

    def changes(self, thing: Thing, old: Any, new: Any) -> Iterator[Change]:
        """A change for every key whose value is another."""
        for key in dict.fromkeys((*old, *new)):
            value = Value(self.key, self.words.format(quoted(key)), self.judge, self.names)
            yield from value.changes(thing, old.get(key), new.get(key))


Attribute = Value | Flag | Several | Table


def differences(
    thing: Thing, attributes: Iterable[Attribute], old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[Change]:
    """How the attributes of a thing changed."""
    for attribute in attributes:
        yield from attribute.changes(thing, old[attribute.key], new[attribute.key])


def _same(old: Any, new: Any) -> bool:
    return bool(old == new) or (old in (None, "") and new in (None, ""))


def breaking(old: Any, new: Any) -> Impact:
    """Any change breaks."""
    del old, new
    return "breaking"


def compatible(old: Any, new: Any) -> Impact:
    """No change breaks."""
    del old, new
    return "compatible"


def cosmetic(old: Any, new: Any) -> Impact:
    """Only people read it."""
    del old, new
    return "cosmetic"


def replaced(old: Any, new: Any) -> Impact:
    """It breaks to take a value away or to put another in its place, not to give one where there was none."""
    del new
    return "compatible" if old in (None, "") else "breaking"


def most(old: Any, new: Any) -> Impact:
    """An upper bound, None for no bound: it breaks to lower it."""
    return "compatible" if new is None or (old is not None and new >= old) else "breaking"


def least(old: Any, new: Any) -> Impact:
    """A lower bound, None for no bound: it breaks to raise it."""
    return "compatible" if new is None or (old is not None and new <= old) else "breaking"
