"""Load a taxonomy, read and write names, check a list, and put a name into a pydantic model.

Run it from anywhere: `python examples/python_example.py`. The taxonomy is `acme/taxonomy.yaml` beside it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError, create_model

from mops_taxonomy import InvalidValues, Taxonomy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mops_taxonomy import Convention

# It is a script, and shows what it does.
# ruff: noqa: INP001, T201

TAXONOMY = Path(__file__).parent / "acme" / "taxonomy.yaml"
NAMES = (
    "20260324_EMEA_WBN_Customer-Stories",
    "20260415_EMAE_WBN_Robots-At-Work",
    "20260230_NA_EML_Spring-Offer",
    "20260601_emea_EML_Summer-News",
)
DAY = "2026-03-01"  # judged as if it were this day, so that the example always says the same


def show_values(program: Convention, text: str) -> None:
    """Read a name into typed values."""
    name = program.parse(text, as_of=DAY)
    for field, value in name.values.items():
        print(f"  {field:8} {value!r:28} written {name.texts[field]}")


def write_names(program: Convention) -> None:
    """Write names from values; what does not fit is explained."""
    values = {"launch": date(2026, 6, 9), "channel": "WBN", "title": "Robots-At-Work"}
    for region in ("EMEA", "Mars"):
        try:
            print(" ", program.format(values, region=region, as_of=DAY))
        except InvalidValues as error:
            print(" ", error)


def check_names(program: Convention, names: Iterable[str]) -> None:
    """Say of every name whether it is valid, and what is wrong or notable about it."""
    for text in names:
        report = program.check(text, as_of=DAY)
        print(" ", "valid    " if report.ok else "not valid", text)
        for finding in report:
            better = f"; did you mean {finding.suggestions[0].text}?" if finding.suggestions else ""
            print(f"      {finding.code} {finding.message}{better}")


def refuse_requests(program: Convention) -> None:
    """Let pydantic refuse a wrong name, as a web form or a service would."""
    request = create_model("Request", owner=str, name=program.annotated)
    try:
        request(owner="Ana", name=NAMES[1])
    except ValidationError as error:
        for one in error.errors():
            print(f"  {one['loc'][0]}: {one['msg']}")


def main() -> None:
    """Show each of them."""
    program = Taxonomy.load(TAXONOMY).convention("program")
    print("values of", NAMES[0])
    show_values(program, NAMES[0])
    print("new names")
    write_names(program)
    print("check")
    check_names(program, NAMES)
    print("a request with a wrong name")
    refuse_requests(program)


if __name__ == "__main__":
    main()
