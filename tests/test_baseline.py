"""The file of findings recorded earlier."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy.baseline import Baseline, Entry, InvalidBaseline, lines

ONE = Entry("program", "20260324_EMAE_x", "MT102", "region")
TWO = Entry("program", "Größe | a", "MT106", "")
TEXT = """\
{"format": "mops-taxonomy baseline 1", "findings": [
{"convention": "program", "name": "20260324_EMAE_x", "code": "MT102", "field": "region", "count": 1},
{"convention": "program", "name": "Größe | a", "code": "MT106", "field": "", "count": 2}
]}
"""
EMPTY = """\
{"format": "mops-taxonomy baseline 1", "findings": [
]}
"""


def text(*entries: str) -> str:
    """A baseline with these entries, as they are written."""
    return '{"format": "mops-taxonomy baseline 1", "findings": [' + ",".join(entries) + "]}"


def test_lines() -> None:
    """There is one entry on each line, sorted, and nothing that changes when names move."""
    assert "".join(lines({TWO: 2, ONE: 1})) == TEXT
    assert "".join(lines({})) == EMPTY
    assert Baseline(EMPTY).gone == {}


def test_takes() -> None:
    """A finding is recorded as often as it was met, and no oftener."""
    baseline = Baseline(TEXT)
    assert [baseline.takes(entry) for entry in (TWO, TWO, TWO)] == [True, True, False]
    assert not baseline.takes(ONE._replace(field="title"))
    assert not baseline.takes(ONE._replace(convention="mail"))
    assert baseline.gone == {ONE: 1}
    assert baseline.takes(ONE)
    assert baseline.gone == {}


def test_merged_entries() -> None:
    """An entry that a merge left twice counts once, as often as the greater of both says."""
    entry = json.dumps({**ONE._asdict(), "count": 1})
    more = json.dumps({**ONE._asdict(), "count": 3})
    assert Baseline(text(entry, more, entry)).gone == {ONE: 3}


ENTRIES = st.builds(Entry, *[st.text()] * 4)


@given(st.dictionaries(ENTRIES, st.integers(1, 9), max_size=8))
def test_what_is_written_is_read(found: dict[Entry, int]) -> None:
    """Whatever is recorded is recorded as it is, halves of surrogate pairs too, each entry on its line."""
    written = "".join(lines(Counter(found)))
    stored = written.encode("utf-8", "backslashreplace").decode()
    assert Baseline(stored).gone == dict(sorted(found.items()))
    assert stored.count("\n") == len(found) + 2


DAMAGED = [
    ("", "line 1: not JSON: Expecting value"),
    (TEXT.replace("1},\n", "1}\n"), "line 3: not JSON: Expecting ',' delimiter"),
    (f"<<<<<<< ours\n{TEXT}", "line 1: not JSON: Expecting value"),
    ("[" * 100_000, "not a baseline: lists inside lists"),
    ("[]", "not a baseline of mops-taxonomy"),
    ("{}", "not a baseline of mops-taxonomy"),
    ('{"format": 1, "findings": []}', "not a baseline of mops-taxonomy"),
    ('{"version": "1.4.0", "results": {}}', "not a baseline of mops-taxonomy"),
    (
        EMPTY.replace("baseline 1", "baseline 2"),
        'written by another version of mops-taxonomy ("mops-taxonomy baseline 2")',
    ),
    ('{"format": "mops-taxonomy baseline 1"}', "has no list of findings"),
    (text("7"), "finding 1 is damaged"),
    (TEXT.replace('"count": 2', '"count": 0'), "finding 2 is damaged"),
    (TEXT.replace('"count": 2', '"count": true'), "finding 2 is damaged"),
    (TEXT.replace('"count": 2', '"count": "2"'), "finding 2 is damaged"),
    (TEXT.replace('"code": "MT102"', '"code": null'), "finding 1 is damaged"),
    (TEXT.replace('"field": "", ', ""), "finding 2 is damaged"),
    (TEXT.replace('"field": "", ', '"field": "", "line": 3, '), "finding 2 is damaged"),
]


@pytest.mark.parametrize(("content", "message"), DAMAGED, ids=range(len(DAMAGED)))
def test_damaged(content: str, message: str) -> None:
    """What is no baseline is refused, with the reason."""
    with pytest.raises(InvalidBaseline) as caught:
        Baseline(content)
    assert str(caught.value) == message
