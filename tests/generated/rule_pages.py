"""Write `docs/rules/` from the rule files: a page for each rule, and the table of all.

python -m tests.generated.rule_pages
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from mops_taxonomy.rules import all_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.rules.rule import Rule

TARGET = Path(__file__).parents[2] / "docs" / "rules"

FAMILIES = {
    "MT10": "The shape of a name",
    "MT11": "The shape of a name",
    "MT12": "The shape of a name",
    "MT13": "Values that a name is written from",
    "MT2": "Vocabularies and life cycle",
    "MT3": "Records",
    "MT4": "Portfolio and hierarchy",
    "MT5": "Across systems",
    "MT6": "Tracking links",
    "MT7": "Outside readers",
    "MT9": "The taxonomy itself",
}

_CERTAINTY = {
    "certain": "",
    "likely": " It reports the best explanation of several.",
    "unknown": " It reports what cannot be decided from the name alone.",
}

_PAGE = """\
# {code}: {title}

{severity}.{certainty}

{why}

Not so:

```text
{bad}
```

But so:

```text
{good}
```

**What to do.** {repair}
{consequence}
[All rules](README.md)
"""

_INDEX = """\
# Rules

Each rule has one code, and codes never change meaning. An error makes a name invalid, a warning does not. A
taxonomy may decide otherwise, for one code or for the beginning of several:
`severity: {{MT205: error, MT12: info}}`.

These pages are made from the files of `mops_taxonomy/rules` by `python -m tests.generated.rule_pages`.
{tables}"""


def render(rule: Rule) -> str:
    """The page of one rule."""
    parts = rule._asdict() | {
        "severity": f"An {rule.severity}" if rule.severity in {"error", "info"} else f"A {rule.severity}",
        "certainty": _CERTAINTY[rule.certainty],
        "consequence": f"\n**Otherwise** {rule.consequence}.\n" if rule.consequence else "",
    }
    return _PAGE.format(**parts)


def render_index(rules: list[Rule]) -> str:
    """The table of all rules, by family."""
    return _INDEX.format(tables="".join(_tables(rules)))


def _tables(rules: list[Rule]) -> Iterator[str]:
    for family, members in groupby(rules, key=_family):
        yield f"\n## {family}\n\n| code | rule | severity |\n|---|---|---|\n"
        for rule in members:
            yield f"| [{rule.code}]({rule.code}.md) | {rule.title} | {rule.severity} |\n"


def _family(rule: Rule) -> str:
    return next(title for code, title in FAMILIES.items() if rule.code.startswith(code))


def pages() -> dict[str, str]:
    """Every file of the folder and its text."""
    rules = all_rules()
    return {"README.md": render_index(rules)} | {f"{rule.code}.md": render(rule) for rule in rules}


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    for page, text in pages().items():
        (TARGET / page).write_text(text, encoding="utf-8")
