"""How long a commit hook takes to start: `mops-taxonomy check` on ten names.

    python -m tests.benchmarks.startup [TAXONOMY CSV]

Side by side with `python -c "from pydantic import BaseModel"`, in turn, medians of several rounds; once with the
compiled taxonomy kept from an earlier run, once without. Byte code is allowed to be kept, as in any installation.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROUNDS = 15


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """The wall time of one run."""
    start = time.perf_counter()
    subprocess.run(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    return time.perf_counter() - start


def main() -> None:
    """Print the medians and the ratios that `docs/performance.md` keeps."""
    gitlab = ROOT / "examples" / "gitlab"
    taxonomy, table = sys.argv[1:] or [str(gitlab / "taxonomy.yaml"), str(gitlab / "campaigns.csv")]
    with tempfile.TemporaryDirectory() as folder:
        names = Path(folder, "campaigns.csv")
        rows = Path(table).read_text(encoding="utf-8").splitlines()
        names.write_text("\n".join(rows[:11]) + "\n", encoding="utf-8")
        plain = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        check = [sys.executable, "-m", "mops_taxonomy", "check", str(names), "--taxonomy", str(taxonomy)]
        cases = {
            "pydantic": ([sys.executable, "-c", "from pydantic import BaseModel"], plain),
            "first time": (check, {**plain, "MOPS_TAXONOMY_CACHE": ""}),
            "kept": (check, {**plain, "MOPS_TAXONOMY_CACHE": folder}),
        }
        times: dict[str, list[float]] = {name: [] for name in cases}
        for turn in range(ROUNDS + 1):
            for name, (command, environment) in cases.items():
                one = seconds(command, environment)
                if turn:  # the first round warms the disk and fills the cache
                    times[name].append(one)
    medians = {name: statistics.median(found) for name, found in times.items()}
    for name, median in medians.items():
        print(f"{name:12} {median * 1000:6.0f} ms   {median / medians['pydantic']:5.2f} x pydantic")


if __name__ == "__main__":
    main()
