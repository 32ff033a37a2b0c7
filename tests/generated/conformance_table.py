"""Write `docs/conformance.md` from the published conventions of `tests/conformance`.

python -m tests.generated.conformance_table
"""

from __future__ import annotations

from pathlib import Path

from tests.conformance.published import Published, not_written, paths

__all__ = ["TARGET", "escaped", "link", "render"]

TARGET = Path(__file__).parents[2] / "docs" / "conformance.md"

_PAGE = """\
# Published conventions

How other organisations name their campaigns, as far as they have published it. Each row is a taxonomy in
`tests/conformance/`, and its examples are tests: every good name is read as the values that its author meant,
every bad name is refused. Where a source gives few names, or none of one kind, we added some: `3 + 1` means
three of the source and one of ours. Lists that a source gives by example only are left open.

Which of them are ambiguous, and which fit the systems they are for, is told in [ambiguity.md](ambiguity.md).

This page is made by `python -m tests.generated.conformance_table`.

| convention | platform | source | forms | good names read | bad names refused |
|---|---|---|--:|--:|--:|
{rows}
| **{files} conventions** | | | **{forms}** | **{good}** | **{bad}** |

## Notes

Where a source is incomplete or contradicts itself, this is how it was read.

{notes}
{left}"""

_LEFT = """
## Not written

Too little is published of these to write them down without inventing the rest.

{reasons}
"""


def row(published: Published) -> str:
    """The row of one convention."""
    cells = (
        f"[{published.id}](../tests/conformance/{published.path.name})",
        published.remarks("platform")[0],
        link(published.remarks("source")[0]),
        str(published.forms),
        _count([published], "valid"),
        _count([published], "invalid"),
    )
    return f"| {' | '.join(cells)} |"


def _count(every: list[Published], kind: str) -> str:
    """How many examples the sources gave and how many we added: `3 + 1`."""
    ours = sum(one.ours(kind) for one in every)
    theirs = sum(len(one.cases(kind)) for one in every) - ours
    return f"{theirs} + {ours}" if ours else str(theirs)


def link(source: str) -> str:
    """A link named by its host; a source without an address as it is described."""
    if "://" not in source:
        return escaped(source)
    address = source.split(maxsplit=1)[0]
    host = address.split("://")[1].split("/")[0].removeprefix("www.")
    return f"[{host}]({address}){escaped(source.removeprefix(address))}"


def escaped(text: str) -> str:
    """Text of a file as text of Markdown."""
    for special in "\\`*_[]<>|{}":
        text = text.replace(special, f"\\{special}")
    return text


def note(published: Published) -> str:
    """What is to be known about one convention, or nothing."""
    limits = [f"not expressible: {text}" for text in published.remarks("not expressible")]
    text = " ".join(map(_sentence, published.remarks("note") + limits))
    return f"* **{published.id}**: {escaped(text)}" if text else ""


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".") + "."


def render() -> str:
    """The text of the page."""
    every = [Published(path) for path in paths()]
    reasons = "\n".join(
        f"* **{name}**: {escaped(_sentence(reason))}" for name, reason in not_written().items()
    )
    return _PAGE.format(
        rows="\n".join(map(row, every)),
        files=len(every),
        forms=sum(one.forms for one in every),
        good=_count(every, "valid"),
        bad=_count(every, "invalid"),
        notes="\n".join(filter(None, map(note, every))),
        left=_LEFT.format(reasons=reasons) if reasons else "",
    )


if __name__ == "__main__":
    TARGET.write_text(render(), encoding="utf-8")
