"""Tests of the example script."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "examples" / "python_example.py"

OUTPUT = """\
values of 20260324_EMEA_WBN_Customer-Stories
  launch   datetime.date(2026, 3, 24)   written 20260324
  region   'EMEA'                       written EMEA
  channel  'WBN'                        written WBN
  title    'Customer-Stories'           written Customer-Stories
new names
  20260609_EMEA_WBN_Robots-At-Work
  MT130 the value does not fit `region`: 'Mars' is not one of EMEA, NA, APJ or APAC
check
  valid     20260324_EMEA_WBN_Customer-Stories
  not valid 20260415_EMAE_WBN_Robots-At-Work
      MT102 unknown term in `region`; did you mean EMEA?
  not valid 20260230_NA_EML_Spring-Offer
      MT104 `20260230` is not a date in `launch`: February 2026 has 28 days
  valid     20260601_emea_EML_Summer-News
      MT122 the case of `emea` in `region` is accepted, not standard; did you mean EMEA?
a request with a wrong name
  name: not a name of `program`: unknown term in `region`
"""


def test_the_script_writes_what_the_library_does(tmp_path: Path) -> None:
    """Run from any folder, with warnings as errors, it reads, writes, checks and refuses names."""
    command = [sys.executable, "-W", "error", str(SCRIPT)]
    result = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == OUTPUT
