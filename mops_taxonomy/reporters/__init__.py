"""Writing what was found.

One output format is one file of this folder, with its `REPORTER`. A file is found by being here and imported
only when its format is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, TextIO

from mops_taxonomy.reporters._checked import CheckedName, Summary, Waived
from mops_taxonomy.reporters._described import Described
from mops_taxonomy.reporters._linted import LintedTaxonomy, LintSummary
from mops_taxonomy.reporters._reporter import Reporter

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

__all__ = [
    "CheckedName",
    "Described",
    "LintSummary",
    "LintedTaxonomy",
    "Reporter",
    "Summary",
    "Waived",
    "names",
    "reporter",
]


def names() -> tuple[str, ...]:
    """The output formats there are, sorted."""
    from pkgutil import iter_modules

    return tuple(sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_")))


def reporter(
    name: str,
    stream: TextIO,
    *,
    color: bool = False,
    width: int = 100,
    described: Callable[[str], Described | None] | None = None,
) -> Reporter:
    """The reporter for an output format.

    Args:
        name: one of `names()`.
        stream: where it writes.
        color: whether to use terminal colours, in formats that people read.
        width: how many columns a line of such a format may take.
        described: gives the documentation of a rule by its code, for formats that carry it.

    Raises:
        ValueError: there is no such format.
    """
    module = _load(name)
    if module is None:
        raise ValueError(f'no output format "{name}"; there are {", ".join(names())}')
    made: Reporter = module.REPORTER(stream, color=color, width=width)
    if described is not None:
        made.described = described
    return made


def _load(name: str) -> ModuleType | None:
    if name.startswith("_") or not name.isidentifier():
        return None
    module = f"{__name__}.{name}"
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        return None
