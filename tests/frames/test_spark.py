"""Spark says of every name what the scalar engine says of it, on its executors and no sooner."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mops_taxonomy import frames
from mops_taxonomy.convention import Convention
from mops_taxonomy.frames.schema import Schema
from tests.docs.pages import Block
from tests.docs.running import session
from tests.frames.cluster import ROOT, SETTINGS, environment, local, needs_connect, needs_pyspark, needs_spark
from tests.frames.libraries import encodable, fitting, scalar
from tests.frames.test_columns import CONVENTIONS, SEPARABLE, TAXONOMY, columns
from tests.frames.test_frames import AD, NAMES, PARSED, PROGRAM
from tests.frames.test_records import CHANNELS, CREATED
from tests.frames.test_records import NAMES as RECORDED_NAMES
from tests.frames.test_records import TAXONOMY as RECORDED
from tests.property.situations import Situation, situations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyspark.sql import Column, DataFrame, SparkSession

pytestmark = needs_spark


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    """One session for all tests here."""
    session = local()
    yield session
    session.stop()


def framed(session: SparkSession, names: list[str | None], column: str = "name") -> DataFrame:
    """A frame of two columns: a number for each row, and its name."""
    rows = list(enumerate(names))
    return session.createDataFrame(rows, f"row int, {column} string").repartition(3, "row")


def found(frame: DataFrame, column: str = "name_checked") -> list[Any]:
    """What stands in a column, in the order of the rows, structs as dicts."""
    rows = frame.select("row", column).orderBy("row").collect()
    return [None if row[1] is None else row[1].asDict() for row in rows]


# -- what comes back ---------------------------------------------------------------------------------------


def test_fields_and_verdicts_are_a_struct(spark: SparkSession) -> None:
    """Typed values, row for row; null where the name is."""
    from mops_taxonomy.frames.spark import parse_column

    frame = framed(spark, NAMES).withColumn("parsed", parse_column(PROGRAM, "name"))
    rows = [dict(zip(PARSED, row, strict=True)) for row in zip(*PARSED.values(), strict=True)]
    assert found(frame, "parsed") == [None if row["valid"] is None else row for row in rows]


def test_types_are_those_of_the_fields(spark: SparkSession) -> None:
    """Known before any name is read."""
    from mops_taxonomy.frames.spark import check_column

    frame = framed(spark, NAMES).select(check_column(PROGRAM, "name").alias("found")).select("found.*")
    assert [(field.name, field.dataType.simpleString()) for field in frame.schema] == [
        ("launch", "date"), ("quarter", "string"), ("region", "string"), ("title", "string"),
        ("days", "array<bigint>"), ("valid", "boolean"), ("form", "string"), ("code", "string"),
        ("field", "string"),
    ]  # fmt: skip


def test_a_frame_is_checked_column_by_column(spark: SparkSession) -> None:
    """What is found stands behind the columns; a field keeps its name, and the verdict gets an underscore."""
    from mops_taxonomy.frames.spark import check_frame

    frame = spark.createDataFrame(
        [("A_1", 2, "FY27Q1_AMER_c"), ("C_1", 3, None)], "ad string, cost int, name string"
    )
    checked = check_frame(frame, {"name": PROGRAM, "ad": AD})
    assert checked.columns == ["ad", "cost", "name", "name_checked", "ad_checked"]
    assert checked.schema["ad_checked"].dataType.fieldNames() == [  # type: ignore[attr-defined]
        "form", "number", "valid", "form_", "code", "field",
    ]  # fmt: skip
    rows = (
        checked.orderBy("ad").select("ad_checked.code", "ad_checked.form_", "name_checked.quarter").collect()
    )
    assert [tuple(row) for row in rows] == [(None, "1", "FY2027-Q1"), ("MT102", None, None)]


def test_warnings_are_told_when_asked_for(spark: SparkSession) -> None:
    """Of a valid name that is not canonical, the first warning."""
    from mops_taxonomy.frames.spark import check_frame

    checked = check_frame(framed(spark, ["20260324_emea_a", "x"]), {"name": PROGRAM}, warnings=True)
    assert [(row["valid"], row["code"]) for row in found(checked)] == [(True, "MT122"), (False, "MT101")]


def test_some_fields_are_given(spark: SparkSession) -> None:
    """Those asked for, in that order, and the verdicts; what is no field is refused at once."""
    from mops_taxonomy.frames.spark import check_column, parse_column

    answers = {
        "two": parse_column(PROGRAM, "name", fields=["title", "region"]),
        "none": check_column(PROGRAM, "name", fields=[]),
    }
    row = (
        framed(spark, ["20260324_EMEA_a"])
        .select(*(one.alias(name) for name, one in answers.items()))
        .collect()[0]
    )
    assert row["two"].asDict() == {"title": "a", "region": "EMEA", "valid": True, "form": "dated"}
    assert row["none"].asDict() == {"valid": True, "form": "dated", "code": None, "field": None}
    with pytest.raises(ValueError, match=r"^the convention has no field 'titel'; did you mean 'title'\?$"):
        check_column(PROGRAM, "name", fields=["titel"])


def test_a_name_in_a_struct_is_found(spark: SparkSession) -> None:
    """A path is a column as everywhere in Spark."""
    from mops_taxonomy.frames.spark import check_frame

    frame = framed(spark, ["A_1"]).selectExpr("row", "struct(name) as crm")
    assert found(check_frame(frame, {"crm.name": AD}))[0]["number"] == 1


def test_numbers_that_have_no_place_are_null(spark: SparkSession) -> None:
    """The name stays valid; the numbers beside it stay what they are."""
    from mops_taxonomy.frames.spark import check_frame

    names: list[str | None] = ["A_7", f"B_{2**63}", f"A_{2**63 - 1}"]
    rows = found(check_frame(framed(spark, names), {"name": AD}))
    assert [(row["number"], row["valid"]) for row in rows] == [(7, True), (None, True), (2**63 - 1, True)]
    days: list[str | None] = ["FY27Q1_AMER_c_1+2", f"FY27Q1_AMER_c_1+{2**63}"]
    rows = found(check_frame(framed(spark, days), {"name": PROGRAM}))
    assert [(row["days"], row["valid"]) for row in rows] == [([1, 2], True), ([1, None], True)]


# -- the law -----------------------------------------------------------------------------------------------

ODD: list[str | None] = ["", None, "a" * 5000, "\x00", "é_e\u0301", "😀_\u202e", "A_1\n", "ﬁ_x", " "]


def drawn(count: int) -> list[tuple[Situation, list[str | None]]]:
    """Random conventions, each with a column of names."""
    found: list[tuple[Situation, list[str | None]]] = []

    @settings(max_examples=count, derandomize=True, database=None)
    @given(st.data(), situations())
    def draw(data: st.DataObject, situation: Situation) -> None:
        found.append((situation, data.draw(columns(situation))))

    draw()
    return found


def expected(situation: Situation, names: list[str | None]) -> list[Any]:
    """What the scalar engine says, row by row, but for numbers that have no place."""
    said = fitting(scalar(situation.convention, names, situation.asked))
    rows = [dict(zip(said, row, strict=True)) for row in zip(*said.values(), strict=True)]
    return [None if name is None else row for name, row in zip(names, rows, strict=True)]


def compared(session: SparkSession, cases: list[tuple[Situation, list[str | None]]]) -> None:
    """One job for all: a column for each case, as long as the longest."""
    from mops_taxonomy.frames.spark import check_column

    padded = [[name if encodable(name) else None for name in names] + ODD for _, names in cases]
    size = max(map(len, padded))
    rows = [(at, *(names[at] if at < len(names) else None for names in padded)) for at in range(size)]
    schema = ", ".join(["row int", *(f"c{at} string" for at in range(len(cases)))])
    frame = session.createDataFrame(rows, schema).repartition(2)
    answers = [
        check_column(situation.convention, f"c{at}", **situation.asked).alias(f"a{at}")
        for at, (situation, _) in enumerate(cases)
    ]
    result = frame.select("row", *answers).orderBy("row").collect()
    for at, ((situation, _), names) in enumerate(zip(cases, padded, strict=True)):
        said = [row[f"a{at}"] for row in result[: len(names)]]
        assert [one and one.asDict() for one in said] == expected(situation, names), situation.document


def test_random_conventions_say_what_scalars_say(spark: SparkSession) -> None:
    """Whatever the convention, record and day, whatever the texts."""
    cases = drawn(24)
    assert len(cases) >= 20
    compared(spark, cases)


def test_separable_conventions_say_what_scalars_say(spark: SparkSession) -> None:
    """Names that are judged part by part."""
    names: list[str | None] = [
        "FY27Q1EMEA_a-b_000017_3", "20260324_N-EMEA+N_x_v01", "P__20260324_-a|1234567890123456", "äb_t-1_3",
        "APJ_a_000018", "a_000018", "emea_a_000019",
    ]  # fmt: skip
    cases = [
        (Situation(SEPARABLE, TAXONOMY, convention, None, day), names)
        for convention in CONVENTIONS
        for day in ("2025-06-01", "2026-06-01")
    ]
    compared(spark, cases)


# -- what is known of each record --------------------------------------------------------------------------


@pytest.mark.parametrize("name", RECORDED.conventions)
def test_each_row_is_judged_by_its_own_record(spark: SparkSession, name: str) -> None:
    """As every other library judges it."""
    from pyspark.sql import functions as sql

    from mops_taxonomy.frames.spark import check_column

    rows = list(product(RECORDED_NAMES, CREATED, CHANNELS))
    columns = [list(column) for column in zip(*rows, strict=True)]
    convention = RECORDED.convention(name)
    told = frames.check_column(convention, columns[0], records={"created": columns[1], "channel": columns[2]})
    frame = spark.createDataFrame(
        [(number, *row) for number, row in enumerate(rows)], "row int, name string, day string, of string"
    )
    known: dict[str, Column | str] = {"created": "day", "channel": sql.col("of"), "owner": "row"}
    checked = frame.repartition(3, "row").withColumn(
        "name_checked", check_column(convention, "name", records=known)
    )
    called = Schema.of(convention).verdicts
    for number, row in enumerate(found(checked)):
        expected = {key: values[number] for key, values in told.items()}
        assert row == (None if expected[called["valid"]] is None else expected), rows[number]


def test_days_are_of_the_type_that_spark_has(spark: SparkSession) -> None:
    """Days and times; where none is known, the day is that on which the driver was asked."""
    from pyspark.sql import functions as sql

    from mops_taxonomy.frames.spark import check_frame, parse_column

    convention = RECORDED.convention("dated")
    made = "stack(3, 0, '2025-06-01', 1, '2026-06-01', 2, null) as (row, day)"
    days = spark.range(1).selectExpr(made).selectExpr("row", "'a_000017' as name", "day")
    for kind in ("date", "timestamp", "timestamp_ntz"):
        typed = days.withColumn("day", sql.col("day").cast(kind))
        checked = check_frame(typed, {"name": convention}, records={"created": "day"})
        assert [row["valid"] for row in found(checked)] == [True, False, False], kind
    answers = [
        parse_column(convention, "name", records={"created": "day"}, record={"created": "2025-01-01"}),
        parse_column(convention, "name", records={"created": "day"}, as_of="2025-01-01"),
        parse_column(convention, "name", records={"channel": "day"}, as_of="2025-01-01"),
    ]
    rows = days.orderBy("row").select(*(answer.valid for answer in answers)).collect()
    assert [tuple(row) for row in rows] == [(True, True, True), (False, True, True), (False, True, True)]


def test_an_unknown_day_is_that_of_the_question(spark: SparkSession) -> None:
    """As in every other library, whatever is known of all records."""
    from mops_taxonomy.frames.spark import parse_column

    convention = RECORDED.convention("dated")
    asked = parse_column(convention, "name", records={"created": "day"}, record={"created": "2025-01-01"})
    rows = [(0, "a_000017", None), (1, "a_000017", ""), (2, "a_000017", "2025-06-01")]
    frame = spark.createDataFrame(rows, "row int, name string, day string").withColumn("found", asked)
    assert [row["valid"] for row in found(frame, "found")] == [False, False, True]


def test_no_rows_are_answered_too() -> None:
    """An empty batch, and the one after it."""
    import pyarrow as pa

    from mops_taxonomy.frames import spark as module

    convention = RECORDED.convention("channelled")
    answers = module._AnswersToEach(module._Question.of(convention, None, "2026-06-01", []))
    none, some = (pa.array(texts, pa.string()) for texts in ([], ["EMEA_x_Robotics"]))
    assert answers.of(none, {"channel": none}).to_pylist() == []
    valid = [{"valid": True, "form": "webinar"}]
    assert answers.of(some, {"channel": pa.array(["WBN"])}).to_pylist() == valid


def test_situations_are_forgotten_when_there_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """The answers are the same."""
    import pyarrow as pa

    from mops_taxonomy.frames import spark as module

    monkeypatch.setattr(module, "_MOST_SITUATIONS", 2)
    answers = module._AnswersToEach(
        module._Question.of(RECORDED.convention("channelled"), None, "2026-06-01", [])
    )
    channels = ["WBN", "EML", "x", None, "WBN"]
    told = answers.of(pa.array(["EMEA_x_Robotics"] * 5), {"channel": pa.array(channels)})
    assert [row["valid"] for row in told.to_pylist()] == [True, False, False, True, True]


def test_records_that_cannot_be_used_are_refused(spark: SparkSession) -> None:
    """A key that nobody asks for at once, a day that is none when it is read."""
    from pyspark.errors import PythonException
    from pyspark.sql import functions as sql

    from mops_taxonomy.frames.spark import parse_column

    convention = RECORDED.convention("dated")
    with pytest.raises(
        ValueError, match=r"^records: nothing is asked about 'Created'; did you mean 'created'\?$"
    ):
        parse_column(convention, "name", records={"Created": "row"})
    frame = framed(spark, ["a_000017"]).select(
        parse_column(convention, "name", records={"created": sql.lit("soon")})
    )
    with pytest.raises(PythonException, match="records: created, 'soon' is not a day such as 2026-03-24"):
        frame.collect()


# -- how it is done ----------------------------------------------------------------------------------------


def test_nothing_runs_before_an_action(spark: SparkSession) -> None:
    """Checking a frame starts no job; counting it does."""
    from mops_taxonomy.frames.spark import check_frame

    context = spark.sparkContext
    frame = framed(spark, ["A_1"])
    group = str(uuid4())
    context.setJobGroup(group, "laziness")
    checked = check_frame(frame, {"name": AD})
    assert list(context.statusTracker().getJobIdsForGroup(group)) == []
    checked.collect()
    assert list(context.statusTracker().getJobIdsForGroup(group)) != []


def test_rows_stay_where_they_are(spark: SparkSession) -> None:
    """Partitions and the order in them are kept."""
    from mops_taxonomy.frames.spark import check_frame

    frame = framed(spark, [f"A_{at}" for at in range(50)])
    checked = check_frame(frame, {"name": AD})
    before = [[row["row"] for row in part] for part in frame.rdd.glom().collect()]
    after = [[row["row"] for row in part] for part in checked.rdd.glom().collect()]
    assert (len(before), after) == (3, before)


def test_only_the_names_travel_and_are_read_once(
    spark: SparkSession, capsys: pytest.CaptureFixture[str]
) -> None:
    """However many fields are taken; other columns are not even read."""
    from mops_taxonomy.frames.spark import check_frame

    frame = framed(spark, ["A_1"]).selectExpr("*", "uuid() as note")
    check_frame(frame, {"name": AD}).select("name_checked.*", "name_checked.valid").explain()
    plan = capsys.readouterr().out
    assert plan.count("ArrowEvalPython") == 1
    assert "note" not in plan


class Watched(Convention):
    """A convention that writes down in which process it is made again, from its pickle."""

    folder = ""

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpickled, (self.folder, super().__reduce__()[1])


def _unpickled(folder: str, given: tuple[Any, ...]) -> Convention:
    (Path(folder) / f"{os.getpid()}-{uuid4()}").touch()
    return Convention(*given)


def test_a_worker_compiles_a_convention_once(spark: SparkSession, tmp_path: Path) -> None:
    """Not for every batch, task or job."""
    from mops_taxonomy.frames.spark import check_frame

    watched = Watched(*AD.__reduce__()[1])
    watched.folder = str(tmp_path)
    names: list[str | None] = [f"A_{at % 7}" for at in range(60)]
    frame = check_frame(framed(spark, names).repartition(6), {"name": watched})
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 2)
    for _ in range(2):
        assert frame.where("name_checked.valid").count() == 60
    spark.conf.unset("spark.sql.execution.arrow.maxRecordsPerBatch")
    workers = [path.name.partition("-")[0] for path in tmp_path.iterdir()]
    assert len(workers) == len(set(workers))
    assert 0 < len(workers) < 6


@pytest.mark.parametrize("most", [1, 4, 1000])
def test_what_a_worker_forgets_it_reads_again(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answers are the same however many names it remembers."""
    import pyarrow as pa

    from mops_taxonomy.frames import spark as module

    monkeypatch.setattr(module, "_MOST_KNOWN", most)
    answers = module._Answers(module._Question.of(AD, None, "2026-06-01", ["number"]))
    batches: list[list[str | None]] = [
        ["A_1", None, "A_2"],
        ["A_2", "A_1"],
        [],
        ["A_3", "x", "B_4", "B_5", "A_1"],
    ]
    numbers = [
        [one and one["number"] for one in answers.of(pa.array(b, pa.string())).to_pylist()] for b in batches
    ]
    assert numbers == [[1, None, 2], [2, 1], [], [3, None, 4, 5, 1]]


CONNECTED = """\
import sys
from pyspark.sql import SparkSession
from mops_taxonomy import Taxonomy
from mops_taxonomy.frames.spark import check_frame

builder = SparkSession.builder.remote("local[2]")
for setting in sys.argv[2:]:
    builder = builder.config(*setting.split("=", 1))
session = builder.getOrCreate()
assert "connect" in type(session).__module__
program = Taxonomy.load(sys.argv[1]).convention("program")
frame = session.createDataFrame([("20260324_EMEA_WBN_A",), (None,), ("20260230_EMEA_WBN_A",)], "name string")
checked = check_frame(frame, {"name": program}, as_of="2026-06-01")
print([tuple(row) for row in checked.select("name_checked.launch", "name_checked.code").collect()])
session.stop()
"""


@needs_connect
def test_spark_connect_says_the_same() -> None:
    """Where there is no broadcast, the convention travels with the plan."""
    given = [f"{key}={value}" for key, value in SETTINGS.items()]
    command = [sys.executable, "-c", CONNECTED, str(ROOT / "examples" / "acme" / "taxonomy.yaml"), *given]
    variables = {**os.environ, **environment()}
    result = subprocess.run(command, check=False, capture_output=True, text=True, env=variables)
    said = "[(datetime.date(2026, 3, 24), None), (None, None), (None, 'MT104')]\n"
    assert (result.returncode, result.stdout) == (0, said), result.stderr


# -- what the documentation shows --------------------------------------------------------------------------


def test_the_page_shows_what_spark_says(spark: SparkSession, monkeypatch: pytest.MonkeyPatch) -> None:
    """The session under "On Spark" writes what stands there."""
    del spark
    monkeypatch.chdir(ROOT)
    section = (ROOT / "docs" / "columns.md").read_text(encoding="utf-8").split("\n## On Spark\n")[1]
    _, written, _ = re.split(r"^```.*\n", section, maxsplit=2, flags=re.MULTILINE)
    assert session(Block("pycon", "spark", written, 1), {"__name__": "__main__"}) == written


# -- what is refused ---------------------------------------------------------------------------------------


def test_a_column_that_is_not_there_is_refused(spark: SparkSession) -> None:
    """By Spark, which knows those that are like it, and before anything runs."""
    from pyspark.errors import AnalysisException

    from mops_taxonomy.frames.spark import check_frame

    with pytest.raises(
        AnalysisException, match=r"`nane` cannot be resolved. Did you mean .* \[`name`, `row`\]"
    ):
        check_frame(framed(spark, []), {"nane": AD})


def test_other_columns_are_refused(spark: SparkSession) -> None:
    """With the reason, before anything runs."""
    from mops_taxonomy.frames.spark import check_frame

    with pytest.raises(TypeError, match=r"^a column of names holds texts, not int: row$"):
        check_frame(framed(spark, []), {"row": AD})


def test_a_frame_that_was_checked_is_checked_anew(spark: SparkSession) -> None:
    """What an earlier call has left is replaced."""
    from mops_taxonomy.frames.spark import check_frame

    once = check_frame(framed(spark, ["A_1"]), {"name": AD})
    assert check_frame(once, {"name": AD}).columns == once.columns


def test_an_expression_that_holds_no_texts_is_refused_when_it_is_read(spark: SparkSession) -> None:
    """Of an expression the type is not known before."""
    from pyspark.errors import PythonException

    from mops_taxonomy.frames.spark import parse_column

    frame = framed(spark, ["A_1"]).select(parse_column(AD, "row"))
    with pytest.raises(PythonException, match="TypeError: a column of names holds texts, not int32"):
        frame.collect()


def test_a_day_that_is_none_is_refused_at_once(spark: SparkSession) -> None:
    """Where the expression is made."""
    del spark
    from mops_taxonomy.frames.spark import parse_column

    with pytest.raises(ValueError, match=r"^'soon' is not a day such as 2026-03-24$"):
        parse_column(AD, "name", as_of="soon")


@needs_pyspark
@pytest.mark.parametrize("library", ["pyspark", "pyarrow"])
def test_a_python_without_the_extra_is_named(library: str) -> None:
    """Spark starts its workers with whatever `python3` is, which need not be the Python of the driver."""
    code = f"import sys\nsys.modules['{library}'] = None\nimport mops_taxonomy.frames.spark"
    command = [sys.executable, "-c", code]
    result = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    assert result.stderr.splitlines()[-1] == (
        f"ImportError: Spark is read with pyspark and pyarrow, and {sys.executable} has no {library}: pip install "
        "'mops_taxonomy[spark]'; where it is a worker of Spark, name a Python that has both in PYSPARK_PYTHON"
    )
