"""`explain`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mops_taxonomy.cli._file_errors import FILE_ERRORS
from mops_taxonomy.model.complaints import _RULES
from mops_taxonomy.rules import all_rules

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


def test_every_code_is_explained(run: Run) -> None:
    """`explain` lists every code, and explains each."""
    listed = [line.split("  ")[0] for line in run("explain").out.splitlines()]
    assert listed == [rule.code for rule in all_rules()] + list(FILE_ERRORS)
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
