"""Waivers in `check`: what is excused, what has ended, what is not needed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from mops_taxonomy import Taxonomy
from tests.cli.conftest import TAXONOMY

if TYPE_CHECKING:
    from tests.cli.conftest import Run

GOOD = "20260324_EMEA_Stories"
BAD = "20260324_EMAE_Stories"
OLD = "20260324_APJ_Stories"
UNREAD = "Old Stuff"


def taxonomy(*waivers: str) -> None:
    """Write a taxonomy with these waivers."""
    entries = "".join(f"  - {{{waiver}, reason: they asked}}\n" for waiver in waivers)
    Path("taxonomy.yaml").write_text(f"{TAXONOMY}waivers:\n{entries}", encoding="utf-8")


def write(*names: str) -> None:
    """Write a list of names."""
    Path("a.list").write_text("".join(f"{name}\n" for name in names), encoding="utf-8")


def test_waived(run: Run) -> None:
    """What is waived is not reported and does not fail; it is counted, and the name is as valid as before."""
    taxonomy('rules: MT102, pattern: "2026*_EMAE_*", owner: ops', f"rules: MT2, names: {OLD}, owner: ops")
    write(GOOD, BAD, OLD)
    assert run("check", "a.list") == (
        0,
        "\n3 names in 1 file: 1 valid (33.3 %), 2 not valid; not reported: 2 waived\n",
        "",
    )


def test_only_its_rules(run: Run) -> None:
    """Of a name that is waived for one rule, the findings of others are reported."""
    taxonomy(f"rules: MT203, names: {BAD}, owner: ops")
    write(BAD)
    status, out, _ = run("check", "a.list", "--no-summary")
    assert (status, out.splitlines()[0]) == (1, "a.list:1:10  MT102 unknown term in `region`")


def test_ended(run: Run) -> None:
    """When a waiver has ended, its findings come back, and say whose it was and when it ended."""
    taxonomy(f"rules: MT102, names: {BAD}, owner: campaign-ops, until: spring")
    write(BAD)
    assert run("check", "a.list", "--as-of", "2026-03-01").status == 0
    assert run("check", "a.list", "--as-of", "2026-03-02", "--no-summary") == (
        1,
        (
            "a.list:1:10  MT102 unknown term in `region`; the waiver by campaign-ops ended on 2026-03-01\n"
            f"    {BAD}\n"
            "             ^^^^  did you mean EMEA (Europe)?\n"
        ),
        "",
    )


def test_the_day_of_the_name_is_not_that_of_the_waiver(run: Run) -> None:
    """A waiver counts on the day on which names are checked, whenever they were made."""
    taxonomy(f"rules: MT102, names: {BAD}, owner: ops, until: 2020-12-31")
    Path("a.csv").write_text(f"Name,Made\n{BAD},2020-03-01\n", encoding="utf-8")
    status, out, _ = run("check", "a.csv", "--column", "Name", "--created-column", "Made", "--no-summary")
    assert status == 1
    assert "; the waiver by ops ended on 2020-12-31\n" in out


def test_when(run: Run) -> None:
    """A waiver for some records needs to know the record: by its columns, or by what the user says."""
    taxonomy("rules: MT1, when: {team: [web, app]}, owner: ops")
    Path("a.csv").write_text(f"Name,team\n{BAD},web\n{BAD},mail\n", encoding="utf-8")
    status, out, _ = run("check", "a.csv", "--column", "Name", "--no-summary")
    assert (status, out.splitlines()[0]) == (1, "a.csv:3:10  MT102 unknown term in `region`")
    write(BAD)
    assert run("check", "a.list").status == 1
    assert run("check", "a.list", "--record", "team=app").status == 0


def test_unused(run: Run) -> None:
    """Waivers in force that excused nothing are told at the end; rules that nobody asks here do not count."""
    taxonomy(
        f"rules: MT102, names: {BAD}, owner: ops",
        'rules: [MT1, MT2], pattern: "2020_*", owner: ops',
        "rules: MT402, names: Standing, owner: ops",
        "rules: MT1, names: Ended, owner: ops, until: 2020-12-31",
        "rules: MT1, names: Later, owner: ops, since: 2099-01-01",
        f"rules: MT102, names: {GOOD}, owner: sales",
    )
    write(GOOD, BAD)
    assert run("check", "a.list") == (
        0,
        (
            "\n2 names in 1 file: 1 valid (50.0 %), 1 not valid; not reported: 1 waived\n"
            f"note: 2 waivers were not used: MT1, MT2 for `2020_*` (ops); MT102 for `{GOOD}` (sales)\n"
        ),
        "",
    )
    assert run("check", "a.list", "--no-summary") == (0, "", "")


def test_what_is_not_selected_is_used_all_the_same(run: Run) -> None:
    """`--select` and `--ignore` change what is counted as waived, not what a waiver is used for."""
    taxonomy(f"rules: MT102, names: {BAD}, owner: ops")
    write(BAD)
    for arguments in (["--select", "MT2"], ["--ignore", "MT102"]):
        assert run("check", "a.list", *arguments) == (
            0,
            "\n1 name in 1 file: 0 valid (0.0 %), 1 not valid\n",
            "",
        )


def test_unused_is_not_told_where_something_was_not_read(run: Run) -> None:
    """As long as not all inputs could be read, nobody knows."""
    taxonomy(f"rules: MT102, names: {BAD}, owner: ops")
    write(GOOD)
    assert run("check", "a.list", "gone.list").out == (
        "\n1 name in 1 file: 1 valid (100.0 %), 0 not valid, 1 problem\n"
    )


def test_for_programs(run: Run) -> None:
    """The summary for programs has the count and the notes, if there are any."""
    taxonomy(f"rules: MT102, names: {BAD}, owner: ops", "rules: MT1, names: Later, owner: ops")
    write(GOOD, BAD)
    summary = json.loads(run("check", "a.list", "--format", "json").out)["summary"]
    assert summary["waived"] == 1
    assert summary["notes"] == ["1 waiver was not used: MT1 for `Later` (ops)"]


def test_no_name_becomes_valid(run: Run) -> None:
    """A waiver excuses a finding from being reported; to all who ask for validity the name is not valid."""
    taxonomy(f"rules: MT102, names: {BAD}, owner: ops")
    assert run("parse", BAD).status == 1
    assert not Taxonomy.load("taxonomy.yaml").convention().is_valid(BAD)


IMPORTED = """
import sys
from mops_taxonomy.cli import main
main(["check", "a.list", "--no-summary"])
print(sorted({"mops_taxonomy.waivers", "mops_taxonomy.baseline", "mops_taxonomy.cli._excuses"} & sys.modules.keys()))
"""


def test_nothing_is_imported_that_is_not_needed(run: Run, folder: Path) -> None:
    """Who has neither waivers nor a baseline does not pay for them."""
    write(BAD)
    assert run("check", "a.list").status == 1
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED], cwd=folder, check=True, capture_output=True, text=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
