"""What `fix` writes for people: a difference for each file, and the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from mops_taxonomy.cli._outcome import COLLISION, FROZEN, NO_REPAIR, NOT_SAFE, REPAIRED
from mops_taxonomy.reporters._tally import counted
from mops_taxonomy.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.cli._fixed import Fixed, FixedFile
    from mops_taxonomy.cli._outcome import Outcome

__all__ = ["write_text"]

_COLORS = {"-": "31", "+": "32", "@": "36", "?": "33"}
_LEFT = {
    NOT_SAFE: "not safe",
    COLLISION: "would collide",
    FROZEN: "frozen by a waiver",
    NO_REPAIR: "no repair known",
}


def write_text(fixed: Fixed, stream: TextIO, *, color: bool) -> None:
    """Write what changes, and what is left and why. Of files that were written, only what is left.

    Args:
        fixed: what to write of.
        stream: where to.
        color: whether to use terminal colours.
    """
    for file in fixed.files:
        stream.writelines((_colored(line) if color else line) + "\n" for line in _of_file(file))
    stream.write(f"{'' if _is_silent(fixed) else chr(10)}{fixed}\n")
    for file in fixed.files:
        if file.written:
            stream.write(_written(file) + "\n")
    if fixed.counts[REPAIRED] > fixed.changed and not fixed.problems:
        stream.write("nothing is written; --write changes the files\n")


def _is_silent(fixed: Fixed) -> bool:
    return not any(file.outcome.outcomes for file in fixed.files)


def _of_file(file: FixedFile) -> Iterator[str]:
    shown = [one for one in file.outcome.outcomes if not (file.written and one.status == REPAIRED)]
    if shown:
        label = visible(file.outcome.label)
        yield f"--- {label}"
        yield f"+++ {label}"
    for outcome in shown:
        yield from _of_name(outcome)


def _of_name(outcome: Outcome) -> Iterator[str]:
    """A hunk: the name, and what it becomes; or behind a question mark what it would become."""
    repaired = outcome.status == REPAIRED
    why = "" if repaired else _LEFT[outcome.status]
    if repaired and outcome.repair is not None and not outcome.repair.safe:
        why = "not safe, but asked for"
    edits = map(str, outcome.repair.edits if outcome.repair is not None else ())
    words = "; ".join(filter(None, (why, visible(outcome.reason), *edits)))
    yield f"@@ line {outcome.line} @@ {words}"
    yield f"{'-' if repaired else ' '}{visible(outcome.old)}"
    if outcome.repair is not None:
        yield f"{'+' if repaired else '?'}{visible(outcome.repair.text)}"


def _colored(line: str) -> str:
    code = "1" if line.startswith(("--- ", "+++ ")) else _COLORS.get(line[:1])
    return f"\x1b[{code}m{line}\x1b[0m" if code else line


def _written(file: FixedFile) -> str:
    kept = f"; {visible(file.backup)} is as it was" if file.backup else ""
    return f"{visible(file.outcome.label)}: {counted(len(file.outcome.changes), 'name')} changed{kept}"
