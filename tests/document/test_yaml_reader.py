"""YAML: scalars as written, places, and what is refused."""

from __future__ import annotations

import pytest
import yaml

from mops_taxonomy.document import read_document, yaml_reader
from mops_taxonomy.errors import InvalidTaxonomy


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def _each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers, the C one and the one that is there without it."""
    if not hasattr(yaml, request.param):
        pytest.skip("this installation has no C parser")
    monkeypatch.setattr(yaml_reader, "_LOADER", getattr(yaml, request.param))


def _refusal(text: str) -> str:
    with pytest.raises(InvalidTaxonomy) as caught:
        read_document(text, file="t.yaml")
    return str(caught.value)


@pytest.mark.usefixtures("_each_parser")
def test_scalars_are_text_as_written() -> None:
    """No scalar becomes a boolean, number, day or null."""
    data = read_document("a: [NO, 01, null, 2026.10, 2026-01-01, 0x1F, ~, 'x', \"y\"]\n").data
    assert data == {"a": ["NO", "01", "null", "2026.10", "2026-01-01", "0x1F", "~", "x", "y"]}
    assert [item.style for item in data["a"]] == ["plain"] * 7 + ["quoted"] * 2


@pytest.mark.usefixtures("_each_parser")
def test_an_empty_value_is_absent() -> None:
    """A key without a value is told from an empty text."""
    data = read_document("a:\nb: ''\nc: x\n").data
    assert [data[key].is_absent for key in "abc"] == [True, False, False]


@pytest.mark.usefixtures("_each_parser")
@pytest.mark.parametrize(
    ("path", "key", "place"),
    [
        ((), False, "t.yaml:1:1"),
        (("a",), True, "t.yaml:1:1"),
        (("a", "b"), False, "t.yaml:2:6"),
        (("a", "b", 1), False, "t.yaml:2:10"),
        (("a", "é"), True, "t.yaml:3:3"),
        (("a", "é"), False, "t.yaml:3:6"),
        (("a", "nothing"), False, "t.yaml:2:3"),
        (("a", "b", "nothing", 0), False, "t.yaml:2:7"),
    ],
)
def test_places(path: tuple[str | int, ...], key: bool, place: str) -> None:
    """Values, keys and items are found; what is not there is passed over."""
    document = read_document("a:\n  b: [x, y]\n  é: 'ü'\n", file="t.yaml")
    assert str(document.place(path, key=key)) == place


@pytest.mark.usefixtures("_each_parser")
def test_an_alias_repeats_a_value() -> None:
    """An alias stands for what it names."""
    assert read_document("a: &x [1, 2]\nb: *x\n").data == {"a": ["1", "2"], "b": ["1", "2"]}


@pytest.mark.usefixtures("_each_parser")
def test_repeated_keys_are_noted_and_reading_goes_on() -> None:
    """The first of two values stays; the second key is reported with the line of the first."""
    document = read_document("a: 1\nb: {c: 1, c: 2}\na: 3\n", file="t.yaml")
    assert document.data == {"a": "1", "b": {"c": "1"}}
    assert [str(finding) for finding in document.repeated] == [
        "t.yaml:2:11: MT903 the key 'c' is already on line 2\n    b: {c: 1, c: 2}\n              ^",
        "t.yaml:3:1: MT903 the key 'a' is already on line 1\n    a: 3\n    ^",
    ]


@pytest.mark.usefixtures("_each_parser")
@pytest.mark.parametrize(
    ("text", "message", "drawing"),
    [
        (
            "",
            "t.yaml:1:1: MT901 the file is empty",
            [],
        ),
        (
            "a: 1\n---\nb: 2\n",
            "t.yaml:2:1: MT901 there is a second document after '---'; a taxonomy is one document",
            ["---", "^"],
        ),
        (
            "a: {<<: {b: 1}}\n",
            (
                "t.yaml:1:5: MT901 merge keys (<<) are not read; write the keys out, or use an alias for "
                "a whole value"
            ),
            ["a: {<<: {b: 1}}", "    ^"],
        ),
        (
            "a: *b\n",
            "t.yaml:1:4: MT901 *b repeats what is marked &b, and nothing above is; or quote it",
            ["a: *b", "   ^"],
        ),
        (
            "? [a]\n: b\n",
            (
                "t.yaml:1:3: MT901 a key must be a single word or text, not a list or mapping; quote it "
                "if it is text"
            ),
            ["? [a]", "  ^"],
        ),
        (
            "a: !x b\n",
            "t.yaml:1:4: MT901 tags such as !x are not read; quote the value if it is text",
            ["a: !x b", "   ^"],
        ),
        (
            "a: b: c\n",
            (
                "t.yaml:1:5: MT901 a colon is out of place: quote the text if it holds ': ', or check "
                "the indentation"
            ),
            ["a: b: c", "    ^"],
        ),
        (
            "a: 'x\n",
            "t.yaml:1:4: MT901 a quote or bracket is opened and never closed",
            ["a: 'x", "   ^"],
        ),
        (
            "a: @x\n",
            "t.yaml:1:4: MT901 a value may not begin with this character: put the text in quotes",
            ["a: @x", "   ^"],
        ),
        (
            "a:\n\t- x\n",
            "t.yaml:2:1: MT901 indent with spaces, not with tabs",
            ["- x", "^"],
        ),
        (
            "t: {a}_{b}\n",
            (
                "t.yaml:1:7: MT901 a key is expected here: quote a value that begins with a brace, or "
                "check the indentation"
            ),
            ["t: {a}_{b}", "      ^"],
        ),
        (
            "a: x\x00y\n",
            "t.yaml:1:5: MT901 there is a control character here that no text may hold",
            ["a: x\x00y", "    ^"],
        ),
    ],
)
def test_what_is_refused(text: str, message: str, drawing: list[str]) -> None:
    """Every refusal is in plain words, at its place, the same from both parsers."""
    assert _refusal(text).split("\n    ") == [message, *drawing]
