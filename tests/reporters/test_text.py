"""The text format, to the letter."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from mops_taxonomy.finding import Finding, Suggestion
from mops_taxonomy.reporters import CheckedName, LintedTaxonomy, LintSummary, Summary, reporter
from tests.reporters.conftest import EMEA, ambiguous, linted, unknown_key, unknown_term

if TYPE_CHECKING:
    from mops_taxonomy.finding import Severity
    from tests.reporters.conftest import Make

NAME = "20260324_EMAE_WBN_Customer-Stories"


def rendered(*checked: CheckedName, color: bool = False, width: int = 100) -> str:
    """What is written for these names, without the summary."""
    stream = io.StringIO()
    writer = reporter("text", stream, color=color, width=width)
    writer.begin()
    for one in checked:
        writer.name(one)
    return stream.getvalue()


CASES = [
    pytest.param(
        unknown_term((9, 13), EMEA),
        """\
campaigns.csv:14:10  MT102 unknown term in `region`
    20260324_EMAE_WBN_Customer-Stories
             ^^^^  did you mean EMEA (Europe, Middle East and Africa)?
""",
        id="one suggestion",
    ),
    pytest.param(
        unknown_term((9, 13), Suggestion("EMEA"), Suggestion("NA", "NA"), Suggestion("APAC", "Asia")),
        """\
campaigns.csv:14:10  MT102 unknown term in `region`
    20260324_EMAE_WBN_Customer-Stories
             ^^^^  did you mean EMEA, NA or APAC (Asia)?
""",
        id="several suggestions",
    ),
    pytest.param(
        unknown_term((9, 13), severity="warning", consequence="the sync stops"),
        """\
campaigns.csv:14:10  MT102 warning: unknown term in `region`
    20260324_EMAE_WBN_Customer-Stories
             ^^^^  expected a region
    the sync stops
""",
        id="warning with a consequence",
    ),
    pytest.param(
        unknown_term((9, 9), severity="info"),
        """\
campaigns.csv:14:10  MT102 note: unknown term in `region`
    20260324_EMAE_WBN_Customer-Stories
             ^  expected a region
""",
        id="empty span",
    ),
    pytest.param(
        unknown_term((len(NAME), len(NAME))),
        """\
campaigns.csv:14:35  MT102 unknown term in `region`
    20260324_EMAE_WBN_Customer-Stories
                                      ^  expected a region
""",
        id="after the end",
    ),
    pytest.param(
        unknown_term(None),
        """\
campaigns.csv:14  MT102 unknown term in `region`
    20260324_EMAE_WBN_Customer-Stories
    expected a region
""",
        id="no span",
    ),
    pytest.param(
        Finding("MT104", "bad date", span=(0, 8)),
        """\
campaigns.csv:14:1  MT104 bad date
    20260324_EMAE_WBN_Customer-Stories
    ^^^^^^^^
""",
        id="no hint",
    ),
    pytest.param(
        Finding("", "bad"),
        """\
campaigns.csv:14  bad
    20260324_EMAE_WBN_Customer-Stories
""",
        id="nothing but a message",
    ),
    pytest.param(
        Finding("MT601", "bad campaign", text="utm", span=(1, 2)),
        """\
campaigns.csv:14:2  MT601 bad campaign
    utm
     ^
""",
        id="another text",
    ),
    pytest.param(unknown_term((9, 13), severity="off"), "", id="switched off"),
]


@pytest.mark.parametrize(("finding", "expected"), CASES)
def test_finding(make: Make, finding: Finding, expected: str) -> None:
    """A finding is its place and message, the name, marks under the fault, and what would be right."""
    assert rendered(make(NAME, finding)) == expected


def test_several_findings(make: Make) -> None:
    """The name is drawn for each of its findings."""
    assert (
        rendered(make("ab", Finding("MT101", "one", span=(0, 1)), Finding("MT102", "two", span=(1, 2))))
        == """\
campaigns.csv:14:1  MT101 one
    ab
    ^
campaigns.csv:14:2  MT102 two
    ab
     ^
"""
    )


def test_place_in_plain_text(make: Make) -> None:
    """Where the name stands on a line of its own the column is that of the line."""
    first = rendered(make("ab", Finding("MT101", "one", span=(1, 2)), column=5)).splitlines()[0]
    assert first == "campaigns.csv:14:6  MT101 one"


def test_no_finding_no_trace(make: Make) -> None:
    """A name without findings is not written."""
    assert rendered(make("ab")) == ""


@pytest.mark.parametrize(
    ("severity", "number", "word"),
    [("error", "31", ""), ("warning", "33", "warning: "), ("info", "36", "note: ")],
)
def test_color(make: Make, severity: Severity, number: str, word: str) -> None:
    """On a terminal the code and the marks have the colour of the severity."""
    assert rendered(make("ab", Finding("MT101", "one", span=(1, 2), severity=severity)), color=True) == (
        f"campaigns.csv:14:2  \x1b[1;{number}mMT101\x1b[0m {word}one\n    ab\n     \x1b[1;{number}m^\x1b[0m\n"
    )


def test_nothing_written_controls_the_terminal(make: Make) -> None:
    """Control characters in names, files, messages and hints are shown, not sent."""
    finding = Finding(
        "MT101", "no \x1b[2J", span=(0, 1), suggestions=(Suggestion("\u202ex"),), consequence="a\nb"
    )
    checked = make("\x1b[31m", finding)._replace(file="a\x07.csv")
    assert (
        rendered(checked)
        == r"""a\x07.csv:14:1  MT101 no \x1b[2J
    \x1b[31m
    ^^^^  did you mean \u202ex?
    a\nb
"""
    )


def test_long_name(make: Make) -> None:
    """A name wider than the output is cut to what surrounds the fault."""
    assert (
        rendered(make("x" * 40 + "EMAE" + "z" * 80, unknown_term((40, 44))), width=34)
        == """\
campaigns.csv:14:41  MT102 unknown term in `region`
    …xxxxxxxxxxxxEMAEzzzzzzzzzzzz…
                 ^^^^  expected a region
"""
    )


def test_problem() -> None:
    """A problem is a line of its own."""
    stream = io.StringIO()
    reporter("text", stream).problem("campaigns.csv:12: the row\tends")
    assert stream.getvalue() == "campaigns.csv:12: the row\\tends\n"


def summed(names: int, wrong: int, files: int = 1, problems: int = 0) -> str:
    """The summary of so many names, one finding in each that is wrong."""
    stream, summary = io.StringIO(), Summary()
    for number in range(names):
        findings = (unknown_term(None),) if number < wrong else ()
        checked = CheckedName(f"{number % files}.csv", 1, 1, None, "x", findings, valid=number >= wrong)
        summary.add(checked)
    for _ in range(problems):
        summary.add_problem()
    reporter("text", stream).end(summary)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            summed(1204, 24, files=2),
            "\n1,204 names in 2 files: 1,180 valid (98.0 %), 24 not valid\n  MT102  24  unknown term\n",
        ),
        (summed(1, 0), "\n1 name in 1 file: 1 valid (100.0 %), 0 not valid\n"),
        (summed(1, 1), "\n1 name in 1 file: 0 valid (0.0 %), 1 not valid\n  MT102  1  unknown term\n"),
        (
            summed(3000, 1),
            "\n3,000 names in 1 file: 2,999 valid (99.9 %), 1 not valid\n  MT102  1  unknown term\n",
        ),
        (
            summed(3000, 2999),
            "\n3,000 names in 1 file: 1 valid (0.1 %), 2,999 not valid\n  MT102  2,999  unknown term\n",
        ),
        (summed(0, 0), "\n0 names in 0 files\n"),
        (summed(2, 0, problems=1), "\n2 names in 1 file: 2 valid (100.0 %), 0 not valid, 1 problem\n"),
        (summed(0, 0, problems=2), "\n0 names in 0 files, 2 problems\n"),
    ],
)
def test_summary(text: str, expected: str) -> None:
    """Numbers have separators, nouns their number, and only all is 100 and only none is 0 percent."""
    assert text == expected


def test_summary_is_ordered_by_count_then_code(make: Make) -> None:
    """The rules that spoke most stand first, in columns; what is switched off is not counted."""
    stream, summary = io.StringIO(), Summary()
    for number in range(12):
        findings = [Finding("MT104", "x", rule="bad_date")]
        if number < 3:
            findings += [Finding("MT9", "x", rule="long_name"), Finding("MT102", "x", rule="unknown_term")]
        summary.add(make("x", *findings, Finding("MT300", "x", severity="off")))
    summary.add_file("empty.csv")
    reporter("text", stream).end(summary)
    assert (
        stream.getvalue()
        == """
12 names in 2 files: 0 valid (0.0 %), 12 not valid
  MT104  12  bad date
  MT102   3  unknown term
  MT9     3  long name
"""
    )


def judged(*taxonomies: LintedTaxonomy, color: bool = False, width: int = 100) -> str:
    """What is written for these taxonomies, with the summary."""
    stream, summary = io.StringIO(), LintSummary()
    writer = reporter("text", stream, color=color, width=width)
    writer.begin("taxonomies")
    for one in taxonomies:
        summary.add(one)
        writer.taxonomy(one)
    writer.end(summary)
    return stream.getvalue()


TAXONOMIES = [
    pytest.param(
        linted(ambiguous("exclude `-` from `vendor`", "separate them by ` `")),
        """\
taxonomy.yaml:94:15  MT910 a name of `tag` has two readings
    20260324_AWS-Cloud-Day
    way out: exclude `-` from `vendor`
    or: separate them by ` `

1 taxonomy, 4 conventions, 7 forms: 1 error
  MT910  1  ambiguous
""",
        id="a witness and two ways out",
    ),
    pytest.param(
        linted(ambiguous(severity="warning", witness=None, consequence="the vendor is lost")),
        """\
taxonomy.yaml:94:15  MT910 warning: a name of `tag` has two readings
    the vendor is lost

1 taxonomy, 4 conventions, 7 forms: 1 warning
  MT910  1  ambiguous
""",
        id="a consequence and nothing else",
    ),
    pytest.param(
        linted(ambiguous("one", severity="info", witness="x" * 120, consequence="two")),
        f"""\
taxonomy.yaml:94:15  MT910 note: a name of `tag` has two readings
    {"x" * 120}
    way out: one
    two

1 taxonomy, 4 conventions, 7 forms: 1 note
  MT910  1  ambiguous
""",
        id="a witness is never cut",
    ),
    pytest.param(
        linted(ambiguous("a\nb", witness="\x1b[2J"))._replace(file="un\x07used"),
        r"""taxonomy.yaml:94:15  MT910 a name of `tag` has two readings
    \x1b[2J
    way out: a\nb

1 taxonomy, 4 conventions, 7 forms: 1 error
  MT910  1  ambiguous
""",
        id="nothing written controls the terminal",
    ),
    pytest.param(
        linted(Finding("MT901", "cannot read the file"), loaded=False)._replace(file="a\x07.yaml"),
        r"""a\x07.yaml  MT901 cannot read the file

1 taxonomy (1 cannot be used), 0 conventions, 0 forms: 1 error
  MT901  1
""",
        id="no place",
    ),
    pytest.param(
        linted(unknown_key(), loaded=False),
        """\
taxonomy.yaml:3:1  MT902 'feilds' is not a key; did you mean 'fields'?
    feilds:
    ^^^^^^

1 taxonomy (1 cannot be used), 0 conventions, 0 forms: 1 error
  MT902  1  unknown key
""",
        id="a file that cannot be loaded",
    ),
    pytest.param(
        linted(ambiguous(severity="off")),
        "nothing found in taxonomy.yaml: 4 conventions, 7 forms\n",
        id="switched off",
    ),
]


@pytest.mark.parametrize(("taxonomy", "expected"), TAXONOMIES)
def test_taxonomy(taxonomy: LintedTaxonomy, expected: str) -> None:
    """A finding about a taxonomy is its place and message, a name that shows it, the ways out, the consequence."""
    assert judged(taxonomy) == expected


def test_taxonomy_in_color() -> None:
    """The code has the colour of the severity, and so have the marks in a file that cannot be loaded."""
    text = judged(linted(ambiguous(severity="info")), linted(unknown_key(), loaded=False), color=True)
    first, _, second, _, marks, *_ = text.splitlines()
    assert first == "taxonomy.yaml:94:15  \x1b[1;36mMT910\x1b[0m note: a name of `tag` has two readings"
    assert second.startswith("taxonomy.yaml:3:1  \x1b[1;31mMT902\x1b[0m 'feilds'")
    assert marks == "    \x1b[1;31m^^^^^^\x1b[0m"


SEVERAL = linted(ambiguous(), ambiguous(severity="warning"), ambiguous(severity="warning"))


@pytest.mark.parametrize(
    ("taxonomies", "counts"),
    [
        ([linted()], "nothing found in taxonomy.yaml: 4 conventions, 7 forms"),
        ([linted(), linted()], "nothing found in 2 taxonomies: 8 conventions, 14 forms"),
        ([SEVERAL], "1 taxonomy, 4 conventions, 7 forms: 1 error, 2 warnings"),
        (
            [SEVERAL, linted(ambiguous(severity="info"))],
            "2 taxonomies, 8 conventions, 14 forms: 1 error, 2 warnings, 1 note",
        ),
        (
            [linted(unknown_key(), loaded=False), linted()._replace(conventions=1, forms=1)],
            "2 taxonomies (1 cannot be used), 1 convention, 1 form: 1 error",
        ),
    ],
)
def test_lint_summary(taxonomies: list[LintedTaxonomy], counts: str) -> None:
    """The counts say what was looked at, and what was found by severity."""
    summary = LintSummary()
    for one in taxonomies:
        summary.add(one)
    assert str(summary) == counts
