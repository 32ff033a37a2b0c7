"""Every code block of the documentation is run, and does what the page says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from mops_taxonomy import Taxonomy
from tests.docs.pages import PAGES, ROOT, blocks
from tests.docs.running import furnish, session, transcript, write

if TYPE_CHECKING:
    from pathlib import Path

    from mops_taxonomy import Convention

INSTALLING = {"main-job", "tests"}
DATA = {"csv", "text", "jsonl", "json", "toml"}


class _Texts(yaml.BaseLoader):
    """Scalars are the texts that were written, as in a taxonomy file; only true and false are not."""


_Texts.add_implicit_resolver("!truth", re.compile("true|false"), ["t", "f"])
_Texts.add_constructor("!truth", lambda _, node: node.value == "true")

REST: dict[str, Any] = {
    "taxonomy": "page",
    "version": "1",
    "fields": {"title": {"kind": "text", "characters": "A-Za-z0-9", "joiner": "-"}},
    "conventions": {"program": {"forms": ["{title}"]}},
}
"""What a part of a taxonomy leaves out."""


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where compiled taxonomies are kept between pages."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of a page."""
    furnish(tmp_path)
    for variable in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("MOPS_TAXONOMY_CACHE", str(kept))
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_blocks_of_a_page_do_what_it_says(page: Path) -> None:
    """Commands and sessions write what the page shows, and every taxonomy passes its own examples."""
    names: dict[str, Any] = {"__name__": "__main__"}
    for block in blocks(page):
        where = f"{page.relative_to(ROOT)}:{block.line}"
        if block.kind == "sh" and block.file in INSTALLING:
            continue
        if (block.kind, block.file) == ("pycon", "spark"):
            continue
        if block.kind == "console":
            assert transcript(block) == block.text, where
        elif block.kind == "pycon":
            assert session(block, names) == block.text, where
        elif block.kind == "yaml" and not block.file:
            _pass_examples(Taxonomy.load(_laid_over(REST, yaml.load(block.text, _Texts))))  # noqa: S506  a BaseLoader
        elif block.file and (block.kind in DATA or block.kind == "yaml"):
            if write(block).stem == "taxonomy":
                _pass_examples(Taxonomy.load(block.file))
        else:
            pytest.fail(f"{where}: a block {block.kind!r} that nothing runs")


# -- taxonomies ------------------------------------------------------------------------------------------


def _laid_over(outer: Any, inner: Any) -> Any:
    if isinstance(outer, Mapping) and isinstance(inner, Mapping):
        both = {key: _laid_over(outer[key], inner[key]) for key in outer.keys() & inner.keys()}
        return {**outer, **inner, **both}
    return inner


def _pass_examples(taxonomy: Taxonomy) -> None:
    for convention in map(taxonomy.convention, taxonomy.conventions):
        for example in (one for kind in convention.spec["examples"].values() for one in kind):
            _pass_outside(taxonomy, convention, example)
        for example in convention.spec["examples"]["valid"]:
            _pass_valid(convention, example)
        for example in convention.spec["examples"]["invalid"]:
            _pass_invalid(convention, example)


def _pass_outside(taxonomy: Taxonomy, convention: Convention, example: Mapping[str, Any]) -> None:
    given = convention.derived(example["name"], example["record"])
    assert {field: given[field].text for field in example["derived"]} == example["derived"], example["name"]
    verdicts = taxonomy.read_by_others(example["name"], example["record"])
    assert {one: verdicts[one].outcome for one in example["readers"]} == example["readers"], example["name"]


def _pass_valid(convention: Convention, example: Mapping[str, Any]) -> None:
    report = convention.check(example["name"], example["record"], example["as_of"])
    assert report.ok, (example["name"], report.findings)
    codes = [finding.code for finding in report.findings]
    if example["code"] is None:
        assert codes == [] or example["readings"], (example["name"], report.findings)
    else:
        assert any(code.startswith(example["code"]) for code in codes), (example["name"], codes)
    if example["form"] is not None:
        assert report.name.form == example["form"], example["name"]
    if example["values"] is not None:
        assert _written(report.name.values) == example["values"], example["name"]
    if example["readings"] is not None:
        _pass_readings(convention, example)


def _pass_readings(convention: Convention, example: Mapping[str, Any]) -> None:
    names = convention.readings(example["name"], example["record"], example["as_of"])
    read, expected = [_written(name.values) for name in names], example["readings"]
    if isinstance(expected, int):
        assert len(read) == expected, (example["name"], read)
    else:
        assert len(read) == len(expected), (example["name"], read)
        assert all(reading in read for reading in expected), (example["name"], read)


def _pass_invalid(convention: Convention, example: Mapping[str, Any]) -> None:
    report = convention.check(example["name"], example["record"], example["as_of"])
    assert not report.ok, example["name"]
    if example["code"] is not None:
        assert any(f.code.startswith(example["code"]) for f in report.findings), report.findings
    if example["field"] is not None:
        assert example["field"] in {finding.field for finding in report.findings}, report.findings


def _written(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as an example writes them."""
    return {
        field: [str(item) for item in value] if isinstance(value, tuple) else str(value)
        for field, value in values.items()
    }
