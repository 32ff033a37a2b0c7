"""Every value that a text may have in a field, found without the engine."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING, Any
from unicodedata import category

from mops_taxonomy import Period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Spec = Mapping[str, Any]

__all__ = ["days_of_value", "in_force", "values_in"]

MONTHS = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
]  # fmt: skip
SHORT = [month[:3] for month in MONTHS]


def in_force(spec: Spec, day: date) -> bool:
    """Whether something that has `since` and `until` is in force on a day; ISO days sort as text."""
    return (spec["since"] or "") <= day.isoformat() <= (spec["until"] or "9999")


def values_in(spec: Spec, text: str, taxonomy: Spec, day: date) -> list[Any]:
    """The values, without error, of a text in a field; none for a text that is wrong there.

    Args:
        spec: the resolved field.
        text: the whole text of the field.
        taxonomy: the resolved taxonomy.
        day: the day of judgement.
    """
    if not text or _refused(spec, text):
        return []
    found: list[Any] = []
    match spec["kind"]:
        case "term":
            found = _term(spec, text, taxonomy, day)
        case "date":
            found = [value for value in _dates(spec, text) if _within(value, spec, taxonomy)]
        case "integer":
            found = list(_integers(spec, text))
        case "text":
            found = _text(spec, text)
        case "list":
            found = list(_lists(spec, text, taxonomy, day))
    return list(dict.fromkeys(value for value in found if not _refused(spec, value)))


def _refused(spec: Spec, value: Any) -> bool:
    return str(value).lower() in [refused.lower() for refused in spec["except"]]


# -- terms --


def _term(spec: Spec, text: str, taxonomy: Spec, day: date) -> list[str]:
    terms = taxonomy["vocabularies"][spec["vocabulary"]]["terms"] if spec["vocabulary"] else spec["terms"]
    terms = {code: term for code, term in terms.items() if not spec["only"] or code in spec["only"]}
    listed = _listed(spec, terms, text)
    if listed:
        return [code for code in listed if in_force(terms[code], day)]
    if spec["policy"] != "closed" and _shaped(spec["text"], spec["case"], text):
        return [text]
    return []


def _listed(spec: Spec, terms: Spec, text: str) -> list[str]:
    """The terms that a text spells: codes come before aliases, and what is exact before another case."""
    written = {
        code: _cased(term["codes"].get(spec["codes"], code) if spec["codes"] else code, spec["case"])
        for code, term in terms.items()
    }
    spellings = [{code: [spelling] for code, spelling in written.items()}]
    if "aliases" in spec["accept"]:
        spellings.append({code: term["aliases"] for code, term in terms.items()})
    for same in (str, str.lower) if "case" in spec["accept"] else (str,):
        for table in spellings:
            found = [code for code, texts in table.items() if same(text) in map(same, texts)]
            if found:
                return found
    return []


def _cased(text: str, case: str | None) -> str:
    match case:
        case "lower":
            return text.lower()
        case "upper":
            return text.upper()
        case "title":
            return text[:1].upper() + text[1:]
    return text


# -- texts --


def _text(spec: Spec, text: str) -> list[str]:
    if _shaped(spec, spec["case"], text):
        return [text]
    if "case" in spec["accept"] and spec["case"] and _shaped(spec, None, text):
        value = _recased(text, spec)
        return [value] if _shaped(spec, spec["case"], value) else []
    return []


def _recased(text: str, spec: Spec) -> str:
    if spec["case"] != "title":
        return _cased(text, spec["case"])
    return "".join(word[:1].upper() + word[1:] for word in _apart(text, spec))


def _apart(text: str, spec: Spec) -> list[str]:
    """Words and what joins them, in turn."""
    joiners = re.escape(f"{spec['joiner'] or ''} ")
    return re.findall(f"[{joiners}]|[^{joiners}]+", text)


def _shaped(spec: Spec, case: str | None, text: str) -> bool:
    if not (
        spec["min_length"] <= len(text) and (spec["max_length"] is None or len(text) <= spec["max_length"])
    ):
        return False
    if text != text.strip(" ") or any(not _visible(character) for character in text):
        return False
    if spec["pattern"]:
        return re.fullmatch(spec["pattern"], text) is not None and text == _recased(
            text, {**spec, "case": case}
        )
    joiner = spec["joiner"] or ""
    words = re.split(f"[{re.escape(joiner)}]", text) if joiner else [text]
    return all(_worded(word, spec["characters"], case) for word in words)


def _visible(character: str) -> bool:
    return character == " " or category(character) not in {"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"}


def _worded(word: str, characters: str | None, case: str | None) -> bool:
    if not word or word != word.strip(" ") or not all(_of_class(c, characters) for c in word):
        return False
    match case:
        case "lower":
            return not any(category(c) in {"Lu", "Lt"} for c in word)
        case "upper":
            return not any(category(c) == "Ll" for c in word)
        case "title":
            return not any(category(part[0]) == "Ll" for part in word.split(" ") if part)
    return True


def _of_class(character: str, characters: str | None) -> bool:
    if characters is None:
        return True
    if characters == r"\p{L}":
        return category(character)[0] == "L"
    return re.fullmatch(f"[{characters}]", character) is not None


# -- numbers --


def _integers(spec: Spec, text: str) -> Iterator[int]:
    for form in spec["formats"]:
        before, after = (_cased(part, spec["case"]) for part in form.split("{n}"))
        digits = text[len(before) : len(text) - len(after)]
        if f"{before}{digits}{after}" != text or not re.fullmatch("[0-9]+", digits):
            continue
        number = int(digits)
        right = len(digits) == spec["width"] if spec["width"] else str(number) == digits
        if right and spec["min"] <= number and (spec["max"] is None or number <= spec["max"]):
            yield number


# -- lists --


def _lists(spec: Spec, text: str, taxonomy: Spec, day: date) -> Iterator[tuple[Any, ...]]:
    item = {**spec["of"], "case": spec["of"]["case"] or spec["case"]}
    for items in _divided(text, spec["separator"]):
        if len(items) < spec["min"] or (spec["max"] and len(items) > spec["max"]):
            continue
        for values in product(*(values_in(item, one, taxonomy, day) for one in items)):
            if not spec["unique"] or len(set(values)) == len(values):
                yield values


def _divided(text: str, separator: str) -> Iterator[list[str]]:
    """Every way to take a text apart at separators, not only at all of them."""
    yield [text]
    for at in range(len(text)):
        if text.startswith(separator, at):
            for rest in _divided(text[at + len(separator) :], separator):
                yield [text[:at], *rest]


# -- dates --

_PARTS: dict[str, tuple[str, str]] = {
    "YYYY": ("Y", "[1-9][0-9]{3}"), "YY": ("Y", "[0-9]{2}"),
    "FYYY": ("F", "[1-9][0-9]{3}"), "FY": ("F", "[0-9]{2}"),
    "H": ("H", "[12]"), "Q": ("Q", "[1-4]"), "QQ": ("Q", "0[1-4]"),
    "MM": ("M", "0[1-9]|1[0-2]"), "M": ("M", "[1-9]|1[0-2]"),
    "DD": ("D", "0[1-9]|[12][0-9]|3[01]"), "D": ("D", "[1-9]|[12][0-9]|3[01]"),
    "WW": ("W", "0[1-9]|[1-4][0-9]|5[0-3]"),
    "Mon": ("M", "|".join(SHORT)), "MON": ("M", "|".join(SHORT).upper()), "mon": ("M", "|".join(SHORT).lower()),
    "Month": ("M", "|".join(MONTHS)), "MONTH": ("M", "|".join(MONTHS).upper()),
    "month": ("M", "|".join(MONTHS).lower()),
}  # fmt: skip


def _dates(spec: Spec, text: str) -> Iterator[date | Period]:
    for form in spec["formats"]:
        parts = [part for part in re.split(r"(\{[^}]*\})", form) if part]
        for numbers in _numbers(parts, text, spec):
            try:
                yield _date(numbers)
            except ValueError:
                continue


def _numbers(parts: list[str], text: str, spec: Spec) -> Iterator[dict[str, int]]:
    if not parts:
        yield from () if text else ({},)
        return
    part, *rest = parts
    if not part.startswith("{"):
        part = part if spec["case"] == "title" else _cased(part, spec["case"])
        same = str.lower if "case" in spec["accept"] else str
        if same(text[: len(part)]) == same(part):
            yield from _numbers(rest, text[len(part) :], spec)
        return
    unit, pattern = _PARTS[part[1:-1]]
    pattern = pattern if spec["case"] == "title" else _of_case(pattern, spec["case"])
    flags = re.IGNORECASE if "case" in spec["accept"] else 0
    for end in range(1, len(text) + 1):
        if re.fullmatch(pattern, text[:end], flags):
            number = _number(text[:end], part)
            for numbers in _numbers(rest, text[end:], spec):
                yield {unit: number, **numbers}


def _of_case(pattern: str, case: str | None) -> str:
    return pattern if case is None else _cased(pattern, case)


def _number(text: str, part: str) -> int:
    if text.isdigit():
        return int(text) + (2000 if part in {"{YY}", "{FY}"} else 0)
    return SHORT.index(text[:3].capitalize()) + 1


def _date(numbers: dict[str, int]) -> date | Period:
    if "D" in numbers:
        return date(numbers["Y"], numbers["M"], numbers["D"])
    fiscal = "F" in numbers
    year = numbers.get("F", numbers.get("Y"))
    unit = next((unit for unit in "HQMW" if unit in numbers), "Y")
    if unit == "W" and year is not None:
        date.fromisocalendar(year, numbers["W"], 1)
    return Period(year, unit, 1 if unit == "Y" else numbers[unit], fiscal=fiscal)


def _within(value: date | Period, spec: Spec, taxonomy: Spec) -> bool:
    days = days_of_value(value, taxonomy["calendar"])
    if days is None:
        return True
    return (spec["min"] or "") <= days[1].isoformat() and days[0].isoformat() <= (spec["max"] or "9999-99")


def days_of_value(value: date | Period, calendar: Spec) -> tuple[date, date] | None:
    """The first and the last day of a day or a period; None where there is no year."""
    if isinstance(value, date):
        return value, value
    if value.year is None:
        return None
    if value.unit == "W":
        return date.fromisocalendar(value.year, value.number, 1), date.fromisocalendar(
            value.year, value.number, 7
        )
    year, start = value.year, 1
    if value.fiscal:
        start = calendar["fiscal_year_start"]
        year -= start > 1 and calendar["fiscal_year_named_by"] == "end"
    size = {"Y": 12, "H": 6, "Q": 3, "M": 1}[value.unit]
    months = [(year + (start - 1 + n) // 12, (start - 1 + n) % 12 + 1) for n in range(13)]
    first, after = months[(value.number - 1) * size], months[value.number * size]
    return date(*first, 1), date(*after, 1) - timedelta(days=1)
