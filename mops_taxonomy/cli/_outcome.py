"""What becomes of the names that are not as their convention writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mops_taxonomy.rewriting import Change

if TYPE_CHECKING:
    from mops_taxonomy.repair import Repair

__all__ = ["COLLISION", "FROZEN", "NOT_SAFE", "NO_REPAIR", "REPAIRED", "FileOutcome", "Outcome"]

REPAIRED = "repaired"
NOT_SAFE = "not_safe"
COLLISION = "collision"
FROZEN = "frozen"
NO_REPAIR = "no_repair"


class Outcome:
    """What becomes of one name.

    Attributes:
        line: the physical line on which its row starts, from 1.
        row: the number of its row among the rows of data, from 1.
        id: of its record; the number of the row where that is not known.
        old: the name.
        repair: the best one; None where no way is known.
        status: `repaired`, or why it is left: `not_safe`, `collision`, `frozen` or `no_repair`.
        system: in which its record is; empty where that is not known.
        reason: what there is to say of that; empty where the status says it.
    """

    __slots__ = ("id", "line", "old", "reason", "repair", "row", "status", "system")

    def __init__(
        self,
        line: int,
        row: int,
        id: str,  # noqa: A002  as in the table of names
        old: str,
        repair: Repair | None,
        status: str,
        system: str = "",
    ) -> None:
        self.line = line
        self.row = row
        self.id = id
        self.old = old
        self.repair = repair
        self.status = status
        self.system = system
        self.reason = ""

    @property
    def change(self) -> Change | None:
        """What changes in the file; None where the name is left."""
        if self.repair is None or self.status != REPAIRED:
            return None
        return Change(self.line, self.row, self.old, self.repair.text)

    def to_dict(self) -> dict[str, Any]:
        """A plain dict for JSON; what is not known is left out."""
        plain: dict[str, Any] = {"line": self.line, "row": self.row, "id": self.id, "status": self.status}
        if self.reason:
            plain["reason"] = self.reason
        plain["old"] = self.old
        if self.repair is not None:
            plain["new"] = self.repair.text
            plain |= {key: value for key, value in self.repair.to_dict().items() if key != "text"}
        return plain


class FileOutcome(NamedTuple):
    """What becomes of the names of one input.

    Attributes:
        path: of the input, `-` for standard input.
        label: the input as people call it.
        convention: the id of the convention.
        scope: what tells the convention from those of other taxonomies.
        columns: how the input was read.
        total: how many names were looked at.
        names: every name as it stands, by the system of its record, with the line on which it stands first.
        outcomes: the names that are not as they should be, in the order of the input.
    """

    path: str
    label: str
    convention: str
    scope: tuple[str, str]
    columns: dict[str, str]
    total: int
    names: dict[str, dict[str, int]]
    outcomes: list[Outcome]

    @property
    def changes(self) -> list[Change]:
        """What changes in the input, in its order."""
        return [change for outcome in self.outcomes if (change := outcome.change) is not None]
