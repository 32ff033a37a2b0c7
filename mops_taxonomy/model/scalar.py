"""The kinds of text, number and day that stand in a taxonomy file, and how each is read."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any, Final, NoReturn

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from mops_taxonomy.document.node import ScalarNode
from mops_taxonomy.model.hint import SCALAR, hint

__all__ = [
    "Code",
    "Codes",
    "Day",
    "Flag",
    "Identifier",
    "Loose",
    "Looses",
    "Moment",
    "Prefix",
    "Text",
    "Texts",
    "Whole",
    "as_list",
    "fail",
    "shown",
]

_ID: Final = re.compile(r"[a-z][a-z0-9_]*")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE: Final = re.compile(r"-?[0-9]{1,18}")
_PREFIX: Final = re.compile(r"MT[0-9]{1,3}")
_LONGEST_SHOWN: Final = 60

# The same for editors, whose regular expressions know neither days nor Unicode.
_ID_HINT: Final = "^[a-z][a-z0-9_]*$"
_DAY_HINT: Final = (
    "^[0-9]{4}-(02-(0[1-9]|[12][0-9])|(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    "|(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01]))$"
)
_EDGE: Final = r"[^\u0000-\u0020\u007f-\u009f]"
_CODE_HINT: Final = rf"^{_EDGE}([^\u0000-\u001f\u007f-\u009f]*{_EDGE})?$"


def fail(message: str, found: object = None, *, code: str = "MT905", **more: Any) -> NoReturn:
    """Ends a validation with a sentence of our own.

    Args:
        message: the sentence; `{found}` stands for what was found.
        found: the offending value.
        code: the finding's code.
        more: what the report about it needs besides (`steps` to the places of the fault).
    """
    context = {"code": code, "found": shown(found), **more}
    raise PydanticCustomError("taxonomy", message, context)


def shown(value: object) -> str:
    """A value for a message: text in quotes, cut if long; a list or mapping only by its kind."""
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list | tuple | set):
        return "a list"
    if value is None or (isinstance(value, ScalarNode) and value.is_absent):
        return "nothing"
    text = str(value)
    return repr(text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…")


def as_list(value: Any) -> Any:
    """One text for a list of one, nothing for an empty list."""
    if value is None or (isinstance(value, ScalarNode) and value.is_absent):
        return []
    if isinstance(value, Mapping):
        fail("a list is wanted here, not a mapping; quote a text that begins with a brace", value)
    return list(value) if isinstance(value, list | tuple | set | frozenset) else [value]


def _loose(value: Any) -> str:
    """Any scalar as the text that was written."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | float):
        return str(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if value is None:
        return ""
    if isinstance(value, Mapping):
        fail("text is wanted here, not a mapping; quote a text that begins with a brace", value)
    return fail("text is wanted here, not {found}", value)


def _any_text(value: Any) -> str:
    """Text; a bare number or word of TOML and JSON is none, and only its author knows what was meant."""
    if isinstance(value, ScalarNode) and value.style in {"number", "boolean", "date"}:
        fail("text is wanted here: write {found} in quotes", value)
    if value is None:
        fail("text is wanted here, not {found}", value)
    if isinstance(value, bool):
        fail("text is wanted here: write {found} in quotes", str(value).lower())
    return _loose(value)


def _text(value: Any) -> str:
    text = _any_text(value)
    if not text:
        fail("text is wanted here, not an empty value", value)
    return text


def _code(value: Any) -> str:
    text = _any_text(value)
    if not text:
        fail("a code may not be empty", text)
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in text):
        fail("the code {found} holds a control character", text)
    if text != text.strip():
        fail("the code {found} has a space at one end", text)
    if not unicodedata.is_normalized("NFC", text):
        fail("the code {found} is not in Unicode normal form C; retype its accented letters", text)
    return text


def _identifier(value: Any) -> str:
    text = _any_text(value)
    if not _ID.fullmatch(text):
        fail("{found} is not an id: write lower-case letters, digits and _, a letter first", text)
    return text


def _day(value: Any) -> str:
    text = _loose(value)
    if not _is_day(text):
        fail("{found} is not a day; write it as 2026-01-31", text)
    return text


def _moment(value: Any) -> str:
    text = _loose(value)
    if not _is_day(text) and not _ID.fullmatch(text):
        fail("{found} is neither a day such as 2026-01-31 nor the name of a revision", text)
    return text


def _is_day(text: str) -> bool:
    try:
        return bool(_DAY.fullmatch(text) and dt.date.fromisoformat(text))
    except ValueError:
        return False


def _whole(value: Any) -> int:
    if isinstance(value, ScalarNode | str) and _WHOLE.fullmatch(value):
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return fail("a whole number is wanted here, not {found}", value)


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, ScalarNode) and value.style != "quoted" and value in {"true", "false"}:
        return value == "true"
    return fail("true or false is wanted here, not {found}", value)


def _prefix(value: Any) -> str:
    text = _any_text(value)
    if not _PREFIX.fullmatch(text):
        fail("{found} is not a code of findings or its beginning, such as MT118 or MT7", text)
    return text


Loose = Annotated[str, BeforeValidator(_loose), hint(*SCALAR)]
"""Any scalar, as the text written: values of examples and records."""

Text = Annotated[str, BeforeValidator(_text), hint(*SCALAR, minLength=1)]
"""Text with at least one character."""

Code = Annotated[
    str,
    BeforeValidator(_code),
    hint(
        *SCALAR,
        pattern=_CODE_HINT,
        errorMessage="A code has no control character and no space at either end.",
    ),
]
"""The code of a term: no control characters, no space at either end, NFC."""

Identifier = Annotated[
    str,
    BeforeValidator(_identifier),
    hint(
        "string",
        "boolean",  # to some readers of YAML, `on` and `no` are no words
        pattern=_ID_HINT,
        errorMessage="An id has lower-case letters, digits and _, a letter first.",
    ),
]
"""The id of a field, form, convention or vocabulary: `[a-z][a-z0-9_]*`."""

Day = Annotated[
    str,
    BeforeValidator(_day),
    hint("string", pattern=_DAY_HINT, errorMessage="A day is written as 2026-01-31."),
]
"""A day, `2026-01-31`."""

Moment = Annotated[
    str,
    BeforeValidator(_moment),
    hint(
        "string",
        "boolean",
        pattern=f"{_ID_HINT}|{_DAY_HINT}",
        errorMessage="A day such as 2026-01-31, or the name of a revision.",
    ),
]
"""A day or the name of a revision."""

Whole = Annotated[int, BeforeValidator(_whole), hint("integer", "string", pattern="^-?[0-9]{1,18}$")]
"""A whole number."""

Flag = Annotated[bool, BeforeValidator(_flag), hint("boolean", "string", pattern="^(true|false)$")]
"""True or false."""

Prefix = Annotated[
    str,
    BeforeValidator(_prefix),
    hint(
        "string",
        pattern="^MT[0-9]{1,3}$",
        errorMessage="A code of findings or its beginning, such as MT118 or MT7.",
    ),
]
"""A code of findings or its beginning: `MT118`, `MT7`."""

Texts = Annotated[list[Text], BeforeValidator(as_list)]
"""A text or a list of texts."""

Codes = Annotated[list[Code], BeforeValidator(as_list)]
"""A code or a list of codes."""

Looses = Annotated[list[Loose], BeforeValidator(as_list)]
"""A scalar or a list of scalars, as the texts written."""
