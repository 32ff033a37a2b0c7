"""A verdict does not depend on the run: the same questions get the same answers in every process."""

from __future__ import annotations

import os
import subprocess
import sys

PROGRAM = """
from random import Random
from mops_taxonomy import InvalidTaxonomy, Taxonomy
from mops_taxonomy.proofs.ambiguity import questions
from mops_taxonomy.proofs.comparison import newly_accepted, read_alike, still_accepted
from tests.property.small import TODAY, loaded
from tests.property.small_documents import changed, small_document

for seed in range(40):
    random = Random(seed)
    document = small_document(random)
    taxonomies = [loaded(document), loaded(changed(document, random))]
    if None not in taxonomies:
        old, new = (taxonomy.convention("main") for taxonomy in taxonomies)
        print(seed, [question.verdict() for question in questions(old, today=TODAY)])
        print(seed, [ask(old, new, TODAY) for ask in (still_accepted, newly_accepted, read_alike)])
"""


def answers(seed: str) -> str:
    """What a process with this seed of its hashes says."""
    environment = {
        **os.environ,
        "PYTHONHASHSEED": seed,
        "MOPS_TAXONOMY_CACHE": "",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_in_every_process() -> None:
    """Another order of sets and hashes changes no answer, no witness and no word."""
    first = answers("1")
    assert "refuted" in first
    assert first == answers("2")
