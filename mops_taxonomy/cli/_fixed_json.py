"""What `fix` writes for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO

from mops_taxonomy.reporters._plain import encoded

if TYPE_CHECKING:
    from mops_taxonomy.cli._fixed import Fixed, FixedFile

__all__ = ["write_json"]


def write_json(fixed: Fixed, stream: TextIO) -> None:
    """Write one object with the files and their names, the problems and the counts.

    Args:
        fixed: what to write of.
        stream: where to.
    """
    plain = {
        "files": [_of_file(file) for file in fixed.files],
        "problems": fixed.problems,
        "summary": fixed.to_dict(),
    }
    stream.write(encoded(plain) + "\n")


def _of_file(file: FixedFile) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "file": file.outcome.label,
        "convention": file.outcome.convention,
        "written": file.written,
    }
    if file.backup is not None:
        plain["backup"] = file.backup
    return {**plain, "names": [outcome.to_dict() for outcome in file.outcome.outcomes]}
