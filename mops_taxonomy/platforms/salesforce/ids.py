"""The two forms of an id of Salesforce: 15 characters, whose case matters, and 18, whose case is safe.

The last three of the 18 say which of the first 15 are capital letters, in groups of five: bit k is set where
character k is one, and the sum is a character of `A-Z0-5`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mops_taxonomy.finding import Suggestion
from mops_taxonomy.platforms._reading.findings import Unusual
from mops_taxonomy.platforms._reading.values import word

if TYPE_CHECKING:
    from mops_taxonomy.platforms._reading.values import Settings

__all__ = ["is_id", "long_form", "restored", "salesforce_id"]

_CODES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
_ID = re.compile(r"[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?")


def long_form(text: str) -> str:
    """The form with 18 characters.

    Raises:
        ValueError: the text is no id, or its check characters are not those of the others.
    """
    if _ID.fullmatch(text) is None:
        raise ValueError("no id of Salesforce: those have 15 or 18 letters and digits")
    whole = text[:15] + _check(text)
    if len(text) == 18 and text != whole:
        raise ValueError(f"no id of Salesforce: its last three characters would have to be {whole[15:]}")
    return whole


def is_id(text: object) -> bool:
    """Whether a value is an id, in either form."""
    try:
        return isinstance(text, str) and bool(long_form(text))
    except ValueError:
        return False


def restored(text: str) -> str | None:
    """An id of 18 characters whose case was lost, as it was; None where the check characters do not tell it."""
    codes = text[15:].upper()
    if _ID.fullmatch(text) is None or len(text) != 18 or not set(codes) <= set(_CODES):
        return None
    capital = [_CODES.index(codes[at // 5]) >> at % 5 & 1 for at in range(15)]
    if any(is_capital and not one.isalpha() for one, is_capital in zip(text, capital, strict=False)):
        return None
    letters = (
        one.upper() if is_capital else one.lower() for one, is_capital in zip(text, capital, strict=False)
    )
    return "".join(letters) + codes


def salesforce_id(value: Any, settings: Settings) -> str | None:
    """Read an id, in either form, as the one with 18 characters."""
    try:
        plain = word(value, settings)
    except ValueError:
        raise ValueError("no id of Salesforce") from None
    if plain is None:
        return None
    try:
        return long_form(plain.strip())
    except ValueError as error:
        found = restored(plain.strip())
        suggestions = (Suggestion(found, "with its case restored"),) if found else ()
        raise Unusual(str(error), plain, suggestions) from None


def _check(text: str) -> str:
    groups = (text[at : at + 5] for at in (0, 5, 10))
    return "".join(
        _CODES[sum(1 << k for k, one in enumerate(group) if "A" <= one <= "Z")] for group in groups
    )
