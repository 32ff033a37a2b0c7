"""Fields laid over fields."""

from __future__ import annotations

from typing import Any

import pytest

from mops_taxonomy.document import read_document
from mops_taxonomy.model.overlay import laid_over


def _laid(*layers: str) -> dict[str, Any]:
    return laid_over(*(read_document(layer).data for layer in layers))


@pytest.mark.parametrize(
    ("layers", "field"),
    [
        (["{kind: text}"], {"kind": "text"}),
        (["{kind: text, joiner: _}", "{joiner: '-'}"], {"kind": "text", "joiner": "-"}),
        (["{kind: text, joiner: _}", "{joiner: ''}"], {"kind": "text"}),
        (["{kind: text, joiner: _}", "{joiner: }"], {"kind": "text"}),
        (["{kind: text, joiner: _}", "{joiner: null}"], {"kind": "text"}),
        (["{kind: text, joiner: _}", "{joiner: ~}"], {"kind": "text", "joiner": "~"}),
        (["{kind: text, help: x}", "{help: ~}"], {"kind": "text"}),
        (["{kind: text, joiner: _}", "{joiner: ''}", "{joiner: '.'}"], {"kind": "text", "joiner": "."}),
        (["{kind: text, joiner: _}", "{kind: date, format: x}"], {"kind": "date", "format": "x"}),
        (["{max: 3}", "{kind: integer}"], {"max": "3", "kind": "integer"}),
    ],
)
def test_layers(layers: list[str], field: dict[str, Any]) -> None:
    """Inner keys win, empty values take keys away, another kind begins anew."""
    assert _laid(*layers) == field


def test_every_key_keeps_its_place() -> None:
    """A merged field still knows which layer wrote which key."""
    field = laid_over(read_document("kind: text\njoiner: _\n").data, read_document("\n\njoiner: x\n").data)
    assert [field[key].at for key in ("kind", "joiner")] == [(1, 7), (3, 9)]
