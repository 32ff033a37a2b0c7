"""Bring the output that the pages show up to date; read what changed before you keep it.

python -m tests.docs.rewrite
"""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.docs.pages import PAGES, blocks
from tests.docs.running import furnish, session, transcript, write


def rewritten(page: Path) -> str:
    """The text of a page with the output of its blocks as it is now. Runs in the current folder."""
    lines = page.read_text(encoding="utf-8").splitlines(keepends=True)
    names: dict[str, Any] = {"__name__": "__main__"}
    moved = 0
    for block in blocks(page):
        text = block.text
        if block.kind == "console":
            text = transcript(block)
        elif block.kind == "pycon" and block.file != "spark":
            text = session(block, names)
        elif block.file and block.kind != "sh":
            write(block)
        start, size = block.line + moved, len(block.text.splitlines())
        lines[start : start + size] = text.splitlines(keepends=True)
        moved += len(text.splitlines()) - size
    return "".join(lines)


def main() -> None:
    """Rewrite every page, each in a new folder."""
    for page in PAGES:
        with TemporaryDirectory() as folder:
            furnish(Path(folder))
            os.environ["MOPS_TAXONOMY_CACHE"] = f"{folder}/cache"
            os.chdir(folder)
            page.write_text(rewritten(page), encoding="utf-8")
            os.chdir(page.parent)


if __name__ == "__main__":
    main()
