"""What replaces what: terms of a list and forms of a convention alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mops_taxonomy.lint._tables import Path
    from mops_taxonomy.lint.subject import Subject
    from mops_taxonomy.window import Window

__all__ = ["Chain", "Link", "chains"]


class Link(NamedTuple):
    """A term or form, the days on which it is in force, and what replaces it."""

    name: str
    path: Path
    window: Window
    replaced_by: str | None
    tolerated: bool = False


class Chain(NamedTuple):
    """The terms of a list, or the forms of a convention.

    Attributes:
        called: what messages call the whole.
        links: its terms or forms by name.
        convention: the convention of forms, or None.
    """

    called: str
    links: Mapping[str, Link]
    convention: str | None = None

    def replaced(self) -> Iterator[tuple[Link, Link]]:
        """Each that is replaced, and what replaces it."""
        for link in self.links.values():
            if link.replaced_by is not None:
                yield link, self.links[link.replaced_by]

    def circles(self) -> list[list[str]]:
        """Those that replace one another in a circle, each circle once, from its first in the file."""
        seen: set[str] = set()
        found = []
        for name in self.links:
            way: dict[str, None] = {}
            at: str | None = name
            while at is not None and at not in seen and at not in way:
                way[at] = None
                at = self.links[at].replaced_by
            if at in way:
                steps = list(way)
                found.append(steps[steps.index(str(at)) :])
            seen.update(way)
        return found

    def in_circles(self) -> set[str]:
        """Everything that is part of a circle."""
        return {name for circle in self.circles() for name in circle}


def chains(subject: Subject) -> Iterator[Chain]:
    """Every list of terms, then every convention."""
    from mops_taxonomy.lint._tables import Tables

    for table in Tables(subject):
        links = (
            Link(code, table.at(code), table.window(code), term["replaced_by"])
            for code, term in table.terms.items()
        )
        yield Chain(table.called, _by_name(links))
    for name, convention in subject.conventions.items():
        forms = (
            Link(
                form.name,
                ("conventions", name, "forms", number),
                form.window,
                form.replaced_by,
                bool(form.tolerated),
            )
            for number, form in enumerate(convention.forms)
        )
        yield Chain(f"the convention `{name}`", _by_name(forms), name)


def _by_name(links: Iterable[Link]) -> dict[str, Link]:
    return {link.name: link for link in links}
