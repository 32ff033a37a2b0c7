"""Where the findings about a taxonomy stand in its file, and in what order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy import lint
from mops_taxonomy.document import read_document
from mops_taxonomy.lint.report import report
from mops_taxonomy.lint.rule import Flaw, LintRule
from mops_taxonomy.lint.subject import Subject
from tests.lint.case import DAY

if TYPE_CHECKING:
    from mops_taxonomy.document.node import Path
    from mops_taxonomy.finding import Report

FILE = """\
taxonomy: t
vocabularies:
  fields: {terms: {fields: {label: a term of this name}}}
fields:
  title: {kind: text}
  object:
    kind: text
    characters: a-z
conventions:
  c:
    object: program
    forms:
      - {template: "{title}", fields: {title: {max_length: 3}}}
      - "{object}"
    combinations:
      - {fields: [title, object], allow: same}
    examples:
      valid: [a, {name: b, form: "1"}]
channels:
  fields: {label: a channel of this name}
"""


def reported(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> Report:
    """The report on `FILE` by a rule that finds a flaw at each of the paths."""
    flaws = [Flaw(str(number), path) for number, path in enumerate(paths)]
    rule = LintRule("MT999", "invented", "error", lambda _: iter(flaws), "why", "bad", "good", "repair")
    monkeypatch.setattr(lint, "all_rules", lambda: {"invented": rule})
    resolved: dict[str, Any] = {"severity": {}}
    document = read_document(FILE, file="t.yaml", format="yaml")
    return report(Subject(resolved, document.data, {}, DAY), document)


PLACES = [
    pytest.param(("conventions", "c", "forms", 1, "template"), (14, 9), id="shorthand"),
    pytest.param(("conventions", "c", "forms", 0), (13, 9), id="an item of a list"),
    pytest.param(("conventions", "c", "object"), (11, 13), id="text"),
    pytest.param(("conventions", "c", "examples", "valid", 1), (18, 18), id="an example"),
    pytest.param(("conventions", "c", "forms", 0, "fields", "title"), (13, 40), id="declared by the form"),
    pytest.param(("conventions", "c", "forms", 1, "fields", "title"), (5, 3), id="declared above"),
    pytest.param(
        ("conventions", "c", "forms", 1, "fields", "object", "characters"),
        (8, 17),
        id="a key of the convention",
    ),
    pytest.param(("conventions", "c", "forms", 0, "fields", "gone"), (13, 31), id="declared nowhere"),
    pytest.param(
        ("conventions", "c", "combinations", 0, "fields", 1), (16, 26), id="fields of a combination"
    ),
    pytest.param(("vocabularies", "fields", "terms", "fields"), (3, 20), id="a term called fields"),
    pytest.param(("channels", "fields"), (20, 3), id="a channel called fields"),
    pytest.param((), (1, 1), id="the whole file"),
]


@pytest.mark.parametrize(("path", "place"), PLACES)
def test_place(monkeypatch: pytest.MonkeyPatch, path: Path, place: tuple[int, int]) -> None:
    """A finding stands at its text, or at the key of what it is about; a field where it is declared."""
    (finding,) = reported(monkeypatch, path)
    assert str(finding.place) == f"t.yaml:{place[0]}:{place[1]}"


def test_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """Findings stand in the order of the file."""
    found = reported(monkeypatch, ("channels",), ("conventions", "c", "forms", 0), ("fields", "title"), ())
    assert [finding.message for finding in found] == ["3", "2", "1", "0"]
