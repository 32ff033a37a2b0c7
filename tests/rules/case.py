"""The cases of the rules: `tests/cases/MT102.yaml` holds those of MT102.

A file names a convention of `taxonomies/programs.yaml` and lists names: `valid` ones, without a finding of
this code, and `invalid` ones (for a warning: `noted` ones), each with the finding expected: `field`, `found`
(the text under the span), `message`, `suggestions`, and in `also` the codes of other findings. In place of a
name, `values` are given to `format`. An entry may have its own `convention`, `form`, `record` and `as_of`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import yaml

FOLDER = Path(__file__).parents[1] / "cases"
DAY = "2026-03-01"
"""The day of judgement where a case has none of its own."""


class Case(NamedTuple):
    """One name, or values for one, and what is expected of it.

    Attributes:
        code: the rule's code.
        kind: `valid`, `invalid` or `noted`.
        name: the name to check; with `values`, the name that they give, or None.
        values: what is given to `format`, or None.
        expected: everything else that the file says.
    """

    code: str
    kind: str
    name: str | None
    values: dict[str, Any] | None
    expected: dict[str, Any]

    @property
    def title(self) -> str:
        """What a test run calls the case."""
        subject = (self.name or "empty") if self.values is None else self.called
        return f"{self.code}-{self.kind}-{subject}".encode("unicode_escape").decode()

    @property
    def called(self) -> str:
        """The values as a call, in the way the rules' documentation writes it."""
        given = dict(self.values or {})
        if "form" in self.expected:
            given["form"] = self.expected["form"]
        return "format({})".format(", ".join(f'{field}="{value}"' for field, value in given.items()))

    @property
    def day(self) -> str | None:
        """The day of judgement; an empty one leaves it to the record."""
        return self.expected.get("as_of", DAY) or None


def codes() -> list[str]:
    """The codes that have a file."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def read(code: str) -> dict[str, Any]:
    """The content of a file; every scalar is text."""
    text = (FOLDER / f"{code}.yaml").read_text(encoding="utf-8")
    content: dict[str, Any] = yaml.load(text, yaml.BaseLoader)  # noqa: S506  makes nothing but text
    return content


def cases(code: str) -> list[Case]:
    """The cases of a file in its order."""
    content = read(code)
    lists = {kind: content.pop(kind) for kind in ("valid", "invalid", "noted") if kind in content}
    return [_case(code, kind, content, entry) for kind, entries in lists.items() for entry in entries]


def _case(code: str, kind: str, common: dict[str, Any], entry: str | dict[str, Any]) -> Case:
    own = {"name": entry} if isinstance(entry, str) else entry
    expected = {**common, **own}
    return Case(code, kind, expected.pop("name", None), expected.pop("values", None), expected)
