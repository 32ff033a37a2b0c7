"""`mops-taxonomy check --from`: whole records out of the exports of systems."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

TAXONOMY = """\
taxonomy: acme
channels:
  WBN: {label: Webinar, program_type: event_with_webinar, campaign_type: Webinar}
fields:
  launch: {kind: date, format: "{YYYY}{MM}{DD}", role: start}
  channel: {kind: term, vocabulary: channels}
  title: {kind: text, characters: A-Za-z0-9, joiner: "-"}
conventions:
  program:
    object: program
    forms: ["{launch}_{channel}_{title}"]
waivers:
  - {rules: MT301, names: [20260324_WBN_Moved], owner: campaign-ops, reason: frozen until the webinar is over}
sources:
  - {files: "marketo*.json", convention: program, from: marketo}
"""


def program(number: int, name: str, **more: Any) -> dict[str, Any]:
    """A program as Marketo gives it."""
    return {
        "id": number, "name": name, "createdAt": "2026-02-01T10:00:00Z+0000", "type": "Event with Webinar",
        "channel": "Webinar", "startDate": "2026-03-24T09:00:00Z+0000", **more,
    }  # fmt: skip


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """A folder with a taxonomy and an export of Marketo."""
    (tmp_path / "taxonomy.yaml").write_text(TAXONOMY, encoding="utf-8")
    programs = [
        program(1, "20260324_WBN_Customer-Stories"),
        program(2, "20260324_WBN_Moved", startDate="2026-04-02T09:00:00Z+0000"),
        program(3, "20260324_WBM_Typo"),
        {"id": 4},
    ]
    path = tmp_path / "marketo programs.json"
    path.write_text(json.dumps({"success": True, "result": programs}, indent=1), encoding="utf-8")
    return path


def test_records_are_read_and_judged(export: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names and records are judged, what a waiver excuses is counted, and nothing is lost."""
    monkeypatch.chdir(export.parent)

    status, out, err = run("check", "--from", "marketo", export.name)

    assert (status, err) == (1, "")
    assert (
        out
        == """\
marketo programs.json:28  MT350 record 4 (result[3]) has no name
    it is left out of everything that is checked
marketo programs.json:20:10  MT102 unknown term in `channel`
    20260324_WBM_Typo
             ^^^  did you mean WBN (Webinar)?

4 names in 1 file: 1 valid (25.0 %), 3 not valid; not reported: 1 waived
  MT102  1  unknown term
  MT350  1  unreadable record
"""
    )


def test_a_source_says_that_a_file_is_an_export(
    export: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`from` of a source is as good as --from."""
    monkeypatch.chdir(export.parent)

    assert run("check", export.name) == run("check", "--from", "marketo", export.name)


def test_names_without_a_convention_are_told(export: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no convention is tied to the records, their names are not checked, and the user is told the way out."""
    monkeypatch.chdir(export.parent)
    untied = TAXONOMY.replace("    object: program\n", "").partition("sources:")[0]
    (export.parent / "taxonomy.yaml").write_text(untied, encoding="utf-8")

    status, out, err = run("check", "--from", "marketo", export.name, "--select", "MT1")

    assert status == 0
    assert "MT102" not in out
    assert err == (
        "note: the names of 3 programs were not checked: no convention has `object: program`; write it into the "
        "taxonomy, or name the convention with --convention\n"
    )
    status, out, err = run("check", "--from", "marketo", "-c", "program", export.name, "--select", "MT1")
    assert (status, err) == (1, "")
    assert "MT102" in out


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", (2, "", "answer.json: the file is empty\n")),
        ("{", (2, "", "answer.json: cut off: the source ends inside it, at line 1\n")),
        (
            '{"success": false, "errors": [{"code": "601", "message": "Access token invalid"}]}',
            (
                1,
                (
                    "answer.json:1  MT352 Marketo answered with error 601: Access token invalid\n"
                    "    expected a new access token: this one is not valid, or has run out\n"
                    "    what was asked for is missing here, or was not changed there\n"
                ),
                "",
            ),
        ),
        (
            '{"success": true, "result": [{"tagType": "Region", "applicableProgramTypes": "[event]"}]}',
            (0, "", "note: 1 record of another kind (tag types, tokens) not checked\n"),
        ),
    ],
)
def test_what_holds_no_program_is_told(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, content: str, told: tuple[int, str, str]
) -> None:
    """A file that is empty, cut, or holds an error or no record that is checked, is told in words."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "taxonomy.yaml").write_text(TAXONOMY, encoding="utf-8")
    (tmp_path / "answer.json").write_text(content, encoding="utf-8")

    assert run("check", "--from", "marketo", "answer.json", "--no-summary") == told


def test_a_day_that_is_none(export: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The day to judge by is refused in words."""
    monkeypatch.chdir(export.parent)

    status, out, err = run("check", "--from", "marketo", export.name, "--as-of", "spring", "--no-summary")

    assert (status, out) == (2, "")
    assert err == "--as-of: 'spring' is not a day such as 2026-03-24\n"


def test_an_unknown_system(export: Path, run: Run) -> None:
    """The systems there are, are told."""
    status, _, err = run("check", "--from", "silverpop", str(export))

    assert status == 2
    assert "'account-engagement', 'eloqua', 'hubspot', 'marketo', 'salesforce'" in err
