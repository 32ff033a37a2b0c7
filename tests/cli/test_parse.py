"""`parse`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.conftest import SECOND, TAXONOMY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_valid(run: Run) -> None:
    """A valid name is a line of JSON with its form and values."""
    assert run("parse", "20260324_emea_Customer-Stories_v02") == (
        0,
        (
            '{"name":"20260324_emea_Customer-Stories_v02","form":"1","values":{"launch":"2026-03-24",'
            '"region":"EMEA","title":"Customer-Stories","variant":2}}\n'
        ),
        "",
    )


def test_lists(run: Run, folder: Path) -> None:
    """The values of a list are a list."""
    (folder / "taxonomy.yaml").write_text(TAXONOMY + SECOND)
    status, out, _ = run("parse", "20260324.EMEA+AMER.x", "-c", "mail")
    assert status == 0
    assert json.loads(out)["values"]["regions"] == ["EMEA", "AMER"]


def test_invalid(run: Run) -> None:
    """A name that is not valid has findings, the others are read, and the status is 1."""
    status, out, err = run("parse", "20260324_EMAE_x", "20260324_EMEA_x")
    first, second = map(json.loads, out.splitlines())
    assert (status, err) == (1, "")
    assert list(first) == ["name", "findings"]
    assert [(finding["code"], finding["span"]) for finding in first["findings"]] == [("MT102", [9, 13])]
    assert second["values"]["region"] == "EMEA"


def test_day(run: Run) -> None:
    """`--as-of` and the record's day of creation decide about terms out of force."""
    name = "20250324_APJ_x"
    assert run("parse", name, "--as-of", "2025-12-31").status == 0
    assert run("parse", name, "--as-of", "spring").status == 1
    assert run("parse", name, "--record", "created=2025-12-31").status == 0
    assert run("parse", name, "--record", "created=x").err == (
        "created: 'x' is not a day such as 2026-03-24, nor a revision (spring)\n"
    )


def test_standard_input(run: Run) -> None:
    """Without names, every line of standard input is one."""
    status, out, _ = run("parse", stdin="20260324_EMEA_x\r\n\n20260324_AMER_y\n")
    assert status == 0
    assert [json.loads(line)["name"] for line in out.splitlines()] == ["20260324_EMEA_x", "20260324_AMER_y"]


def test_not_text(run: Run) -> None:
    """Standard input that is no text is one clear line and status 2."""
    assert run("parse", stdin=b"\x00\x01\x02") == (
        2,
        "",
        "standard input: not a text file: it holds NUL bytes; export the table as CSV\n",
    )


def test_name_that_looks_like_an_option(run: Run) -> None:
    """After `--`, everything is a name."""
    status, out, _ = run("parse", "--", "-x")
    assert status == 1
    assert json.loads(out)["name"] == "-x"
