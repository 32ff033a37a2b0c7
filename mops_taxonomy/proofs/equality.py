"""What two versions of a convention have in common: what is equal needs no proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from mops_taxonomy.combination import Combination
    from mops_taxonomy.convention import Convention
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.form import Form
    from mops_taxonomy.structure import Piece

__all__ = ["admits", "alike_in_all", "equal", "identical", "no_stricter", "same_rules"]


def no_stricter(old: Convention, new: Convention) -> bool:
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
        # Terms may have come; those that were there must be where they were.
        return isinstance(new.allow, dict) or all(
            new.parents.get(code) == parent for code, parent in old.parents.items()
        )
    if not (isinstance(new.allow, dict) and isinstance(old.allow, dict)):
        return False
    before, after = old.allow, new.allow
    return all(code in before and set(before[code]) <= set(after[code]) for code in after)


def equal(form: Form, other: Form) -> bool:
    """Whether two forms surely read the same texts, mean the same by them and find the same at fault."""
    return (
        _pieces_alike(form, other, lambda mine, theirs: mine.same(theirs))
        and len(form.structure.combinations) == len(other.structure.combinations)
        and all(map(_covers_both, form.structure.combinations, other.structure.combinations))
    )


def admits(form: Form, older: Form) -> bool:
    """Whether every name of an older form is surely one of this form, with the same values."""
    return _pieces_alike(form, older, lambda mine, theirs: mine.admits(theirs)) and all(
        any(_covers(one, other) for other in older.structure.combinations)
        for one in form.structure.combinations
        if one.severity == "error"
    )


def _pieces_alike(form: Form, other: Form, alike: Callable[[Kind, Kind], bool]) -> bool:
    """Whether two forms have the same parts in the same places, as far as each two fields are alike."""
    return (
        form.template == other.template
        and form.structure.ordered == other.structure.ordered
        and len(form.pieces) == len(other.pieces)
        and all(_alike(mine, theirs, alike) for mine, theirs in zip(form.pieces, other.pieces, strict=True))
    )


def _alike(mine: Piece, theirs: Piece, alike: Callable[[Kind, Kind], bool]) -> bool:
    inner = [(one.window, one.name, one.tolerated) for one in mine.context.inner]
    if inner != [(one.window, one.name, one.tolerated) for one in theirs.context.inner]:
        return False
    if mine.path != theirs.path or mine.context.choices != theirs.context.choices:
        return False
    if mine.kind is None or theirs.kind is None:
        return mine.kind is theirs.kind
    return alike(mine.kind, theirs.kind)


def _covers_both(one: Combination, other: Combination) -> bool:
    return (one.first, one.second, one.severity, one.allow, one.parents) == (
        other.first,
        other.second,
        other.severity,
        other.allow,
        other.parents,
    )


def same_rules(old: Convention, new: Convention) -> bool:
    """Whether the conventions ask the same beside their forms, and prefer the same."""
    return (
        old.first_form == new.first_form
        and (old.lowered, old.strict) == (new.lowered, new.strict)
        and (not old.strict or old.levels == new.levels)
        and len(old.combinations) == len(new.combinations)
        and all(map(_covers_both, old.combinations, new.combinations))
    )


def identical(old: Convention, new: Convention) -> bool:
    """Whether the two surely judge every name alike."""
    return (
        same_rules(old, new)
        and old.spec["limits"] == new.spec["limits"]
        and len(old.forms) == len(new.forms)
        and all(map(alike_in_all, old.forms, new.forms))
    )


def alike_in_all(form: Form, other: Form) -> bool:
    """Whether two forms are equal, and apply on the same days to the same records."""
    return equal(form, other) and (form.name, form.window, form.when, form.tolerated) == (
        other.name,
        other.window,
        other.when,
        other.tolerated,
    )
