"""Taxonomies kept on disk."""

from __future__ import annotations

import json
import os
import stat
from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy import cache
from mops_taxonomy.errors import InvalidTaxonomy
from mops_taxonomy.taxonomy import Taxonomy

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = """
taxonomy: {name}
version: 1
fields: {{a: {{kind: term, terms: [A, B]}}}}
conventions: {{c: {{forms: [{{template: "{{a}}"}}]}}}}
"""


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where entries are kept."""
    folder = tmp_path / "kept" / "here"
    monkeypatch.setenv("MOPS_TAXONOMY_CACHE", str(folder))
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A taxonomy file."""
    path = tmp_path / "t.yaml"
    path.write_text(SOURCE.format(name="first"), encoding="utf-8")
    return path


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which files were checked in full."""
    files: list[str] = []
    check = Taxonomy._checked.__func__  # type: ignore[attr-defined]

    def noted(cls: type[Taxonomy], source: Any, *more: Any) -> Taxonomy:
        files.append(os.path.basename(str(source)))
        made: Taxonomy = check(cls, source, *more)
        return made

    monkeypatch.setattr(Taxonomy, "_checked", classmethod(noted))
    return files


def entries(folder: Path) -> list[Path]:
    """The files in the folder."""
    return sorted(folder.iterdir())


def test_a_file_is_checked_once(kept: Path, file: Path, checked: list[str]) -> None:
    """The second time, what was checked is taken from the folder, and says the same."""
    first, second = Taxonomy.load(file), Taxonomy.load(str(file))
    assert checked == ["t.yaml"]
    assert second.resolved == json.loads(json.dumps(first.resolved))
    assert (second.file, second.name) == (str(file), "first")
    assert [name.convention("c").is_valid("A") for name in (first, second)] == [True, True]
    assert len(entries(kept)) == 1


def test_proofs_are_kept(kept: Path, file: Path) -> None:
    """What was proved of a form, when its convention was first asked for, is written beside it."""
    Taxonomy.load(file).convention("c")
    (entry,) = entries(kept)
    form = json.loads(entry.read_text(encoding="utf-8").partition("\n")[2])["conventions"]["c"]["forms"][0]
    assert form["one_reading"] is True


def test_a_changed_file_is_checked_anew(kept: Path, file: Path, checked: list[str]) -> None:
    """An entry is for this content only: what was kept of another is stale."""
    assert Taxonomy.load(file).name == "first"
    file.write_text(SOURCE.format(name="second"), encoding="utf-8")
    assert Taxonomy.load(file).name == "second"
    assert checked == ["t.yaml", "t.yaml"]
    assert len(entries(kept)) == 2


def test_another_version_of_the_library_checks_anew(
    kept: Path, file: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another version kept is not used."""
    Taxonomy.load(file)
    monkeypatch.setattr(cache, "__version__", "0.0.0")
    Taxonomy.load(file)
    assert len(checked) == len(entries(kept)) == 2


def test_the_same_content_in_another_format_is_another_entry() -> None:
    """The name of an entry depends on the content, the format, and nothing else."""
    assert cache.key(b"{}", ".yaml") == cache.key(b"{}", ".yaml")
    assert len({cache.key(b"{}", ".yaml"), cache.key(b"{}", ".json"), cache.key(b"{} ", ".yaml")}) == 3


FOREIGN = [
    b"",
    b"not json",
    b"\xff\xfe",
    b"null",
    b"[]",
    b"{}",
    b'"text"',
    b"KEY",
    b"KEY\n{}",
    b'KEY 0\n{"taxonomy": "foreign"}',
    b"other 44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\n{}",
    b"[" * 100_000,
    b"cos\nsystem\n(S'touch PWNED'\ntR.",
]


@pytest.mark.parametrize("content", FOREIGN, ids=range(len(FOREIGN)))
def test_foreign_entries_are_as_good_as_absent(
    kept: Path, file: Path, content: bytes, checked: list[str]
) -> None:
    """An entry that is corrupt, or somebody else's, is ignored and replaced."""
    Taxonomy.load(file)
    (entry,) = entries(kept)
    entry.write_bytes(content.replace(b"KEY", entry.stem.encode()))
    assert Taxonomy.load(file).name == "first"
    assert len(checked) == 2
    assert Taxonomy.load(file).name == "first"
    assert len(checked) == 2


@pytest.mark.parametrize("body", ["{}", '{"taxonomy": "foreign"}'])
def test_an_entry_that_only_looks_like_one(kept: Path, file: Path, body: str) -> None:
    """An entry with the right first line and a changed body is ignored, too."""
    Taxonomy.load(file)
    (entry,) = entries(kept)
    head = entry.read_text(encoding="utf-8").partition("\n")[0]
    entry.write_text(f"{head}\n{body}", encoding="utf-8")
    assert Taxonomy.load(file).name == "first"


def test_a_folder_in_place_of_an_entry(kept: Path, file: Path) -> None:
    """What cannot be read or replaced is no error."""
    Taxonomy.load(file)
    (entry,) = entries(kept)
    entry.unlink()
    entry.mkdir()
    assert Taxonomy.load(file).name == "first"
    assert entries(kept) == [entry]


def test_a_folder_that_cannot_be_made(tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be written, the taxonomy loads all the same."""
    occupied = tmp_path / "file"
    occupied.write_text("mine", encoding="utf-8")
    monkeypatch.setenv("MOPS_TAXONOMY_CACHE", str(occupied / "folder"))
    assert [Taxonomy.load(file).name for _ in range(2)] == ["first", "first"]
    assert occupied.read_text(encoding="utf-8") == "mine"


def test_nothing_is_kept_when_disabled(
    tmp_path: Path, file: Path, checked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty MOPS_TAXONOMY_CACHE keeps nothing."""
    monkeypatch.setenv("MOPS_TAXONOMY_CACHE", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    Taxonomy.load(file)
    Taxonomy.load(file)
    assert (cache.folder(), len(checked), (tmp_path / "cache").exists()) == (None, 2, False)


def test_the_folder_is_the_users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a folder of its own, the library keeps its entries in the user's cache folder."""
    monkeypatch.delenv("MOPS_TAXONOMY_CACHE", raising=False)
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache.folder() == str(tmp_path / "mops_taxonomy")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache.folder() == os.path.join(str(tmp_path), ".cache", "mops_taxonomy")


@pytest.mark.skipif(os.name != "posix", reason="permissions are those of POSIX")
def test_entries_are_the_users_own(kept: Path, file: Path) -> None:
    """Nobody else can write into the folder, and no temporary file is left."""
    Taxonomy.load(file)
    (entry,) = entries(kept)
    assert entry.suffix == ".json"
    assert [stat.S_IMODE(path.stat().st_mode) & 0o077 for path in (kept, entry)] == [0, 0]


def test_what_cannot_be_written_down_leaves_nothing_behind(kept: Path) -> None:
    """An entry is whole or not there."""
    with pytest.raises(TypeError):
        cache.keep("name", {"value": object()})
    assert not kept.exists()
    assert cache.kept("name") is None


def test_faulty_taxonomies_are_not_kept(kept: Path, file: Path) -> None:
    """Only what was checked and found right is kept."""
    file.write_text(
        "taxonomy: t\nversion: 1\nconventions: {c: {forms: [{template: '{a}'}]}}\n", encoding="utf-8"
    )
    for _ in range(2):
        with pytest.raises(InvalidTaxonomy):
            Taxonomy.load(file)
    assert not kept.exists()
