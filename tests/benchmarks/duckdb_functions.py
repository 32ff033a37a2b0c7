"""Functions of SQL, side by side with what an expert would write in SQL by hand.

    pip install duckdb
    python -m tests.benchmarks.duckdb_functions [--size 250000] [--kind distinct] [--rounds 3]

Every case runs in a process of its own, one after the other in every round; the medians and their ratios are printed.
Each must find as many valid names as there are. Ours gives every field in its type; by hand they are left as text.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from typing import Any

from mops_taxonomy import Taxonomy
from tests.benchmarks.columns import SLUG, sample
from tests.benchmarks.names import INVALID, TAXONOMY, VALID, VOCABULARIES

KINDS = ("distinct", "ten times")
_KNOWN = " AND ".join(f"p[{at}] IN {tuple(codes)!r}" for at, codes in enumerate(VOCABULARIES.values(), 2))
_BY_HAND = (
    f"(len(p) = 7 AND regexp_full_match(p[1], '[0-9]{{4}}q[1-4]') AND {_KNOWN} "
    f"AND regexp_full_match(p[6], '{SLUG}') AND regexp_full_match(p[7], '[0-9]{{6}}'))"
)
_SPLIT = "(SELECT string_split(name, '_') AS p FROM names)"
_KEEP = "CREATE OR REPLACE TEMP TABLE parsed AS "
_COUNT = "SELECT count(*) FILTER (valid) FROM parsed"
CASES = {
    "is_valid_ad": ("SELECT count(*) FILTER (is_valid_ad(name)) FROM names",),
    "valid by string_split + IN": (f"SELECT count(*) FILTER ({_BY_HAND}) FROM {_SPLIT}",),  # noqa: S608  all of it stands here
    "parse_ad": (f"{_KEEP} SELECT unnest(parse_ad(name)) FROM names", _COUNT),  # noqa: S608
    "parsed by string_split + IN": (f"{_KEEP} SELECT p, {_BY_HAND} AS valid FROM {_SPLIT}", _COUNT),  # noqa: S608
    "check_ad, again": ("SELECT count(*) FILTER (check_ad(name).valid) FROM names",),
}
PAIRS = (("is_valid_ad", "valid by string_split + IN"), ("parse_ad", "parsed by string_split + IN"))


def one(case: str, kind: str, size: int, runs: int) -> None:
    """Run a case in this process and print what it took, as JSON."""
    import duckdb
    import pyarrow as pa

    from mops_taxonomy.frames.duckdb import register

    batch, right = sample(kind, size)
    with duckdb.connect() as connection:
        register(connection, Taxonomy.load(TAXONOMY))
        connection.register("source", pa.table({"name": batch}))
        connection.execute("CREATE TABLE names AS SELECT * FROM source")
        rows = len(batch)
        del batch
        times = []
        for _ in range(runs):
            start = time.perf_counter()
            row = [connection.execute(query).fetchone() for query in CASES[case]][-1]
            times.append(time.perf_counter() - start)
    found = row[0] if row else None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"rows": rows, "found": found, "right": right, "times": times[1:], "peak": peak}))


def measured(case: str, kind: str, size: int) -> dict[str, Any]:
    """Run a case in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.duckdb_functions", "--size", str(size), "--case", case]
    done = subprocess.run([*command, "--kind", kind], stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    if found["found"] != found["right"]:
        sys.exit(f"{case} found {found['found']:,} valid names, not {found['right']:,}")
    return found


def compare(kind: str, size: int, rounds: int) -> None:
    """All cases on one sample."""
    found: dict[str, list[dict[str, Any]]] = {}
    for _ in range(rounds):
        for case in CASES:
            found.setdefault(case, []).append(measured(case, kind, size))
    seconds = {
        case: statistics.median(time for run in runs for time in run["times"]) for case, runs in found.items()
    }
    rows = found["parse_ad"][0]["rows"]
    print(f"\n{kind}: {rows:,} names")
    for case, taken in seconds.items():
        peak = max(run["peak"] for run in found[case])
        print(f"  {case:28} {taken * 1e3:9.0f} ms {rows / taken / 1e6:8.2f} M/s {peak:7,} MB")
    for mine, theirs in PAIRS:
        print(f"  {theirs} / {mine}: {seconds[theirs] / seconds[mine]:.2f}")


def main() -> None:
    """Compare, or run one case when asked by `compare`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=VALID + INVALID, help="how many distinct names")
    parser.add_argument("--kind", choices=KINDS, action="append")
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--case", choices=CASES, help="run this one only")
    asked = parser.parse_args()
    kinds = asked.kind or KINDS
    if asked.case:
        one(asked.case, kinds[0], asked.size, 3)
        return
    for kind in kinds:
        compare(kind, asked.size, asked.rounds)


if __name__ == "__main__":
    main()
