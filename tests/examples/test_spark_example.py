"""Tests of the example for Spark."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from runpy import run_path
from typing import TYPE_CHECKING

import pytest

from tests.frames.cluster import ROOT, SETTINGS, environment, needs_pyspark, needs_spark

if TYPE_CHECKING:
    from subprocess import CompletedProcess

SCRIPT = ROOT / "examples" / "spark_example.py"
NAMES = [
    "20260324_EMEA_WBN_Customer-Stories",
    "20260415_EMAE_WBN_Robots-At-Work",
    "20260230_NA_EML_Spring-Offer",
    "20260601_emea_EML_Summer-News",
    "FY27Q1_NA_EML_Newsletter",
    None,
]
OUTPUT = """\
+------+-----+-----+
|region|valid|names|
+------+-----+-----+
|  NULL|    0|    2|
|  EMEA|    2|    2|
|    NA|    1|    1|
+------+-----+-----+

+-----+------+-----+
| code| field|count|
+-----+------+-----+
|MT102|region|    1|
|MT104|launch|    1|
+-----+------+-----+

"""


def submitted(*arguments: str) -> CompletedProcess[str]:
    """The example, as Spark runs it."""
    settings = [part for key, value in SETTINGS.items() for part in ("--conf", f"{key}={value}")]
    submit = str(Path(sys.executable).with_name("spark-submit"))
    command = [submit, "--master", "local[2]", *settings, str(SCRIPT), *arguments]
    # Spark's own script looks for its home in a way that no path with a space survives.
    home = str(Path(find_spec("pyspark").origin).parent)  # type: ignore[union-attr, arg-type]
    variables = {**os.environ, **environment(), "PYTHONWARNINGS": "error", "SPARK_HOME": home}
    return subprocess.run(command, check=False, capture_output=True, encoding="utf-8", env=variables)


@needs_spark
def test_the_example_checks_writes_and_counts(tmp_path: Path) -> None:
    """From files with spaces in their paths into folders by verdict and region."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    names, output = tmp_path / "names of 2026.parquet", tmp_path / "checked names"
    pq.write_table(pa.table({"Program Name": NAMES, "cost": range(len(NAMES))}), names)

    result = submitted(str(names), str(output), "Program Name")
    assert (result.returncode, result.stdout) == (0, OUTPUT), result.stderr
    folders = sorted(str(path.parent.relative_to(output)) for path in output.glob("*/*/*.parquet"))
    none = "__HIVE_DEFAULT_PARTITION__"
    assert folders == [
        f"valid={none}/region={none}", f"valid=false/region={none}", "valid=true/region=EMEA", "valid=true/region=NA",
    ]  # fmt: skip


@needs_pyspark
@pytest.mark.parametrize(
    ("after", "message"),
    [
        ({"rows": 6, "names": 5}, ""),
        ({"rows": 5, "names": 5}, "rows: 6 checked, 5 written"),
        ({"rows": 7, "names": 4}, "rows: 6 checked, 7 written, names: 5 checked, 4 written"),
    ],
)
def test_counts_that_disagree_are_named(after: dict[str, int], message: str) -> None:
    """With both numbers; this is what the exit status stands on."""
    assert run_path(str(SCRIPT))["disagreement"]({"rows": 6, "names": 5}, after) == message
