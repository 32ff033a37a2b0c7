"""Reconciling portfolios with planted faults: what is found of them, in what time, with how much memory.

    python -m tests.benchmarks.reconcile [--size 10000]

Each portfolio is made and reconciled in a process of its own: with the links between programs and campaigns, without
links, and without links, dates and costs, so that there is little but the names. The time is that of matching, of the
rules across systems and of the changes; the memory is the peak of the process, with the records.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time

from mops_taxonomy.reconciling import reconciled
from tests.benchmarks.planted import bare, planted, score

KINDS = ("links", "no links", "names")
"""What is known of the programs."""


def measured(size: int, kind: str, seed: int) -> str:
    """One line of the result."""
    portfolio = planted(size, links=kind == "links", seed=seed)
    if kind == "names":
        portfolio = bare(portfolio)
    start = time.perf_counter()
    found = reconciled(portfolio.portfolio)
    seconds = time.perf_counter() - start
    result = score(portfolio, found.findings)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{size:,} x {size:,} {kind}: {portfolio.faults.total():,} faults, precision "
        f"{result.precision:.4f}, recall {result.recall:.4f}, {seconds:.1f} s, peak {peak:,.0f} MB"
    )


def main() -> None:
    """Print what `docs/performance.md` keeps."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", choices=KINDS)
    asked = parser.parse_args()
    if asked.kind:
        print(measured(asked.size, asked.kind, asked.seed))
        return
    for kind in KINDS:
        parts = ["--size", str(asked.size), "--seed", str(asked.seed), "--kind", kind]
        subprocess.run([sys.executable, "-m", "tests.benchmarks.reconcile", *parts], check=True)


if __name__ == "__main__":
    main()
