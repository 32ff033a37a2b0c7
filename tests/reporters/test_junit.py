"""JUnit XML: the whole document, and the structure that CI servers read."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from mops_taxonomy.finding import Finding
from tests.reporters.conftest import EMEA, ambiguous, linted, unknown_term
from tests.reporters.written import TAXONOMIES, run, three, written, written_of_taxonomies

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from tests.reporters.conftest import Make

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="mops-taxonomy">\n'
CHILDREN = {
    "testsuites": {"testsuite"},
    "testsuite": {"properties", "testcase"},
    "properties": {"property"},
    "property": set(),
    "testcase": {"failure", "error", "system-out"},
    "failure": set(),
    "error": set(),
    "system-out": set(),
}
"""What may stand where, a part of what the servers take."""

ATTRIBUTES = {
    "testsuites": {"name"},
    "testsuite": {"name", "tests", "failures", "errors"},
    "properties": set(),
    "property": {"name", "value"},
    "testcase": {"classname", "name"},
    "failure": {"type", "message"},
    "error": {"type", "message"},
    "system-out": set(),
}


def read(text: str) -> Element:
    """The suites of a document, whose elements, attributes and counts are those that servers read."""
    assert text.startswith(HEAD)
    assert text.isascii()
    root = ET.fromstring(text)  # noqa: S314  written by this test
    assert root.tag == "testsuites"
    for element in root.iter():
        assert {child.tag for child in element} <= CHILDREN[element.tag]
        assert set(element.keys()) == ATTRIBUTES[element.tag]
    for suite in root:
        for count, tag in (("failures", "failure"), ("errors", "error")):
            assert int(suite.attrib[count]) == len(suite.findall(f"testcase/{tag}"))
        assert int(suite.attrib["tests"]) >= len(suite.findall("testcase"))
        assert suite.find("properties") in {None, suite[0]} if len(suite) else True
    return root


def counts(root: Element) -> list[tuple[str, str, str, str]]:
    """The name of each suite and its tests, failures and errors."""
    return [(s.attrib["name"], s.attrib["tests"], s.attrib["failures"], s.attrib["errors"]) for s in root]


def test_names(make: Make) -> None:
    """A name with findings is a test: errors make it fail, the rest is what it printed."""
    text = written("junit", *three(make), clean=4, problems=("gone.csv: no such file",), notes=("1 is gone",))
    assert text == HEAD + (
        '  <testsuite name="campaigns.csv" tests="2" failures="1" errors="0">\n'
        '    <testcase classname="campaigns.csv" name="X_EMAE">\n'
        '      <failure type="MT102 unknown term" message="unknown term in `region`;'
        ' did you mean EMEA (Europe, Middle East and Africa)?">'
        "campaigns.csv:14:5  MT102 unknown term in `region`\n"
        "    X_EMAE\n"
        "      ^^^^  did you mean EMEA (Europe, Middle East and Africa)?\n"
        "    the sync stops\n"
        "</failure>\n"
        "      <system-out>campaigns.csv:14  MT102 warning: unknown term in `region`\n"
        "    X_EMAE\n"
        "    expected a region\n"
        "</system-out>\n"
        "    </testcase>\n"
        '    <testcase classname="campaigns.csv" name="X_emea">\n'
        "      <system-out>campaigns.csv:14:3  MT102 note: unknown term in `region`\n"
        "    X_emea\n"
        "      ^^^^  expected a region\n"
        "</system-out>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        '  <testsuite name="problems" tests="1" failures="0" errors="1">\n'
        '    <testcase classname="problems" name="gone.csv: no such file">\n'
        '      <error type="problem" message="gone.csv: no such file"></error>\n'
        "    </testcase>\n"
        "  </testsuite>\n"
        '  <testsuite name="names without findings" tests="5" failures="0" errors="0">\n'
        "    <properties>\n"
        '      <property name="note" value="1 is gone"/>\n'
        "    </properties>\n"
        '    <testcase classname="names without findings" name="names without findings">\n'
        "      <system-out>7 names in 1 file: 6 valid (85.7 %), 1 not valid, 1 problem\n"
        "1 is gone\n"
        "</system-out>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n"
    )
    assert counts(read(text)) == [
        ("campaigns.csv", "2", "1", "0"),
        ("problems", "1", "0", "1"),
        ("names without findings", "5", "0", "0"),
    ]


def test_several_errors_are_one_failure(make: Make) -> None:
    """A test fails once: with the first error, and all of them in the text."""
    one = make("X_EMAE", unknown_term((2, 6), EMEA), Finding("MT101", "bad"), column=1)
    (failure,) = read(written("junit", one)).iter("failure")
    assert failure.attrib["type"] == "MT102 unknown term"
    assert failure.text == (
        "campaigns.csv:14:3  MT102 unknown term in `region`\n"
        "    X_EMAE\n"
        "      ^^^^  did you mean EMEA (Europe, Middle East and Africa)?\n"
        "campaigns.csv:14  MT101 bad\n"
        "    X_EMAE\n"
    )


def test_a_file_is_a_suite(make: Make) -> None:
    """The names of a file stand together, in the order of the files."""
    one = make("X", unknown_term(None))
    root = read(written("junit", one, one, one._replace(file="b.csv"), clean=7))
    assert counts(root) == [
        ("campaigns.csv", "2", "2", "0"),
        ("b.csv", "1", "1", "0"),
        ("names without findings", "7", "0", "0"),
    ]


def test_nothing(make: Make) -> None:
    """Names without findings are one test that passes; without them and the summary there is no suite."""
    assert counts(read(written("junit", clean=1_000_000))) == [
        ("names without findings", "1000000", "0", "0")
    ]
    assert written("junit") == HEAD + "</testsuites>\n"
    assert written("junit", clean=7, summary=False) == HEAD + "</testsuites>\n"
    assert counts(read(written("junit", make("X", unknown_term(None))))) == [("campaigns.csv", "1", "1", "0")]


def test_taxonomies() -> None:
    """A finding about a taxonomy is a test; a clean one passes one, and one that cannot be loaded has errors."""
    text = written_of_taxonomies("junit", *TAXONOMIES)
    assert text == HEAD + (
        '  <testsuite name="taxonomy.yaml" tests="1" failures="1" errors="0">\n'
        '    <testcase classname="taxonomy.yaml" name="MT910 a name of `tag` has two readings">\n'
        '      <failure type="MT910 ambiguous" message="a name of `tag` has two readings">'
        "taxonomy.yaml:94:15  MT910 a name of `tag` has two readings\n"
        "    20260324_AWS-Cloud-Day\n"
        "    way out: exclude `-` from `vendor`\n"
        "    or: separate them\n"
        "    half of it is lost\n"
        "</failure>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        '  <testsuite name="taxonomy.yaml" tests="1" failures="0" errors="0">\n'
        '    <testcase classname="taxonomy.yaml" name="MT910 a name of `tag` has two readings">\n'
        "      <system-out>taxonomy.yaml:94:15  MT910 warning: a name of `tag` has two readings\n"
        "</system-out>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        '  <testsuite name="taxonomy.yaml" tests="1" failures="0" errors="0">\n'
        '    <testcase classname="taxonomy.yaml" name="nothing found"/>\n'
        "  </testsuite>\n"
        '  <testsuite name="taxonomy.yaml" tests="2" failures="0" errors="2">\n'
        '    <testcase classname="taxonomy.yaml"'
        " name=\"MT902 'feilds' is not a key; did you mean 'fields'?\">\n"
        "      <error type=\"MT902 unknown key\" message=\"'feilds' is not a key; did you mean 'fields'?\">"
        "taxonomy.yaml:3:1  MT902 'feilds' is not a key; did you mean 'fields'?\n"
        "    feilds:\n"
        "    ^^^^^^\n"
        "</error>\n"
        "    </testcase>\n"
        '    <testcase classname="taxonomy.yaml" name="MT901 bad">\n'
        '      <error type="MT901" message="bad">taxonomy.yaml  MT901 bad\n'
        "</error>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n"
    )
    assert len(read(text)) == 4


HARD = [
    ("a\nb\r\t\x00\x0b\x1b", r"a\nb\r\t\x00\x0b\x1b"),
    ("a\"b'c<d>&amp;]]>", "a\"b'c<d>&amp;]]>"),
    ("<![CDATA[x]]>", "<![CDATA[x]]>"),
    ("50%::x", "50%::x"),
    ("a\ud800\ufffe\uffff\u2028", r"a\ud800\ufffe\uffff\u2028"),
    ("Größe 😀", "Größe 😀"),
    ("  a  ", "  a  "),
    ("", "(empty)"),
]


@pytest.mark.parametrize(("name", "shown"), HARD)
def test_names_come_back(make: Make, name: str, shown: str) -> None:
    """Every name can be written and read; what XML forbids is escaped in a way that can be seen."""
    root = read(
        written("junit", make(name, Finding("MT101", "bad " + name, rule=name or "x"))._replace(file=name))
    )
    (suite,), (case,), (failure,) = root, root.iter("testcase"), root.iter("failure")
    assert case.attrib == {"classname": suite.attrib["name"], "name": shown}
    inside = "" if name == "" else shown
    assert (suite.attrib["name"], failure.attrib["message"]) == (inside, f"bad {inside}")
    assert f"MT101 bad {inside}\n" in str(failure.text)


@pytest.mark.parametrize(("text", "shown"), HARD[:-1])
def test_problems_and_taxonomies_come_back(text: str, shown: str) -> None:
    """The same holds for problems, witnesses and ways out."""
    (error,) = read(written("junit", problems=(text,))).iter("error")
    assert error.attrib["message"] == shown
    (failure,) = read(written_of_taxonomies("junit", linted(ambiguous(text, witness=text)))).iter("failure")
    assert str(failure.text).splitlines()[1:] == [f"    {shown}", f"    way out: {shown}"]


def test_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`check` writes a suite for each file with findings, one for the problems and one for the rest."""
    (tmp_path / "my names.csv").write_text("Id,Name\n1,20260324_EMEA\n2,20260324_EMAE\n", encoding="utf-8")
    (tmp_path / "a.names").write_text("20260324_emea\n", encoding="utf-8")
    arguments = ("check", "--format", "junit", "my names.csv", "a.names", "gone.csv")
    status, text = run(*arguments, folder=tmp_path, patch=monkeypatch)
    root = read(text)
    assert status == 2
    assert counts(root) == [
        ("my names.csv", "1", "1", "0"),
        ("a.names", "1", "0", "0"),
        ("problems", "1", "0", "1"),
        ("names without findings", "1", "0", "0"),
    ]
    assert [case.attrib["name"] for case in root.iter("testcase")] == [
        "20260324_EMAE",
        "20260324_emea",
        "gone.csv: no such file",
        "names without findings",
    ]


def test_lint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`lint` writes a suite for each taxonomy."""
    arguments = ("lint", "--format", "junit", "taxonomy.yaml", "misspelt.yaml")
    status, text = run(*arguments, folder=tmp_path, patch=monkeypatch)
    assert status == 2
    assert counts(read(text)) == [("taxonomy.yaml", "1", "1", "0"), ("misspelt.yaml", "1", "0", "1")]
