"""Functions of SQL say of every name what the scalar engine says of it."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy import Taxonomy
from mops_taxonomy.frames import parse_column
from mops_taxonomy.frames.duckdb import register
from mops_taxonomy.testing import days_of, records_of
from tests.frames.libraries import encodable, scalar
from tests.frames.test_columns import CONVENTIONS, SEPARABLE, TAXONOMY, columns
from tests.property.situations import Situation, situations, texts

if TYPE_CHECKING:
    from pathlib import Path

    from mops_taxonomy import Convention

DOCUMENT: dict[str, Any] = {
    "taxonomy": "norvik",
    "version": "1",
    "revisions": {"r1": "2024-02-01", "r2": "2026-02-01"},
    "vocabularies": {
        "region": {"terms": {"EMEA": {}, "APJ": {"until": "2026-01-31"}, "APAC": {"since": "r2"}}},
        "topic": {"policy": "open", "characters": "A-Za-z", "terms": ["Robotics"]},
    },
    "fields": {
        "launch": {"kind": "date", "format": "{YYYY}{MM}{DD}"},
        "quarter": {"kind": "date", "format": "FY{FY}Q{Q}"},
        "region": {"kind": "term", "vocabulary": "region"},
        "topic": {"kind": "term", "vocabulary": "topic"},
        "title": {"kind": "text", "characters": r"\p{L}\p{So}", "joiner": "-"},
        "other": {"kind": "text", "characters": "a-z", "joiner": "-"},
        "number": {"kind": "integer"},
        "numbers": {"kind": "list", "of": "number", "separator": "+"},
        "launches": {"kind": "list", "of": "launch", "separator": "+"},
        "width": {"kind": "integer"},
        "height": {"kind": "integer"},
        "size": {"kind": "name", "template": "{width}x{height}"},
        "form": {"kind": "term", "terms": ["A", "B"]},
    },
    "conventions": {
        "program": {
            "forms": [{"name": "dated", "template": "{launch|quarter}_{region}_{title}{?_{numbers}}"}]
        },
        "ad": {"forms": [{"template": "{form}_{number}_{size}"}]},
        "tag": {"forms": [{"template": "{other}-{title}_{topic}{?_{launches}}"}]},
        "asked": {
            "forms": [
                {"name": "mail", "template": "M_{number}", "when": {"channel": ["EML", "7"]}},
                {"name": "old", "template": "{number}-{region}", "until": "2026-01-31"},
                {"name": "new", "template": "{region}-{number}", "since": "r2"},
            ]
        },
    },
}
NORVIK = Taxonomy.load(DOCUMENT)


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    """A database with the functions, judging by a day in 2026."""
    connection = duckdb.connect()
    register(connection, NORVIK, as_of="2026-06-01")
    return connection


def struct(connection: duckdb.DuckDBPyConnection, function: str, name: str | None, *more: str) -> Any:
    """What a function gives for a name."""
    arguments = ", ".join(("?", *more))
    row = connection.execute(f"SELECT {function}({arguments})", [name]).fetchone()
    assert row is not None
    return row[0]


# -- what the functions give -----------------------------------------------------------------------------

EMPTY = {"launch": None, "quarter": None, "region": None, "title": None, "numbers": None}
INVALID = {**EMPTY, "valid": False, "form": None}
LONG = "x" * 100_000


@pytest.mark.parametrize(
    ("name", "parsed"),
    [
        (None, None),
        ("", INVALID),
        ("20260230_EMEA_a", INVALID),
        (LONG, INVALID),
        ("20260324_EMEA_a\x00", INVALID),
        (
            "20260324_EMEA_a-b_1+2",
            {**EMPTY, "launch": date(2026, 3, 24), "region": "EMEA", "title": "a-b", "numbers": [1, 2]},
        ),
        ("FY27Q1_APAC_Größe-😀", {**EMPTY, "quarter": "FY2027-Q1", "region": "APAC", "title": "Größe-😀"}),
        (f"FY27Q1_APAC_{LONG}", {**EMPTY, "quarter": "FY2027-Q1", "region": "APAC", "title": LONG}),
    ],
)
def test_a_name_is_parsed(connection: Any, name: str | None, parsed: dict[str, Any] | None) -> None:
    """Into its fields, whether it is valid, and its form; null into null."""
    expected = parsed if parsed is None or "valid" in parsed else {**parsed, "valid": True, "form": "dated"}
    assert struct(connection, "parse_program", name) == expected
    assert struct(connection, "is_valid_program", name) == (None if expected is None else expected["valid"])


@pytest.mark.parametrize(
    ("function", "name", "expected"),
    [
        (
            "parse_ad",
            "A_7_300x140",
            {"form": "A", "number": 7, "size.width": 300, "size.height": 140, "valid": True, "form_": "1"},
        ),
        (
            "parse_ad",
            f"B_{2**63}_{2**63 - 1}x{10**40}",
            {
                "form": "B",
                "number": None,
                "size.width": 2**63 - 1,
                "size.height": None,
                "valid": True,
                "form_": "1",
            },
        ),
        (
            "parse_tag",
            "a-b-c_Robotics",
            {"other": None, "title": None, "topic": "Robotics", "launches": None, "valid": True, "form": "1"},
        ),
        (
            "parse_tag",
            "a-b_Mlops_20260101+20260102",
            {
                "other": "a",
                "title": "b",
                "topic": "Mlops",
                "launches": [date(2026, 1, 1), date(2026, 1, 2)],
                "valid": True,
                "form": "1",
            },
        ),
        (
            "parse_program",
            f"20260324_EMEA_a_{2**63}+3",
            {**EMPTY, "launch": date(2026, 3, 24), "region": "EMEA", "title": "a", "numbers": [None, 3]}
            | {"valid": True, "form": "dated"},
        ),
    ],
)
def test_values_have_a_place(connection: Any, function: str, name: str, expected: dict[str, Any]) -> None:
    """Parts of inner names have dots; what 64 bits do not hold and what readings dispute is null; lists are lists."""
    assert struct(connection, function, name) == expected


@pytest.mark.parametrize(
    ("name", "checked"),
    [
        (None, None),
        ("20260324_EMEA_a", (True, None, None, None)),
        ("", (False, "MT101", None, "the name is empty")),
        (
            "20260230_EMEA_a",
            (False, "MT104", "launch", "`20260230` is not a date in `launch`: February 2026 has 28 days"),
        ),
        (
            "20260324_APJ_a",
            (False, "MT203", "region", "`APJ` is retired in `region`: its last day was 2026-01-31"),
        ),
    ],
)
def test_a_name_is_checked(connection: Any, name: str | None, checked: tuple[Any, ...] | None) -> None:
    """The first error on it, with its message."""
    members = ("valid", "code", "field", "message")
    expected = None if checked is None else dict(zip(members, checked, strict=True))
    assert struct(connection, "check_program", name) == expected


def test_types(connection: Any) -> None:
    """Days are DATE, numbers BIGINT, lists LIST; terms are VARCHAR, so that they compare with any text."""
    described = connection.execute(
        "DESCRIBE SELECT unnest(parse_program('')), unnest(parse_ad(''))"
    ).fetchall()
    assert {row[0]: row[1] for row in described} == {
        "launch": "DATE", "quarter": "VARCHAR", "region": "VARCHAR", "title": "VARCHAR", "numbers": "BIGINT[]",
        "valid": "BOOLEAN", "form": "VARCHAR", "number": "BIGINT", "size.width": "BIGINT", "size.height": "BIGINT",
        "form_": "VARCHAR",
    }  # fmt: skip


# -- records ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "record", "valid"),
    [
        ("7-APJ", None, False),
        ("7-APJ", "NULL", False),
        ("7-APJ", "{created: DATE '2026-01-31'}", True),
        ("7-APJ", "{created: DATE '2026-02-01'}", False),
        ("7-APJ", "{created: TIMESTAMP '2026-01-31 23:59:59'}", True),
        ("7-APJ", "{created: TIMESTAMPTZ '2026-01-31 12:00:00+00'}", True),
        ("7-APJ", "{created: '2026-01-31T08:00:00Z'}", True),
        ("7-APJ", "{created: 'r1'}", True),
        ("7-APJ", "{'Created': 'r1', other: [1, 2]}", True),
        ("7-APJ", "{created: NULL}", False),
        ("7-APJ", "{other: 1}", False),
        ("APAC-7", "{created: DATE '2026-02-01'}", True),
        ("APAC-7", "{created: DATE '0001-01-01'}", False),
        ("M_7", None, True),
        ("M_7", "{channel: 'EML'}", True),
        ("M_7", "{channel: 'EML'::ENUM('EML', 'WBN')}", True),
        ("M_7", "{channel: 7}", True),
        ("M_7", "{channel: 'WBN'}", False),
        ("M_7", "{channel: ''}", True),
        ("M_7", "{CHANNEL: NULL}", True),
    ],
)
def test_a_name_is_judged_by_its_record(name: str, record: str | None, valid: bool) -> None:
    """By what the second argument says; what is not known excludes nothing."""
    connection = duckdb.connect()
    register(connection, NORVIK)
    more = () if record is None else (record,)
    assert struct(connection, "is_valid_asked", name, *more) is valid
    assert struct(connection, "parse_asked", name, *more)["valid"] is valid
    assert struct(connection, "check_asked", name, *more)["valid"] is valid


def test_a_row_may_be_the_record() -> None:
    """A table is a STRUCT of its columns; each row is judged by its own day, and findings speak of it."""
    connection = duckdb.connect()
    register(connection, NORVIK)
    connection.execute(
        "CREATE TABLE programs AS SELECT * FROM (VALUES (1, '7-APJ', '2025-01-01'), (2, 'APAC-1', '2026-02-01'), "
        "(3, 'APAC-1', '2026-01-31'), (4, NULL, '2026-01-31'), (5, 'EMEA-2', NULL)) rows(id, name, created)"
    )
    found = connection.execute(
        "SELECT id, unnest(parse_asked(name, programs)), check_asked(name, programs).message FROM programs ORDER BY id"
    ).fetchall()
    early = "the form `new` is in force only from 2026-02-01 on"
    assert found == [
        (1, 7, "APJ", True, "old", None),
        (2, 1, "APAC", True, "new", None),
        (3, None, None, False, None, early),
        (4, None, None, None, None, None),
        (5, 2, "EMEA", True, "new", None),
    ]


def test_what_is_asked_for_outweighs_the_record(connection: Any) -> None:
    """As in `Convention.parse`, `as_of` does."""
    assert struct(connection, "is_valid_asked", "7-APJ", "{created: DATE '2026-01-31'}") is False


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            "check_asked('M_7', DATE '2026-01-01')",
            "TypeError: what is known of a record is a STRUCT, such as {created: created}, not date32[day]",
        ),
        (
            "parse_asked('M_7', {channel: 'EML'}, 1)",
            "TypeError: a name and what is known of its record are judged, and no third argument",
        ),
        (
            "is_valid_asked('M_7', {created: 'soon'})",
            "ValueError: 'soon' is not a day such as 2026-03-24, nor a revision (r1, r2)",
        ),
    ],
)
def test_a_record_that_is_none_is_refused(call: str, message: str) -> None:
    """The query fails with the reason."""
    connection = duckdb.connect()
    register(connection, NORVIK)
    with pytest.raises(duckdb.InvalidInputException) as caught:
        connection.execute(f"SELECT {call}")
    assert message in str(caught.value).splitlines()[0]


# -- registering -----------------------------------------------------------------------------------------


def test_every_convention_has_its_functions() -> None:
    """Three each, called by its id."""
    assert register(duckdb.connect(), NORVIK) == (
        "parse_program", "is_valid_program", "check_program", "parse_ad", "is_valid_ad", "check_ad",
        "parse_tag", "is_valid_tag", "check_tag", "parse_asked", "is_valid_asked", "check_asked",
    )  # fmt: skip


def test_registering_again_replaces() -> None:
    """A taxonomy that was edited has other fields, another day other verdicts; cursors see it."""
    connection = duckdb.connect()
    register(connection, NORVIK, as_of="r1")
    cursor = connection.cursor()
    assert struct(cursor, "is_valid_asked", "7-APJ") is True
    register(connection, NORVIK, as_of="r2")
    assert struct(cursor, "is_valid_asked", "7-APJ") is False
    edited = {**DOCUMENT, "conventions": {"asked": {"forms": ["{title}"]}}}
    register(connection, Taxonomy.load(edited))
    assert struct(cursor, "parse_asked", "a") == {"title": "a", "valid": True, "form": "1"}


def test_functions_of_others_are_not_replaced() -> None:
    """Neither those that another connection gave to the database, nor DuckDB's own."""
    connection = duckdb.connect()
    register(connection, NORVIK)
    own = Taxonomy.load({**DOCUMENT, "conventions": {"filename": {"forms": ["{title}"]}}})
    for other, taxonomy, name in (
        (connection.cursor(), NORVIK, "parse_program"),
        (connection, own, "parse_filename"),
    ):
        with pytest.raises(ValueError, match="already") as caught:
            register(other, taxonomy)
        assert str(caught.value) == (
            f"there is a function {name} already: DuckDB's own, or given to the database by another connection"
        )


@pytest.mark.parametrize(
    ("connection", "named"), [(duckdb, "module"), (None, "NoneType"), ("names.duckdb", "str")], ids=str
)
def test_only_a_connection_is_given_functions(connection: Any, named: str) -> None:
    """Anything else is refused."""
    with pytest.raises(TypeError) as caught:
        register(connection, NORVIK)
    assert str(caught.value) == f"functions are given to a connection of DuckDB, not to {named}"


def test_a_day_that_is_none_is_refused() -> None:
    """When functions are registered, not when they are called."""
    with pytest.raises(ValueError, match="tomorrow") as caught:
        register(duckdb.connect(), NORVIK, as_of="tomorrow")
    assert str(caught.value) == "'tomorrow' is not a day such as 2026-03-24, nor a revision (r1, r2)"


def test_an_old_library_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would fail later, and not say why."""
    monkeypatch.setattr(duckdb, "__version__", "1.3.2")
    with pytest.raises(ImportError) as caught:
        register(duckdb.connect(), NORVIK)
    assert str(caught.value) == "DuckDB 1.3.2 is too old; functions need 1.4 or later"


@pytest.mark.parametrize("library", ["duckdb", "numpy", "pyarrow"])
def test_a_missing_library_is_named(library: str) -> None:
    """With the extra that brings it."""
    code = f"import sys\nsys.modules[{library!r}] = None\nimport mops_taxonomy.frames.duckdb"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert found.stderr.splitlines()[-1] == (
        f"ImportError: {library} is not installed; functions of DuckDB come with: pip install 'mops_taxonomy[duckdb]'"
    )


# -- many rows -------------------------------------------------------------------------------------------

SOME = [
    "20260324_EMEA_a-b_1+2",
    None,
    "FY27Q1_APAC_c",
    "20260230_EMEA_a",
    "",
    "20260324_APJ_a",
    "FY27Q2_EMEA_Größe",
]


def test_parquet_is_grouped(connection: Any, tmp_path: Path) -> None:
    """A file is read, judged and summed up in one query."""
    path = tmp_path / "names.parquet"
    connection.execute("CREATE TABLE named AS SELECT unnest(?) AS name", [SOME])
    connection.execute(f"COPY named TO '{path}' (FORMAT parquet)")
    found = connection.execute(
        "SELECT coalesce(p.region, c.field), count(*), sum(p.valid::INT) FROM "
        "(SELECT parse_program(name) AS p, check_program(name) AS c FROM read_parquet(?)) GROUP BY 1 ORDER BY 1",
        [str(path)],
    ).fetchall()
    assert found == [("APAC", 1, 1), ("EMEA", 2, 2), ("launch", 1, 0), ("region", 1, 0), (None, 2, 0)]


def test_several_threads_may_call(connection: Any) -> None:
    """DuckDB's own, and those of several cursors: each row has its own answer."""
    connection.execute("SET threads = 4")
    connection.execute(
        "CREATE TABLE named AS SELECT id, CASE id % 4 WHEN 0 THEN NULL WHEN 1 THEN 'A_' || id || '_1x2' "
        "WHEN 2 THEN 'B_' || id || '_3x4' ELSE 'x' || id END AS name FROM range(250000) rows(id)"
    )
    # A row's number stands in its own name, whatever vector and thread it was read in.
    asked = (
        "SELECT count(*) FILTER (ad.valid), count(*) FILTER (NOT ad.valid), count(*) FILTER (ad IS NULL), "
        "count(*) FILTER (ad.valid AND ad.number = id AND is_valid_ad(name)) "
        "FROM (SELECT id, name, parse_ad(name) AS ad FROM named)"
    )
    cursors = [connection.cursor() for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        found = list(pool.map(lambda cursor: cursor.execute(asked).fetchall(), cursors))
    assert found == [[(125_000, 62_500, 62_500, 125_000)]] * 3


def test_long_columns_say_what_parse_column_says(connection: Any) -> None:
    """Vector for vector: more rows than one call gets, in their order."""
    names = [f"{text}" if text is None or at % 3 else f"A_{at}_1x2" for at, text in enumerate(SOME * 1000)]
    connection.register("source", pa.table({"id": range(len(names)), "name": pa.array(names, pa.string())}))
    found = connection.sql("SELECT unnest(parse_ad(name)) FROM source ORDER BY id")
    expected = parse_column(NORVIK.convention("ad"), names)
    assert found.columns == list(expected)
    assert found.fetchall() == list(zip(*expected.values(), strict=True))


@pytest.mark.parametrize(
    "setting", ["produce_arrow_string_view", "arrow_large_buffer_size", "arrow_output_list_view"]
)
def test_texts_may_be_handed_over_in_any_way(connection: Any, setting: str) -> None:
    """Users may choose how DuckDB makes Arrow of its texts."""
    connection.execute(f"SET {setting} = true")
    found = connection.execute(
        "SELECT parse_program(name).numbers, is_valid_asked(name, {channel: 'WBN'}), check_ad(name).code "
        "FROM (VALUES ('20260324_EMEA_a_1+2'), (NULL), ('M_7'), ('A_1_1x1')) names(name)"
    ).fetchall()
    assert found == [
        ([1, 2], False, "MT101"),
        (None, None, None),
        (None, False, "MT102"),
        (None, False, None),
    ]


# -- the law ---------------------------------------------------------------------------------------------


def compared(situation: Situation, names: list[str | None], records: list[dict[str, Any] | None]) -> None:
    """Each function says of each name, by its own record, what the scalar engine says."""
    convention, as_of = situation.convention, situation.as_of
    members = {key: None for record in records for key in record or {}}
    rows = [record if record is None else {**members, **record} for record in records]
    connection = duckdb.connect()
    register(connection, situation.taxonomy, as_of=as_of)
    source = {"id": pa.array(range(len(names)), pa.int64()), "name": pa.array(names, pa.string())}
    record = "NULL"
    if members:
        source["record"], record = pa.array(rows), "record"
    connection.register("source", pa.table(source))
    called = ", ".join(
        f"{function}_{convention.id}(name, {record})" for function in ("parse", "is_valid", "check")
    )
    found = connection.sql("FROM source ORDER BY id").select(called).fetchall()
    assert found == [
        _expected(convention, name, one, as_of) for name, one in zip(names, records, strict=True)
    ]


def _expected(
    convention: Convention, name: str | None, record: dict[str, Any] | None, as_of: Any
) -> tuple[Any, ...]:
    if name is None:
        return None, None, None
    listed = scalar(convention, [name], {"record": record, "as_of": as_of})
    row = {key: _held(values[0]) for key, values in listed.items()}
    code, field, message = row.pop("code"), row.pop("field"), None
    if code is not None:
        report = convention.check(name, record, as_of)
        message = next(one.message for one in report.findings if one.severity == "error")
    return row, row["valid"], {"valid": row["valid"], "code": code, "field": field, "message": message}


def _held(value: Any) -> Any:
    """A value as 64 bits hold it."""
    if isinstance(value, list):
        return [_held(item) for item in value]
    return None if isinstance(value, int) and not -(2**63) <= value < 2**63 else value


@given(st.data(), situations())
def test_random_conventions_say_what_scalars_say(data: st.DataObject, situation: Situation) -> None:
    """Whatever the convention, day and texts, the same record for all."""
    names = [name for name in data.draw(columns(situation)) if encodable(name)]
    compared(situation, names, [situation.record] * len(names))


@given(st.data(), st.sampled_from(CONVENTIONS), st.sampled_from(["2025-06-01", "2026-06-01"]))
def test_separable_conventions_say_what_scalars_say(
    data: st.DataObject, convention: Convention, as_of: str
) -> None:
    """Names that are judged part by part."""
    situation = Situation(SEPARABLE, TAXONOMY, convention, None, as_of)
    names = [name for name in data.draw(columns(situation)) if encodable(name)]
    compared(situation, names, [None] * len(names))


@given(st.data(), situations())
def test_rows_with_records_of_their_own_say_what_scalars_say(
    data: st.DataObject, situation: Situation
) -> None:
    """Each name is judged by what is known of its own record, and by the day of its creation."""
    known, days = records_of(situation.convention), st.none() | days_of(situation.taxonomy)
    records = st.builds(lambda record, day: {**record, "created": day}, known, days)
    rows = data.draw(st.lists(st.tuples(texts(situation).filter(encodable), records), max_size=12))
    compared(situation._replace(as_of=None), [name for name, _ in rows], [record for _, record in rows])
