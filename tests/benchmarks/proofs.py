"""How long proofs take, and how much memory, beside two libraries for finite automata.

    pip install interegular greenery
    python -m tests.benchmarks.proofs

Every question is asked in a process of its own, of a taxonomy just loaded, several times; the medians of CPU seconds
are printed, then the wall seconds and the peak memory of the whole process. Loading, the import of the engines and the
making of the patterns are not counted; what an engine makes of a pattern is.
"""

from __future__ import annotations

import json
import resource
import signal
import statistics
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
GITLAB = ROOT / "examples" / "gitlab" / "taxonomy.yaml"
DAY = date(2026, 3, 24)
PATIENCE = 60
"""CPU seconds after which an answer is given up on."""

PROOFS = {
    "one reading": "proved",
    "two readings": "refuted",
    "kept": "proved",
    "term removed": "refuted",
    "longest name": "68",
}
"""Questions about conventions, and their answers."""


class Sample(NamedTuple):
    """One run: CPU and wall seconds, the peak memory in MB, and the answer."""

    cpu: float
    wall: float
    peak: float
    answer: str


# -- in a process of its own -----------------------------------------------------------------------------


def prepared(case: str, size: str) -> Callable[[], Any]:
    """A question with everything made that is not counted."""
    if case == "lint":
        from mops_taxonomy import Taxonomy

        loaded = Taxonomy.load(GITLAB)
        return lambda: len(loaded.lint().findings)
    if case in PROOFS:
        return convention_question(case, int(size))
    from tests.benchmarks.engines import engine, patterns

    name, _, question = case.partition(" ")
    peer, texts = engine(name), patterns(question, int(size))
    if question == "read":
        return lambda: peer.read(texts[0]) is not None
    return lambda: getattr(peer, question)(*map(peer.read, texts))


def convention_question(case: str, size: int) -> Callable[[], Any]:
    """A question about a convention with a vocabulary of some size."""
    from mops_taxonomy import Taxonomy
    from mops_taxonomy.algebra.measure import longest_word
    from mops_taxonomy.proofs.ambiguity import one_reading
    from mops_taxonomy.proofs.comparison import still_accepted
    from mops_taxonomy.proofs.shape import shape
    from tests.benchmarks.vocabularies import HOLDS_DELIMITER, SHORT, codes, taxonomy

    products = codes(size)
    title: dict[str, Any] | None = {"two readings": HOLDS_DELIMITER, "longest name": SHORT}.get(case)
    loaded = Taxonomy.load(taxonomy(products, title))
    if case in {"one reading", "two readings"}:
        return lambda: one_reading(loaded.convention(), DAY).answer
    if case == "longest name":
        return lambda: (
            longest_word(shape(loaded.convention(), loaded.convention().forms[0], DAY).automaton).size
        )
    fewer = Taxonomy.load(taxonomy([code for code in products if code != products[size // 2]]))
    old, new = (loaded, fewer) if case == "term removed" else (fewer, loaded)
    return lambda: still_accepted(old.convention(), new.convention(), DAY).answer


def ask(case: str, size: str) -> None:
    """Answer one question, and print what it took."""
    question = prepared(case, size)
    limit = int(time.process_time()) + PATIENCE
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))
    cpu, wall = time.process_time(), time.perf_counter()
    answer = question()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([cpu, wall, peak, str(answer)]))


# -- in the process that measures ------------------------------------------------------------------------


def sample(case: str, size: int) -> Sample | None:
    """One run in a new process; None where it took too long."""
    command = [sys.executable, "-m", "tests.benchmarks.proofs", case, str(size)]
    done = subprocess.run(command, cwd=ROOT, check=False, text=True, stdout=subprocess.PIPE)
    if done.returncode == -signal.SIGXCPU:
        return None
    done.check_returncode()
    return Sample(*json.loads(done.stdout))


def median(case: str, size: int, rounds: int) -> Sample | None:
    """The medians of several runs; what took too long once is not tried again."""
    samples: list[Sample] = []
    for _ in range(rounds):
        one = sample(case, size)
        if one is None:
            return None
        samples.append(one)
        if one.cpu > PATIENCE / 6:
            break
    cpu, wall, peak = (statistics.median(column) for column in list(zip(*samples, strict=True))[:3])
    return Sample(cpu, wall, peak, samples[0].answer)


def shown(found: Sample | None) -> str:
    """`0.162 s (0.163 s, 42 MB)`."""
    return (
        f"over {PATIENCE} s"
        if found is None
        else f"{found.cpu:.3f} s ({found.wall:.3f} s, {found.peak:.0f} MB)"
    )


def command_seconds() -> Iterator[tuple[float, float]]:
    """CPU and wall seconds of `mops-taxonomy lint`, the first time and with the taxonomy kept."""
    while True:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        command = [sys.executable, "-m", "mops_taxonomy", "lint", str(GITLAB)]
        subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.DEVNULL)
        wall = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        yield after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def measure_lint(rounds: int) -> None:
    """The whole lint of the largest example, in process and as a command."""
    print(f"lint of examples/gitlab, loaded: {shown(median('lint', 0, rounds))}")
    runs = command_seconds()
    next(runs)
    cpu, wall = (
        statistics.median(column) for column in zip(*(next(runs) for _ in range(rounds)), strict=True)
    )
    print(f"mops-taxonomy lint examples/gitlab/taxonomy.yaml: {cpu:.3f} s ({wall:.3f} s)")


def measure_proofs(rounds: int) -> None:
    """Every question about conventions, for every size."""
    from tests.benchmarks.vocabularies import SIZES

    for case, right in PROOFS.items():
        for size in SIZES:
            found = median(case, size, rounds)
            if found is not None and found.answer != right:
                sys.exit(f"{case}, {size:,} terms: {found.answer}, not {right}")
            print(f"{case:16}{size:8,} terms  {shown(found)}", flush=True)


def measure_engines(rounds: int) -> None:
    """The same patterns, every engine; ratios are of CPU seconds. What an engine cannot read, it is not asked about."""
    from tests.benchmarks.vocabularies import ENGINES, QUESTIONS, SIZES

    most = dict.fromkeys(ENGINES, SIZES[-1])  # the size up to which an engine is asked
    for question in QUESTIONS:
        asked = dict(most)
        for size in SIZES:
            ours: Sample | None = None
            for name in (name for name in ENGINES if size <= asked[name]):
                found = median(f"{name} {question}", size, rounds)
                if found is not None and found.answer in {"False", "None"}:
                    sys.exit(f"{name} says no: {question}, {size:,} terms")
                if found is None:
                    asked[name] = size - 1
                ours = ours or found
                more = f"  {found.cpu / ours.cpu:8.1f} x" if found and ours else ""
                print(f"{question:10}{size:8,} terms  {name:14} {shown(found)}{more}", flush=True)
        if question == "read":
            most = asked


def main() -> None:
    """Print what `docs/performance.md` keeps; with a number, that many rounds."""
    if len(sys.argv) > 2:
        ask(*sys.argv[1:])
        return
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    measure_lint(rounds)
    measure_proofs(rounds)
    measure_engines(rounds)


if __name__ == "__main__":
    main()
