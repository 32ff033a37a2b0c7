"""What keeps a command from doing its work."""

from __future__ import annotations

import sys

__all__ = ["Problem", "say"]


class Problem(Exception):  # noqa: N818  named as in the messages
    """The command, the taxonomy or an input cannot be used; its text is for people, most often one line."""


def say(text: str) -> None:
    """Write a line to standard error, after what standard output holds back."""
    if not sys.stdout.closed:
        sys.stdout.flush()
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
