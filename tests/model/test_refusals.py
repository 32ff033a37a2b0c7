"""Every refusal, with the whole text that its reader sees.

A file in `refusals/` holds cases: a title after `###`, a taxonomy file, a line `---`, the text of the error.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_FOLDER = Path(__file__).parent / "refusals"


def _cases() -> Iterator[tuple[str, str, str]]:
    for file in sorted(_FOLDER.glob("*.txt")):
        for case in file.read_text(encoding="utf-8").split("### ")[1:]:
            title, _, rest = case.partition("\n")
            source, _, text = rest.rpartition("\n---\n")
            yield f"{file.stem}: {title}", source + "\n", text.strip("\n")


_CASES = list(_cases())


@pytest.mark.parametrize(("source", "text"), [case[1:] for case in _CASES], ids=[case[0] for case in _CASES])
def test_a_wrong_file_is_refused_in_words(refusal: Callable[..., str], source: str, text: str) -> None:
    """The error names the place, says what is wrong, and points at it."""
    assert refusal(source) == text


def test_there_are_many_cases() -> None:
    """The folder of cases is found."""
    assert len(_CASES) > 120
