"""Readers that look anywhere in a name."""

from mops_taxonomy.readers.look import Marks, is_delimited

__all__ = ["Contains"]


class Contains(Marks):
    """`contains: [test]`."""

    where = "in the name"

    def place(self, text: str, mark: str, *, whole: bool) -> tuple[int, int] | None:
        """The first place of the mark; of a whole word, the first where it is one."""
        at = text.find(mark)
        while at >= 0:
            span = (at, at + len(mark))
            if not whole or is_delimited(text, *span):
                return span
            at = text.find(mark, at + 1)
        return None
