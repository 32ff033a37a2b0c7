"""A taxonomy, loaded: the one file that drives every place where a name is born."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from mops_taxonomy import cache
from mops_taxonomy.convention import Convention
from mops_taxonomy.fields.base import Scope
from mops_taxonomy.judgement import day_of_judgement
from mops_taxonomy.period import Calendar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mops_taxonomy.diff import Diff
    from mops_taxonomy.document.document import Document
    from mops_taxonomy.finding import Report
    from mops_taxonomy.governance.report import RecordReport
    from mops_taxonomy.model import TaxonomyModel
    from mops_taxonomy.readers import Verdict
    from mops_taxonomy.reconciling import Reconciliation
    from mops_taxonomy.records import Channel
    from mops_taxonomy.tables import Table

__all__ = ["Taxonomy"]


@contextmanager
def _no_collection() -> Iterator[None]:
    """Loading makes many objects and no garbage: collecting meanwhile costs a tenth of the time and finds nothing."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class Taxonomy:
    """Vocabularies, channels, fields and conventions of one organisation.

    Attributes:
        resolved: everything that the file says, checked and made explicit, as plain data.
        file: the path that it was loaded from, or None.
    """

    def __init__(
        self, resolved: dict[str, Any], file: str | None = None, entry: str | None = None, source: Any = None
    ) -> None:
        self.resolved = resolved
        self.file = file
        self._entry = entry  # under which it is kept
        self._source = source  # the mapping or model that it was made of, where it was no file
        self._conventions: dict[str, Convention] = {}
        self._channels: dict[str, Channel] | None = None
        self._scope = Scope(resolved["vocabularies"], Calendar(**resolved["calendar"]), {})

    @classmethod
    def load(cls, source: str | os.PathLike[str] | Mapping[str, Any] | TaxonomyModel) -> Taxonomy:
        """Load a taxonomy from a YAML, TOML or JSON file, from a mapping with the same content, or from a model.

        A file that was loaded before is not checked again; see `mops_taxonomy.cache`.

        Raises:
            InvalidTaxonomy: it cannot be used; `findings` holds every error with its place.
        """
        if not isinstance(source, (str, os.PathLike)):
            return cls._checked(source)
        path = os.fspath(source)
        try:
            with open(path, "rb") as file:
                name = cache.key(file.read(), os.path.splitext(path)[1].lower())
        except OSError:
            return cls._checked(path, path)  # which says in its own words why the file cannot be read
        resolved = cache.kept(name)
        if resolved is not None:
            return cls(resolved, path, name)
        taxonomy = cls._checked(path, path, name)
        cache.keep(name, taxonomy.resolved)
        return taxonomy

    @classmethod
    def _checked(cls, source: Any, file: str | None = None, entry: str | None = None) -> Taxonomy:
        with _no_collection():
            from mops_taxonomy.model import load_model  # pydantic is wanted only for what is not kept

        made: list[Taxonomy] = []

        def problems(resolved: dict[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str]]:
            made.append(cls(resolved, file, entry, None if file else source))
            return made[0].problems()

        with _no_collection():
            load_model(source, problems)
        return made[0]

    def problems(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """What is wrong with the shape of the forms: paths into the resolved taxonomy, and messages."""
        for name in self.conventions:
            for index, form in enumerate(self._made(name).forms):
                for problem in form.problems():
                    yield ("conventions", name, "forms", index, "template"), problem

    @property
    def name(self) -> str:
        """The taxonomy's own name."""
        return str(self.resolved["taxonomy"])

    @property
    def version(self) -> str:
        """The taxonomy's version, as written."""
        return str(self.resolved["version"])

    @property
    def conventions(self) -> tuple[str, ...]:
        """The ids of the conventions, in the order of the file."""
        return tuple(self.resolved["conventions"])

    def convention(self, name: str | None = None) -> Convention:
        """A convention by its id; without one, the only convention there is.

        Raises:
            KeyError: there is no such convention, or there are several and none was named.
        """
        if name is None and len(self.conventions) == 1:
            name = self.conventions[0]
        if name not in self.conventions:
            asked = "which convention?" if name is None else f"there is no convention {name!r}"
            raise KeyError(f"{asked} The taxonomy has: {', '.join(self.conventions)}")
        convention = self._made(name)
        if convention.prove() and self._entry is not None:
            cache.keep(self._entry, self.resolved)
        return convention

    @property
    def calendar(self) -> Calendar:
        """How the organisation counts its fiscal years."""
        return self._scope.calendar

    @property
    def channels(self) -> dict[str, Channel]:
        """The channels by code, with their member statuses in order."""
        if self._channels is None:
            from mops_taxonomy.records.declared import (
                declared_channels,  # pydantic is wanted only for records
            )

            self._channels = declared_channels(self.resolved["channels"])
        return self._channels

    def check(self, records: Iterable[Any], as_of: date | str | None = None) -> RecordReport:
        """What is wrong with records: their names, each of them, and all of them together.

        Programs and campaigns given together are matched with each other.

        Args:
            records: programs, campaigns, channels and members of any system, in any order; or what
                `platforms.reading.read` gives: its findings stand in the report, before the others.
            as_of: the day, or the revision, by which all are judged; without it, each by the day of its creation.

        Raises:
            ValueError: `as_of` is neither a day nor a revision.
            TypeError: something is no record.
        """
        from mops_taxonomy.governance.report import report
        from mops_taxonomy.platforms.reading import gathered
        from mops_taxonomy.portfolio import Portfolio

        found = gathered(records)
        return report(Portfolio(self, found.records, as_of), unread=tuple(found.findings))

    def read_by_others(self, text: str, record: Mapping[str, Any] | None = None) -> dict[str, Verdict]:
        """What the outside systems under `readers` make of a name, by the id of the reader.

        Args:
            text: the whole name; it need not be valid.
            record: what is known of the record that bears it.
        """
        from mops_taxonomy.readers import verdicts  # wanted by few

        return verdicts(self.resolved, text, record)

    def table(self, name: str) -> Table:
        """An ordered table by its id: `taxonomy.table("channel").value(source="google", medium="cpc")`.

        Raises:
            KeyError: there is no such table.
        """
        from mops_taxonomy.tables import Table  # wanted by few

        tables = self.resolved["tables"]
        if name not in tables:
            raise KeyError(f"there is no table {name!r}. The taxonomy has: {', '.join(tables) or 'none'}")
        return Table(name, tables[name])

    def reconcile(self, records: Iterable[Any], as_of: date | str | None = None) -> Reconciliation:
        """Match the programs of marketing automation with the campaigns of the CRM, and say where they differ.

        Args:
            records: programs and campaigns in any order; channels as the systems have them help with statuses. What
                `platforms.reading.read` gives can be handed over as it is; its findings are left out.
            as_of: as for `check`.

        Raises:
            ValueError: `as_of` is neither a day nor a revision.
            TypeError: something is no record.
        """
        from mops_taxonomy.platforms.reading import gathered
        from mops_taxonomy.portfolio import Portfolio
        from mops_taxonomy.reconciling import reconciled

        return reconciled(Portfolio(self, gathered(records).records, as_of))

    def lint(self, today: date | None = None) -> Report:
        """What is wrong or notable about the taxonomy itself, each finding at its place in the file.

        Args:
            today: the day of the judgement; without it, the day that it is.

        Raises:
            InvalidTaxonomy: the file has gone or was changed since it was loaded, so that it cannot be used any more.
        """
        from mops_taxonomy.lint.report import report  # proofs are wanted by few
        from mops_taxonomy.lint.subject import Subject

        document = self._document()
        conventions = {name: self.convention(name) for name in self.conventions}
        day = today or date.today()  # noqa: DTZ011  taxonomies speak of days where people are
        return report(Subject(self.resolved, document.data, conventions, day), document)

    def diff(self, older: Taxonomy, as_of: date | str | None = None) -> Diff:
        """What changed since an older version of the taxonomy, and what that does to names.

        Args:
            older: the version that names were made by.
            as_of: the day, or the revision of this version, that names are judged by; without it, today.

        Raises:
            ValueError: `as_of` is neither a day nor a revision.
        """
        from mops_taxonomy.diff import compared

        before = {name: older.convention(name) for name in older.conventions}
        after = {name: self.convention(name) for name in self.conventions}
        day = day_of_judgement(as_of, None, self.resolved["revisions"])
        return compared(older.resolved, self.resolved, before, after, day)

    def _document(self) -> Document:
        from mops_taxonomy.document.source import read_source

        return read_source(self._source if self.file is None else self.file)[0]

    def _made(self, name: str) -> Convention:
        if name not in self._conventions:
            self._conventions[name] = Convention(name, self.resolved, self._scope)
        return self._conventions[name]

    def __repr__(self) -> str:
        return f"<Taxonomy {self.name} {self.version}: {', '.join(self.conventions)}>"
