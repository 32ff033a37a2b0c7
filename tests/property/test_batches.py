"""`check` judges batches of rows, and writes what it would write if every row were judged on its own."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from mops_taxonomy.cli import _checking, _sieve, _verdicts, main
from mops_taxonomy.inputs import _batch, _parquet, _table
from mops_taxonomy.reporters import names as reporters
from tests.cli.row_by_row import RowByRow
from tests.frames.test_columns import SEPARABLE, TAXONOMY
from tests.property.situations import Situation, situations, texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CREATED = ["2026-03-01", "2026-01-31 10:00", "2025-06-01", "r1", "", "24/03/2026", "45000"]
WAIVERS = [
    {"rules": ["MT101"], "pattern": "*", "owner": "ops", "reason": "old"},
    {"rules": ["MT1"], "when": {"channel": ["WBN"]}, "owner": "ops", "reason": "other"},
    {"rules": ["MT1"], "pattern": "*", "owner": "sales", "reason": "late", "until": "2020-01-01"},
]
OPTIONS = [
    [],
    ["--as-of", "r1"],
    ["--record", "channel=WBN"],
    ["--record", "created=2025-06-01"],
    ["--select", "MT1"],
    ["--ignore", "MT101,MT12"],
    ["--no-summary"],
    ["--quiet", "--fail-on", "warning"],
]
SMALL: Mapping[Any, Mapping[str, int]] = {
    _batch: {"_ITEMS": 5},
    _table: {"_CELLS": 15},
    _parquet: {"_ROWS": 5, "_ALL_COLUMNS": 5},
    _verdicts: {"_MOST_SILENT": 7, "_MOST_FOUND": 4, "_MOST_SETTINGS": 6, "_MANY": 0},
    _sieve: {"_FEW": 1},
}
"""Bounds that short files reach, too."""


def written(folder: str, format_: str, rows: list[tuple[str, str, str]]) -> str:
    """A file with these names, their days of creation and their channels; plain text has the names alone."""
    path = os.path.join(folder, f"names with space.{format_}")
    header = ("Name", "Created", "Channel")
    if format_ == "parquet":
        columns = [[row[at] for row in rows] for at in range(3)]
        parquet.write_table(pa.table(dict(zip(header, columns, strict=True))), path, row_group_size=8)
        return path
    text = io.StringIO(newline="")
    if format_ == "csv":
        csv.writer(text).writerows([header, *rows])
    elif format_ == "jsonl":
        text.writelines(json.dumps(dict(zip(header, row, strict=True))) + "\n" for row in rows)
    else:
        text.writelines(f"{row[0]}\n" for row in rows)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text.getvalue())
    return path


@contextmanager
def bounds(changed: Mapping[Any, Mapping[str, int]]) -> Iterator[None]:
    """Other bounds for a while."""
    with pytest.MonkeyPatch.context() as patch:
        for module, values in changed.items():
            for name, value in values.items():
                patch.setattr(module, name, value)
        yield


def run(arguments: list[str]) -> tuple[int, str, str]:
    """The exit status of a command, and what it writes."""
    streams = [io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", streams[0])
        patch.setattr(sys, "stderr", streams[1])
        status = main(arguments)
    for stream in streams:
        stream.flush()
    out, err = (stream.buffer.getvalue().decode() for stream in streams)
    return status, out, err


def compared(arguments: list[str]) -> None:
    """Both ways write the same, and end with the same status."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_checking, "Work", RowByRow)
        expected = run(arguments)
    assert run(arguments) == expected
    with bounds(SMALL):
        assert run(arguments) == expected


def storable(text: str) -> bool:
    """Whether files of text and Parquet can hold it."""
    return "\0" not in text and text.isprintable() | text.isascii() and "\ud800" not in text


SEPARATED = [
    Situation(SEPARABLE, TAXONOMY, TAXONOMY.convention(name), None, None) for name in ("literal", "foreign")
]
"""Conventions whose names are judged by columns, where there are many."""


@given(st.data(), situations() | st.sampled_from(SEPARATED))
def test_batches_say_what_rows_say(data: st.DataObject, situation: Situation) -> None:
    """Whatever the convention, the format, the options, and what excuses findings."""
    format_ = data.draw(st.sampled_from(["csv", "jsonl", "list", "parquet"]))
    known = data.draw(st.lists(texts(situation).filter(storable), min_size=1, max_size=8))
    created, channels = st.sampled_from(CREATED), st.sampled_from(["WBN", "EML", "Webinar", "x", ""])
    row = st.tuples(st.sampled_from(known), created, channels)
    rows = data.draw(st.lists(row, min_size=1, max_size=24))
    waivers = data.draw(st.lists(st.sampled_from(WAIVERS), max_size=2))
    document = {**situation.document, "waivers": waivers}
    with TemporaryDirectory() as folder:
        taxonomy = os.path.join(folder, "taxonomy.json")
        with open(taxonomy, "w", encoding="utf-8") as file:
            json.dump(document, file)
        path = written(folder, format_, rows)
        arguments = [path, "-t", taxonomy, "-c", situation.convention.id]
        if format_ != "list":
            roles = data.draw(st.sampled_from([["created"], ["channel"], ["created", "channel"], []]))
            arguments += [
                "--column",
                "Name",
                *(word for role in roles for word in (f"--{role}-column", role)),
            ]
        if data.draw(st.sampled_from([False, False, True])):
            run(["baseline", *arguments, "-o", os.path.join(folder, "old.json")])
            arguments += ["--baseline", os.path.join(folder, "old.json")]
        arguments += data.draw(st.sampled_from(OPTIONS))
        compared(["check", *arguments, "--format", data.draw(st.sampled_from(reporters()))])
