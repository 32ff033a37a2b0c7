"""Tests of the analysts' notebook: it is run in a kernel, and held to the scalar engine."""

from __future__ import annotations

import ast
import csv
import json
import subprocess
import sys
from base64 import b64decode
from collections import defaultdict
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from nbformat.v4 import new_code_cell

from mops_taxonomy import Taxonomy
from tests.generated import notebooks, spend

if TYPE_CHECKING:
    from collections.abc import Callable

    from mops_taxonomy.repair import Repair

EXAMPLES = Path(__file__).parents[2] / "examples"
PROGRAM = Taxonomy.load(EXAMPLES / "acme" / "taxonomy.yaml").convention("program")
STORED = notebooks.stored().cells

STRICT = "import warnings\n\nwarnings.simplefilter('error')"
DRAWN = """
import json

json.dumps({
    "months": [text.get_text() for text in over_time.get_xticklabels()],
    "lines": {line.get_label(): list(line.get_ydata()) for line in over_time.get_lines()},
    "regions": [text.get_text() for text in across.get_yticklabels()],
    "bars": {bars.get_label(): [bar.get_width() for bar in bars] for bars in across.containers},
    "words": [[axes.get_title("left"), axes.get_xlabel(), axes.get_ylabel()] for axes in (over_time, across)],
})
"""

Row = dict[str, str]


def _table(path: Path, encoding: str) -> list[Row]:
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file))


ROWS = _table(spend.TARGET, "utf-8")
PROGRAMS = {row["Program ID"]: row for row in ROWS}


class Run(NamedTuple):
    """One run of the notebook.

    Attributes:
        cells: as they are after it.
        drawn: what stands in the plots.
        safe: the table of safe repairs that it wrote.
        unsure: the table of the others.
    """

    cells: list[Any]
    drawn: dict[str, Any]
    safe: list[Row]
    unsure: list[Row]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The notebook, run in a copy of the examples, with warnings as errors."""
    folder = Path(copytree(EXAMPLES, tmp_path_factory.mktemp("run") / "examples"))
    notebook = notebooks.stored()
    strict, *cells, drawn = notebook.cells = [_cell(STRICT), *notebook.cells, _cell(DRAWN)]
    notebooks.execute(notebook, folder)
    assert strict.outputs == []
    (shown,) = drawn.outputs
    maps = (_table(folder / name, "utf-8-sig") for name in ("renames.csv", "renames-to-look-at.csv"))
    return Run(cells, json.loads(ast.literal_eval(shown.data["text/plain"])), *maps)


def _cell(source: str) -> Any:
    return new_code_cell(source)  # type: ignore[no-untyped-call]


def _outputs(cell: Any) -> list[Any]:
    return list(cell.get("outputs", []))


def _texts(cell: Any) -> list[dict[str, str]]:
    """What a cell shows. Images depend on the fonts of the machine."""
    shown = [output.get("data", {output.output_type: output.get("text")}) for output in _outputs(cell)]
    return [{kind: text for kind, text in data.items() if kind != "image/png"} for data in shown]


def _image(output: Any) -> str | None:
    """The PNG of an output, in base64; None where there is none."""
    return output.get("data", {}).get("image/png")  # type: ignore[no-any-return]


def _valid(row: Row) -> bool:
    return PROGRAM.is_valid(row["Program Name"], {"created": row["Created At"]})


def _shares(group: Callable[[Row], str], weight: Callable[[Row], int]) -> dict[str, float]:
    """The share of rows with a valid name, by group, each row of some weight."""
    right: dict[str, int] = defaultdict(int)
    total: dict[str, int] = defaultdict(int)
    for row in ROWS:
        total[group(row)] += weight(row)
        right[group(row)] += weight(row) * _valid(row)
    return {name: right[name] / total[name] for name in total}


def _repair(row: Row) -> Repair | None:
    return next(iter(PROGRAM.repair(row["Program Name"], {"created": row["Created At"]})), None)


def test_the_export_is_the_one_that_is_generated() -> None:
    """The export is what `python -m tests.generated.spend` writes."""
    assert spend.TARGET.read_text(encoding="utf-8") == spend.render()


def test_the_cells_were_run_in_order() -> None:
    """The counts beside the stored cells are those of one run from top to bottom."""
    counts = [cell.execution_count for cell in STORED if cell.cell_type == "code"]
    assert counts == list(range(1, len(counts) + 1))


def test_the_cells_show_what_is_stored(run: Run) -> None:
    """Every text that the notebook shows is what its cells show now."""
    for stored, cell in zip(STORED, run.cells, strict=True):
        assert _texts(cell) == _texts(stored), cell.source


def test_plots_are_stored_where_they_are_made(run: Run) -> None:
    """The two plots are images, in the file and in a run, in the same cells."""
    stored, made = (
        {cell.id: image for cell in cells for image in map(_image, _outputs(cell)) if image}
        for cells in (STORED, run.cells)
    )
    assert list(stored) == list(made) == ["cell-9", "cell-10"]
    assert {b64decode(image)[:8] for image in (*stored.values(), *made.values())} == {b"\x89PNG\r\n\x1a\n"}


def test_the_line_plot_shows_what_the_scalar_engine_says(run: Run) -> None:
    """By month, in order, the shares of the names and of the cost are those counted name by name."""
    shares = [
        _shares(lambda row: row["Month"], weight) for weight in (lambda _: 1, lambda row: int(row["Cost"]))
    ]
    assert list(shares[0]) == [f"2025-{month}-01" for month in (10, 11, 12)] + [
        f"2026-0{month}-01" for month in range(1, 7)
    ]
    assert run.drawn["months"] == [
        "Oct\n2025",
        "Nov\n2025",
        "Dec\n2025",
        "Jan\n2026",
        "Feb\n2026",
        "Mar\n2026",
        "Apr\n2026",
        "May\n2026",
        "Jun\n2026",
    ]
    assert run.drawn["lines"] == {
        "of the names": pytest.approx(list(shares[0].values())),
        "of the cost": pytest.approx(list(shares[1].values())),
    }


def test_the_bars_show_what_the_scalar_engine_says(run: Run) -> None:
    """By region, the shares of the names and of the cost are those counted name by name."""
    names, cost = (
        _shares(lambda row: row["Region"], weight) for weight in (lambda _: 1, lambda row: int(row["Cost"]))
    )
    assert run.drawn["regions"] == sorted(cost, key=cost.__getitem__)
    assert run.drawn["bars"] == {
        "of the names": pytest.approx([names[region] for region in run.drawn["regions"]]),
        "of the cost": pytest.approx([cost[region] for region in run.drawn["regions"]]),
    }


def test_plots_say_what_they_are(run: Run) -> None:
    """Both have a title and words at their axes."""
    assert run.drawn["words"] == [
        ["Valid names, by month", "month of the cost", "share with a valid name"],
        ["Valid names, by region", "share with a valid name", "region"],
    ]


def test_the_renames_are_those_of_the_scalar_engine(run: Run) -> None:
    """Every program whose name is not as it should be is in one of the tables, with the best repair of its name."""
    expected = {}
    for number, row in PROGRAMS.items():
        if (repair := _repair(row)) is not None:
            safe, confidence = str(repair.safe).lower(), f"{repair.confidence:.3f}"
            expected[number] = (row["Program Name"], repair.text, safe, confidence)
    found = {
        row["id"]: (row["old"], row["new"], row["safe"], row["confidence"])
        for row in (*run.safe, *run.unsure)
    }
    assert found == expected
    assert len(run.safe) + len(run.unsure) == len(expected)


def test_the_safe_renames_are_those_of_the_command(run: Run) -> None:
    """The table of safe repairs is the one that `mops-taxonomy fix` writes, with each program once."""
    fix = ["fix", "--id-column", "Program ID", "--rename-map", "-", str(spend.TARGET)]
    command = [sys.executable, "-m", "mops_taxonomy", *fix]
    written = subprocess.run(command, check=False, capture_output=True, encoding="utf-8").stdout
    by_program = {row["id"]: row for row in csv.DictReader(written.splitlines())}
    assert run.safe == list(by_program.values())


def test_safe_renames_make_names_valid(run: Run) -> None:
    """After the safe repairs, the share of valid names is the one at the end of the notebook."""
    new = {row["id"]: row["new"] for row in run.safe}
    rows = [row | {"Program Name": new.get(number, row["Program Name"])} for number, row in PROGRAMS.items()]
    share = sum(map(_valid, rows)) / len(rows)
    assert _texts(run.cells[-1])[0]["text/plain"].splitlines()[-1].split()[-2] == f"{share:.3f}"
