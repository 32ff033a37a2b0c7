"""`mops-taxonomy baseline`, and `check` against what it recorded."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import SECOND, TAXONOMY

if TYPE_CHECKING:
    from tests.cli.conftest import Run

GOOD = "20260324_EMEA_Stories"
BAD = "20260324_EMAE_Stories"
WORSE = "20260324_APJ_Stories"
NEW = "20260324_AMRE_Stories"

BASELINE = """\
{"format": "mops-taxonomy baseline 1", "findings": [
{"convention": "program", "name": "20260324_APJ_Stories", "code": "MT203", "field": "region", "count": 1},
{"convention": "program", "name": "20260324_EMAE_Stories", "code": "MT102", "field": "region", "count": 2}
]}
"""

FOUND_NEW = f"""\
a.list:1:10  MT102 unknown term in `region`
    {NEW}
             ^^^^  did you mean AMER (Americas)?
"""


def write(*names: str, to: str = "a.list") -> None:
    """Write a list of names."""
    Path(to).write_text("".join(f"{name}\n" for name in names), encoding="utf-8")


def test_record_and_check(run: Run, folder: Path) -> None:
    """What is recorded is not reported again, wherever it stands; what is new is."""
    write(GOOD, BAD, WORSE)
    write(BAD, to="b.list")
    assert run("baseline", "a.list", "b.list") == (
        0,
        "Recorded 3 findings on 2 names in .mops-baseline.json.\n",
        "",
    )
    assert (folder / ".mops-baseline.json").read_text(encoding="utf-8") == BASELINE
    assert run("check", "a.list", "b.list") == (
        0,
        "\n4 names in 2 files: 1 valid (25.0 %), 3 not valid; not reported: 3 recorded\n",
        "",
    )
    write(NEW, WORSE, BAD, BAD)
    assert run("check", "a.list") == (
        1,
        FOUND_NEW
        + "\n4 names in 1 file: 0 valid (0.0 %), 4 not valid; not reported: 3 recorded\n"
        + "  MT102  1  unknown term\n",
        "",
    )


def test_once_more_than_recorded(run: Run) -> None:
    """A finding that is met once more than it was recorded is new that once."""
    write(BAD)
    run("baseline", "a.list")
    write(BAD, BAD)
    status, out, _ = run("check", "a.list", "--no-summary")
    assert (status, out.count("MT102")) == (1, 1)
    assert out.startswith("a.list:2:10  MT102")


def test_gone(run: Run) -> None:
    """What is recorded and not met is told, with the command that records anew; it does not fail."""
    write(GOOD, BAD, WORSE, BAD, NEW, "20260324_EMA_x")
    run("baseline", "a.list")
    write(GOOD, BAD)
    assert run("check", "a.list") == (
        0,
        (
            "\n2 names in 1 file: 1 valid (50.0 %), 1 not valid; not reported: 1 recorded\n"
            "note: 4 of the recorded findings are gone from these inputs: MT102 of `20260324_AMRE_Stories`, "
            "MT203 of `20260324_APJ_Stories`, MT102 of `20260324_EMAE_Stories` and 1 more; "
            "given all inputs, mops-taxonomy baseline records anew\n"
        ),
        "",
    )
    assert run("check", "a.list", "--no-summary") == (0, "", "")


def test_gone_for_programs(run: Run) -> None:
    """Programs are told each recorded finding that is gone, and how often it was recorded."""
    write(BAD, BAD)
    run("baseline", "a.list")
    write(GOOD)
    summary = json.loads(run("check", "a.list", "--format", "json").out)["summary"]
    entry = {"convention": "program", "name": BAD, "code": "MT102", "field": "region", "count": 2}
    assert summary["gone"] == [entry]
    assert "recorded" not in summary


def test_gone_is_not_told_where_something_was_not_read(run: Run) -> None:
    """As long as not all inputs could be read, nobody knows what is gone."""
    write(BAD)
    run("baseline", "a.list")
    write(GOOD)
    assert "gone from" not in run("check", "a.list", "missing.list").out
    assert "gone from" in run("check", "a.list").out


def test_recorded_anew(run: Run, folder: Path) -> None:
    """Recording again records everything anew, and is the same for the same names."""
    write(BAD, BAD, WORSE)
    run("baseline", "a.list")
    run("baseline", "a.list")
    assert (folder / ".mops-baseline.json").read_text(encoding="utf-8") == BASELINE
    write(GOOD)
    assert run("baseline", "a.list").out == "Recorded no findings in .mops-baseline.json.\n"
    assert run("check", "a.list").out == "\n1 name in 1 file: 1 valid (100.0 %), 0 not valid\n"


def test_no_baseline(run: Run) -> None:
    """`--no-baseline` reports all, whatever else is said."""
    write(BAD)
    run("baseline", "a.list")
    assert run("check", "a.list", "--no-baseline").status == 1
    assert run("check", "a.list", "--baseline", ".mops-baseline.json", "--no-baseline").status == 1


def test_baseline_elsewhere(run: Run) -> None:
    """A baseline with another name counts where it is named."""
    write(BAD)
    assert run("baseline", "a.list", "-o", "legacy.json").out == (
        "Recorded 1 finding on 1 name in legacy.json.\n"
    )
    assert run("check", "a.list").status == 1
    assert run("check", "a.list", "--baseline", "legacy.json").status == 0


def test_beside_the_taxonomy(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The baseline is in the folder of the taxonomy, wherever the names and the user are."""
    (folder / "exports").mkdir()
    write(BAD, to="exports/a.list")
    assert run("baseline", "exports/a.list").status == 0
    assert (folder / ".mops-baseline.json").exists()
    assert run("check", "exports/a.list").status == 0
    monkeypatch.chdir(folder / "exports")
    assert run("check", "a.list").status == 0
    assert run("baseline", "a.list").out == "Recorded 1 finding on 1 name in ../.mops-baseline.json.\n"


def test_by_convention(run: Run, folder: Path) -> None:
    """A name is recorded for its convention: in another, its findings are new."""
    (folder / "taxonomy.yaml").write_text(TAXONOMY + SECOND, encoding="utf-8")
    write("?")
    codes = [
        run("check", "a.list", "-c", one, "--format", "csv").out.count("MT101") for one in ("program", "mail")
    ]
    assert codes == [1, 1]
    run("baseline", "a.list", "-c", "program")
    assert run("check", "a.list", "-c", "program").status == 0
    assert run("check", "a.list", "-c", "mail").status == 1


def test_select_and_ignore(run: Run, folder: Path) -> None:
    """Only the codes asked for are recorded, and those not asked for later are not gone."""
    write(BAD, WORSE)
    run("baseline", "a.list", "--select", "MT2")
    assert (folder / ".mops-baseline.json").read_text(encoding="utf-8").count("MT") == 1
    assert run("check", "a.list", "--ignore", "MT203,MT102") == (
        0,
        "\n2 names in 1 file: 0 valid (0.0 %), 2 not valid\n",
        "",
    )


def test_what_is_waived_or_ignored_is_not_recorded(run: Run, folder: Path) -> None:
    """The baseline holds what would be reported."""
    waiver = f"waivers: [{{rules: MT203, names: {WORSE}, owner: ops, reason: they asked}}]\n"
    (folder / "taxonomy.yaml").write_text(TAXONOMY + waiver, encoding="utf-8")
    write(WORSE, f"{BAD} # mops-taxonomy: ignore MT102")
    assert run("baseline", "a.list").out == "Recorded no findings in .mops-baseline.json.\n"


def test_problems(run: Run, folder: Path) -> None:
    """Where an input cannot be used nothing is recorded: its findings would be taken for new ones."""
    write(BAD)
    assert run("baseline", "a.list", "gone.list") == (
        2,
        "",
        "gone.list: no such file\nnothing was recorded, because not every input could be used\n",
    )
    assert not (folder / ".mops-baseline.json").exists()
    assert run("baseline", "a.list", "-o", "gone/b.json") == (
        2,
        "",
        "gone/b.json: cannot be written: No such file or directory\n",
    )


def test_several_taxonomies(run: Run, folder: Path) -> None:
    """Where the inputs have several taxonomies, the file must be named."""
    (folder / "more").mkdir()
    (folder / "more" / "taxonomy.yaml").write_text(TAXONOMY, encoding="utf-8")
    write(BAD)
    write(WORSE, to="more/b.list")
    assert run("baseline", "a.list", "more/b.list") == (
        2,
        "",
        (
            "the inputs have several taxonomies: taxonomy.yaml, more/taxonomy.yaml; "
            "record them one after the other, or in one file with --output\n"
        ),
    )
    assert run("baseline", "a.list", "more/b.list", "-o", "all.json").status == 0
    assert run("check", "a.list", "more/b.list", "--baseline", "all.json").status == 0


UNUSABLE = [
    (b"", ".mops-baseline.json: line 1: not JSON: Expecting value; "),
    (b"{}", ".mops-baseline.json: not a baseline of mops-taxonomy; "),
    (b"\xff\xfe\x00", ".mops-baseline.json: not a baseline of mops-taxonomy; "),
    (BASELINE.replace('"count": 2', '"count": -2').encode(), ".mops-baseline.json: finding 2 is damaged; "),
]


@pytest.mark.parametrize(("content", "message"), UNUSABLE, ids=["empty", "foreign", "binary", "damaged"])
def test_unusable(run: Run, folder: Path, content: bytes, message: str) -> None:
    """A baseline that is damaged or something else is a problem, told once."""
    (folder / ".mops-baseline.json").write_bytes(content)
    write(GOOD)
    write(GOOD, to="b.list")
    assert run("check", "a.list", "b.list", "--no-summary") == (
        2,
        "",
        f"{message}record it anew with: mops-taxonomy baseline\n",
    )


def test_baseline_that_is_not_there(run: Run) -> None:
    """A baseline that is named must be there."""
    write(GOOD)
    assert run("check", "a.list", "--baseline", "gone.json", "--no-summary") == (
        2,
        "",
        "gone.json: cannot be read: No such file or directory\n",
    )


def test_byte_order_mark_and_line_ends(run: Run, folder: Path) -> None:
    """A baseline that an editor of Windows has saved is read."""
    saved = "\ufeff" + BASELINE.replace("\n", "\r\n")
    (folder / ".mops-baseline.json").write_bytes(saved.encode())
    write(BAD, BAD, WORSE)
    assert run("check", "a.list", "--no-summary") == (0, "", "")


def test_odd_names(run: Run, folder: Path) -> None:
    """Names with quotes, emoji and halves of surrogate pairs are recorded and known again."""
    names = ['"a', "\\", "🎉_b", "\ud800", "Größe"]
    (folder / "a.json").write_text(json.dumps(names), encoding="utf-8")
    assert run("baseline", "a.json").status == 0
    assert "🎉" in (folder / ".mops-baseline.json").read_text(encoding="utf-8")
    assert run("check", "a.json", "--no-summary") == (0, "", "")


def test_nothing_to_record(run: Run) -> None:
    """On a terminal, without files, it asks for them."""
    assert run("baseline", terminal=True) == (
        2,
        "",
        "which files? Name them, or pipe names into mops-taxonomy baseline\n",
    )
