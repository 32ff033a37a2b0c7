"""What one system brings to the reading of its records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.platforms._reading.draft import Draft
from mops_taxonomy.records import Origin

if TYPE_CHECKING:
    from mops_taxonomy.finding import Finding

__all__ = ["Failure", "Kind", "System"]


class Failure(NamedTuple):
    """What a system says went wrong.

    Attributes:
        message: in the system's words.
        code: of the system.
        todo: what to do.
    """

    message: str
    code: str | None = None
    todo: str | None = None


Kind = Callable[[Draft, Origin], Iterable[Any]]
"""Makes the records, most often one, out of a draft. Raises Unreadable."""


def _unchanged(items: Iterator[Any]) -> Iterator[Any]:
    return items


def _never(around: Mapping[str, Any]) -> bool:  # noqa: ARG001  pages of Marketo do not say it
    return False


def _program(value: Mapping[str, Any]) -> str:  # noqa: ARG001  most systems give one kind of object
    return "program"


def _fine(row: Mapping[str, Any]) -> None:  # noqa: ARG001  most systems give no such tables
    return None


class System(NamedTuple):
    """How the records of one system are read.

    Attributes:
        name: `salesforce`.
        title: `Salesforce`.
        kinds: what makes the records of each kind of object.
        resembles: whether a value, with what stands around it, can only be of this system.
        failures: what an answer that holds no record says went wrong; None where the value is no such answer.
        kind_of: the kind of a value; a program, where a system gives nothing else.
        more: whether what stands around the records of a page says that there is another page.
        flat: the value with what it holds inside brought to its surface.
        row_failure: what a row of a table says went wrong with it; None where nothing did.
        finish: puts together what is read from one source.
    """

    name: str
    title: str
    kinds: Mapping[str, Kind]
    resembles: Callable[[Mapping[str, Any], Mapping[str, Any]], bool]
    failures: Callable[[Mapping[str, Any]], Sequence[Failure] | None]
    kind_of: Callable[[Mapping[str, Any]], str] = _program
    more: Callable[[Mapping[str, Any]], bool] = _never
    flat: Callable[[Mapping[str, Any]], Mapping[str, Any]] = dict
    row_failure: Callable[[Mapping[str, Any]], Failure | None] = _fine
    finish: Callable[[Iterator[Any]], Iterator[Any | Finding]] = _unchanged
