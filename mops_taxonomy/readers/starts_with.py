"""Readers that look at the beginning of a name."""

from mops_taxonomy.readers.look import Marks, is_delimited

__all__ = ["StartsWith"]


class StartsWith(Marks):
    """`starts_with: [OLD]`."""

    where = "at the beginning of the name"

    def place(self, text: str, mark: str, *, whole: bool) -> tuple[int, int] | None:
        """The beginning of the text, if it is the mark."""
        span = (0, len(mark))
        return span if text.startswith(mark) and (not whole or is_delimited(text, *span)) else None

    def marked(self, text: str, mark: str) -> str:
        """The text after the mark."""
        return f"{mark}{text}"
