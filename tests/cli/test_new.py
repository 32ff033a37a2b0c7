"""`new`, with and without somebody to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import SECOND, TAXONOMY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

WRITTEN = [
    pytest.param(["launch=2026-03-24", "region=EMEA", "title=Stories"], "20260324_EMEA_Stories", id="values"),
    pytest.param(
        ["variant=2", "title=A-B", "region=AMER", "launch=2026-03-24"],
        "20260324_AMER_A-B_v02",
        id="any order, and what is optional",
    ),
    pytest.param(
        ["launch=20260324", "region=emea", "title=x", "variant=v02"],
        "20260324_EMEA_x_v02",
        id="as they stand in names",
    ),
    pytest.param(
        ["launch=2026-03-24", "region=EMEA", "title=x", "variant="], "20260324_EMEA_x", id="left out"
    ),
]


@pytest.mark.parametrize(("values", "name"), WRITTEN)
def test_written(run: Run, values: list[str], name: str) -> None:
    """The name is written, and nothing is asked, even on a terminal."""
    assert run("new", *values) == (0, name + "\n", "")
    assert run("new", *values, terminal=True) == (0, name + "\n", "")


def test_list(run: Run, folder: Path) -> None:
    """The values of a list have commas between them."""
    (folder / "taxonomy.yaml").write_text(TAXONOMY + SECOND)
    values = ["launch=2026-03-24", "regions=EMEA, AMER", "title=x"]
    assert run("new", "-c", "mail", *values) == (0, "20260324.EMEA+AMER.x\n", "")


def test_missing(run: Run) -> None:
    """Off a terminal, every missing value is named with what is expected, and the status is 2."""
    assert run("new", "title=x") == (
        2,
        "",
        "values are missing:\n  launch  a date such as 20260324\n  region  one of EMEA, AMER or APJ\n",
    )


def test_forms(run: Run, folder: Path) -> None:
    """Where there are several forms, the error names them; `--form` chooses."""
    (folder / "taxonomy.yaml").write_text(TAXONOMY + SECOND)
    assert run("new", "-c", "mail", "regions=EMEA", "title=x").err == (
        "values are missing:\n"
        "  launch  a date such as 20260324\n"
        "the forms are dated, always; choose one with --form\n"
    )
    assert run("new", "-c", "mail", "--form", "always", "regions=EMEA", "title=x").err == (
        "values are missing:\n  evergreen  'EVG'\n"
    )
    assert run("new", "-c", "mail", "--form", "alway", "title=x").status == 2


REFUSED = [
    pytest.param(
        ["region=EMAE"],
        1,
        "MT130 the value does not fit `region`: 'EMAE' is not one of EMEA, AMER or APJ; "
        "did you mean EMEA (Europe)?\n",
        id="unknown term",
    ),
    pytest.param(
        ["region=EMEA", "regon=x"],
        2,
        "MT131 `regon` is not a field of the form; did you mean region?\n",
        id="unknown field",
    ),
    pytest.param(
        ["region=EMEA", "zzz=x"],
        2,
        "MT131 `zzz` is not a field of the form; there are launch, region, title, variant\n",
        id="unknown field, like none",
    ),
    pytest.param(["region=EMEA", "region=AMER"], 2, "region is given twice\n", id="given twice"),
    pytest.param(
        ["EMEA"], 2, 'values are written FIELD=VALUE, such as region=EMEA, not "EMEA"\n', id="no field"
    ),
]


@pytest.mark.parametrize(("values", "status", "message"), REFUSED)
def test_refused(run: Run, values: list[str], status: int, message: str) -> None:
    """A value that does not fit is a finding, status 1; a field that there is not, status 2."""
    assert run("new", "launch=2026-03-24", "title=x", *values) == (status, "", message)


def test_interview(run: Run) -> None:
    """On a terminal, missing values are asked for with what helps; a wrong answer is asked again."""
    answers = "24 March\n2026-03-24\nEMAE\nAPJ\nEMEA\n\nCustomer-Stories\n\n"
    status, out, err = run("new", stdin=answers, terminal=True)
    assert (status, out) == (0, "20260324_EMEA_Customer-Stories\n")
    assert err == (
        "\nLaunch date (launch): the first day\n"
        "  a date such as 20260324\n"
        "launch:   '24 March' is not a day, as 2026-03-24\n"
        "launch: "
        "\nregion\n"
        "  EMEA  Europe\n"
        "  AMER  Americas\n"
        "region:   'EMAE' is not one of EMEA, AMER or APJ; did you mean EMEA (Europe)?\n"
        "region:   `APJ` is retired in `region`: its last day was 2025-12-31\n"
        "region: "
        "\ntitle\n"
        "  text of the characters A-Za-z0-9, words joined by '-'\n"
        "title: title: "
        "\nvariant\n"
        "  a whole number from 1, written v01\n"
        "variant (empty for none): "
    )


def test_interview_chooses_a_form(run: Run, folder: Path) -> None:
    """Several forms are shown with their templates; what is given already is not asked for."""
    (folder / "taxonomy.yaml").write_text(TAXONOMY + SECOND)
    answers = "never\nalways\nEVG\nEMEA, AMER\n"
    status, out, err = run("new", "-c", "mail", "title=x", stdin=answers, terminal=True)
    assert (status, out) == (0, "EVG.EMEA+AMER.x\n")
    assert err == (
        "There are several forms:\n"
        "  dated   {launch}.{regions}.{title}\n"
        "  always  {evergreen}.{regions}.{title}\n"
        "form [dated]:   never is none of them\n"
        "form [dated]: "
        "\nevergreen\n"
        "  EVG\n"
        "evergreen: "
        "\nregions\n"
        "  EMEA  Europe\n"
        "  AMER  Americas\n"
        "  several: with commas between them\n"
        "regions: "
    )


def test_interview_with_alternatives_and_inner_names(run: Run, folder: Path) -> None:
    """Of alternatives one is asked for; of a name inside the name, its fields."""
    (folder / "taxonomy.yaml").write_text(
        "taxonomy: ads\nversion: 1\nfields:\n"
        "  width: {kind: integer}\n  height: {kind: integer}\n"
        "  size: {kind: name, template: '{width}x{height}'}\n"
        "  seconds: {kind: integer, format: '{n}s'}\n"
        "conventions: {ad: {forms: [{template: 'ad-{size|seconds}'}]}}\n"
    )
    status, out, _ = run("new", stdin="size\n300\n140\n", terminal=True)
    assert (status, out) == (0, "ad-300x140\n")
    assert run("new", stdin="seconds\n30\n", terminal=True)[:2] == (0, "ad-30s\n")
    assert run("new", "size.width=3", stdin="4\n", terminal=True)[:2] == (0, "ad-3x4\n")


def test_interview_ended(run: Run) -> None:
    """An end of input while asked is an interruption."""
    status, out, err = run("new", stdin="2026-03-24\n", terminal=True)
    assert (status, out) == (130, "")
    assert err.endswith("interrupted\n")
