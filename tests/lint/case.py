"""The cases of the rules about taxonomies; `test_cases.py` says how a file of them is written."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml

__all__ = ["DAY", "FOLDER", "FRAME", "Case", "TextLoader", "cases", "codes", "laid_over", "read"]

FOLDER = Path(__file__).parent / "cases"
DAY = date(2026, 3, 1)
"""The day of judgement where a case has none of its own."""

FRAME = {"taxonomy": "t", "version": "1"}


class TextLoader(yaml.BaseLoader):
    """Reads YAML so that every scalar is text, but for true and false."""


TextLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))
TextLoader.add_constructor("tag:yaml.org,2002:bool", lambda _, node: node.value == "true")


class Case(NamedTuple):
    """One taxonomy and the flaws that the rule must find in it: none, if it is a clean one."""

    code: str
    kind: str
    why: str
    taxonomy: dict[str, Any]
    flaws: list[dict[str, Any]]
    today: date

    @property
    def title(self) -> str:
        """What a test run calls the case."""
        return f"{self.code}-{self.kind}-{self.why}"


def codes() -> list[str]:
    """The codes that have a file."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def read(code: str) -> dict[str, Any]:
    """The content of a file."""
    text = (FOLDER / f"{code}.yaml").read_text(encoding="utf-8")
    content: dict[str, Any] = yaml.load(text, TextLoader)  # noqa: S506  makes nothing but text, true and false
    return content


def laid_over(below: Any, above: Any) -> Any:
    """Mappings key by key, all the way down; anything else is replaced."""
    if not (isinstance(below, dict) and isinstance(above, dict)):
        return above
    return below | {key: laid_over(below.get(key), value) for key, value in above.items()}


def cases(code: str) -> list[Case]:
    """The cases of a file in its order."""
    content = read(code)
    return [
        Case(
            code,
            kind,
            entry["why"],
            laid_over(laid_over(FRAME, content.get("taxonomy", {})), entry.get("taxonomy", {})),
            entry.get("flaws", []),
            date.fromisoformat(entry["today"]) if "today" in entry else DAY,
        )
        for kind in ("clean", "flawed")
        for entry in content[kind]
    ]
