"""The pages of the documentation and the code blocks in them.

What a block is, its info string says:

* `console`: commands after `$ ` and what they write, to standard output and to standard error
* `pycon`: an interactive session; the blocks of a page are one session
* `pycon spark`: a session that needs Java; the tests of Spark run it
* `yaml`: a part of a taxonomy; what it leaves out is filled in, and its examples are tests
* `yaml FILE`, `toml FILE`, `json FILE`: a file in the folder of the page; a whole taxonomy, if it is called so
* `csv FILE`, `text FILE`, `jsonl FILE`: a file in the folder of the page
* `sh main-job`, `sh tests`: the two commands that install the project; they are run elsewhere
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

__all__ = ["PAGES", "ROOT", "Block", "blocks"]

ROOT = Path(__file__).parents[2]
_GENERATED = {"ambiguity.md", "conformance.md", "repair-quality.md"}
PAGES = (
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted(page for page in (ROOT / "docs").glob("*.md") if page.name not in _GENERATED),
)

_BLOCK = re.compile(r"^```([^\n`]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A code block.

    Attributes:
        kind: the first word of the info string.
        file: the rest of it; empty where there is none.
        text: what it holds.
        line: where it begins in the page, from 1.
    """

    kind: str
    file: str
    text: str
    line: int


def blocks(page: Path) -> list[Block]:
    """The code blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    found = []
    for match in _BLOCK.finditer(text):
        kind, _, file = match[1].strip().partition(" ")
        found.append(Block(kind, file, match[2], text.count("\n", 0, match.start()) + 1))
    return found
