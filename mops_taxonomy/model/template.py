"""What the engine says of a template, a date format or a pattern."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mops_taxonomy.errors import TemplateSyntaxError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "fault_of_characters",
    "fault_of_date",
    "fault_of_pattern",
    "fault_of_template",
    "fields_of",
    "precision",
]


def fields_of(template: str) -> list[str]:
    """The fields of a template in order; none if it cannot be read."""
    from mops_taxonomy.template import parse_template

    try:
        return parse_template(template).fields()
    except TemplateSyntaxError:
        return []


def fault_of_template(template: str) -> TemplateSyntaxError | None:
    """Why a template cannot be read, or None."""
    from mops_taxonomy.template import parse_template

    return _fault(parse_template, template)


def fault_of_pattern(pattern: str) -> TemplateSyntaxError | None:
    """Why a pattern cannot be read, or None."""
    from mops_taxonomy.algebra.pattern import parse_pattern

    return _fault(parse_pattern, pattern)


def fault_of_characters(characters: str) -> TemplateSyntaxError | None:
    """Why the inside of a character class cannot be read, or None."""
    from mops_taxonomy.algebra.pattern import parse_characters

    return _fault(parse_characters, characters)


def fault_of_date(text: str) -> TemplateSyntaxError | None:
    """Why a date format cannot be read, or None."""
    from mops_taxonomy.fields.date_format import DateFormat

    return _fault(DateFormat.parse, text)


def precision(text: str) -> str:
    """How exact a date format is: equal for formats that hold the same dates.

    Raises:
        TemplateSyntaxError: the format cannot be read.
    """
    from mops_taxonomy.fields.date_format import DateFormat

    return DateFormat.parse(text).precision


def _fault(parse: Callable[[str], object], text: str) -> TemplateSyntaxError | None:
    try:
        parse(text)
    except TemplateSyntaxError as error:
        return error
    return None
