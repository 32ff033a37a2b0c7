"""The errors that callers may want to catch. All are ValueErrors and carry findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mops_taxonomy.finding import Finding

__all__ = ["AmbiguousValue", "InvalidName", "InvalidTaxonomy", "InvalidValues", "TemplateSyntaxError"]


class InvalidTaxonomy(ValueError):  # noqa: N818  named for what is invalid, like every error here
    """The taxonomy file cannot be used. `findings` holds every error in it, each with its place."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


class InvalidName(ValueError):  # noqa: N818
    """The text is not a name of the convention.

    The diagnosis is made when `findings` or the message is first asked for: most callers only want to
    know that the name is wrong, and finding out why costs more than finding out that.
    """

    def __init__(self, text: str, diagnose: Callable[[], tuple[Finding, ...]]) -> None:
        super().__init__(text)
        self.text = text
        self._diagnose = diagnose
        self._findings: tuple[Finding, ...] | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Why the text is not a name, in the order of the places."""
        if self._findings is None:
            self._findings = self._diagnose()
        return self._findings

    def __str__(self) -> str:
        return "\n".join([repr(self.text), *(f"  {finding}" for finding in self.findings)])


class InvalidValues(ValueError):  # noqa: N818
    """No name can be written from these values. `findings` says which value and why."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(str(finding) for finding in self.findings))


class AmbiguousValue(ValueError):  # noqa: N818
    """The name has several readings and they disagree about this field.

    Attributes:
        field: the field asked for.
        readings: every reading, as a mapping of field to value.
    """

    def __init__(self, field: str, readings: Sequence[dict[str, Any]]) -> None:
        self.field = field
        self.readings = tuple(readings)
        options = " or ".join(repr(reading.get(field)) for reading in self.readings)
        super().__init__(f"the name has {len(self.readings)} readings; {field} may be {options}")


class TemplateSyntaxError(ValueError):
    """A template, date format or pattern cannot be read. `offset` counts characters from 0."""

    def __init__(self, message: str, source: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.source = source
        self.offset = offset
