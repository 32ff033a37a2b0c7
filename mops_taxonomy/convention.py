"""A naming convention, ready to use: parse, generate, validate, explain."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any
from unicodedata import is_normalized

from mops_taxonomy.analysis import Analysis, analysed, joint_faults
from mops_taxonomy.errors import InvalidName, InvalidValues
from mops_taxonomy.fault import Fault
from mops_taxonomy.finding import Report
from mops_taxonomy.form import Form
from mops_taxonomy.judgement import day_of_judgement
from mops_taxonomy.limit import Limits
from mops_taxonomy.name import Name
from mops_taxonomy.structure import combinations
from mops_taxonomy.writing import Unwritable, flattened, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from mops_taxonomy.combination import Combination
    from mops_taxonomy.derived import Derived
    from mops_taxonomy.fields.base import Scope
    from mops_taxonomy.reading import Reading
    from mops_taxonomy.repair.repair import Repair

__all__ = ["Convention"]

Day = date | str | None


class Convention:
    """All the forms of name for one kind of object.

    Every call takes the record that the name belongs to, as far as it is known, and the day to judge by: `as_of` is a
    `datetime.date`, an ISO date or the name of a revision; without it, the day the record was `created`; else today.

    Attributes:
        id: the convention's id in the taxonomy.
        spec: its resolved specification.
        forms: its forms in the order of the taxonomy.
        levels: the severities that the taxonomy and the convention ask for, by the beginning of a code.
        lowered: the faults that these call no errors.
        strict: whether they may make an error of a note: then only a full check can say that a name is valid.
    """

    def __init__(self, name: str, resolved: Mapping[str, Any], scope: Scope) -> None:
        self.id = name
        self._resolved = resolved
        self.spec: Mapping[str, Any] = resolved["conventions"][name]
        self._revisions: Mapping[str, str] = resolved["revisions"]
        self.levels: dict[str, str] = {**resolved["severity"], **self.spec["severity"]}
        self.first_form = self.spec["prefer"] == "first"
        self.lowered = self._no_errors()
        self._limits = Limits(self.spec["limits"], self.lowered)
        self._scope = scope
        self.forms = tuple(
            Form(form, scope, resolved["conventions"], ordered=self.first_form) for form in self.spec["forms"]
        )
        self.strict = "error" in self.levels.values() and self._raises_notes()
        self._limited = bool(self.spec["limits"])

    def __repr__(self) -> str:
        return f"<Convention {self.id}: {', '.join(form.name for form in self.forms)}>"

    def __reduce__(self) -> tuple[Any, ...]:
        """What it was made of: a copy works out everything else anew, but what is proved of its forms is kept."""
        parts = {part: self._resolved[part] for part in ("conventions", "revisions", "severity")}
        return type(self), (self.id, parts, self._scope._replace(kinds={}))

    def _raises_notes(self) -> bool:
        from mops_taxonomy.rules import raised_notes

        return raised_notes(self.levels)

    def _no_errors(self) -> frozenset[str]:
        """The faults that the taxonomy says are no errors. What leaves a field without a value always is one."""
        if set(self.levels.values()) <= {"error"}:
            return frozenset()
        from mops_taxonomy.rules import lowered_errors

        return lowered_errors(self.levels) - {"bad_date", "bad_number", "bad_list"}

    def prove(self) -> bool:
        """Decide for every form whether its names have one reading, unless an earlier run did; whether any was decided.

        What is proved is written down in the resolved taxonomy, beside the form.
        """
        open_forms = [form for form in self.forms if "one_reading" not in form.spec]
        for form in open_forms:
            form.spec["one_reading"] = form.one_reading
        return bool(open_forms)

    @cached_property
    def combinations(self) -> list[Combination]:
        """The convention's own combinations."""
        return combinations(self.spec, self._scope)

    def combinations_in(self, form: Form) -> Iterator[Combination]:
        """Those between fields of a form: the convention's own, and those of the names inside."""
        every = (*self.combinations, *form.structure.combinations)
        return (combination for combination in every if combination.applies(form.kinds))

    @cached_property
    def _plain(self) -> Form | None:
        """The only form, where it alone decides every text: then one match is the whole answer."""
        form = self.forms[0]
        alone = len(self.forms) == 1 and form.window.always and not form.when and not form.tolerated
        undisturbed = not self.spec["combinations"] and not self._limited and not self.strict
        return form if alone and undisturbed and form.plain else None

    @cached_property
    def _accepts(self) -> Callable[[str], object] | None:
        """One match that is the whole answer, where there is one."""
        return self._plain.accepts if self._plain is not None else None

    @cached_property
    def _written(self) -> Callable[[Mapping[str, Any]], str | None]:
        """Write a name where that takes no asking."""
        return self.forms[0].written if self._plain is not None else _unknown

    # -- asking ------------------------------------------------------------------------------------------

    def is_valid(self, text: str, record: Mapping[str, Any] | None = None, as_of: Day = None) -> bool:
        """Whether the text is a valid name."""
        accepts = self._accepts
        if accepts is not None:
            return accepts(text) is not None
        if self.strict:
            return self.check(text, record, as_of).ok
        return bool(self._valid(text, record, as_of))

    def parse(self, text: str, record: Mapping[str, Any] | None = None, as_of: Day = None) -> Name:
        """Read a name.

        Raises:
            InvalidName: the text is not a name of the convention; `findings` says why.
        """
        accepts = self._accepts
        if accepts is not None:
            if accepts(text) is not None:
                return Name(self.forms[0], text)
        else:
            readings = self._valid(text, record, as_of)
            if readings and not (self.strict and not self.check(text, record, as_of).ok):
                return Name(readings[0].form, text, tuple(readings))
        raise InvalidName(text, lambda: self.check(text, record, as_of).findings)

    def readings(
        self, text: str, record: Mapping[str, Any] | None = None, as_of: Day = None
    ) -> Iterator[Name]:
        """Every reading of a name that no preference of the convention rules out; none for an invalid text."""
        if self.strict and not self.check(text, record, as_of).ok:
            return
        for reading in self._valid(text, record, as_of):
            yield Name(reading.form, text, (reading,))

    def check(self, text: str, record: Mapping[str, Any] | None = None, as_of: Day = None) -> Report:
        """What is wrong or notable about a text; `report.name` is the parsed name when it is valid."""
        accepts = self._accepts
        accepted = accepts is None or accepts(text) is not None
        if accepts is not None and accepted and self.forms[0].noteless:
            return Report((), Name(self.forms[0], text))
        from mops_taxonomy.rules import findings

        day = self.day(record, as_of)
        readings = self._valid(text, record, day) if accepted else []
        if readings:
            from mops_taxonomy.notes import notes

            name = Name(readings[0].form, text, tuple(readings))
            found = findings(notes(self, text, readings, day), text, self.levels)
            broken = any(finding.severity == "error" for finding in found)
            return Report(found, None if broken else name, valid=not broken)
        from mops_taxonomy.diagnosis import diagnosed

        faults = diagnosed(self, text, record, day)
        found = findings(faults, text, self.levels)
        if not any(finding.severity == "error" for finding in found):
            # No severity makes a name valid that cannot be read: its errors are errors, and are told.
            found = findings(faults, text, {})
        return Report(found, valid=False)

    def repair(self, text: str, record: Mapping[str, Any] | None = None, as_of: Day = None) -> list[Repair]:
        """The valid names that a text may have been meant to be, the likeliest first.

        A safe repair changes only how something is spelt, and there is no other as near. Of a valid name that is not
        written as the convention writes it, the only repair is its canonical spelling. Empty where there is nothing to
        repair, and where no way is known.
        """
        from mops_taxonomy.repair.search import repairs  # only for names that are wrong

        return repairs(self, text, record, self.day(record, as_of))

    def derived(self, text: str, record: Mapping[str, Any] | None = None) -> dict[str, Derived]:
        """What a name gives for other fields of its record, such as `utm_campaign`, by the field.

        Args:
            text: the whole name; it need not be valid.
            record: what is known of the record that bears it: it decides which rule is meant.
        """
        from mops_taxonomy.derived import derived  # wanted by few

        return derived(self.spec["derived"], text, record)

    # -- whole columns ------------------------------------------------------------------------------------

    def parse_column(
        self,
        column: Any,
        *,
        record: Mapping[str, Any] | None = None,
        records: Mapping[str, Any] | None = None,
        as_of: Day = None,
        fields: Iterable[str] | None = None,
    ) -> Any:
        """Read a column of names, of pandas, polars, pyarrow or any sequence: see `frames.parse_column`."""
        from mops_taxonomy.frames import parse_column  # columns are wanted by few

        return parse_column(self, column, record=record, records=records, as_of=as_of, fields=fields)

    def check_column(
        self,
        column: Any,
        *,
        record: Mapping[str, Any] | None = None,
        records: Mapping[str, Any] | None = None,
        as_of: Day = None,
        fields: Iterable[str] | None = None,
        warnings: bool = False,
    ) -> Any:
        """The same, with the first finding on every invalid name: see `frames.check_column`."""
        from mops_taxonomy.frames import check_column  # columns are wanted by few

        asked: dict[str, Any] = {"record": record, "records": records, "as_of": as_of, "fields": fields}
        return check_column(self, column, **asked, warnings=warnings)

    # -- writing -----------------------------------------------------------------------------------------

    def format(
        self,
        values: Mapping[str, Any] | None = None,
        /,
        *,
        form: str | None = None,
        record: Mapping[str, Any] | None = None,
        as_of: Day = None,
        **fields: Any,
    ) -> str:
        """The canonical name of some values, given by keyword or as a mapping.

        Names inside names take a mapping (`size={"width": 300, "height": 140}`) or dotted paths. Without `form`,
        the first form in force that takes exactly the fields given is written.

        Raises:
            InvalidValues: no form takes the values, or the name would not be read back as the same values.
        """
        if values:
            fields = {**values, **fields}
        written = self._written(fields) if form is None else None
        if written is not None:
            return written
        given = flattened(fields)
        day = self.day(record, as_of)
        candidates = self._writable(form, record, day)
        first: Unwritable | None = None
        for candidate in candidates:
            try:
                text = write(candidate.parts, given)
            except Unwritable as error:
                first = _better(first, error)
                continue
            self._check_written(text, candidate, given, record, day)
            return text
        raise self._invalid_values(first.faults if first else [Fault("no_form")])

    def _writable(self, form: str | None, record: Mapping[str, Any] | None, day: date) -> list[Form]:
        if form is None:
            return [one for one in self.in_force(record, day) if not one.tolerated]
        named = [one for one in self.forms if one.name == form]
        if not named:
            known = [one.name for one in self.forms]
            raise self._invalid_values([Fault("unknown_form", found=form, detail={"known": known})])
        return named

    def _check_written(
        self, text: str, form: Form, given: dict[str, Any], record: Mapping[str, Any] | None, day: date
    ) -> None:
        """A name must be read back as the values that it was made of. Where that is proved, it is not tried."""
        if form is self._plain:
            return
        from mops_taxonomy.roundtrip import roundtrip_faults

        faults = list(roundtrip_faults(self, text, form, given, record, day))
        if faults:
            raise self._invalid_values(faults, text)

    def _invalid_values(self, faults: list[Fault], text: str | None = None) -> InvalidValues:
        from mops_taxonomy.rules import findings

        return InvalidValues(findings(faults, text, {}))

    @cached_property
    def annotated(self) -> Any:
        """A pydantic type, `Annotated[str, ...]`: a valid name of the convention, with its JSON Schema."""
        from mops_taxonomy.annotated import annotated  # pydantic is wanted only by those who use it

        return annotated(self)

    # -- the parts of an answer --------------------------------------------------------------------------

    def day(self, record: Mapping[str, Any] | None, as_of: Day) -> date:
        """The day to judge by.

        Raises:
            ValueError: `as_of` or the record's `created` is neither a day nor a revision.
        """
        return day_of_judgement(as_of, record, self._revisions)

    def in_force(self, record: Mapping[str, Any] | None, day: date) -> list[Form]:
        """The forms that apply to the record on this day."""
        return [form for form in self.forms if form.window.holds(day) and form.applies(record)]

    def analysed(self, text: str, forms: list[Form], day: date) -> Analysis:
        """The readings of a text by some of the forms."""
        return analysed(text, forms, day, self.combinations, first_form=self.first_form, lowered=self.lowered)

    def lowered_faults(self, reading: Reading, day: date) -> list[Fault]:
        """What would be wrong with a valid reading, did the taxonomy not say that it is no error."""
        if not self.lowered:
            return []
        faults = [*reading.form.faults(reading, day), *joint_faults(reading, self.combinations)]
        return [fault for fault in faults if fault.name in self.lowered]

    @property
    def kept_limits(self) -> list[Mapping[str, Any]]:
        """The limits in length that names must keep."""
        return self._limits.kept

    @property
    def forbidden(self) -> frozenset[str]:
        """The characters that names must not hold."""
        return self._limits.forbidden

    def limit_faults(self, text: str) -> list[Fault]:
        """The limits of the convention's systems that a text breaks."""
        return list(self._limits.faults(text)) if self._limited else []

    def allows(self, text: str) -> bool:
        """Whether the text keeps the limits of the systems and is in Unicode's composed form."""
        if self._limited and not self._limits.allow(text):
            return False
        return text.isascii() or is_normalized("NFC", text)

    def _valid(self, text: str, record: Mapping[str, Any] | None, as_of: Day) -> list[Any]:
        """The readings of a valid name; an empty list when it is none."""
        if not self.allows(text):
            return []
        day = self.day(record, as_of)
        return self.analysed(text, self.in_force(record, day), day).readings


def _unknown(values: Mapping[str, Any]) -> None:
    """No name: it takes asking."""
    del values


def _better(first: Unwritable | None, second: Unwritable) -> Unwritable:
    """The attempt that came closer: the one with fewer faults."""
    return second if first is None or len(second.faults) < len(first.faults) else first
