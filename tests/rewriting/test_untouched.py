"""Laws of changing names inside files: whatever a file looks like, every byte outside the names stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy.inputs import Row, open_input
from mops_taxonomy.rewriting import Change, rewrite

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

NEW = "NEW_NAME"
"""What names become. It shares no character with the old ones, so that nothing of their spelling stays."""

OLD = st.text("abc d-é→😀", min_size=1, max_size=6).filter(lambda text: text == text.strip())
NOTES = st.text("ab ;,|\t\"'#:-[]{}&*!%@\r\né→😀\\/", max_size=8)

Piece = tuple[str, str]
"""A part of a file, as it was and as it is to be."""


def same(text: str) -> Piece:
    """A part that stays."""
    return text, text


@st.composite
def cell(draw: DrawFn, delimiter: str, *, is_name: bool) -> Piece:
    """A cell of a table: bare where that can be, or in quotes."""
    if is_name:
        old = draw(OLD)
        return (f'"{old}"', f'"{NEW}"') if draw(st.booleans()) else (old, NEW)
    text = draw(NOTES)
    bare = not text.startswith('"') and not any(mark in text for mark in f"{delimiter}\r\n")
    quoted = '"' + text.replace('"', '""') + '"'
    return same(text if bare and draw(st.booleans()) else quoted)


@st.composite
def table(draw: DrawFn) -> list[Piece]:
    """A table with the names in one of its columns, and any ends of lines."""
    delimiter = draw(st.sampled_from(",;\t|"))
    width = draw(st.integers(1, 3))
    names = draw(st.integers(0, width - 1))
    ends = st.sampled_from(["\n", "\r\n", "\r"])
    headings = ["Name" if at == names else f"N{at}" for at in range(width)]
    pieces = [same(delimiter.join(headings) + draw(ends))]
    for row in range(draw(st.integers(1, 4))):
        if row:
            pieces.append(same(draw(ends)))
        for at in range(width):
            pieces += [same(delimiter)] if at else []
            pieces.append(draw(cell(delimiter, is_name=at == names)))
    return [*pieces, same(draw(st.sampled_from(["", "\n", "\r\n"])))]


@st.composite
def escaped(draw: DrawFn, text: str) -> str:
    """A JSON string, each character written in one of the ways that there are."""
    written = ""
    for character in text:
        units = character.encode("utf-16-be").hex()
        long = "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
        short = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "/": "\\/"}.get(character)
        plain = [character] if short is None or character == "/" else []
        written += draw(st.sampled_from([*plain, long, *([short] if short else [])]))
    return f'"{written}"'


@st.composite
def json_object(draw: DrawFn, space: st.SearchStrategy[str]) -> list[Piece]:
    """An object with its name among other members; where the name stands twice, the last one counts."""
    others = st.sampled_from(["1.50", "null", "1e5", '{ "name" : "a" }', '[ "abc", {"name":"b"} ]'])
    members = []
    for key in draw(st.lists(st.sampled_from(["n", "name.x", "t"]), unique=True, max_size=2)):
        value = draw(others) if draw(st.booleans()) else draw(escaped(draw(NOTES)))
        members.append([same(f'"{key}"{draw(space)}:{draw(space)}{value}')])
    for is_last in draw(st.sampled_from([(True,), (False, True)])):
        literal = draw(escaped(draw(OLD)))
        at = len(members) if is_last else 0
        key = draw(escaped("name"))
        name = (literal, f'"{NEW}"') if is_last else same(literal)
        members.insert(at, [same(f"{key}{draw(space)}:{draw(space)}"), name])
    pieces = [same("{" + draw(space))]
    for number, member in enumerate(members):
        pieces += [same(f"{draw(space)},{draw(space)}")] if number else []
        pieces += member
    return [*pieces, same(draw(space) + "}")]


@st.composite
def json_list(draw: DrawFn) -> list[Piece]:
    """A list of objects or of names, alone or in an object, with any white space."""
    space = st.text(" \t\r\n", max_size=2)
    objects = draw(st.booleans())
    pieces = [same(draw(st.sampled_from(['{"n": [1], "results":', ""])) + "[" + draw(space))]
    is_inside = pieces[0][0].startswith("{")
    if is_inside:
        pieces = [same('{"n": 1,' + draw(space) + '"results":' + draw(space) + "[" + draw(space))]
    for number in range(draw(st.integers(1, 4))):
        pieces += [same(f"{draw(space)},{draw(space)}")] if number else []
        pieces += draw(json_object(space)) if objects else [(draw(escaped(draw(OLD))), f'"{NEW}"')]
    return [*pieces, same(draw(space) + "]" + ("}" if is_inside else "") + draw(space))]


@st.composite
def json_lines(draw: DrawFn) -> list[Piece]:
    """A line for each object, with blank ones between."""
    space = st.text(" \t", max_size=2)
    ends = st.sampled_from(["\n", "\r\n", "\n\n", "\n  \n"])
    pieces = []
    for _ in range(draw(st.integers(1, 4))):
        pieces += [same(draw(space)), *draw(json_object(space)), same(draw(space) + draw(ends))]
    return pieces


@st.composite
def scalar(draw: DrawFn) -> list[Piece]:
    """A name of YAML in one of its styles, behind an anchor or a tag for text or without, and a comment after it."""
    old = draw(OLD.filter(lambda text: text[0] != "-"))
    quote = draw(st.sampled_from(["", "'", '"']))
    before = draw(st.sampled_from(["", "&a ", "!!str ", "&b  !!str ", "! ", "!mine "]))
    after = draw(st.sampled_from(["", " ", "  # a 'b\": c", "\t# x"]))
    return [same(before + quote), (old, NEW), same(quote + after)]


@st.composite
def yaml_list(draw: DrawFn) -> list[Piece]:
    """A list of names, or of objects with blocks of lines in them, with comments between."""
    end = draw(st.sampled_from(["\n", "\r\n"]))
    note = st.sampled_from(
        ["- x", "|{0}    a: b{0}{0}    # no comment", ">-{0}    c{0}    d", "[a, {{b: c}}]", "'it''s'"]
    )
    comment = st.sampled_from(["", "# a b{0}", "{0}", "  # - x{0}"])
    is_inside = draw(st.booleans())
    objects = draw(st.booleans())
    pieces = [same(draw(comment).format(end) + ("n: a b" + end + "items:" + end if is_inside else ""))]
    for _ in range(draw(st.integers(1, 4))):
        if not objects:
            pieces += [same("- "), *draw(scalar()), same(end)]
        elif draw(st.booleans()):
            text = draw(st.sampled_from(['"x, y"', "'#'", "z"]))
            pieces += [same("- {t: " + text + " , name: "), *draw(scalar())[:2]]
            pieces += [same(pieces[-2][0][len(pieces[-2][0].rstrip("'\"")) :] + " }" + end)]
        else:
            value = draw(note.filter(lambda text: text != "- x")).format(end)
            pieces += [same(f"- t: {value}{end}  name: "), *draw(scalar()), same(end)]
        pieces.append(same(draw(comment).format(end)))
    return pieces


@st.composite
def lines(draw: DrawFn) -> list[Piece]:
    """Plain text: a name on each line, with blank lines and comments for this program."""
    ends = st.sampled_from(["\n", "\r\n", "\n\n"])
    after = st.sampled_from(["", "  # mops-taxonomy: ignore MT102"])
    pieces: list[Piece] = []
    for _ in range(draw(st.integers(1, 4))):
        pieces += [(draw(OLD), NEW), same(draw(after) + draw(ends))]
    return pieces


FILES: list[Any] = [
    pytest.param("x.csv", table(), id="CSV"),
    pytest.param("x.json", json_list(), id="JSON"),
    pytest.param("x.jsonl", json_lines(), id="JSON Lines"),
    pytest.param("x.yaml", yaml_list(), id="YAML"),
    pytest.param("x.list", lines(), id="text"),
]
CODECS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"])


@pytest.mark.parametrize(("name", "files"), FILES)
@given(data=st.data(), codec=CODECS)
def test_every_other_byte_stays(
    tmp_path_factory: pytest.TempPathFactory,
    name: str,
    files: st.SearchStrategy[list[Piece]],
    data: st.DataObject,
    codec: str,
) -> None:
    """The new file is the old one with the names in it written anew, in the encoding that it has."""
    pieces = data.draw(files)
    before, after = ("".join(piece[at] for piece in pieces) for at in (0, 1))
    if codec == "cp1252":
        before, after = (text.replace("→", "é").replace("😀", "é") for text in (before, after))
    folder = tmp_path_factory.mktemp("any")
    path, copy = str(folder / name), str(folder / f"copy-{name}")
    (folder / name).write_bytes(before.encode(codec))
    rows = [item for item in open_input(path) if isinstance(item, Row)]
    assert len(rows) == sum(old != new for old, new in pieces)
    rewrite(path, copy, [Change(row.line, row.row, row.name, NEW) for row in rows], {})
    assert (folder / f"copy-{name}").read_bytes() == after.encode(codec)
