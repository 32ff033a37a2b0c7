"""Loading a taxonomy with a vocabulary of 2,000 terms, and checking a table of 1,000,000 names.

    python -m tests.benchmarks.loading

The first is timed in this process, the median of several loads with nothing kept; the second runs the real command and
reports names a second and the peak memory of its process.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from mops_taxonomy import Taxonomy

TERMS = 2_000
ROWS = 1_000_000


def taxonomy() -> str:
    """A file with a long vocabulary: codes, labels and aliases."""
    terms = "\n".join(f"      P{n:04}: {{label: Product {n}, aliases: [prod-{n}]}}" for n in range(TERMS))
    return f"""taxonomy: long
vocabularies:
  product:
    terms:
{terms}
fields:
  launch: {{kind: date, format: "{{YYYY}}{{MM}}{{DD}}"}}
  product: {{kind: term, vocabulary: product}}
  title: {{kind: text, characters: A-Za-z0-9, joiner: "-"}}
conventions:
  program:
    forms: ["{{launch}}_{{product}}_{{title}}"]
"""


def main() -> None:
    """Print what `docs/performance.md` keeps."""
    os.environ["MOPS_TAXONOMY_CACHE"] = ""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "taxonomy.yaml")
        file.write_text(taxonomy(), encoding="utf-8")
        times = []
        for _ in range(6):
            start = time.perf_counter()
            Taxonomy.load(file)
            times.append(time.perf_counter() - start)
        print(
            f"load, {TERMS:,} terms: {statistics.median(times[1:]):.3f} s (first in the process {times[0]:.3f} s)"
        )

        names = Path(folder, "names.csv")
        with names.open("w", encoding="utf-8") as out:
            out.write("Id,Name,Channel\n")
            for row in range(ROWS):
                product = f"P{row % TERMS:04}" if row % 1000 else "P12"
                out.write(f"{row},202603{row % 28 + 1:02}_{product}_Name-{row},Webinar\n")
        start = time.perf_counter()
        command = [sys.executable, "-m", "mops_taxonomy", "check", str(names), "--column", "Name"]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(
            f"check, {ROWS:,} names in a CSV: {seconds:.1f} s, {ROWS / seconds:,.0f} names/s, peak {peak:.0f} MB"
        )


if __name__ == "__main__":
    main()
