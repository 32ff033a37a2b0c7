"""For a comment on a pull request."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mops_taxonomy.diff.formats._outline import by_convention, by_noun, counted, headline, untouched
from mops_taxonomy.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mops_taxonomy.diff.change import Change, Diff

__all__ = ["written"]

_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>()#|~@&!]")


def written(diff: Diff) -> str:
    """A heading, what the change does to names, and what changed, each a list."""
    return "".join(f"{line}\n" for line in _lines(diff))


def _lines(diff: Diff) -> Iterator[str]:
    verdict = "nothing changed" if diff.impact is None else f"**{diff.impact}**"
    yield f"### Taxonomy {_safe(headline(diff))}: {verdict}"
    if diff.impact is None:
        return
    yield ""
    if diff.effects or diff.untouched:
        yield f"#### What it does to names, up to {diff.day}"
        yield ""
        for convention, effects in by_convention(diff):
            yield from _group(f"`{convention}`", effects)
        if diff.untouched:
            yield untouched(diff)
            yield ""
    yield "#### What changed"
    yield ""
    for nouns, changes in by_noun(diff):
        yield from _group(nouns.capitalize(), changes)
    yield counted(diff)


def _group(heading: str, changes: Iterable[Change]) -> Iterator[str]:
    yield heading
    yield ""
    for change in changes:
        yield f"- **{change.impact}**: {_safe(change.message)}"
    yield ""


def _safe(text: str) -> str:
    """The text so that it is shown as it is; what stands between backticks stays code."""
    line, at, parts = visible(text), 0, []
    for code in _CODE.finditer(line):
        parts += [_escaped(line[at : code.start()]), code[0]]
        at = code.end()
    return "".join([*parts, _escaped(line[at:])])


def _escaped(text: str) -> str:
    r"""Punctuation with a backslash before it; a name after `\@` calls nobody."""
    return _SPECIAL.sub(r"\\\g<0>", text)
