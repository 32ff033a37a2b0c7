"""Documents: formats, encodings, and data from Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy.document import read_document, read_mapping
from mops_taxonomy.errors import InvalidTaxonomy

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "content"),
    [("t.yaml", "a: [x]"), ("t.yml", "a: [x]"), ("t.TOML", 'a = ["x"]'), ("t.json", '{"a": ["x"]}')],
)
def test_the_name_tells_the_format(tmp_path: Path, name: str, content: str) -> None:
    """The end of a file's name chooses the reader."""
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    assert read_document(path).data == {"a": ["x"]}


def test_a_byte_order_mark_is_passed_over() -> None:
    """Files saved by Windows editors are read, and columns still count from 1."""
    document = read_document(b"\xef\xbb\xbfa: x\r\nb: y\r\n", file="t.yaml")
    assert (document.data, str(document.place(("b",))), document.source_line(2)) == (
        {"a": "x", "b": "y"},
        "t.yaml:2:4",
        "b: y",
    )


def test_a_file_that_is_not_utf_8() -> None:
    """The first byte that cannot be read is shown by its place."""
    with pytest.raises(InvalidTaxonomy) as caught:
        read_document("a: x\nb: Gr\xf6\xdfe\n".encode("latin-1"), file="t.yaml")
    assert str(caught.value) == "t.yaml:2:6: MT901 the file is not UTF-8 from here on; save it as UTF-8"


def test_a_file_that_is_too_large() -> None:
    """A file beyond the limit is not even decoded."""
    with pytest.raises(InvalidTaxonomy) as caught:
        read_document(b" " * (32 * 1024 * 1024 + 1), file="t.yaml")
    assert str(caught.value) == (
        "t.yaml:1:1: MT901 the file has 33,554,433 bytes; the most that is read is 33,554,432"
    )


def test_a_missing_file_is_the_callers_business(tmp_path: Path) -> None:
    """Reading a document lets the system's error through."""
    with pytest.raises(FileNotFoundError):
        read_document(tmp_path / "none.yaml")


def test_data_from_python_has_dotted_places() -> None:
    """Every node of a mapping knows its path."""
    document = read_mapping({"a": [{"b": 1}], "c": None})
    assert [str(document.place(path)) for path in [("a", 0, "b"), ("c",), ()]] == ["a.0.b", "c", "taxonomy"]


def test_data_that_holds_itself() -> None:
    """A mapping inside itself ends in an error."""
    mapping: dict[str, Any] = {}
    mapping["a"] = mapping
    with pytest.raises(InvalidTaxonomy, match="lists and mappings are nested more than 50 deep"):
        read_mapping(mapping)
