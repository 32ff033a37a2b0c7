"""Names of a convention to look at."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mops_taxonomy import Taxonomy
from mops_taxonomy.proofs.examples import Covering, covering, drawn, shortest

DAY = date(2026, 3, 1)

TAXONOMY: dict[str, Any] = {
    "taxonomy": "t",
    "version": "1",
    "vocabularies": {
        "region": {"terms": {"EMEA": {}, "NA": {}, "APJ": {"until": "2025-12-31"}}},
        "channel": {"terms": ["WBN", "EML", "DM"]},
    },
    "fields": {
        "launch": {"kind": "date", "format": "{YYYY}{MM}{DD}"},
        "region": {"kind": "term", "vocabulary": "region"},
        "channel": {"kind": "term", "vocabulary": "channel"},
        "title": {"kind": "text", "characters": "a-z", "min_length": "3"},
        "demo": {"kind": "term", "terms": ["demo"]},
    },
    "conventions": {
        "program": {
            "forms": ["{launch}_{region}_{channel}_{title}{?-{demo}}"],
            "combinations": [{"fields": ["region", "channel"], "allow": {"NA": ["EML"]}}],
        },
        "tag": {"max_length": "5", "forms": ["{title}_{title2}"], "fields": {"title2": {"kind": "text"}}},
    },
}


@pytest.fixture(name="taxonomy", scope="module")
def _taxonomy() -> Taxonomy:
    return Taxonomy.load(TAXONOMY)


def test_shortest(taxonomy: Taxonomy) -> None:
    """They are valid, come by length, and show dates that look like dates."""
    program = taxonomy.convention("program")

    assert list(shortest(program, program.forms[0], 3, DAY)) == [
        "20260324_NA_EML_aaa",
        "20260324_EMEA_DM_aaa",
        "20260324_NA_EML_aaaa",
    ]


def test_limits_are_kept(taxonomy: Taxonomy) -> None:
    """Names that the convention's limit refuses are left out."""
    tag = taxonomy.convention("tag")

    names = list(shortest(tag, tag.forms[0], 50, DAY))

    assert names
    assert {len(name) for name in names} == {5}


def test_drawn(taxonomy: Taxonomy) -> None:
    """They are valid and different, the same for a seed, others for another."""
    program = taxonomy.convention("program")
    form = program.forms[0]

    names = list(drawn(program, form, 20, DAY))

    assert len(set(names)) == 20
    assert all(program.is_valid(name, as_of=DAY) for name in names)
    assert names == list(drawn(program, form, 20, DAY))
    assert names != list(drawn(program, form, 20, DAY, seed=1))


def test_covering(taxonomy: Taxonomy) -> None:
    """Every term in force stands in some name, optional fields too; the others are told."""
    program = taxonomy.convention("program")

    found = covering(program, program.forms[0], DAY)

    assert found == Covering(
        names=(
            "20260324_EMEA_WBN_aaa",
            "20260324_NA_EML_aaa",
            "20260324_EMEA_DM_aaa",
            "20260324_NA_EML_aaa-demo",
        ),
        left_out=(("region", "APJ"),),
    )
    assert all(program.is_valid(name, as_of=DAY) for name in found.names)
