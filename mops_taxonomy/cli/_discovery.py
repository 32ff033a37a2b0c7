"""Finding the taxonomy of an input."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mops_taxonomy.cli._problem import Problem
from mops_taxonomy.errors import InvalidTaxonomy

if TYPE_CHECKING:
    from mops_taxonomy.cli._settings import Settings
    from mops_taxonomy.taxonomy import Taxonomy

__all__ = ["BASELINE", "NAMES", "Taxonomies", "baseline_of", "find"]

NAMES = tuple(
    f"{stem}.{suffix}" for stem in ("taxonomy", "mops-taxonomy") for suffix in ("yaml", "yml", "toml", "json")
)
"""What a taxonomy file is called, the likeliest first."""

BASELINE = ".mops-baseline.json"
"""What the baseline beside a taxonomy is called."""


def find(folder: str) -> str | None:
    """The taxonomy of a folder: in it or in the nearest folder above.

    The search ends at the root of a git repository: what lies beyond belongs to something else.
    """
    folder = os.path.abspath(folder)
    while True:
        for name in NAMES:
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                return path
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(os.path.join(folder, ".git")):
            return None
        folder = above


def baseline_of(taxonomy: str | None, settings: Settings) -> str | None:
    """The baseline that the user chose, else the one beside the taxonomy, if there is one."""
    if settings.no_baseline:
        return None
    if settings.baseline is not None:
        return settings.baseline
    path = os.path.join(os.path.dirname(taxonomy or ""), BASELINE)
    return path if os.path.isfile(path) else None


class Taxonomies:
    """The taxonomies of one call, each loaded once.

    Args:
        chosen: the path that the user gave for all inputs, or None.
    """

    def __init__(self, chosen: str | None = None) -> None:
        self._chosen = chosen
        self._loaded: dict[str, Taxonomy | Problem] = {}
        self._found: dict[str, str | None] = {}

    @property
    def files(self) -> list[str]:
        """The taxonomies asked for so far."""
        return list(self._loaded)

    def has(self, path: str) -> bool:
        """Whether there is one for an input, be it of use or not."""
        return self._chosen is not None or self._found_for(_folder(path)) is not None

    def of(self, path: str) -> Taxonomy:
        """The taxonomy of an input, `-` for standard input.

        Raises:
            Problem: there is none, or it cannot be used; the same object for every input concerned.
        """
        chosen = self._chosen or self._nearest(_folder(path))
        if chosen not in self._loaded:
            self._loaded[chosen] = _load(chosen)
        taxonomy = self._loaded[chosen]
        if isinstance(taxonomy, Problem):
            raise taxonomy
        return taxonomy

    def _found_for(self, folder: str) -> str | None:
        if folder not in self._found:
            self._found[folder] = find(folder)
        return self._found[folder]

    def _nearest(self, folder: str) -> str:
        found = self._found_for(folder)
        if found is None:
            where = "this folder" if folder == "." else folder
            raise Problem(
                f"no taxonomy.yaml in {where} or above it; "
                "name one with --taxonomy, or make one with: mops-taxonomy init"
            )
        return _as_seen(found)


def _folder(path: str) -> str:
    return "." if path == "-" else os.path.dirname(path) or "."


def _as_seen(path: str) -> str:
    """From the current folder, where that is shorter."""
    try:
        return min(os.path.relpath(path), path, key=len)
    except ValueError:  # on another drive of Windows
        return path


def _load(path: str) -> Taxonomy | Problem:
    from mops_taxonomy.taxonomy import Taxonomy

    # Looking for plugins of pydantic, which can only watch, costs a fifth of the time that loading takes.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        return Taxonomy.load(path)
    except InvalidTaxonomy as error:
        return Problem(str(error))
