"""Everything that can be said of one text by the forms of a convention."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mops_taxonomy.reading import Reading, surviving

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from datetime import date

    from mops_taxonomy.combination import Combination
    from mops_taxonomy.fault import Fault
    from mops_taxonomy.form import Form

__all__ = ["Analysis", "Faulty", "analysed", "joint_faults"]


class Faulty(NamedTuple):
    """A reading with errors: it counts only when there is none without."""

    reading: Reading
    faults: list[Fault]


class Analysis(NamedTuple):
    """The readings of a text.

    Attributes:
        readings: those without errors that no other is preferred to; equal ones once.
        faulty: those with errors.
    """

    readings: list[Reading]
    faulty: list[Faulty]


def analysed(
    text: str,
    forms: Iterable[Form],
    day: date,
    combinations: list[Combination],
    *,
    first_form: bool,
    lowered: Container[str] = (),
) -> Analysis:
    """Read a text by some forms; with `first_form`, by those after the first that reads it no more.

    Faults whose names are in `lowered` are no errors: the taxonomy says so.
    """
    clean: list[Reading] = []
    faulty: list[Faulty] = []
    for form in forms:
        for reading in form.readings(text):
            faults = [fault for fault in form.faults(reading, day) if fault.name not in lowered]
            if faults:
                faulty.append(Faulty(reading, faults))
                continue
            for alternative in reading.alternatives(day):
                joint = joint_faults(alternative, combinations)
                faults = [fault for fault in joint if fault.name not in lowered]
                if faults:
                    faulty.append(Faulty(alternative, faults))
                else:
                    clean.append(alternative)
        if clean and first_form:
            break
    return Analysis(clean if len(clean) < 2 else surviving(clean, first_form=first_form), faulty)


def joint_faults(reading: Reading, combinations: list[Combination]) -> Iterator[Fault]:
    """What is wrong between the fields of a reading; `combinations` are those of the convention."""
    yield from reading.form.joint_faults(reading)
    for combination in combinations:
        if combination.severity == "error" and combination.applies(reading.form.kinds):
            yield from combination.faults(reading)
