"""Check the names in Parquet files with Spark, and write what was found beside them, partitioned.

`spark-submit examples/spark_example.py NAMES.parquet CHECKED.parquet` checks the column `name`; another one is
named behind. The taxonomy is `acme/taxonomy.yaml` beside this file. The output must not be there yet. What was written
is read back: the exit status is 1 when its counts are not those of what was checked.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyspark.sql import Observation, SparkSession
from pyspark.sql import functions as sql

from mops_taxonomy import Taxonomy
from mops_taxonomy.frames import spark

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

# It is a script, and shows what it does.
# ruff: noqa: INP001

TAXONOMY = Path(__file__).parent / "acme" / "taxonomy.yaml"
PARTITIONS = ("valid", "region")
DAY = "2026-03-01"  # judged as if it were this day, so that the example always says the same


def checked(frame: DataFrame, column: str) -> DataFrame:
    """The frame with what was found; what it is partitioned by stands in columns of its own."""
    program = Taxonomy.load(TAXONOMY).convention("program")
    found = frame.withColumn("checked", spark.check_column(program, column, as_of=DAY))
    return found.withColumns({name: sql.col("checked")[name] for name in PARTITIONS})


def counts() -> dict[str, Column]:
    """What is counted when the names are checked, and again when they are read back."""
    return {
        "rows": sql.count(sql.lit(1)),
        "names": sql.count("valid"),
        "valid": sql.count_if("valid"),
        "of known regions": sql.count("region"),
    }


def counted() -> list[Column]:
    """The counts as columns."""
    return [column.alias(name) for name, column in counts().items()]


def show_compliance(written: DataFrame) -> None:
    """How many names of each region are valid. The region of an invalid name is not known."""
    by_region = written.where("valid is not null").groupBy("region")
    by_region.agg(sql.count_if("valid").alias("valid"), sql.count("valid").alias("names")).orderBy(
        "region"
    ).show()
    wrong = written.where("not valid").groupBy("checked.code", "checked.field").count()
    wrong.orderBy(sql.desc("count"), "code", "field").show()


def disagreement(before: dict[str, Any], after: dict[str, Any]) -> str:
    """What was counted otherwise in the files than when they were written; empty where all agrees."""
    different = [name for name in before if before[name] != after[name]]
    return ", ".join(f"{name}: {before[name]} checked, {after[name]} written" for name in different)


def main() -> None:
    """Check, write, read back."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", help="Parquet files")
    parser.add_argument("output", help="where to write")
    parser.add_argument("column", nargs="?", default="name")
    asked = parser.parse_args()
    session = SparkSession.builder.appName("names").getOrCreate()
    before = Observation("checked")
    frame = checked(session.read.parquet(asked.names), asked.column).observe(before, *counted())
    frame.write.partitionBy(*PARTITIONS).parquet(asked.output)
    # Told the schema, Spark does not guess from the folders that a region 01 is a number.
    written = session.read.schema(frame.schema).parquet(asked.output)
    show_compliance(written)
    wrong = disagreement(before.get, written.agg(*counted()).collect()[0].asDict())
    session.stop()
    if wrong:
        sys.exit(f"{asked.output} is not what was checked: {wrong}")


if __name__ == "__main__":
    main()
