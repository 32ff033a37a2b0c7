"""Parquet that outgrows memory, batch by batch: time per row, peak memory and counts, from 1 to 100 million rows.

    pip install pyarrow
    python -m tests.benchmarks.parquet_rows [--rows 1000000 10000000 100000000] [--folder FOLDER] [--write]

Every size is a file of its own, with 200,000 distinct names in random order, a fifth of them invalid, and is read in a
process of its own. The files are kept in the folder, so that other engines can be run on them. With `--write`, all
fields and verdicts are written to Parquet beside it, too.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import gettempdir

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from mops_taxonomy import Taxonomy
from tests.benchmarks.names import TAXONOMY, names

DISTINCT = 200_000
BATCH = 1_000_000


def made(folder: Path, rows: int) -> Path:
    """A file of so many rows, written unless it is there."""
    path = folder / f"names-{rows}.parquet"
    if path.exists():
        return path
    valid, invalid = names()
    every = pa.array(valid[: DISTINCT * 4 // 5] + invalid[: DISTINCT // 5])
    drawn = np.random.default_rng(1)
    part = path.with_suffix(".part")
    schema = pa.schema([("row", pa.int64()), ("name", pa.string())])
    with pq.ParquetWriter(part, schema, compression="zstd", dictionary_pagesize_limit=1 << 26) as writer:
        for start in range(0, rows, BATCH):
            size = min(BATCH, rows - start)
            picked = every.take(pa.array(drawn.integers(0, len(every), size)))
            writer.write_table(pa.table([pa.array(np.arange(start, start + size)), picked], schema=schema))
    part.rename(path)
    return path


def read(path: Path, *, write: bool) -> dict[str, object]:
    """Parse the file and count; the clock starts when the convention is compiled and everything is imported."""
    convention = Taxonomy.load(TAXONOMY).convention("ad")
    convention.parse_column(pa.array(["x"]))
    start = time.perf_counter()
    rows = valid = 0
    regions: dict[str, int] = {}
    writer = None
    file = pq.ParquetFile(path, read_dictionary=["name"])
    for batch in file.iter_batches(BATCH, columns=["name"]):
        parsed = convention.parse_column(batch["name"], fields=None if write else ["region"])
        rows += batch.num_rows
        valid += pc.sum(parsed["valid"]).as_py()
        for count in pc.value_counts(parsed["region"].combine_chunks().dictionary_decode()).to_pylist():
            regions[count["values"]] = regions.get(count["values"], 0) + count["counts"]
        if write:
            writer = writer or pq.ParquetWriter(
                path.with_suffix(".parsed"), parsed.schema, compression="zstd"
            )
            writer.write_table(parsed)
    if writer is not None:
        writer.close()
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {"rows": rows, "valid": valid, "regions": len(regions), "seconds": seconds, "peak": peak}


def main() -> None:
    """Read every size, or one of them when asked by itself."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[10**6, 10**7, 10**8])
    parser.add_argument("--folder", type=Path, default=Path(gettempdir()) / "mops-taxonomy-rows")
    parser.add_argument("--write", action="store_true", help="write all fields, too")
    parser.add_argument("--one", type=Path, help="read this file only")
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(read(asked.one, write=asked.write)))
        return
    asked.folder.mkdir(parents=True, exist_ok=True)
    for rows in asked.rows:
        path = made(asked.folder, rows)
        command = [sys.executable, "-m", "tests.benchmarks.parquet_rows", "--one", str(path)]
        done = subprocess.run(
            [*command, *["--write"] * asked.write], capture_output=True, text=True, check=True
        )
        found = json.loads(done.stdout)
        size = path.stat().st_size / 1e6
        print(
            f"{found['rows']:>12,} rows, {size:6,.0f} MB: {found['valid']:,} valid, {found['seconds']:.1f} s, "
            f"{found['seconds'] / rows * 1e9:.0f} ns a row, {found['peak']:,} MB at most",
            flush=True,
        )


if __name__ == "__main__":
    main()
