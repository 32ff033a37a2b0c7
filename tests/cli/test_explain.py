"""`explain`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mops_taxonomy.cli._export_errors import EXPORT_ERRORS
from mops_taxonomy.cli._file_errors import FILE_ERRORS
from mops_taxonomy.governance import all_rules as rules_about_records
from mops_taxonomy.lint import all_rules as rules_about_taxonomies
from mops_taxonomy.model.complaints import _RULES
from mops_taxonomy.rules import all_rules as rules_about_names

if TYPE_CHECKING:
    from tests.cli.conftest import Run


@pytest.mark.parametrize("code", ["MT104", "mt104", " MT104 "])
def test_rule(run: Run, code: str) -> None:
    """A rule is explained with why, wrong, right and what to do, in whatever case it is asked for."""
    status, out, err = run("explain", code)
    assert (status, err) == (0, "")
    assert out == (
        "MT104: bad date (an error, unless the taxonomy says otherwise)\n"
        "\n"
        "Start dates, fiscal quarters and spend periods are taken from the date in the name. A\n"
        "day that does not exist, or that stands outside the range that the taxonomy allows,\n"
        "gives no date or the wrong one.\n"
        "\n"
        "  wrong  20260230_EMEA_WBN_Customer-Stories\n"
        "  right  20260324_EMEA_WBN_Customer-Stories\n"
        "\n"
        "What to do: Write the day, week, month or quarter that was meant, in the format of the\n"
        "field.\n"
    )


def test_rule_about_taxonomies(run: Run) -> None:
    """A rule about taxonomies shows lines of one, under each other."""
    status, out, err = run("explain", "MT930")
    assert (status, err) == (0, "")
    assert out == (
        "MT930: lookalike codes (a warning, unless the taxonomy says otherwise)\n"
        "\n"
        "People copy codes by eye, from a slide or a screen. Where two codes of one list look\n"
        "alike, both are valid, so nothing catches the wrong one, and reports split what belongs\n"
        "together.\n"
        "\n"
        "  wrong  vocabularies:\n"
        "           wave:\n"
        "             terms: [W1, W01, Web, WEB]\n"
        "  right  vocabularies:\n"
        "           wave:\n"
        "             terms: [W01, W02, Web, Social]\n"
        "\n"
        "What to do: Keep one code of each set. List the other as an alias, or give it a code\n"
        "that looks different.\n"
    )


def test_every_code_is_explained(run: Run) -> None:
    """`explain` lists every code in order, and explains each."""
    listed = [line.split("  ")[0] for line in run("explain").out.splitlines()]
    about_names = [rule.code for rule in rules_about_names()]
    about_taxonomies = [rule.code for rule in rules_about_taxonomies().values()]
    about_records = [rule.code for rule in rules_about_records().values()]
    assert listed == sorted([*about_names, *about_records, *about_taxonomies, *FILE_ERRORS, *EXPORT_ERRORS])
    for code in listed:
        status, out, _ = run("explain", code)
        assert status == 0
        assert out.startswith(f"{code}: ")


def test_every_error_of_the_file_is_explained() -> None:
    """The codes that loading a taxonomy reports are those explained here."""
    assert FILE_ERRORS.keys() == _RULES.keys()


UNKNOWN = [
    (
        "MT199",
        (
            'there is no code "MT199"; did you mean MT201 (alias used), MT202 (accepted alias), '
            "MT203 (term retired)?\n"
        ),
    ),
    ("key", 'there is no code "key"; did you mean MT902 (unknown key), MT903 (repeated key)?\n'),
    ("zebra", 'there is no code "zebra"; mops-taxonomy explain lists them all\n'),
]


@pytest.mark.parametrize(("code", "message"), UNKNOWN)
def test_unknown_code(run: Run, code: str, message: str) -> None:
    """The nearest codes are named, or those whose title holds the word."""
    assert run("explain", code) == (2, "", message)
