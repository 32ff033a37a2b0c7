"""However a taxonomy is loaded, it answers alike."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy import Taxonomy
from tests.property.situations import Situation, situations, texts

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for files, and inside it one for what is kept of them."""
    return tmp_path_factory.mktemp("documents")


def toml(value: Any) -> str:
    """A value as TOML, tables in one line."""
    match value:
        case dict():
            return "{" + ", ".join(f"{toml(str(key))} = {toml(one)}" for key, one in value.items()) + "}"
        case list():
            return f"[{', '.join(map(toml, value))}]"
    return json.dumps(value, ensure_ascii=False)


def written(document: dict[str, Any]) -> dict[str, str]:
    """The document in every format, by the end of its file's name."""
    return {
        "yaml": yaml.safe_dump(document, allow_unicode=True, sort_keys=False),
        "json": json.dumps(document),
        "toml": "".join(f"{key} = {toml(value)}\n" for key, value in document.items()),
    }


def answers(taxonomy: Taxonomy, situation: Situation, text: str) -> list[Any]:
    """Everything that a taxonomy says of a text."""
    convention = taxonomy.convention(situation.convention.id)
    found = [finding.to_dict() for finding in convention.check(text, **situation.asked)]
    readings = [name.to_dict() for name in convention.readings(text, **situation.asked)]
    return [convention.is_valid(text, **situation.asked), found, readings]


@given(st.data(), situations())
def test_every_format_of_file_says_the_same(folder: Path, data: st.DataObject, situation: Situation) -> None:
    """A mapping, and its YAML, TOML and JSON, are one taxonomy."""
    text = data.draw(texts(situation))
    expected = answers(situation.taxonomy, situation, text)
    for end, content in written(situation.document).items():
        path = folder / f"taxonomy.{end}"
        path.write_text(content, encoding="utf-8")
        taxonomy = Taxonomy.load(path)
        assert taxonomy.resolved.keys() == situation.taxonomy.resolved.keys(), end
        assert answers(taxonomy, situation, text) == expected, end


@given(st.data(), situations())
def test_what_is_kept_of_a_taxonomy_answers_like_it(
    folder: Path, data: st.DataObject, situation: Situation
) -> None:
    """The second time a file is loaded, from what was kept of it, every answer is the same."""
    path = folder / "kept.json"
    path.write_text(json.dumps(situation.document), encoding="utf-8")
    text = data.draw(texts(situation))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MOPS_TAXONOMY_CACHE", str(folder / "cache"))
        before, after = Taxonomy.load(path), Taxonomy.load(path)
    assert before.resolved == after.resolved
    expected = answers(situation.taxonomy, situation, text)
    assert answers(before, situation, text) == answers(after, situation, text) == expected
