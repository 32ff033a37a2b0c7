"""What two versions of a convention have in common: what is equal needs no proof."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mops_taxonomy.combination import Combination
    from mops_taxonomy.convention import Convention
    from mops_taxonomy.form import Form
    from mops_taxonomy.structure import Piece

__all__ = ["alike_in_all", "equal", "identical", "no_stricter", "same_rules"]


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
        return isinstance(new.allow, dict) or new.parents == old.parents
    if not (isinstance(new.allow, dict) and isinstance(old.allow, dict)):
        return False
    before, after = old.allow, new.allow
    return all(code in before and set(before[code]) <= set(after[code]) for code in after)


def equal(form: Form, other: Form) -> bool:
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
