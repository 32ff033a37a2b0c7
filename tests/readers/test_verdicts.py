"""What every reader of a taxonomy makes of a name."""

from __future__ import annotations

import pytest

from mops_taxonomy import Taxonomy
from mops_taxonomy.portfolio import Portfolio
from mops_taxonomy.readers import faults, verdicts
from mops_taxonomy.records import Campaign

TAXONOMY = Taxonomy.load(
    {
        "taxonomy": "acme",
        "channels": {"DM": {"attribution": "offline"}, "WBN": {"attribution": "online"}, "TLK": {}},
        "readers": {
            "stamped": {"first": 8, "if": "[0-9]{8}.*", "as": "{YYYY}{MM}{DD}"},
            "hidden": {"contains": "test", "when": {"attribution": "offline"}},
        },
    }
)


@pytest.mark.parametrize(
    ("text", "record", "outcomes"),
    [
        ("20260324_test", None, ["nothing", "unknown"]),
        ("20260324_test", {}, ["nothing", "unknown"]),
        ("20260324_test", {"channel": "DM"}, ["nothing", "effect"]),
        ("20260324_test", {"channel": "WBN"}, ["nothing", "nothing"]),
        ("20260324_test", {"channel": "TLK"}, ["nothing", "unknown"]),
        ("20260324_test", {"channel": "none"}, ["nothing", "unknown"]),
        ("20260324_test", {"channel": "WBN", "attribution": "offline"}, ["nothing", "effect"]),
        ("20260230_x", {"channel": "DM"}, ["effect", "nothing"]),
    ],
)
def test_every_reader_gives_a_verdict(text: str, record: dict[str, str] | None, outcomes: list[str]) -> None:
    """By its id, in the order of the file; the channel of a record says its attribution."""
    found = verdicts(TAXONOMY.resolved, text, record)

    assert list(found) == ["stamped", "hidden"]
    assert [one.outcome for one in found.values()] == outcomes
    assert TAXONOMY.read_by_others(text, record) == found


def test_records_have_the_faults_of_their_names() -> None:
    """What happens or may happen, and nothing else."""
    record = Campaign(name="20260230_test")
    portfolio = Portfolio(TAXONOMY, [record])

    assert [(one.reader, one.outcome) for one in faults(portfolio, record)] == [
        ("stamped", "effect"),
        ("hidden", "unknown"),
    ]
