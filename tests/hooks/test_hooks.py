"""The hooks of this repository, installed and run by pre-commit in repositories that hold names."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PACKAGE = ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "mops_taxonomy")

TAXONOMY = """\
taxonomy: acme
version: 1
fields:
  launch: {kind: date, format: "{YYYY}{MM}{DD}"}
  region: {kind: term, terms: {EMEA: {label: Europe}, AMER: {label: Americas}}}
  title: {kind: text, characters: A-Za-z0-9, joiner: "-"}
conventions:
  program:
    forms: ["{launch}_{region}_{title}"]
    examples: {valid: [20260324_EMEA_Stories]}
sources:
  - {files: "exports/*.csv", convention: program, columns: {name: Program}}
"""
OLD = "7,20190324_EMAE_Old"
GOOD = "8,20260324_EMEA_Customer-Stories"
BAD = "9,20260415_EMAE_Robots-At-Work"
TOLD = """\
  20260415_EMAE_Robots-At-Work
             ^^^^  did you mean EMEA (Europe)?
"""
STOPPED = f"""\
campaign names...........................................................Failed
- hook id: mops-taxonomy-check
- exit code: 1

exports/spring.csv:3:10  MT102 unknown term in `region`
  {TOLD}
"""
PASSED = "campaign names...........................................................Passed\n"
SKIPPED = "campaign names.......................................(no files to check)Skipped\n"


class Repository:
    """A scratch repository in which pre-commit guards commits."""

    def __init__(self, folder: Path, hooks: Path) -> None:
        self.folder = folder
        self._hooks = hooks
        self.run("git", "init", "--quiet", "--initial-branch", "main")
        self.write("taxonomy.yaml", TAXONOMY)
        self.write("exports/spring.csv", "Id,Program\n")

    def guard(self, hook: str, *arguments: str) -> None:
        """Commit what is there, and have commits guarded from now on."""
        one = {"id": f"mops-taxonomy-{hook}", "args": list(arguments)}
        config = {"repos": [{"repo": str(self._hooks), "rev": "v1.0", "hooks": [one]}]}
        self.write(".pre-commit-config.yaml", yaml.safe_dump(config))
        self.run("git", "add", "--all")
        self.run("git", "commit", "--quiet", "--message", "before")
        self.run("pre-commit", "install")

    def write(self, path: str, *lines: str) -> None:
        """Write a file."""
        file = self.folder / path
        file.parent.mkdir(exist_ok=True)
        file.write_text("\n".join(lines), encoding="utf-8")

    def commit(self) -> tuple[int, str]:
        """Commit all files: the status, and what the hooks say on the way."""
        self.run("git", "add", "--all")
        done = self.run("git", "commit", "--quiet", "--message", "names", check=False)
        return done.returncode, done.stdout

    def run(self, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a command; standard error goes where standard output does."""
        return subprocess.run(
            words,
            cwd=self.folder,
            check=check,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=300,
        )


@pytest.fixture(scope="module", autouse=True)
def environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whatever whoever runs the tests has set for git and pre-commit does not count."""
    home = tmp_path_factory.mktemp("home")
    author = {
        f"GIT_{role}_{part}": "a@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for part in ("NAME", "EMAIL")
    }
    with pytest.MonkeyPatch.context() as patch:
        for name in [*os.environ]:
            if name.startswith(("GIT_", "PRE_COMMIT")) or name in {"SKIP", "FORCE_COLOR", "PYTHONPATH"}:
                patch.delenv(name)
        for name, value in {
            **author,
            "GIT_CONFIG_GLOBAL": str(home / "no-such-file"),
            "GIT_CONFIG_SYSTEM": str(home / "no-such-file"),
            "PRE_COMMIT_HOME": str(home / "pre-commit"),
            "PRE_COMMIT_COLOR": "never",
            "MOPS_TAXONOMY_CACHE": str(home / "cache"),
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        }.items():
            patch.setenv(name, value)
        yield


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with the hooks as they are in this checkout; pre-commit installs them once, from there."""
    folder = tmp_path_factory.mktemp("hooks")
    for name in PACKAGE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    for words in (
        ("init", "--quiet"),
        ("add", "--all"),
        ("commit", "--quiet", "--message", "v1.0"),
        ("tag", "v1.0"),
    ):
        subprocess.run(["git", *words], cwd=folder, check=True)
    first = Repository(tmp_path_factory.mktemp("first"), folder)
    first.guard("check")
    first.run("pre-commit", "install-hooks")
    return folder


@pytest.fixture
def repository(tmp_path: Path, hooks: Path) -> Repository:
    """A repository with a taxonomy and an export without names."""
    return Repository(tmp_path, hooks)


def test_a_bad_name_stops_the_commit(repository: Repository) -> None:
    """A commit that adds one bad name is stopped, and told which name, where in it, and what was meant."""
    repository.guard("check")
    repository.write("exports/spring.csv", "Id,Program", GOOD, BAD, "")
    assert repository.commit() == (1, STOPPED)
    assert repository.run("git", "log", "--format=%s").stdout == "before\n"
    repository.write("exports/spring.csv", "Id,Program", GOOD, BAD.replace("EMAE", "EMEA"), "")
    assert repository.commit() == (0, PASSED)
    assert repository.run("git", "log", "--format=%s").stdout == "names\nbefore\n"


def test_untouched_lines_pass(repository: Repository) -> None:
    """Asked to check added lines only, the hook lets old names be, and stops a new bad one."""
    repository.write("exports/spring.csv", "Id,Program", OLD, "")
    repository.guard("check", "--added-lines")
    repository.write("exports/spring.csv", "Id,Program", OLD, GOOD, "")
    assert repository.commit() == (0, PASSED)
    repository.write("exports/spring.csv", "Id,Program", OLD, BAD, GOOD, "")
    assert repository.commit() == (1, STOPPED)


def test_untouched_lines_pass_between_two_revisions(repository: Repository) -> None:
    """Run over the commits of a branch, as CI does, the hook checks the lines that these add."""
    repository.write("exports/spring.csv", "Id,Program", OLD, "")
    repository.guard("check", "--added-lines")
    repository.write("exports/spring.csv", "Id,Program", OLD, BAD, GOOD, "")
    repository.run("git", "add", "--all")
    repository.run("git", "commit", "--quiet", "--no-verify", "--message", "names")
    words = ("pre-commit", "run", "--from-ref", "HEAD~1", "--to-ref", "HEAD")
    done = repository.run(*words, check=False)
    assert (done.returncode, done.stdout) == (1, STOPPED)


def test_other_files_pass(repository: Repository) -> None:
    """Files that no source is about are not checked, though they are of a kind that could hold names."""
    repository.guard("check")
    repository.write("package.json", '{"name": "website"}')
    assert repository.commit() == (0, PASSED)
    repository.write("exports/notes.md", "Names\n")
    assert repository.commit() == (0, SKIPPED)


def test_names_are_repaired(repository: Repository) -> None:
    """The hook that repairs stops the commit with the files repaired, and the next attempt passes."""
    repository.guard("fix")
    repository.write("exports/spring.csv", "Id,Program", GOOD.replace("EMEA", "emea"), "")
    assert repository.commit() == (
        1,
        """\
campaign names, repaired.................................................Failed
- hook id: mops-taxonomy-fix
- files were modified by this hook

1 name in 1 file: 1 changed
exports/spring.csv: 1 name changed

""",
    )
    assert (repository.folder / "exports" / "spring.csv").read_text() == f"Id,Program\n{GOOD}\n"
    assert repository.commit()[0] == 0


def test_untouched_lines_are_not_repaired(repository: Repository) -> None:
    """Asked to repair added lines only, the hook changes the new name and lets the old one be."""
    old, new = "7,20190324_emea_Old", GOOD.replace("EMEA", "emea")
    repository.write("exports/spring.csv", "Id,Program", old, "")
    repository.guard("fix", "--added-lines")
    repository.write("exports/spring.csv", "Id,Program", old, new, "")
    status, said = repository.commit()
    assert (status, said.splitlines()[-3:-1]) == (
        1,
        ["1 name in 1 file: 1 changed", "exports/spring.csv: 1 name changed"],
    )
    assert (repository.folder / "exports" / "spring.csv").read_text() == f"Id,Program\n{old}\n{GOOD}\n"
    assert repository.commit()[0] == 0


def test_a_broken_taxonomy_stops_the_commit(repository: Repository) -> None:
    """A change of the taxonomy that breaks an example is stopped."""
    repository.guard("lint")
    repository.write("taxonomy.yaml", TAXONOMY.replace("[20260324_EMEA", "[20260324_APAC"))
    assert repository.commit() == (
        1,
        """\
campaign taxonomy........................................................Failed
- hook id: mops-taxonomy-lint
- exit code: 1

taxonomy.yaml:10:24  MT950 an example of `program` should be valid and is not: unknown term in `region` (MT102)
    20260324_APAC_Stories
    way out: move it to `invalid`, with `code: MT102`

""",
    )
