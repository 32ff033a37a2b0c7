"""What examples state of the names that follow from theirs, and of outside readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.derived import derived
from mops_taxonomy.lint._stating import written
from mops_taxonomy.readers import verdicts
from mops_taxonomy.rules._words import one_of, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["others_derived", "others_read"]

Difference = tuple[str, str]
"""What is and what was stated, and the change of the statement that makes it true."""


def others_derived(
    rules: Mapping[str, Iterable[Mapping[str, Any]]], stated: Mapping[str, Any]
) -> Iterator[Difference]:
    """Where a name gives another value for a field of its record than its example states.

    Args:
        rules: the derived names of the convention, as the resolved taxonomy has them.
        stated: the example, likewise.
    """
    given = derived(rules, stated["name"], stated["record"]) if stated["derived"] else {}
    for field, meant in stated["derived"].items():
        one = given.get(field)
        if one is None:
            yield f"gives nothing for `{field}`, not {quoted(meant)}", f"remove `{field}` from `derived`"
        elif one.text is None:
            keys = one_of(one.undecided, "and")
            yield f"gives no one value for `{field}`: that depends on {keys}", f"state {keys} in `record`"
        elif one.text != meant:
            said = f"gives {quoted(one.text)} for `{field}`, not {quoted(meant)}"
            yield said, f"state `{field}: {written(one.text)}` in `derived`"


def others_read(resolved: Mapping[str, Any], stated: Mapping[str, Any]) -> Iterator[Difference]:
    """Where the verdict of a reader is another than an example states.

    Args:
        resolved: the taxonomy.
        stated: the example, as the taxonomy has it.
    """
    given = verdicts(resolved, stated["name"], stated["record"]) if stated["readers"] else {}
    for reader, meant in stated["readers"].items():
        outcome = given[reader].outcome
        if outcome != meant:
            said = f"has the verdict `{outcome}` of the reader `{reader}`, not {quoted(meant)}"
            yield said, f"state `{reader}: {outcome}` in `readers`"
