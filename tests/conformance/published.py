"""The published conventions of this folder: what their comments say and the taxonomy that each holds."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from mops_taxonomy import Taxonomy

if TYPE_CHECKING:
    from mops_taxonomy.convention import Convention

__all__ = ["FOLDER", "Case", "Published", "not_written", "paths"]

FOLDER = Path(__file__).parent

_REMARK = re.compile(r"# (source|platform|note|not expressible): *(.*)")
_CONTINUED = re.compile(r"#  *(.*)")
_OURS = "# ours"
_TABLES = ("not_written", "verdicts")


class Case(NamedTuple):
    """One example of a convention.

    Attributes:
        convention: the convention that it belongs to.
        example: its entry in the resolved taxonomy: name, values, form, readings, code, field ...
    """

    convention: Convention
    example: dict[str, Any]

    @property
    def name(self) -> str:
        """The text of the example."""
        return str(self.example["name"])

    @property
    def asked(self) -> dict[str, Any]:
        """The record and the day that every call is given."""
        return {"record": self.example["record"], "as_of": self.example["as_of"]}


class Published:
    """One file: a convention that somebody published, as a taxonomy."""

    def __init__(self, path: Path) -> None:
        self.id = path.stem
        self.path = path
        self.text = path.read_text(encoding="utf-8")
        self._remarks = _remarks(self.text)

    def remarks(self, key: str) -> list[str]:
        """What the comments say under a key: source, platform, note, not expressible."""
        return [text for found, text in self._remarks if found == key]

    @cached_property
    def taxonomy(self) -> Taxonomy:
        """The taxonomy in the file."""
        return Taxonomy.load(self.path)

    @property
    def forms(self) -> int:
        """How many forms its conventions have together."""
        return sum(len(spec["forms"]) for spec in self.taxonomy.resolved["conventions"].values())

    def cases(self, kind: str) -> list[Case]:
        """The `valid` or `invalid` examples of all its conventions."""
        return [
            Case(self.taxonomy.convention(name), example)
            for name, spec in self.taxonomy.resolved["conventions"].items()
            for example in spec["examples"][kind]
        ]

    def ours(self, kind: str) -> int:
        """How many of the `valid` or `invalid` examples nobody published, as the comments `# ours` say."""
        return sum(self._marked(kind))

    def theirs(self, kind: str) -> list[Case]:
        """The `valid` or `invalid` examples that the source has."""
        return [case for case, ours in zip(self.cases(kind), self._marked(kind), strict=True) if not ours]

    def _marked(self, kind: str) -> list[bool]:
        lines = self.text.splitlines()
        conventions = _entry(yaml.compose(self.text), "conventions")
        listed = [_entry(_entry(one, "examples")[1], kind) for _, one in conventions[1].value]
        return [mark for key, names in listed if names is not None for mark in _ours(key, names, lines)]


def _entry(node: Any, key: str) -> tuple[Any, Any]:
    """The nodes of a key and of its value in the node of a mapping."""
    pairs = node.value if node is not None else ()
    return next(((found, value) for found, value in pairs if found.value == key), (None, None))


def _ours(key: Any, names: Any, lines: list[str]) -> list[bool]:
    """Which examples of a list are marked: each by itself, or all at the key."""
    if lines[key.start_mark.line].endswith(_OURS):
        return [True for _ in names.value]
    starts = [name.start_mark.line for name in names.value]
    ends = [*starts[1:], names.end_mark.line]
    blocks = ("\n".join(lines[start : max(end, start + 1)]) for start, end in zip(starts, ends, strict=True))
    return [_OURS in block for block in blocks]


def _remarks(text: str) -> list[tuple[str, str]]:
    """The keyed comments at the head of a file, continuation lines joined to the line they continue."""
    found: list[tuple[str, str]] = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if remark := _REMARK.match(line):
            found.append((remark[1], remark[2].strip()))
        elif found and (more := _CONTINUED.match(line)):
            key, before = found[-1]
            found[-1] = (key, f"{before} {more[1]}".strip())
    return found


def paths() -> list[Path]:
    """The files that are taxonomies, by id."""
    return sorted(path for path in FOLDER.glob("*.yaml") if path.stem not in _TABLES)


def not_written() -> dict[str, str]:
    """The conventions that are too incomplete to be written as a taxonomy, each with the reason."""
    return dict(yaml.safe_load((FOLDER / "not_written.yaml").read_text(encoding="utf-8")))
