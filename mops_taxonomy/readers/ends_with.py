"""Readers that look at the end of a name."""

from mops_taxonomy.readers.look import Marks, is_delimited

__all__ = ["EndsWith"]


class EndsWith(Marks):
    """`ends_with: [_Parent]`."""

    where = "at the end of the name"

    def place(self, text: str, mark: str, *, whole: bool) -> tuple[int, int] | None:
        """The end of the text, if it is the mark."""
        span = (len(text) - len(mark), len(text))
        return span if text.endswith(mark) and (not whole or is_delimited(text, *span)) else None

    def marked(self, text: str, mark: str) -> str:
        """The text before the mark."""
        return f"{text}{mark}"
