"""A finding in words, for formats that have no room to draw it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.reporters.text import hint
from mops_taxonomy.visible import visible

if TYPE_CHECKING:
    from mops_taxonomy.finding import Finding
    from mops_taxonomy.reporters._checked import CheckedName
    from mops_taxonomy.reporters._linted import LintedTaxonomy

__all__ = ["headline", "title", "told_of_name", "told_of_taxonomy"]


def title(finding: Finding) -> str:
    """The code and the name of the rule: `MT102 unknown term`."""
    return visible(f"{finding.code} {finding.rule.replace('_', ' ')}".strip())


def headline(finding: Finding) -> str:
    """What is wrong with a name and what would be right, in one line."""
    helpful = hint(finding)
    return visible(f"{finding.message}; {helpful}" if helpful else finding.message)


def told_of_name(checked: CheckedName, finding: Finding) -> str:
    """The headline, the name and what follows, a line each."""
    below = (checked.text, *filter(None, [finding.consequence]))
    return "\n".join((headline(finding), *map(visible, below)))


def told_of_taxonomy(linted: LintedTaxonomy, finding: Finding) -> str:
    """What is wrong, a name that shows it, the ways out and what follows, a line each."""
    witness = finding.text if linted.loaded else None
    words = ("way out", *("or" for _ in finding.ways_out[1:]))
    ways = (f"{word}: {way}" for word, way in zip(words, finding.ways_out, strict=False))
    below = filter(None, (witness, *ways, finding.consequence))
    return "\n".join(map(visible, (finding.message, *below)))
