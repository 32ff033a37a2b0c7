"""A column says of every name what the scalar engine says of it, in every library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy import Taxonomy
from mops_taxonomy.frames import check_column, parse_column
from mops_taxonomy.frames.pandas import ENGINE as PANDAS
from mops_taxonomy.frames.reading import Question
from tests.frames.libraries import COLUMNS, encodable, fitting, plain, scalar
from tests.property.situations import Situation, situations, texts

if TYPE_CHECKING:
    from mops_taxonomy import Convention

SEPARABLE: dict[str, Any] = {
    "taxonomy": "norvik",
    "version": "1",
    "systems": {
        "local": {"max_length": 60, "unit": "bytes", "source": "a test"},
        "short": {"max_length": 20, "unit": "characters", "source": "a test"},
    },
    "vocabularies": {
        "region": {
            "terms": {"EMEA": {}, "APJ": {"until": "2025-12-31"}, "a-long-code-of-more-than-16": {}, "N": {}}
        },
        "topic": {"policy": "open", "characters": "A-Za-z0-9", "terms": ["Robotics"]},
    },
    "fields": {
        "launch": {"kind": "date", "format": "{YYYY}{MM}{DD}"},
        "begin": {"kind": "date", "format": "{YYYY}{MM}{DD}", "role": "start"},
        "finish": {"kind": "date", "format": "{YYYY}{MM}{DD}", "role": "end"},
        "quarter": {"kind": "date", "format": "FY{FY}Q{Q}"},
        "region": {"kind": "term", "vocabulary": "region", "accept": "case"},
        "topic": {"kind": "term", "vocabulary": "topic"},
        "title": {"kind": "text", "characters": "a-z0-9", "joiner": "-"},
        "accent": {"kind": "text", "characters": r"\p{L}", "min_length": 2, "max_length": 9},
        "number": {"kind": "integer"},
        "id": {"kind": "integer", "width": 6, "min": 17, "max": 900000},
        "marker": {"kind": "term", "terms": ["x_y", "x_y_z", "_"]},
        "long": {"kind": "integer", "width": 16},
        "variant": {"kind": "integer", "format": "v{n}", "width": 2},
        "many": {"kind": "list", "of": "region", "separator": "+", "unique": True},
    },
    "conventions": {
        "rigid": {"forms": [{"template": "{quarter}{region}_{title}_{id}_{number}"}]},
        "grouped": {
            "systems": ["local"],
            "forms": [{"template": "{launch}_{region}{?-{many}}_{topic}{?_{variant}}{?_x_{title}}"}],
        },
        "literal": {"forms": [{"template": "P__{launch|quarter}_-{title}|{long}"}]},
        "wide": {"forms": [{"template": "{number}-{title}{?-{marker}}-{id}"}]},
        "inside": {"forms": [{"template": "{region}_{topic}{?_{marker}}_{number}"}]},
        "several": {
            "forms": [
                "{launch}_{region}_{title}{?_{number}}",
                "{quarter}_{region}_{title}-{number}",
                {"template": "X_{title}_{id}", "name": "x"},
            ]
        },
        "first": {
            "prefer": "first",
            "forms": ["{region}_{title}_{number}", "{topic}_{title}_{id}{?_{variant}}"],
        },
        "joint": {
            "forms": ["{begin}_{finish}_{region}_{title}", "{region}_{topic}{?_{title}}"],
            "combinations": [
                {"fields": ["region", "topic"], "allow": {"EMEA": ["Robotics"], "N": ["*"]}},
                {"fields": ["region", "title"], "allow": {"EMEA": ["a", "b"], "N": ["", "a"]}},
            ],
        },
        "foreign": {"systems": ["short"], "forms": [{"template": "{accent}_{title}_{number}"}]},
        "dated": {
            "forms": [
                {"name": "now", "template": "{region}_{title}_{id}", "since": "2026-01-01"},
                {"name": "old", "template": "{title}_{id}", "until": "2025-12-31"},
            ]
        },
    },
}
TAXONOMY = Taxonomy.load(SEPARABLE)
CONVENTIONS = [TAXONOMY.convention(name) for name in TAXONOMY.conventions]


def compared(situation: Situation, names: list[str | None]) -> None:
    """The column says what the scalar engine says, in every library that can hold the names."""
    expected = scalar(situation.convention, names, situation.asked)
    for library, made in COLUMNS.items():
        if library not in {"list", "tuple", "pandas objects"} and not all(map(encodable, names)):
            continue
        found = plain(check_column(situation.convention, made(names), **situation.asked))
        assert found == (expected if library in {"list", "tuple"} else fitting(expected)), library


def columns(situation: Situation) -> st.SearchStrategy[list[str | None]]:
    """Columns of names, texts that nearly are names and others, and nulls; repeated."""
    few = st.lists(st.none() | texts(situation), min_size=1, max_size=6)
    return few.flatmap(lambda known: st.lists(st.sampled_from(known), max_size=12))


@given(st.data(), situations())
def test_columns_of_random_conventions_say_what_scalars_say(
    data: st.DataObject, situation: Situation
) -> None:
    """Whatever the convention, record and day, whatever the texts."""
    compared(situation, data.draw(columns(situation)))


@given(st.data(), st.sampled_from(CONVENTIONS), st.sampled_from(["2025-06-01", "2026-06-01"]))
def test_columns_of_separable_conventions_say_what_scalars_say(
    data: st.DataObject, convention: Convention, as_of: str
) -> None:
    """Names that are judged part by part."""
    situation = Situation(SEPARABLE, TAXONOMY, convention, None, as_of)
    compared(situation, data.draw(columns(situation)))


@pytest.mark.parametrize("name", TAXONOMY.conventions)
def test_these_conventions_are_split(name: str) -> None:
    """The law above is about the fast way."""
    convention = TAXONOMY.convention(name)
    assert Question(convention, None, convention.day(None, "2026-06-01")).split is not None


@pytest.mark.parametrize("library", COLUMNS)
@pytest.mark.parametrize("sample", [20, 10_000])
def test_long_columns_are_read_in_batches(library: str, sample: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """In threads, and each name once where they repeat."""
    monkeypatch.setattr("mops_taxonomy.frames.split._ROWS", 7)
    monkeypatch.setattr("mops_taxonomy.frames.reading._SAMPLE", sample)
    convention = TAXONOMY.convention("foreign")
    names: list[str | None]
    names = [f"{'äb' if at % 3 else 'ab'}_t-{at % 5}_{at % 11}" if at % 4 else None for at in range(100)]
    names[50:50] = [
        "ä" * 9 + "_t_12345678",
        "ä" * 9 + "_t_123456789",
        "é_" * 3000,
        "e\u0301b_t_1",
        "a\u212bb_t_1",
        "",
        "x",
        "ab_t_1\n",
        "a" * 5000,
        "ab_t_" + "1" * 17,
        "ab_t_٣",
    ]
    asked: dict[str, Any] = {"record": None, "as_of": "2026-06-01"}
    names = names[:8] * 15 + names
    assert all(scalar(convention, ["äb_t_1", "aéîôù_t-x_7"], asked)["valid"])
    expected = scalar(convention, names, asked)
    assert plain(check_column(convention, COLUMNS[library](names), **asked)) == expected


def test_bytes_under_a_null_are_not_read() -> None:
    """Arrow says nothing of them, not even that they are a text."""
    ends = np.array([0, 2, 10], np.int32).tobytes()
    buffers = [pa.py_buffer(b"\x02"), pa.py_buffer(ends), pa.py_buffer(b"\xff\xfe\xc3\xa4b_t_12")]
    column = pa.Array.from_buffers(pa.string(), 2, buffers, 1)
    found = parse_column(TAXONOMY.convention("foreign"), column, as_of="2026-06-01")
    assert found["valid"].to_pylist() == [None, True]


@pytest.mark.parametrize("library", COLUMNS)
def test_fields_that_depend_on_each_other_agree(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each pair of values is asked about once for each way to write the name, in whatever batch it comes."""
    monkeypatch.setattr("mops_taxonomy.frames.split._ROWS", 4)
    valid = {
        "20260101_20260201_EMEA_a": True, "20260301_20260201_EMEA_a": False, "20260201_20260201_N_a": True,
        "20260101_20260201_EMEA_c": False, "EMEA_Robotics_a": True, "EMEA_Robotics": False, "N_Ships": True,
        "EMEA_Ships_a": False, "N_Ships_a": True, "N_Ships_b": False, "N_Robotics": True,
    }  # fmt: skip
    found = parse_column(TAXONOMY.convention("joint"), COLUMNS[library]([*valid] * 3), as_of="2026-06-01")
    assert plain(found)["valid"] == [*valid.values()] * 3


@pytest.mark.parametrize("name", TAXONOMY.conventions)
def test_pandas_without_pyarrow_is_read_name_by_name(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Slower, and the same."""
    monkeypatch.setattr(PANDAS, "splits", False)
    convention = TAXONOMY.convention(name)
    names = [
        "FY27Q1EMEA_a-b_000017_3",
        "20260324_N-EMEA+N_x_v01",
        "P__20260324_-a|1234567890123456",
        None,
        "x",
    ]
    asked: dict[str, Any] = {"record": None, "as_of": "2026-06-01"}
    found = plain(check_column(convention, COLUMNS["pandas"](names), **asked))
    assert found == scalar(convention, names, asked)
