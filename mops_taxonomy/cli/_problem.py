"""What keeps a command from doing its work."""

from __future__ import annotations

import sys

__all__ = ["Problem", "say"]


class Problem(Exception):  # noqa: N818  named as in the messages
    """The command, the taxonomy or an input cannot be used; its text is for people, most often one line."""


def say(text: str) -> None:
    """Write to standard error, after what standard output holds back. What cannot be seen is escaped."""
    if not sys.stdout.closed:
        sys.stdout.flush()
    sys.stderr.write((text if text.isprintable() else _visible(text)) + "\n")
    sys.stderr.flush()


def _visible(text: str) -> str:
    """The text with escapes for what a terminal would obey: file names and headings come from anywhere."""
    from mops_taxonomy.visible import visible

    return "\n".join("\t".join(map(visible, line.split("\t"))) for line in text.split("\n"))
