"""Compare the proofs with names tried one by one, for every mutant of the published conventions; takes minutes.

python -m tests.generated.conformance_mutants [NAMES]
"""

from __future__ import annotations

import sys
from collections import Counter

from mops_taxonomy.proofs.ambiguity import one_reading
from tests.conformance.enumerated import Enumerated
from tests.conformance.mutants import mutants
from tests.conformance.published import paths
from tests.conformance.verdicts import TODAY

__all__ = ["compare"]


def compare(names: int) -> Counter[str]:
    """How often which answer met which finding; prints what does not agree or was not decided.

    Args:
        names: names of each sort that are tried for each form.
    """
    counted: Counter[str] = Counter()
    for path in paths():
        for mutant in mutants(path):
            convention = mutant.loaded()
            if convention is None:
                counted["refused by the loader"] += 1
                continue
            verdict = one_reading(convention, TODAY)
            tried = Enumerated(convention, TODAY, names).disputed()
            counted[f"{verdict.answer}; {'a disputed name' if tried else 'none'} among those tried"] += 1
            false = verdict.witness and len(list(convention.readings(verdict.witness, as_of=verdict.day))) < 2
            if verdict.answer == "not decided" or false or (verdict.answer == "proved" and tried):
                print(f"{path.stem}, {mutant.change}: {verdict}; tried: {tried}", flush=True)
    return counted


if __name__ == "__main__":
    for line, count in sorted(compare(int(sys.argv[1]) if sys.argv[1:] else 3_000).items()):
        print(f"{count:5} {line}")
