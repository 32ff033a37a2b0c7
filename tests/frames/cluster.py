"""A Spark that is small, local and quiet, where there is one."""

from __future__ import annotations

import os
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

__all__ = ["ROOT", "SETTINGS", "environment", "local", "needs_connect", "needs_pyspark", "needs_spark"]

ROOT = Path(__file__).parents[2]

_PYSPARK = find_spec("pyspark") is not None
_JAVA = bool(os.environ.get("JAVA_HOME") or shutil.which("java"))

needs_pyspark = pytest.mark.skipif(not _PYSPARK, reason="pyspark is not installed: the extra [spark] has it")
needs_spark = pytest.mark.skipif(
    not (_PYSPARK and _JAVA),
    reason="Spark needs Java, and there is none: install a Java runtime, 17 or later" if _PYSPARK else
    "pyspark is not installed: the extra [spark] has it",
)  # fmt: skip

needs_connect = pytest.mark.skipif(
    find_spec("grpc") is None, reason="Spark Connect needs grpcio: pip install 'pyspark[connect]'"
)

SETTINGS = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "localhost",
    "spark.log.level": "ERROR",
    "spark.sql.shuffle.partitions": "2",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}


def environment() -> dict[str, str]:
    """What Spark is started with: its workers are this Python, activated or not, and find the package and its tests."""
    return {"PYSPARK_PYTHON": sys.executable, "PYTHONPATH": str(ROOT)}


def local() -> SparkSession:
    """A session with two threads."""
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").appName("tests")
    for key, value in SETTINGS.items():
        builder = builder.config(key, value)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment().items():
            patch.setenv(name, value)
        return builder.getOrCreate()
