"""What `baseline` does."""

from __future__ import annotations

import os
import sys
from collections import Counter
from typing import TYPE_CHECKING

from mops_taxonomy.baseline import Entry, lines
from mops_taxonomy.cli._checking import Work
from mops_taxonomy.cli._discovery import BASELINE
from mops_taxonomy.cli._output import replaced
from mops_taxonomy.cli._problem import Problem
from mops_taxonomy.cli._sources import input_files
from mops_taxonomy.reporters import Reporter

if TYPE_CHECKING:
    from mops_taxonomy.cli._settings import Settings
    from mops_taxonomy.reporters import CheckedName, LintedTaxonomy

__all__ = ["record"]


def record(settings: Settings) -> int:
    """Check the names of every input, and write down what was found.

    Args:
        settings: those of `check`; `output` is the baseline.

    Returns:
        The exit status: 0, or 2 where an input cannot be used; then nothing is recorded.

    Raises:
        Problem: nothing can be checked at all, or nothing says where the baseline belongs.
    """
    recorder = _Recorder(sys.stdout)
    work = Work(settings._replace(output=None, no_baseline=True, baseline=None), recorder)
    work.files(input_files(settings, "baseline"))
    if work.status == 2:
        raise Problem("nothing was recorded, because not every input could be used")
    path = settings.output or _beside(work.taxonomies.files)
    with replaced(path) as stream:
        stream.writelines(lines(recorder.found))
    print(f"Recorded {recorder} in {path}.")  # noqa: T201  the answer
    return 0


def _beside(taxonomies: list[str]) -> str:
    """The baseline beside the taxonomy."""
    if len(taxonomies) != 1:
        raise Problem(
            f"the inputs have several taxonomies: {', '.join(taxonomies)}; record them one after the other, "
            "or in one file with --output"
        )
    return os.path.join(os.path.dirname(taxonomies[0]), BASELINE)


class _Recorder(Reporter):
    """Counts the findings instead of writing them.

    Attributes:
        found: each finding, and how often it was met.
    """

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.found: Counter[Entry] = Counter()

    def name(self, checked: CheckedName) -> None:
        """Count the findings of one name."""
        for finding in checked.shown:
            self.found[Entry(checked.convention, checked.text, finding.code, finding.field or "")] += 1

    def taxonomy(self, linted: LintedTaxonomy) -> None:
        """Nothing: names alone are recorded."""

    def __str__(self) -> str:
        count = self.found.total()
        names = len({(entry.convention, entry.name) for entry in self.found})
        about = f"{count:,} finding{'' if count == 1 else 's'}"
        return f"{about} on {names:,} name{'' if names == 1 else 's'}" if count else "no findings"
