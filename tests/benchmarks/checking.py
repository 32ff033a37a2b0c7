"""`mops-taxonomy check` on long files: CSV with many and with few different names, Parquet, and a short file.

    pip install pyarrow
    python -m tests.benchmarks.checking [--rounds 1] [--only "few names"] [--folder FOLDER]

A fifth of the names is invalid. Every case runs in a process of its own, and its report is thrown away: wall time,
processor time and the most memory it held are printed. The files are made anew where the folder does not hold them.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.benchmarks.names import TAXONOMY, names

if TYPE_CHECKING:
    from collections.abc import Callable

COLUMN = "Campaign Name"
PROGRAM = "import sys; from mops_taxonomy.cli import main; sys.exit(main(sys.argv[1:]))"


class Case(NamedTuple):
    """A file, and how many of how many different names it holds."""

    file: str
    rows: int
    different: int


CASES = {
    "many names": Case("many.csv", 1_000_000, 250_000),
    "few names": Case("few.csv", 1_000_000, 20_000),
    "Parquet": Case("few.parquet", 10_000_000, 20_000),
    "short": Case("short.csv", 20, 20),
}


def sample(different: int) -> list[str]:
    """Different names in no order, a fifth of them invalid."""
    valid, invalid = names()
    found = valid[: different * 4 // 5] + invalid[: different // 5]
    random.Random(1).shuffle(found)
    return found


def write_csv(path: Path, case: Case) -> None:
    """A table with four columns; all names, then all of them again."""
    known = sample(case.different)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["Id", COLUMN, "Created At", "Cost"])
        for number in range(case.rows):
            day = f"2026-0{number % 6 + 1}-{number % 28 + 1:02}"
            writer.writerow([number, known[number % len(known)], day, "12.5"])


def write_parquet(path: Path, case: Case) -> None:
    """The same, without the days."""
    import pyarrow as pa
    from pyarrow import parquet

    known = pa.array(sample(case.different))
    part = 1_000_000
    schema = pa.schema({"Id": pa.int64(), COLUMN: pa.string(), "Cost": pa.float64()})
    with parquet.ParquetWriter(path, schema) as writer:
        for low in range(0, case.rows, part):
            numbers = range(low, min(low + part, case.rows))
            texts = known.take(pa.array([number % len(known) for number in numbers]))
            writer.write_table(pa.table([numbers, texts, [12.5] * len(numbers)], schema=schema))


def measured(arguments: list[str]) -> tuple[float, float, float]:
    """Wall seconds, processor seconds and the most megabytes of one run of `check`."""
    command = [sys.executable, "-c", PROGRAM, "check", *arguments]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def run(folder: Path, name: str, case: Case, rounds: int) -> None:
    """Make the file if it is not there, and print the best of some rounds."""
    path = folder / case.file
    if not path.exists():
        write: Callable[[Path, Case], None] = write_parquet if path.suffix == ".parquet" else write_csv
        write(path, case)
    arguments: list[Any] = [str(path), "--taxonomy", str(folder / "taxonomy.json"), "--column", COLUMN]
    best = min(measured(arguments) for _ in range(rounds))
    wall, busy, memory = best
    print(
        f"{name:12} {case.rows:>12,} rows {case.different:>9,} names "
        f"{wall:8.2f} s {busy:8.2f} s of processor {memory:6.0f} MB"
    )


def main() -> None:
    """Print a line for each case."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--only", choices=CASES)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder: Path = options.folder or Path(temporary)
        (folder / "taxonomy.json").write_text(json.dumps(TAXONOMY), encoding="utf-8")
        for name, case in CASES.items():
            if options.only in {None, name}:
                run(folder, name, case, options.rounds)


if __name__ == "__main__":
    main()
