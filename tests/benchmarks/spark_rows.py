"""Check a Parquet column with Spark, every row of it, and print what was found and how long that took.

python -m tests.benchmarks.spark_rows NAMES.parquet TAXONOMY [--convention C] [--column NAME]

`--distinct` reads each name once: rows are counted by name first, and the names checked then; the counts are the same.
The session itself is started before the clock is.
"""

from __future__ import annotations

import argparse
import time
from typing import TYPE_CHECKING

from pyspark.sql import SparkSession
from pyspark.sql import functions as sql

from mops_taxonomy import Taxonomy
from mops_taxonomy.frames.spark import check_column

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

    from mops_taxonomy import Convention

BATCH = 100_000
"""Spark's own default, 10,000 rows, takes longer."""


def session(cores: str, memory: str) -> SparkSession:
    """A local session."""
    settings = {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "localhost",
        "spark.driver.memory": memory,
        "spark.log.level": "ERROR",
        "spark.sql.execution.arrow.maxRecordsPerBatch": str(BATCH),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    builder = SparkSession.builder.master(f"local[{cores}]")
    for key, value in settings.items():
        builder = builder.config(key, value)
    return builder.getOrCreate()


def verdicts(
    frame: DataFrame, column: str, convention: Convention, as_of: str | None, fields: list[str] | None
) -> dict[str, int]:
    """How many rows are valid, invalid and without a name, and how many have which code."""
    found = frame.select(
        "rows", check_column(convention, column, as_of=as_of, fields=fields).alias("checked")
    )
    counted = found.groupBy("checked.valid", "checked.code").agg(sql.sum("rows").alias("rows")).collect()
    counts = dict.fromkeys(("valid", "invalid", "null"), 0)
    for valid, code, rows in sorted(counted, key=lambda row: str(row["code"])):
        counts["null" if valid is None else "valid" if valid else "invalid"] += rows
        if code is not None:
            counts[code] = rows
    return counts


def main() -> None:
    """Check, and tell."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parquet")
    parser.add_argument("taxonomy")
    parser.add_argument("--convention", help="needed where the taxonomy has several")
    parser.add_argument("--column", default="name")
    parser.add_argument("--as-of")
    parser.add_argument("--distinct", action="store_true", help="read each name once")
    parser.add_argument("--fields", nargs="*", help="which to give; all without it, none if empty")
    parser.add_argument("--cores", default="*")
    parser.add_argument("--memory", default="4g", help="of the JVM")
    asked = parser.parse_args()
    convention = Taxonomy.load(asked.taxonomy).convention(asked.convention)
    started = session(asked.cores, asked.memory)
    start = time.perf_counter()
    names = started.read.parquet(asked.parquet).select(asked.column)
    if asked.distinct:
        frame = names.groupBy(asked.column).agg(sql.count(sql.lit(1)).alias("rows"))
    else:
        frame = names.withColumn("rows", sql.lit(1))
    counts = verdicts(frame, asked.column, convention, asked.as_of, asked.fields)
    seconds = time.perf_counter() - start
    started.stop()
    rows = counts["valid"] + counts["invalid"] + counts["null"]
    for name, count in counts.items():
        print(f"{name:8} {count:13,}")
    print(f"{rows:,} rows in {seconds:.1f} s: {rows / seconds:,.0f} rows per second")


if __name__ == "__main__":
    main()
