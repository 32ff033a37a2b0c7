"""`reconcile`: what is shown, what is written, and how it ends."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run, Shell

TAXONOMY = """\
taxonomy: acme
vocabularies: {region: {terms: [EMEA, AMER]}}
channels: {WBN: {label: Webinar, program_type: event_with_webinar, campaign_type: Webinar}}
fields:
  launch: {kind: date, format: "{YYYY}{MM}{DD}", role: start}
  region: {kind: term, vocabulary: region}
  title: {kind: text, characters: A-Za-z0-9, joiner: "-"}
conventions:
  program: {object: program, systems: [marketo, salesforce], forms: ["{launch}_{region}_{title}"]}
"""
A, B, C = "701Hn000000aaaaIAA", "701Hn000000bbbbIAA", "701Hn000000ccccIAA"

CAMPAIGNS = f"""\
Id,Name,Type,IsActive
{A},20260317_EMEA_Robotics,Email,true
{B},20260407_EMEA_Kitchens,Webinar,true
{C},20260408_EMEA_Customer-Storys,Webinar,true
"""

SHOWN = f"""\
matched: 3 of 4 programs and 3 campaigns (2 by id, 1 by the nearest name)
not sure: 1
  marketo program 3 '20260408_EMEA_Customer-Stories' is salesforce campaign {C} \
'20260408_EMEA_Customer-Storys': the nearest name, 93 % alike

different: 4

MT501 program without campaign, 1: Marketo brings neither its members and their statuses nor its period costs into \
Salesforce
  programs.json:1  marketo program 3 '20260408_EMEA_Customer-Stories': warning: it is not linked with a campaign; \
salesforce campaign {C} is its campaign by the nearest name, 93 % alike (likely)
      did you mean {C} (20260408_EMEA_Customer-Storys)?

MT503 names differ, 2: whatever joins the two systems by name does not find the partner
  campaigns.csv:2  salesforce campaign {A} '20260317_EMEA_Robotics': the name differs from that of marketo program 1 \
in `launch`: `20260317` here is `20260324` there
      20260317_EMEA_Robotics
      ^^^^^^^^  did you mean 20260324_EMEA_Robotics?
  campaigns.csv:4  salesforce campaign {C} '20260408_EMEA_Customer-Storys': the name differs from that of marketo \
program 3 in `title`: `Storys` here is `Stories` there (likely)
      20260408_EMEA_Customer-Storys
                             ^^^^^^  did you mean 20260408_EMEA_Customer-Stories?

MT504 type differs, 1: Marketo writes the type of a campaign from the channel of its program, and never the other way
  campaigns.csv:2  salesforce campaign {A} '20260317_EMEA_Robotics': the type is `Email`, and campaigns of `Webinar`, \
the channel of marketo program 1, are `Webinar`
      did you mean Webinar?

orphaned: 1

MT501 program without campaign, 1: Marketo brings neither its members and their statuses nor its period costs into \
Salesforce
  programs.json:1  marketo program 4 '20260501_EMEA_Wheels': warning: no campaign corresponds to it
      expected a campaign of the same name

left to people: 1 change: the match is not sure (1)

"""


def program(number: int, name: str, link: str = "", **others: Any) -> dict[str, Any]:
    """A program as Marketo's interface gives it."""
    linked = {"sfdcId": link, "sfdcName": name} if link else {}
    return {
        "id": number, "name": name, "type": "Event with Webinar", "channel": "Webinar", **linked, **others,
    }  # fmt: skip


def write(path: str, text: str) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def programs(*given: dict[str, Any], path: str = "programs.json") -> None:
    write(path, json.dumps({"success": True, "requestId": "7", "result": given}))


@pytest.fixture(autouse=True)
def files(folder: Path) -> None:
    """A taxonomy, four programs and three campaigns in the current folder."""
    (folder / "taxonomy.yaml").write_text(TAXONOMY, encoding="utf-8")
    programs(
        program(1, "20260324_EMEA_Robotics", A),
        program(2, "20260407_EMEA_Kitchens", B),
        program(3, "20260408_EMEA_Customer-Stories"),
        program(4, "20260501_EMEA_Wheels"),
    )
    write("campaigns.csv", CAMPAIGNS)


def content(path: str) -> str:
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def test_what_differs_is_shown_by_kind(run: Run) -> None:
    """What corresponds, what differs and what stands alone is told; nothing is written that was not asked for."""
    result = run("reconcile", "programs.json", "campaigns.csv")

    assert result.out == SHOWN + "1 record can be put right: --fix-dir writes the files\n"
    assert (result.status, result.err) == (1, "")
    assert sorted(os.listdir()) == [".git", "campaigns.csv", "programs.json", "taxonomy.yaml"]


def test_fix_files(run: Run) -> None:
    """The changes of what is sure are written as the CRM takes them back, with the old values beside them."""
    result = run("reconcile", "programs.json", "campaigns.csv", "--fix-dir", os.path.join("out", "fixes"))
    fix, undo = (os.path.join("out", "fixes", name) for name in ("salesforce.csv", "salesforce.undo.csv"))

    assert result.out == SHOWN + f"{fix}: 1 record; {undo} undoes it\n"
    assert content(fix) == f"Id,Name,Type\n{A},20260324_EMEA_Robotics,Webinar\n"
    assert content(undo) == f"Id,Name,Type\n{A},20260317_EMEA_Robotics,Email\n"
    assert sorted(os.listdir(os.path.join("out", "fixes"))) == ["salesforce.csv", "salesforce.undo.csv"]


def test_fixes_of_both_sides(run: Run) -> None:
    """A name that only the campaign has right goes back to marketing automation, as calls."""
    programs(program(1, "20260324_EMAE_Robotics", A))
    write("campaigns.csv", f"Id,Name,Type\n{A},20260324_EMEA_Robotics,Webinar\n")
    result = run("reconcile", "programs.json", "campaigns.csv", "--fix-dir", "fixes")

    assert sorted(os.listdir("fixes")) == ["marketo.jsonl", "marketo.undo.jsonl"]
    assert "20260324_EMEA_Robotics" in content(os.path.join("fixes", "marketo.jsonl"))
    assert result.out.endswith(
        f"{os.path.join('fixes', 'marketo.jsonl')}: 1 record; "
        f"{os.path.join('fixes', 'marketo.undo.jsonl')} undoes it\n"
    )


def test_frozen_records_are_not_changed(run: Run) -> None:
    """A record that a waiver freezes is told, and not in the files."""
    waiver = "{rules: MT301, names: 20260317_EMEA_Robotics, frozen: true, owner: ana, reason: on the banners}"
    write("taxonomy.yaml", f"{TAXONOMY}waivers: [{waiver}]\n")
    result = run("reconcile", "programs.json", "campaigns.csv", "--fix-dir", "fixes")

    assert result.out.endswith("left to people: 3 changes: frozen by ana (2), the match is not sure (1)\n")
    assert os.listdir("fixes") == []


def test_all_is_well(run: Run) -> None:
    """Where nothing is found, it ends with 0, and a folder for fixes stays empty."""
    programs(program(2, "20260407_EMEA_Kitchens", B))
    write("campaigns.csv", f"Id,Name,Type\n{B},20260407_EMEA_Kitchens,Webinar\n")

    assert run("reconcile", "programs.json", "campaigns.csv", "--fix-dir", "fixes") == (
        0,
        "matched: 1 of 1 program and 1 campaign (1 by id)\n\ndifferent: 0\n\norphaned: 0\n",
        "",
    )
    assert os.listdir("fixes") == []


@pytest.mark.parametrize(
    ("options", "status"),
    [((), 0), (("--fail-on", "warning"), 1), (("--fail-on", "info"), 1), (("--fail-on", "never"), 0)],
)
def test_fail_on(run: Run, options: tuple[str, ...], status: int) -> None:
    """The exit status is 1 from the severity on that was asked for; an orphan is a warning."""
    programs(program(2, "20260407_EMEA_Kitchens", B), program(4, "20260501_EMEA_Wheels"))
    write("campaigns.csv", f"Id,Name,Type\n{B},20260407_EMEA_Kitchens,Webinar\n")

    assert run("reconcile", *options, "programs.json", "campaigns.csv").status == status


def test_json(run: Run) -> None:
    """Programs get everything as one object, and the report may go to a file."""
    result = run(
        "reconcile",
        "--format",
        "json",
        "-o",
        "report.json",
        "--fix-dir",
        "fixes",
        "programs.json",
        "campaigns.csv",
    )
    plain = json.loads(content("report.json"))

    assert (result.status, result.out, result.err) == (1, "", "")
    assert [one["code"] for one in plain["different"]] == ["MT501", "MT503", "MT503", "MT504"]
    assert [one["code"] for one in plain["orphaned"]] == ["MT501"]
    assert len(plain["matched"]) == 3
    assert plain["unread"] == []
    assert plain["written"] == [
        {
            "system": "salesforce",
            "file": os.path.join("fixes", "salesforce.csv"),
            "undo": os.path.join("fixes", "salesforce.undo.csv"),
            "records": 1,
            "refused": [],
        }
    ]


def test_what_cannot_be_read_is_told(run: Run) -> None:
    """A record that cannot be read is told on standard error and counts as a finding; the others are reconciled."""
    programs(program(2, "20260407_EMEA_Kitchens", B), {"id": 9, "type": "Email"})
    write("campaigns.csv", f"Id,Name,Type\n{B},20260407_EMEA_Kitchens,Webinar\n")
    result = run("reconcile", "--from", "marketo", "programs.json", "campaigns.csv")

    assert result.status == 1
    assert result.out.startswith("matched: 1 of 1 program and 1 campaign")
    assert result.err.startswith("programs.json:1: MT350 record 2 ")
    assert len(result.err.splitlines()) == 1


PROBLEMS = {
    "no such file": (("nope.json", "campaigns.csv"), "nope.json: no such file"),
    "no such file of the CRM": (("programs.json", "nope.csv"), "nope.csv: no such file"),
    "no such system": (
        ("--from", "dynamics", "programs.json", "campaigns.csv"),
        '--from: no system "dynamics"; there are account-engagement, eloqua, hubspot, marketo, salesforce',
    ),
    "no day": (
        ("--as-of", "someday", "programs.json", "campaigns.csv"),
        "--as-of: 'someday' is not a day such as 2026-03-24",
    ),
    "the files exchanged": (
        ("--from", "salesforce", "campaigns.csv", "programs.json"),
        "campaigns.csv: no programs in it",
    ),
    "the first file twice": (
        ("programs.json", "programs.json"),
        "programs.json: comes from marketo, not from salesforce; --crm says from which",
    ),
    "a folder": ((".git", "campaigns.csv"), ".git: is a directory, not a file"),
    "no taxonomy": (
        ("-t", "nope.yaml", "programs.json", "campaigns.csv"),
        "nope.yaml: MT901 cannot read the file: no such file or directory",
    ),
}


@pytest.mark.parametrize(("arguments", "message"), PROBLEMS.values(), ids=PROBLEMS)
def test_what_cannot_be_used(run: Run, arguments: tuple[str, ...], message: str) -> None:
    """Files, systems and days that cannot be used end with 2 and one line, and nothing is written."""
    assert run("reconcile", *arguments) == (2, "", message + "\n")


def test_a_file_that_shows_no_system(run: Run) -> None:
    """A file that could come from anywhere is told, with the flag that says where it comes from."""
    write("programs.csv", "Id,Name\n1,20260324_EMEA_Robotics\n")
    result = run("reconcile", "programs.csv", "campaigns.csv")

    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("programs.csv: ")
    assert result.err.endswith("with --from\n")


def test_a_folder_that_cannot_be_made(run: Run) -> None:
    """Where the folder for fixes is a file, that is told, and no report pretends that they were written."""
    result = run("reconcile", "--fix-dir", "programs.json", "programs.json", "campaigns.csv")

    assert result == (2, "", "programs.json: cannot be written: File exists\n")


def test_as_of_chooses_the_revision(run: Run) -> None:
    """The names are read by the revision of the day that was asked for."""
    forms = '["{launch}_{region}_{title}"]'
    dated = (
        '[{name: old, template: "{region}_{launch}_{title}", until: 2025-12-31, replaced_by: new}, '
        '{name: new, template: "{launch}_{region}_{title}", since: 2026-01-01}]'
    )
    write("taxonomy.yaml", TAXONOMY.replace(forms, dated))
    programs(program(1, "EMEA_20250324_Robotics", A))
    write("campaigns.csv", f"Id,Name,Type\n{A},EMEA_20250317_Robotics,Webinar\n")

    old = run("reconcile", "--as-of", "2025-06-01", "programs.json", "campaigns.csv")
    new = run("reconcile", "--as-of", "2026-06-01", "programs.json", "campaigns.csv")

    assert "in `launch`: `20250317` here" in old.out
    assert "marketo program 1: `20250317` here" in new.out


CHANNELS = {
    "success": True,
    "requestId": "8",
    "result": [
        {
            "id": 1,
            "name": "Webinar",
            "applicableProgramType": "event_with_webinar",
            "progressionStatuses": [
                {"name": "Not in Program", "step": 0, "success": False, "type": "Status"},
                {"name": "Registered", "step": 10, "success": False, "type": "Status"},
                {"name": "Attended On-demand", "step": 20, "success": True, "type": "Status"},
            ],
        }
    ],
}
STATUSES = f"""\
Id,CampaignId,Label,SortOrder,IsDefault,HasResponded
01YHn000000aaaaMAA,{B},Registered,1,true,false
01YHn000000bbbbMAA,{B},Attended On-Demand,2,false,true
"""


@pytest.fixture
def one_pair() -> None:
    """A program and its campaign that agree, but for their statuses."""
    programs(program(2, "20260407_EMEA_Kitchens", B))
    write("campaigns.csv", f"Id,Name,Type\n{B},20260407_EMEA_Kitchens,Webinar\n")
    write("my channels.json", json.dumps(CHANNELS))
    write("statuses.csv", STATUSES)


@pytest.mark.usefixtures("one_pair")
def test_statuses_from_further_files(run: Run) -> None:
    """Channels of the one side and member statuses of the other come from files of their own, in any order."""
    exports = ("programs.json", "campaigns.csv")
    result = run("reconcile", *exports, "--with", "statuses.csv", "--with", "my channels.json")

    assert (result.status, result.err) == (1, "")
    assert result.out == (
        "matched: 1 of 1 program and 1 campaign (1 by id)\n"
        "\n"
        "different: 1\n"
        "\n"
        "MT505 member statuses do not match, 1: Marketo and Salesforce exchange a status only where both labels are "
        "equal to the letter: these do not sync\n"
        f"  campaigns.csv:2  salesforce campaign {B} '20260407_EMEA_Kitchens': the member statuses are not those of "
        "`Webinar` as marketo program 2 has them: `Attended On-demand` is spelt `Attended On-Demand` here\n"
        "      expected Registered, Attended On-demand\n"
        "\n"
        "orphaned: 0\n"
    )


@pytest.mark.usefixtures("one_pair")
@pytest.mark.parametrize("further", ["my channels.json", "statuses.csv"])
def test_statuses_of_one_side_only(run: Run, further: str) -> None:
    """What is known of one side only is compared with nothing: the taxonomy declares no statuses here."""
    result = run("reconcile", "programs.json", "campaigns.csv", "--with", further)

    assert result == (
        0,
        "matched: 1 of 1 program and 1 campaign (1 by id)\n\ndifferent: 0\n\norphaned: 0\n",
        "",
    )


@pytest.mark.usefixtures("one_pair")
def test_a_further_page(run: Run) -> None:
    """A further page adds its records; what two pages have in common counts once."""
    programs(program(2, "20260407_EMEA_Kitchens", B), program(4, "20260501_EMEA_Wheels"), path="page 2.json")
    result = run("reconcile", "programs.json", "campaigns.csv", "--with", "page 2.json")

    assert result.status == 0
    assert result.out.startswith("matched: 1 of 2 programs and 1 campaign (1 by id)\n")
    assert "  page 2.json:1  marketo program 4 '20260501_EMEA_Wheels': warning: no campaign" in result.out


NO_EXPORTS = {
    "text": ("Dear all,\nsee you on Monday\n", "no records in it"),
    "nothing": ("", "the file is empty"),
    "a folder": (None, "is a directory, not a file"),
    "another table": ("Colour,Size\nred,4\n", "no records in it"),
}


@pytest.mark.usefixtures("one_pair")
@pytest.mark.parametrize(("text", "message"), NO_EXPORTS.values(), ids=NO_EXPORTS)
def test_a_further_file_that_is_no_export(run: Run, text: str | None, message: str) -> None:
    """A further file that is no export ends with 2 and one line that names it, and nothing is written."""
    if text is None:
        os.mkdir("further.txt")
    else:
        write("further.txt", text)
    result = run("reconcile", "programs.json", "campaigns.csv", "--with", "further.txt", "--fix-dir", "fixes")

    assert result == (2, "", f"further.txt: {message}\n")
    assert not os.path.exists("fixes")


def test_as_a_process(shell: Shell) -> None:
    """The installed command does the same."""
    result = shell("reconcile", "programs.json", "campaigns.csv")

    assert (result.returncode, result.stderr) == (1, b"")
    assert result.stdout.decode().startswith("matched: 3 of 4 programs and 3 campaigns")
