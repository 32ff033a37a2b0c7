"""What a frame of parsed names looks like."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import Any, cast

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from narwhals import DataFrame, from_native

from mops_taxonomy import Taxonomy
from mops_taxonomy.frames import check_column, check_frame, parse_column, source, summary
from tests.frames.libraries import COLUMNS, plain

DOCUMENT: dict[str, Any] = {
    "taxonomy": "norvik",
    "version": "1",
    "vocabularies": {"region": {"terms": ["EMEA", "AMER"]}},
    "fields": {
        "launch": {"kind": "date", "format": "{YYYY}{MM}{DD}"},
        "quarter": {"kind": "date", "format": "FY{FY}Q{Q}"},
        "region": {"kind": "term", "vocabulary": "region", "accept": "case"},
        "title": {"kind": "text", "characters": "a-z", "joiner": "-"},
        "days": {"kind": "list", "of": "number", "separator": "+"},
        "number": {"kind": "integer"},
        "form": {"kind": "term", "terms": ["A", "B"]},
    },
    "conventions": {
        "program": {"forms": [{"name": "dated", "template": "{launch|quarter}_{region}_{title}{?_{days}}"}]},
        "ad": {"forms": [{"template": "{form}_{number}"}]},
        "loose": {"fields": {"region": {"accept": ""}}, "forms": [{"template": "{title}{?-{region}}"}]},
    },
}
TAXONOMY = Taxonomy.load(DOCUMENT)
OPEN = Taxonomy.load(
    {
        "taxonomy": "t",
        "version": "1",
        "vocabularies": {"topic": {"policy": "open", "characters": "A-Za-z", "terms": ["Robotics"]}},
        "fields": {"topic": {"kind": "term", "vocabulary": "topic"}, "number": {"kind": "integer"}},
        "conventions": {"c": {"forms": ["{topic}_{number}"]}},
    }
).convention()
PROGRAM, AD = TAXONOMY.convention("program"), TAXONOMY.convention("ad")
NAMES = ["20260324_EMEA_a-b_1+2", None, "FY27Q1_AMER_c", "20260230_EMEA_a", "20260324_EMEA_a-b_1+2", ""]
PARSED = {
    "launch": [date(2026, 3, 24), None, None, None, date(2026, 3, 24), None],
    "quarter": [None, None, "FY2027-Q1", None, None, None],
    "region": ["EMEA", None, "AMER", None, "EMEA", None],
    "title": ["a-b", None, "c", None, "a-b", None],
    "days": [[1, 2], None, None, None, [1, 2], None],
    "valid": [True, None, True, False, True, False],
    "form": ["dated", None, "dated", None, "dated", None],
}


@pytest.mark.parametrize("library", COLUMNS)
def test_every_library_gets_the_same_values(library: str) -> None:
    """Fields, verdict and form, row for row; nulls stay null."""
    assert plain(parse_column(PROGRAM, COLUMNS[library](NAMES))) == PARSED


@pytest.mark.parametrize("library", COLUMNS)
def test_every_library_gets_the_same_findings(library: str) -> None:
    """The first error on every invalid name, and nothing else."""
    found = plain(check_column(PROGRAM, COLUMNS[library](NAMES)))
    assert {name: found[name] for name in PARSED} == PARSED
    assert found["code"] == [None, None, None, "MT104", None, "MT101"]
    assert found["field"] == [None, None, None, "launch", None, None]


@pytest.mark.parametrize("library", COLUMNS)
def test_warnings_are_told_when_asked_for(library: str) -> None:
    """Of a valid name that is not canonical, the first warning."""
    found = plain(check_column(PROGRAM, COLUMNS[library](["20260324_emea_a", "x"]), warnings=True))
    assert (found["valid"], found["code"]) == ([True, False], ["MT122", "MT101"])


@pytest.mark.parametrize("library", COLUMNS)
def test_a_column_without_rows_gives_a_frame_without_rows(library: str) -> None:
    """All columns are there."""
    assert plain(parse_column(PROGRAM, COLUMNS[library]([]))) == {name: [] for name in PARSED}


def test_polars_types() -> None:
    """Dates are dates, terms an Enum, numbers integers, lists lists."""
    frame = parse_column(PROGRAM, pl.Series(NAMES))
    assert dict(frame.schema) == {
        "launch": pl.Date(),
        "quarter": pl.String(),
        "region": pl.Enum(["EMEA", "AMER"]),
        "title": pl.String(),
        "days": pl.List(pl.Int64),
        "valid": pl.Boolean(),
        "form": pl.Enum(["dated"]),
    }


def test_pandas_types_and_index() -> None:
    """Dates are days, terms categories; the index is the column's."""
    frame = parse_column(PROGRAM, pd.Series(NAMES, index=list("fedcba")))
    assert [str(dtype) for dtype in frame.dtypes] == [
        "datetime64[s]", "str", "category", "str", "object", "boolean", "category",
    ]  # fmt: skip
    assert list(frame.index) == list("fedcba")
    assert list(frame["region"].cat.categories) == ["EMEA", "AMER"]


def test_arrow_types() -> None:
    """Terms are dictionaries."""
    table = parse_column(PROGRAM, pa.array(NAMES))
    terms = pa.dictionary(pa.int32(), pa.string())
    assert table.schema.types == [
        pa.date32(), pa.string(), terms, pa.string(), pa.list_(pa.int64()), pa.bool_(), terms,
    ]  # fmt: skip


@pytest.mark.parametrize("library", COLUMNS)
def test_a_field_keeps_its_name(library: str) -> None:
    """A verdict that is called like a field gets an underscore."""
    found = plain(parse_column(AD, COLUMNS[library](["A_7"])))
    assert found == {"form": ["A"], "number": [7], "valid": [True], "form_": ["1"]}


@pytest.mark.parametrize("library", [library for library in COLUMNS if library not in {"list", "tuple"}])
def test_numbers_that_have_no_place_are_null(library: str) -> None:
    """Their names are as valid as ever, and no other number becomes a text; neither do those of later columns."""
    found = plain(parse_column(AD, COLUMNS[library](["A_7", f"B_{2**63}"])))
    assert (found["number"], found["valid"]) == ([7, None], [True, True])
    lists = plain(parse_column(PROGRAM, COLUMNS[library](["FY27Q1_AMER_c_1+2", f"FY27Q1_AMER_c_1+{2**63}"])))
    assert (lists["days"], lists["valid"]) == ([[1, 2], [1, None]], [True, True])


@pytest.mark.parametrize("library", COLUMNS)
def test_disputed_fields_are_null(library: str) -> None:
    """An ambiguous name is valid, and says only what its readings share."""
    document = {
        **DOCUMENT,
        "conventions": {"c": {"forms": [{"template": "{title}-{other}_{number}"}]}},
        "fields": {**DOCUMENT["fields"], "other": DOCUMENT["fields"]["title"]},
    }
    found = plain(parse_column(Taxonomy.load(document).convention(), COLUMNS[library](["a-b-c_1", "a-b_1"])))
    assert found == {
        "title": [None, "a"], "other": [None, "b"], "number": [1, 1], "valid": [True, True], "form": ["1", "1"],
    }  # fmt: skip


FRAMES: dict[str, Any] = {
    "dict": lambda columns: columns,
    "pandas": pd.DataFrame,
    "polars": pl.DataFrame,
    "pyarrow": pa.table,
}


@pytest.mark.parametrize("library", FRAMES)
def test_a_frame_is_checked_column_by_column(library: str) -> None:
    """What is found stands beside the columns, under their names."""
    frame = FRAMES[library]({"ad": ["A_1", "C_1"], "cost": [1, 2], "name": ["FY27Q1_AMER_c", None]})
    checked = plain(check_frame(frame, {"ad": AD, "name": PROGRAM}))
    assert list(checked) == [
        "ad", "cost", "name", "ad.form", "ad.number", "ad.valid", "ad.form_", "ad.code", "ad.field",
        *(f"name.{column}" for column in PARSED), "name.code", "name.field",
    ]  # fmt: skip
    assert checked["ad.code"] == [None, "MT102"]
    assert checked["name.valid"] == [True, None]


@pytest.mark.parametrize("library", FRAMES)
def test_a_frame_is_summed_up(library: str) -> None:
    """How many names of each group are valid, and what is wrong most often."""
    names = ["A_1", "C_1", None, "C_2", "B_07"]
    checked = check_frame(FRAMES[library]({"ad": names}), {"ad": AD})
    found = summary(checked, ["x", "x", "x", "y", "y"], column="ad")
    assert plain(found.compliance) == {
        "group": ["x", "y"], "names": [2, 2], "valid": [1, 0], "compliance": [0.5, 0.0],
    }  # fmt: skip
    assert plain(found.findings) == {
        "code": ["MT102", "MT111"], "field": ["form", "number"], "names": [2, 1],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("column", "message"),
    [
        ("A_1", "a column of names is a sequence of texts, not str"),
        (7, "a column of names is a sequence of texts, not int"),
        (["A_1", 7], "a column of names holds texts, not int: 7"),
        (pd.Series(["A_1", 7], dtype=object), "a column of names holds texts, not int: 7"),
        (pd.Series([1, 2]), "a column of names holds texts, not int64"),
        (pl.Series([1, 2]), "a column of names holds texts, not Int64"),
        (pa.array([1, 2]), "a column of names holds texts, not int64"),
        (["A_1", float("nan")], "a column of names holds texts, not float: nan; a null is None"),
        (
            {"A_1": 1},
            (
                "a column of names is a sequence of texts, not dict: "
                "take one of its columns, or hand all of them to check_frame"
            ),
        ),
        ({"A_1"}, "a column of names is a sequence of texts, not set"),
        (np.array("A_1"), "a column of names is a sequence of texts, not one text"),
        (pd.Series([b"A_1"], dtype=object), "a column of names holds texts, not bytes: b'A_1'"),
        (
            pd.Series(["A_1", ["A_1"]] * 40_000, dtype=object),
            "a column of names holds texts, not list: ['A_1']",
        ),
        (
            pl.DataFrame({"a": ["A_1"]}),
            "a column is a Series, not a DataFrame: take one, such as frame['campaign']",
        ),
        (
            pl.LazyFrame({"a": ["A_1"]}),
            "a column is a Series, not a LazyFrame: collect() it and take one, such as frame['campaign']",
        ),
        (
            pd.DataFrame({"a": ["A_1"]}),
            "a column is a Series, not a DataFrame: take one, such as frame['campaign']",
        ),
        (
            pa.table({"a": ["A_1"]}),
            "a column is an Array or a ChunkedArray, not a Table: take one, such as table['campaign']",
        ),
    ],
)
def test_what_is_no_column_of_texts_is_refused(column: Any, message: str) -> None:
    """With the reason."""
    with pytest.raises(TypeError) as caught:
        parse_column(AD, column)
    assert str(caught.value) == message


def test_no_library_is_imported_for_a_list() -> None:
    """Who has no frames needs no frame library."""
    code = (
        "import sys\nfrom mops_taxonomy import Taxonomy\nfrom mops_taxonomy.frames import check_column\n"
        "document = {'taxonomy': 't', 'version': '1', 'fields': {'n': {'kind': 'integer'}},"
        " 'conventions': {'c': {'forms': ['A_{n}']}}}\n"
        "convention = Taxonomy.load(document).convention()\n"
        "from collections import deque\n"
        "for made in (list, tuple, iter, deque):\n"
        "    assert check_column(convention, made(['A_1']))['n'] == [1]\n"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"pandas", "polars", "pyarrow", "narwhals", "numpy", "duckdb"} & set(found.stdout.split())


@pytest.mark.parametrize("library", COLUMNS)
@pytest.mark.parametrize("fields", [[], ["title"], ["title", "region"]])
def test_some_fields_are_given(library: str, fields: list[str]) -> None:
    """Those asked for, in that order, and the verdicts."""
    expected = {name: PARSED[name] for name in (*fields, "valid", "form")}
    found = plain(parse_column(PROGRAM, COLUMNS[library](NAMES), fields=fields))
    assert list(found.items()) == list(expected.items())


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (["titel"], "the convention has no field 'titel'; did you mean 'title'?"),
        (
            "year",
            "the convention has no field 'year'; there are 'launch', 'quarter', 'region', 'title', 'days'",
        ),
    ],
)
def test_fields_that_are_none_are_refused(fields: Any, message: str) -> None:
    """With what there is."""
    with pytest.raises(ValueError, match="no field") as raised:
        parse_column(PROGRAM, ["x"], fields=fields)
    assert str(raised.value) == message


@pytest.mark.parametrize("library", ["pandas", "pyarrow"])
def test_categories_are_of_one_column(library: str) -> None:
    """What nobody listed and only another column held is none of them."""
    for other in ("Ships", "Trains"):
        topic = parse_column(OPEN, COLUMNS[library](["Robotics_1", f"{other}_2", None]))["topic"]
        pandas = library == "pandas"
        found = topic.cat.categories.tolist() if pandas else topic.chunk(0).dictionary.to_pylist()
        assert found == ["Robotics", other]


def test_groups_are_of_any_type() -> None:
    """Days, for one; and as many as there are names."""
    checked = check_column(PROGRAM, pd.Series(NAMES), as_of="2026-06-01")
    days = pd.Series(pd.to_datetime(["2026-01-01"] * 3 + ["2026-02-01"] * 3))
    assert summary(checked, by=days).compliance["names"].tolist() == [2, 3]
    with pytest.raises(ValueError, match=r"^by has 1 rows for 6 names$"):
        summary(checked, by=["x"])


@pytest.mark.parametrize("library", FRAMES)
def test_a_frame_that_was_checked_is_checked_anew(library: str) -> None:
    """What an earlier call has left is replaced."""
    frame = FRAMES[library]({"ad": ["A_1", "x"], "n": [1, 2]})
    once = check_frame(frame, {"ad": AD})
    assert plain(check_frame(once, {"ad": AD})) == plain(once)


@pytest.mark.parametrize("library", FRAMES)
def test_a_column_that_is_not_there_is_told(library: str) -> None:
    """With the one that was meant."""
    frame = FRAMES[library]({"campaign": ["A_1"]})
    for call in ({"conventions": {"campain": AD}}, {"conventions": {}, "records": {"created": "campain"}}):
        with pytest.raises(ValueError, match="no column") as raised:
            check_frame(frame, **call)
        assert str(raised.value) == "the frame has no column 'campain'; did you mean 'campaign'?"


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (
            pl.LazyFrame({"a": ["A_1"]}),
            "a frame is a DataFrame or a Table, not a LazyFrame: collect() it first",
        ),
        (pd.Series(["A_1"]), "a frame is a DataFrame or a Table, not a Series"),
        (["A_1"], "list is no frame of a known library, nor a dict of columns"),
    ],
)
def test_what_is_no_frame_is_refused(frame: Any, message: str) -> None:
    """With the reason."""
    with pytest.raises(TypeError) as caught:
        check_frame(frame, {"a": AD})
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "column",
    [
        pd.Series(pd.Categorical.from_codes([0, 1, -1], pd.Index(["A_1", "\ud800"], dtype=object))),
        pd.Index(["A_1", "\ud800", None], dtype=object),
        pd.Series(["A_1", "x", None], dtype=pd.ArrowDtype(pa.string_view())),
        pd.Series(pd.arrays.ArrowExtensionArray(pa.array(["A_1", "x", None]).dictionary_encode())),
        pd.Series(["A_1", "x", None], dtype="string[python]", index=[7, 7, 7]),
        pa.RunEndEncodedArray.from_arrays(pa.array([1, 2, 3], pa.int32()), pa.array(["A_1", "x", None])),
        pa.chunked_array(
            [pa.DictionaryArray.from_arrays(pa.array([0, 1, 2]), pa.array(["A_1", "x", None]))] * 1
        ),
        pl.Series(["A_1", "x", None], dtype=pl.Enum(["x", "A_1", "y"])),
    ],
    ids=["categories", "index", "views", "dictionary", "objects", "runs", "null in a dictionary", "enum"],
)
def test_texts_are_texts_however_they_are_held(column: Any) -> None:
    """Of libraries that hold them in several ways; half a pair of surrogates is no name, and no reason to stop."""
    assert plain(check_column(AD, column))["valid"] == [True, False, None]


def test_dictionaries_of_several_chunks_may_hold_nulls() -> None:
    """Arrow itself does not join them."""
    chunk = pa.DictionaryArray.from_arrays(pa.array([0, 1], pa.int8()), pa.array(["A_1", None]))
    assert plain(check_column(AD, pa.chunked_array([chunk, chunk])))["valid"] == [True, None, True, None]


def test_what_no_row_holds_of_a_dictionary_does_not_matter() -> None:
    """Neither to types nor to the time that it takes."""
    texts = pa.array(["A_1", "A_" + "9" * 25])
    found = check_column(AD, pa.DictionaryArray.from_arrays(pa.array([0], pa.int32()), texts))
    assert found["number"].type == pa.int64()


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_frames_of_batches_can_be_put_together(library: str) -> None:
    """Their types do not depend on what stands in them."""
    batches: list[list[str | None]] = [["Robotics_1"], ["x"], ["Ships_2", None]]
    frames = [check_column(OPEN, COLUMNS[library](names)) for names in batches]
    match library:
        case "pandas":
            joined = pd.concat(frames)
        case "polars":
            joined = pl.concat(frames)
        case _:
            joined = pa.concat_tables(frames)
    assert plain(joined)["topic"] == ["Robotics", None, "Ships", None]
    assert plain(joined)["code"][:1] + plain(joined)["code"][2:] == [None, None, None]


def test_a_field_that_is_called_like_a_verdict() -> None:
    """The verdict is what stands behind the fields."""
    document = {
        "taxonomy": "t",
        "version": "1",
        "fields": {"valid_": {"kind": "integer"}, "code_": {"kind": "text", "characters": "a-z"}},
        "conventions": {"c": {"forms": ["{valid_}_{code_}"]}},
    }
    checked = check_column(Taxonomy.load(document).convention(), ["7_a", "x", None])
    found = summary(checked)
    assert found.compliance == {"group": [None], "names": [2], "valid": [1], "compliance": [0.5]}
    assert sum(found.findings["names"]) == 1


@pytest.mark.parametrize(
    ("checked", "column", "message"),
    [
        (
            parse_column(AD, ["A_1"]),
            None,
            "no column code: a summary is made of what check_column or check_frame gave",
        ),
        (
            check_frame({"a": ["A_1"], 0: [1]}, {"a": AD}),
            None,
            "say which column of names is meant: column='a'",
        ),
        (check_frame({"a": ["A_1"]}, {"a": AD}), "b", "say which column of names is meant: column='a'"),
    ],
)
def test_a_summary_without_verdicts_is_refused(checked: Any, column: str | None, message: str) -> None:
    """With what it is made of."""
    with pytest.raises(ValueError, match="column") as raised:
        summary(checked, column=column)
    assert str(raised.value) == message


def test_summaries_have_the_same_types_whatever_was_found() -> None:
    """Also where all is right, and no group is asked for."""
    columns: list[list[str | None]] = [["A_1"], ["", "A_x"], [None]]
    for library in ("pandas", "polars", "pyarrow"):
        found = [summary(check_column(AD, COLUMNS[library](names))) for names in columns]
        for frames in zip(*found, strict=True):
            types: list[Any] = [
                frame.dtypes.astype(str).to_dict() if library == "pandas" else frame.schema
                for frame in frames
            ]
            assert types[0] == types[1] == types[2], library


def test_groups_may_be_a_column_of_the_frame() -> None:
    """By its name; what is unknown is one group."""
    frame = pd.DataFrame({"ad": ["A_1", "x", "B_1"], "team": ["field", float("nan"), None]})
    found = summary(check_frame(frame, {"ad": AD}), by="team", column="ad").compliance
    assert found["names"].tolist() == [1, 2]
    with pytest.raises(ValueError, match=r"^the frame has no column 'teem'; did you mean 'team'\?$"):
        summary(check_frame(frame, {"ad": AD}), by="teem", column="ad")


def test_narwhals_keeps_the_index_of_pandas() -> None:
    """What it wraps is read by the library that it is of."""
    series = from_native(pd.Series(["A_1"], index=[7]), series_only=True)
    found = check_column(AD, series)
    assert isinstance(found, DataFrame)
    assert found.to_native().index.tolist() == [7]


def test_a_library_without_a_file_here_is_read_by_way_of_arrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """As long as narwhals knows it; here polars stands for one."""
    monkeypatch.delitem(source._MODULES, "polars")
    column = pl.Series("name", NAMES, pl.String)
    found = check_column(PROGRAM, column)
    assert isinstance(found, pl.DataFrame)
    assert {name: values for name, values in plain(found).items() if name in PARSED} == PARSED
    wrapped = check_column(PROGRAM, from_native(column, series_only=True))
    assert isinstance(wrapped, DataFrame)
    beside = check_frame(pl.DataFrame({"ad": ["A_1"]}), {"ad": AD})
    assert beside["ad.number"].to_list() == [1]


def test_nulls_of_every_kind_are_nulls() -> None:
    """In a column of objects."""
    column = pd.Series(["A_1", np.nan, pd.NA, pd.NaT, None], dtype=object)
    assert plain(check_column(AD, column))["valid"] == [True, None, None, None, None]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: check_frame({"a": ["A_1"]}, cast("Any", {"a": "ad"})),
            "a convention is wanted, not its id: taxonomy.convention('ad')",
        ),
        (
            lambda: parse_column(cast("Any", None), ["A_1"]),
            "a convention is wanted, not a NoneType: taxonomy.convention('program')",
        ),
        (
            lambda: parse_column(AD, ["A_1"], fields=cast("Any", 5)),
            "fields are the names of fields, such as ['region'], not 5",
        ),
        (
            lambda: parse_column(AD, pd.MultiIndex.from_tuples([("a", "b")])),
            "a column is a Series, not a MultiIndex: take one, such as frame['campaign']",
        ),
        (
            lambda: parse_column(AD, ["A_1"], records=cast("Any", pd.DataFrame({"created": ["2026-01-01"]}))),
            ("records is a mapping of columns, such as {'created': frame['Created At']}, not a DataFrame"),
        ),
    ],
)
def test_arguments_of_another_kind_are_refused(call: Any, message: str) -> None:
    """With what is wanted."""
    with pytest.raises(TypeError) as caught:
        call()
    assert str(caught.value) == message
