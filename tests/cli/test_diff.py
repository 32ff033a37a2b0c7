"""`diff`."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from mops_taxonomy.cli._problem import Problem
from mops_taxonomy.cli._revision import content, is_revision, path_in_repository
from tests.cli.conftest import TAXONOMY as USUAL

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run, Shell

TAXONOMY = USUAL.replace(", accept: case", "")
LABELLED = TAXONOMY.replace("AMER: Americas", "AMER: The Americas")
LATAM = TAXONOMY.replace("      AMER: Americas\n", "      AMER: Americas\n      LATAM: Latin America\n")
SHORT = TAXONOMY.replace("      AMER: Americas\n", "")
LABEL_TOLD = """\
acme 1: cosmetic

What it does to names, up to 2026-03-24
  Nothing that changed bears on the names of `program`.

What changed
  terms
    cosmetic    the label of `AMER` in `region` is now `The Americas`; it was `Americas`

1 change: 1 cosmetic
"""
SHORT_TOLD = """\
acme 1: breaking

What it does to names, up to 2026-03-24
  program
    breaking    `20260324_AMER_a` was valid and is not any more: unknown term in `region`
    compatible  every name is read as before (proved)

What changed
  terms
    breaking    `AMER` is no longer a term of `region`

1 change: 1 breaking
"""


@pytest.fixture(autouse=True)
def here(folder: Path) -> Path:
    """The current folder, with a taxonomy whose names are written in one way only."""
    (folder / "taxonomy.yaml").write_text(TAXONOMY, encoding="utf-8")
    return folder


@pytest.fixture
def repository(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A git repository in which `taxonomy.yaml` was committed, tagged `v1`, and lost a region since."""
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, str(here / "no-such-file"))
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "a")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "a@example.org")
    (here / ".git").rmdir()
    (here / "plans").mkdir()
    (here / "plans" / "taxonomy.yaml").write_text(LABELLED, encoding="utf-8")
    git("init", "--quiet", "--initial-branch", "main")
    git("add", "taxonomy.yaml", "plans")
    git("commit", "--quiet", "--message", "first")
    git("tag", "v1")
    (here / "taxonomy.yaml").write_text(SHORT, encoding="utf-8")
    return here


def git(*words: str) -> None:
    """Run git in the current folder."""
    subprocess.run(["git", *words], check=True, capture_output=True)


def test_two_files(run: Run, folder: Path) -> None:
    """Two files are compared: what it does, what changed, how often."""
    (folder / "new.yaml").write_text(SHORT, encoding="utf-8")
    assert run("diff", "taxonomy.yaml", "new.yaml", "--as-of", "2026-03-24") == (0, SHORT_TOLD, "")


def test_the_taxonomy_here_is_the_newer(run: Run, folder: Path) -> None:
    """Without NEW, the taxonomy of this folder or above is compared with OLD."""
    (folder / "taxonomy.yaml").rename(folder / "old.yaml")
    (folder / "taxonomy.yaml").write_text(LABELLED, encoding="utf-8")
    assert run("diff", "old.yaml", "--as-of", "2026-03-24") == (0, LABEL_TOLD, "")


def test_nothing_changed(run: Run) -> None:
    """A file and itself are the same, and nothing fails."""
    assert run("diff", "taxonomy.yaml", "--fail-on", "cosmetic") == (0, "acme 1: nothing changed\n", "")


@pytest.mark.parametrize(
    ("new", "failing"),
    [
        (LABELLED, ["cosmetic"]),
        (LATAM, ["compatible", "cosmetic"]),
        (SHORT, ["breaking", "undecided", "compatible", "cosmetic"]),
    ],
    ids=["label", "term", "no term"],
)
def test_exit_status(run: Run, folder: Path, new: str, failing: list[str]) -> None:
    """The status is 1 where a change is as bad as asked for, or worse; nothing fails unless it is asked for."""
    (folder / "new.yaml").write_text(new, encoding="utf-8")
    asked = ["breaking", "undecided", "compatible", "cosmetic", "never"]
    found = [word for word in asked if run("diff", "taxonomy.yaml", "new.yaml", "--fail-on", word).status]
    assert found == failing
    assert run("diff", "taxonomy.yaml", "new.yaml").status == 0


def test_formats(run: Run, folder: Path) -> None:
    """Markdown and JSON say the same; a file may take the place of the screen."""
    (folder / "new.yaml").write_text(SHORT, encoding="utf-8")
    words = ("diff", "taxonomy.yaml", "new.yaml", "--as-of", "2026-03-24")
    assert run(*words, "--format", "markdown").out == (
        "### Taxonomy acme 1: **breaking**\n"
        "\n"
        "#### What it does to names, up to 2026-03-24\n"
        "\n"
        "`program`\n"
        "\n"
        "- **breaking**: `20260324_AMER_a` was valid and is not any more: unknown term in `region`\n"
        "- **compatible**: every name is read as before \\(proved\\)\n"
        "\n"
        "#### What changed\n"
        "\n"
        "Terms\n"
        "\n"
        "- **breaking**: `AMER` is no longer a term of `region`\n"
        "\n"
        "1 change: 1 breaking\n"
    )
    assert run(*words, "--format", "json", "--output", "diff.json") == (0, "", "")
    found = json.loads((folder / "diff.json").read_text(encoding="utf-8"))
    assert (found["impact"], found["day"]) == ("breaking", "2026-03-24")
    assert [change["path"] for change in found["changes"]] == [["region", "AMER"]]


def test_day(run: Run, folder: Path) -> None:
    """`--as-of` takes a day or a revision of the newer taxonomy: what begins later does no harm yet."""
    later = TAXONOMY.replace("AMER: Americas", "AMER: {label: Americas, until: 2026-03-31}")
    (folder / "new.yaml").write_text(later, encoding="utf-8")
    words = ("diff", "taxonomy.yaml", "new.yaml", "--fail-on", "breaking", "--as-of")
    assert run(*words, "2026-03-31").status == 0
    assert run(*words, "spring").status == 0
    assert run(*words, "2026-04-01").status == 1
    assert run(*words, "summer") == (
        2,
        "",
        "--as-of: 'summer' is not a day such as 2026-03-24, nor a revision (spring)\n",
    )


@pytest.mark.parametrize(
    "old", ["main", "v1", "HEAD", "HEAD:", "main:taxonomy.yaml", "main:./taxonomy.yaml", ":taxonomy.yaml"]
)
@pytest.mark.usefixtures("repository")
def test_revisions(run: Run, old: str) -> None:
    """OLD may be a branch, a tag, a commit or the index, with a path or for the path of NEW."""
    assert run("diff", old, "--as-of", "2026-03-24") == (0, SHORT_TOLD, "")


@pytest.mark.usefixtures("repository")
def test_two_revisions(run: Run) -> None:
    """NEW may be a revision too, and lends its path to OLD."""
    git("commit", "--quiet", "--all", "--message", "second")
    for words in (("v1", "main"), ("v1:taxonomy.yaml", "HEAD:taxonomy.yaml"), ("v1", "HEAD:taxonomy.yaml")):
        assert run("diff", *words, "--as-of", "2026-03-24") == (0, SHORT_TOLD, "")


def test_paths_of_revisions(run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path counts from the root, one that begins with a dot from the current folder."""
    monkeypatch.chdir(repository / "plans")
    assert run("diff", "main").out == "acme 1: nothing changed\n"
    assert run("diff", "main:./taxonomy.yaml").out == "acme 1: nothing changed\n"
    assert run("diff", "main:taxonomy.yaml", "--as-of", "2026-03-24").out.startswith("acme 1: cosmetic")
    assert run("diff", "main", "../taxonomy.yaml", "--as-of", "2026-03-24").out == SHORT_TOLD


def test_files_come_first(run: Run, repository: Path) -> None:
    """A file that is there is a file, even where its name could be a revision."""
    (repository / "main").write_text(LATAM, encoding="utf-8")
    (repository / "v1:taxonomy.yaml").write_text(LATAM, encoding="utf-8")
    for old in ("main", "v1:taxonomy.yaml"):
        assert "`LATAM` is no longer a term of `region`" in run("diff", old).out
    assert is_revision("C:\\taxonomies\\old.yaml") is False
    assert is_revision("C:/old.yaml") is False
    assert is_revision("v2:old.yaml") is True


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["other"],
            "other: there is no such file, and no such revision in the git repository; a shallow clone may lack it",
        ),
        (
            ["other:taxonomy.yaml"],
            "other: there is no such file, and no such revision in the git repository; a shallow clone may lack it",
        ),
        (["main:old.yaml"], "main:old.yaml: there is no file old.yaml in revision main"),
        (["main:plans"], "main:plans: there is no file plans in revision main; did you mean ./plans?"),
        ([":old.yaml"], ":old.yaml: there is no file old.yaml in the index of the git repository"),
        (
            ["main", "gone.yaml"],
            "gone.yaml: there is no such file, and no such revision in the git repository",
        ),
        (["--", "--output=x"], "--output=x: there is no such file"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
@pytest.mark.usefixtures("repository")
def test_what_git_does_not_have(run: Run, words: list[str], message: str) -> None:
    """What is not there is one clear line, and status 2."""
    status, out, err = run("diff", *words)
    assert (status, out) == (2, "")
    assert err.startswith(message)
    assert err.count("\n") == 1


def test_no_repository(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a repository, that is said."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    assert run("diff", "old.yaml") == (
        2,
        "",
        "old.yaml: there is no such file, and this folder is in no git repository\n",
    )


def test_other_repository(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A revision alone means a file of this repository."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    git("init", "--quiet", str(elsewhere))
    (elsewhere / "taxonomy.yaml").write_text(TAXONOMY, encoding="utf-8")
    with pytest.raises(Problem, match="is not in the git repository of this folder; write main:PATH"):
        path_in_repository(str(elsewhere / "taxonomy.yaml"), "main")
    assert path_in_repository(str(repository / "taxonomy.yaml"), "main") == "./taxonomy.yaml"


@pytest.mark.usefixtures("repository")
def test_no_git(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where git is not installed, that is said."""
    monkeypatch.setenv("PATH", "")
    assert run("diff", "main") == (
        2,
        "",
        "git is not installed, so that no revision can be read\n",
    )


def test_content_is_as_it_was(repository: Path) -> None:
    """A revision's file comes byte for byte, whatever git does to working trees."""
    (repository / "data.yaml").write_bytes(b"a: \xe2\x82\xac\r\n")
    git("add", "data.yaml")
    assert content(":data.yaml") == b"a: \xe2\x82\xac\r\n"


def test_invalid_taxonomy(run: Run, repository: Path) -> None:
    """What is wrong with the taxonomy of a revision is placed there."""
    (repository / "bad.yaml").write_text("taxonomy: t\nnoise: 1\n", encoding="utf-8")
    git("add", "bad.yaml")
    was, here = run("diff", ":bad.yaml"), run("diff", "bad.yaml")
    assert (was.status, was.out) == (here.status, here.out) == (2, "")
    assert was.err == f":{here.err}"
    assert here.err.startswith("bad.yaml:2:1: MT902 'noise' is not a key of a taxonomy\n")


def test_process(shell: Shell, repository: Path) -> None:
    """The command works in a process of its own, and warns of nothing."""
    result = shell("diff", "main", "--fail-on", "breaking", cwd=repository)
    assert (result.returncode, result.stderr) == (1, b"")
    assert shutil.which("git") is not None
