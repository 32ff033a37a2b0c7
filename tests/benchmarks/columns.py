"""Whole columns, side by side with what an expert would write by hand for polars, DuckDB, pyarrow and pandas.

    pip install polars pandas pyarrow duckdb pandera
    python -m tests.benchmarks.columns [--size 250000] [--kind distinct] [--rounds 3] [--only polars]

Every case runs in a process of its own, one after the other in every round; the medians and their ratios are printed.
Each must find as many valid names as there are. Ours gives every field in its type; the others leave them as text.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

from mops_taxonomy import Taxonomy
from mops_taxonomy.frames import parse_column
from tests.benchmarks.names import INVALID, TAXONOMY, VALID, VOCABULARIES, names

if TYPE_CHECKING:
    from collections.abc import Callable

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
SHAPE = (
    r"(?P<year>[0-9]{4})(?P<quarter>q[1-4])_(?P<region>[^_]+)_(?P<channel>[^_]+)_(?P<product>[^_]+)"
    rf"_(?P<audience>[^_]+)_(?P<slug>{SLUG})_(?P<id>[0-9]{{6}})"
)
Job = "Callable[[], int]"
TARGETS = {
    "distinct": ("polars extract_groups + is_in", 1.0),
    "ten times": ("polars extract_groups + is_in", 1.5),
    "few": ("polars extract_groups + is_in", 4.0),
}


def sample(kind: str, size: int) -> tuple[list[str], int]:
    """Names and how many of them are valid: `distinct`, each `ten times`, or many rows with `few` distinct names."""
    valid, invalid = names()
    share = min(1.0, size / (VALID + INVALID))
    good, bad = valid[: round(VALID * share)], invalid[: round(INVALID * share)]
    times = {"distinct": 1, "ten times": 10, "few": 500}[kind]
    if kind == "few":
        good, bad = good[: len(good) * 2 // 25], bad[: len(bad) * 2 // 25]
    found = (good + bad) * times
    random.Random(1).shuffle(found)
    return found, len(good) * times


def ours(column: Any) -> Callable[[], int]:
    """`parse_column`: every field typed, `valid` and `form`."""
    convention = Taxonomy.load(TAXONOMY).convention("ad")

    def run() -> int:
        valid = parse_column(convention, column)["valid"]
        return int(valid.sum().as_py() if hasattr(valid, "combine_chunks") else valid.sum())

    return run


def ours_polars(batch: list[str]) -> Callable[[], int]:
    """Ours."""
    import polars as pl

    return ours(pl.Series("name", batch))


def ours_pyarrow(batch: list[str]) -> Callable[[], int]:
    """Ours."""
    import pyarrow as pa
    import pyarrow.compute as pc

    convention, column = Taxonomy.load(TAXONOMY).convention("ad"), pa.array(batch)
    return lambda: int(pc.sum(parse_column(convention, column)["valid"]).as_py())


def ours_pandas(batch: list[str]) -> Callable[[], int]:
    """Ours."""
    import pandas as pd

    return ours(pd.Series(batch, dtype="str"))


def polars_by_hand(batch: list[str]) -> Callable[[], int]:
    """One lazy expression, on all cores."""
    import polars as pl

    frame = pl.DataFrame({"name": batch})
    groups = pl.col("name").str.extract_groups(rf"^{SHAPE}$")
    valid = groups.struct.field("year").is_not_null()
    for field, codes in VOCABULARIES.items():
        valid &= groups.struct.field(field).is_in(codes)
    made = (groups.alias("fields"), valid.fill_null(value=False).alias("valid"))
    return lambda: int(frame.lazy().select(*made).collect()["valid"].sum())


def pandas_by_hand(batch: list[str]) -> Callable[[], int]:
    """`str.extract` and `isin`."""
    import pandas as pd

    column = pd.Series(batch, dtype="str")

    def run() -> int:
        frame = column.str.extract(rf"\A{SHAPE}\Z", expand=True)
        valid = frame["year"].notna()
        for field, codes in VOCABULARIES.items():
            valid &= frame[field].isin(codes)
        return int(valid.sum())

    return run


def pyarrow_by_hand(batch: list[str]) -> Callable[[], int]:
    """`extract_regex` and `is_in`."""
    import pyarrow as pa
    import pyarrow.compute as pc

    column = pa.array(batch)

    def run() -> int:
        groups = pc.extract_regex(column, rf"^{SHAPE}$")
        valid = pc.is_valid(groups)
        for field, codes in VOCABULARIES.items():
            valid = pc.and_(valid, pc.is_in(pc.struct_field(groups, field), value_set=pa.array(codes)))
        return int(pc.sum(valid).as_py())

    return run


def duckdb_by_hand(batch: list[str]) -> Callable[[], int]:
    """`string_split` and `IN`."""
    import duckdb
    import pyarrow as pa

    connection = duckdb.connect()
    connection.register("source", pa.table({"name": batch}))
    connection.execute("create table names as select * from source")
    known = " and ".join(f"p[{at}] in {tuple(codes)!r}" for at, codes in enumerate(VOCABULARIES.values(), 2))
    query = (
        "create or replace temp table parsed as with s as (select string_split(name, '_') as p from names) "  # noqa: S608
        f"select p, (len(p) = 7 and regexp_full_match(p[1], '[0-9]{{4}}q[1-4]') and {known} "
        f"and regexp_full_match(p[6], '{SLUG}') and regexp_full_match(p[7], '[0-9]{{6}}')) as valid from s"
    )

    def run() -> int:
        connection.execute(query)
        row = connection.execute("select count(*) filter (valid) from parsed").fetchone()
        return int(row[0]) if row else 0

    return run


def pyarrow_split(batch: list[str]) -> Callable[[], int]:
    """`split_pattern`, and `is_in` on the parts of the names that have seven."""
    import pyarrow as pa
    import pyarrow.compute as pc

    column = pa.array(batch)
    codes = [pa.array(known) for known in VOCABULARIES.values()]

    def run() -> int:
        parts = pc.split_pattern(column, "_")
        parts = parts.filter(pc.equal(pc.list_value_length(parts), len(codes) + 3))
        at = [pc.list_element(parts, number) for number in range(len(codes) + 3)]
        valid = pc.match_substring_regex(at[0], "^[0-9]{4}q[1-4]$")
        for field, known in zip(at[1:], codes, strict=False):
            valid = pc.and_(valid, pc.is_in(field, value_set=known))
        valid = pc.and_(valid, pc.match_substring_regex(at[-2], f"^(?:{SLUG})$"))
        valid = pc.and_(valid, pc.match_substring_regex(at[-1], "^[0-9]{6}$"))
        return int(pc.sum(valid).as_py())

    return run


def pandera_by_hand(batch: list[str]) -> Callable[[], int]:
    """One pattern with all codes, on polars: whether names are valid, and no fields."""
    import pandera.polars as pa
    import polars as pl

    inside = {field: "|".join(codes) for field, codes in VOCABULARIES.items()}
    pattern = SHAPE
    for field, codes in inside.items():
        pattern = pattern.replace(f"(?P<{field}>[^_]+)", f"(?:{codes})")
    pattern = pattern.replace("?P<year>", "?:").replace("?P<quarter>", "?:")
    pattern = pattern.replace("?P<slug>", "?:").replace("?P<id>", "?:")
    schema = pa.DataFrameSchema({"name": pa.Column(str, pa.Check.str_matches(f"^(?:{pattern})$"))})
    frame = pl.DataFrame({"name": batch})

    def run() -> int:
        try:
            schema.validate(frame, lazy=True)
        except pa.errors.SchemaErrors as found:
            return len(frame) - len(found.failure_cases)
        return len(frame)

    return run


CASES: dict[str, Callable[[list[str]], Callable[[], int]]] = {
    "ours, polars": ours_polars,
    "polars extract_groups + is_in": polars_by_hand,
    "ours, pyarrow": ours_pyarrow,
    "pyarrow extract_regex + is_in": pyarrow_by_hand,
    "pyarrow split_pattern + is_in": pyarrow_split,
    "duckdb string_split + IN": duckdb_by_hand,
    "pandera str_matches, verdict only": pandera_by_hand,
    "ours, pandas": ours_pandas,
    "pandas str.extract + isin": pandas_by_hand,
}


def one(case: str, kind: str, size: int, runs: int) -> None:
    """Run a case in this process and print what it took, as JSON."""
    batch, right = sample(kind, size)
    rows = len(batch)
    job = CASES[case](batch)
    del batch
    found = job()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"rows": rows, "found": found, "right": right, "times": times, "peak": peak}))


def measured(case: str, kind: str, size: int) -> dict[str, Any] | None:
    """Run a case in a process of its own; None where its library is missing."""
    command = [sys.executable, "-m", "tests.benchmarks.columns", "--size", str(size), "--case", case]
    done = subprocess.run([*command, "--kind", kind], capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{case} is left out: {done.stderr.strip().splitlines()[-1]}")
        return None
    found: dict[str, Any] = json.loads(done.stdout)
    if found["found"] != found["right"]:
        sys.exit(f"{case} found {found['found']:,} valid names, not {found['right']:,}")
    return found


def compare(kind: str, size: int, rounds: int, only: str) -> None:
    """All cases on one sample, or those whose name holds a text."""
    times: dict[str, list[float]] = {}
    peaks: dict[str, int] = {}
    rows = 0
    for _ in range(rounds):
        for case in (case for case in CASES if only in case):
            found = measured(case, kind, size)
            if found is not None:
                times.setdefault(case, []).extend(found["times"])
                peaks[case] = max(found["peak"], peaks.get(case, 0))
                rows = found["rows"]
    seconds = {case: statistics.median(taken) for case, taken in times.items()}
    print(f"\n{kind}: {rows:,} names")
    for case, taken in seconds.items():
        print(f"  {case:32} {taken * 1e3:9.0f} ms {rows / taken / 1e6:8.2f} M/s {peaks[case]:7,} MB")
    for mine, theirs, least in (
        ("ours, polars", *TARGETS[kind]),
        ("ours, polars", "duckdb string_split + IN", 1.0),
        ("ours, pyarrow", "pyarrow extract_regex + is_in", 1.0),
        ("ours, pyarrow", "pyarrow split_pattern + is_in", 1.0),
        ("ours, pandas", "pandas str.extract + isin", 8.0),
    ):
        if mine in seconds and theirs in seconds:
            print(f"  {theirs} / {mine}: {seconds[theirs] / seconds[mine]:.2f}  (target {least})")


def main() -> None:
    """Compare, or run one case when asked by `compare`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=VALID + INVALID, help="how many distinct names")
    parser.add_argument("--kind", choices=sorted(TARGETS), action="append")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--only", default="", help="cases whose name holds this")
    parser.add_argument("--case", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    kinds = asked.kind or list(TARGETS)
    if asked.case:
        one(asked.case, kinds[0], asked.size, 3)
        return
    for kind in kinds:
        compare(kind, asked.size, asked.rounds, asked.only)


if __name__ == "__main__":
    main()
