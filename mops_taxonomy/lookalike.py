"""Letters of other scripts that look like Latin ones."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

__all__ = ["as_latin"]

_CYRILLIC: Final = ("АВЕКМНОРСТХУІЈЅаеорсухіјѕԁһԛԝ", "ABEKMHOPCTXYIJSaeopcyxijsdhqw")
_GREEK: Final = ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανι", "ABEZHIKMNOPTYXoavi")
_LATIN: Final = str.maketrans(_CYRILLIC[0] + _GREEK[0], _CYRILLIC[1] + _GREEK[1])


@cache
def as_latin(text: str) -> str:
    """The text in the plain characters that it looks like: Latin for Cyrillic and Greek, A for a wide one."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text).translate(_LATIN)
