"""What is not reported, and what else there is to know at the end, in the formats for CI servers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mops_taxonomy.cli import main
from tests.reporters.test_junit import HEAD
from tests.reporters.test_junit import read as read_junit
from tests.reporters.test_sarif import read as read_sarif
from tests.reporters.written import TAXONOMY

WAIVERS = """\
waivers:
  - {rules: MT102, names: [20200101_WAIVED], owner: ana, reason: booked so, until: 2099-12-31}
  - {rules: MT1, pattern: "2020*", owner: eve, reason: all are}
  - {rules: MT1, names: [Later], owner: eve, reason: to come}
  - {rules: MT102, names: [20200101_WAIVED], owner: old, reason: it was, until: 2020-12-31}
"""
"""One that waives, one that would as well and waives another name, one that is not used, one that has ended."""

NAMES = """\
20260324_EMEA
20200101_WAIVED
20200101_W2
20260324_KNOWN
20260324_APAC # mops-taxonomy: ignore MT102
"""

RECORDED = """\
{"format": "mops-taxonomy baseline 1", "findings": [
{"convention": "program", "name": "20260324_GONE", "code": "MT102", "field": "region", "count": 2},
{"convention": "program", "name": "20260324_KNOWN", "code": "MT102", "field": "region", "count": 1}
]}
"""

NOT_REPORTED = "not reported: 1 ignored, 1 recorded, 2 waived"
GONE = (
    "2 of the recorded findings are gone from these inputs: MT102 of `20260324_GONE`; "
    "given all inputs, mops-taxonomy baseline records anew"
)
UNUSED = "1 waiver was not used: MT1 for `Later` (eve)"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a taxonomy, names and a baseline."""
    monkeypatch.setenv("MOPS_TAXONOMY_CACHE", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / "taxonomy.yaml").write_text(TAXONOMY + WAIVERS, encoding="utf-8")
    (tmp_path / "a.names").write_text(NAMES, encoding="utf-8")
    (tmp_path / ".mops-baseline.json").write_text(RECORDED, encoding="utf-8")
    return tmp_path


def report(*arguments: str) -> str:
    """The report of a check that finds nothing to report."""
    assert main(["check", "a.names", "--output", "report", *arguments]) == 0
    return Path("report").read_text(encoding="utf-8")


def waived(line: int, end: int, name: str, why: str) -> dict[str, Any]:
    """A suppressed result of SARIF."""
    region = {"startLine": line, "startColumn": 10, "endLine": line, "endColumn": end}
    return {
        "ruleId": "MT102",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": f"unknown term in `region`; expected one of EMEA or AMER\n{name}"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": "a.names"}, "region": region}}],
        "suppressions": [{"kind": "external", "status": "accepted", "justification": why}],
    }


def test_sarif() -> None:
    """What is waived is a suppressed result with the reason; the rest are notifications."""
    run = read_sarif(report("--format", "sarif"))
    assert {len(result.pop("partialFingerprints")) for result in run["results"]} == {1}
    assert run["results"] == [
        waived(2, 16, "20200101_WAIVED", "booked so (ana, until 2099-12-31)"),
        waived(3, 12, "20200101_W2", "all are (eve)"),
    ]
    assert run["invocations"] == [
        {
            "executionSuccessful": True,
            "toolExecutionNotifications": [
                {"level": "note", "message": {"text": text}} for text in (NOT_REPORTED, GONE, UNUSED)
            ],
        }
    ]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["MT102"]


def test_sarif_of_what_is_reported_alone() -> None:
    """Without a summary there is no suppressed result either."""
    run = read_sarif(report("--format", "sarif", "--no-summary"))
    assert (run["results"], run["invocations"]) == ([], [{"executionSuccessful": True}])


def test_a_waived_finding_has_the_fingerprint_of_a_reported_one() -> None:
    """So that it is known again when the waiver has ended."""
    suppressed = read_sarif(report("--format", "sarif", "--ignore", "MT2"))["results"][0]
    Path("taxonomy.yaml").write_text(TAXONOMY, encoding="utf-8")
    assert main(["check", "a.names", "--output", "report", "--format", "sarif"]) == 1
    reported = read_sarif(Path("report").read_text(encoding="utf-8"))["results"][0]
    assert reported["partialFingerprints"] == suppressed["partialFingerprints"]


def test_a_reported_and_a_waived_finding_of_one_name() -> None:
    """Both are results of their lines, the waived one after the reported one."""
    Path("taxonomy.yaml").write_text(
        TAXONOMY + "waivers:\n  - {rules: MT104, names: [20260230_EMAE], owner: ana, reason: they asked}\n",
        encoding="utf-8",
    )
    Path("a.names").write_text("20260230_EMAE\n", encoding="utf-8")
    assert main(["check", "a.names", "--output", "report", "--format", "sarif"]) == 1
    found = read_sarif(Path("report").read_text(encoding="utf-8"))["results"]
    assert [(result["ruleId"], "suppressions" in result) for result in found] == [
        ("MT102", False),
        ("MT104", True),
    ]


def test_github() -> None:
    """Each is a notice without a place."""
    assert report("--format", "github") == f"::notice::{NOT_REPORTED}\n::notice::{GONE}\n::notice::{UNUSED}\n"
    assert report("--format", "github", "--no-summary") == ""


JUNIT = f"""\
{HEAD}\
  <testsuite name="names without findings" tests="5" failures="0" errors="0">
    <properties>
      <property name="ignored" value="1"/>
      <property name="recorded" value="1"/>
      <property name="waived" value="2"/>
      <property name="gone" value="2"/>
      <property name="note" value="{GONE}"/>
      <property name="note" value="{UNUSED}"/>
    </properties>
    <testcase classname="names without findings" name="names without findings">
      <system-out>5 names in 1 file: 1 valid (20.0 %), 4 not valid; {NOT_REPORTED}
{GONE}
{UNUSED}
</system-out>
    </testcase>
  </testsuite>
</testsuites>
"""


def test_junit() -> None:
    """The counts and the notes are properties of the last suite."""
    text = report("--format", "junit")
    assert text == JUNIT
    assert len(read_junit(text)) == 1
    assert report("--format", "junit", "--no-summary") == f"{HEAD}</testsuites>\n"


def test_junit_where_every_name_has_findings() -> None:
    """The last suite is there for its properties, without a test."""
    Path("taxonomy.yaml").write_text(TAXONOMY, encoding="utf-8")
    Path("a.names").write_text("20260324_APAC\n20260324_KNOWN\n", encoding="utf-8")
    assert main(["check", "a.names", "--output", "report", "--format", "junit"]) == 1
    text = Path("report").read_text(encoding="utf-8")
    assert [suite.attrib["name"] for suite in read_junit(text)] == ["a.names", "names without findings"]
    Path("a.names").write_text("20260324_APAC\n", encoding="utf-8")
    assert main(["check", "a.names", "--output", "report", "--format", "junit"]) == 1
    gone = GONE.replace("2 of the", "3 of the").replace("GONE`", "GONE`, MT102 of `20260324_KNOWN`")
    text = Path("report").read_text(encoding="utf-8")
    assert text[text.index('  <testsuite name="names') :] == (
        '  <testsuite name="names without findings" tests="0" failures="0" errors="0">\n'
        "    <properties>\n"
        '      <property name="gone" value="3"/>\n'
        f'      <property name="note" value="{gone}"/>\n'
        "    </properties>\n"
        "  </testsuite>\n"
        "</testsuites>\n"
    )
    assert len(read_junit(text)) == 2
