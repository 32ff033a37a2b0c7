"""Write `docs/rules/` from the rule files, those about records and taxonomies too: a page for each, and a table.

python -m tests.generated.rule_pages
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from mops_taxonomy.governance import all_rules as rules_about_records
from mops_taxonomy.lint import all_rules as rules_about_taxonomies
from mops_taxonomy.lint.rule import LintRule
from mops_taxonomy.rules import all_rules as rules_about_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mops_taxonomy.governance.rule import RecordRule
    from mops_taxonomy.rules.rule import Rule

    AnyRule = Rule | LintRule | RecordRule

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
    "unknown": " It reports what cannot be decided from here.",
}

_PAGE = """\
# {code}: {title}

{severity}.{certainty}

{why}

Not so:

```{language}
{bad}
```

But so:

```{language}
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

The rules about records, from MT301 to MT702, judge programs, campaigns and members with all that is known of them; see
[Records](../records.md). The rules about the taxonomy itself judge the file, before anyone uses it:
`mops-taxonomy lint`. The codes from MT901 to MT907 say why a file cannot be used at all;
`mops-taxonomy explain MT901` says more.

These pages are made from the files of `mops_taxonomy/rules`, `mops_taxonomy/governance` and `mops_taxonomy/lint` by
`python -m tests.generated.rule_pages`.
{tables}"""


def render(rule: AnyRule) -> str:
    """The page of one rule."""
    parts = rule._asdict() | {
        "bad": rule.bad.rstrip(),
        "good": rule.good.rstrip(),
        "severity": f"An {rule.severity}" if rule.severity in {"error", "info"} else f"A {rule.severity}",
        "certainty": _CERTAINTY[rule.certainty],
        "language": "yaml" if isinstance(rule, LintRule) else "text",
        "consequence": f"\n**Otherwise** {rule.consequence}.\n" if rule.consequence else "",
    }
    return _PAGE.format(**parts)


def render_index(rules: list[AnyRule]) -> str:
    """The table of all rules, by family."""
    return _INDEX.format(tables="".join(_tables(rules)))


def _tables(rules: list[AnyRule]) -> Iterator[str]:
    for family, members in groupby(rules, key=_family):
        yield f"\n## {family}\n\n| code | rule | severity |\n|---|---|---|\n"
        for rule in members:
            yield f"| [{rule.code}]({rule.code}.md) | {rule.title} | {rule.severity} |\n"


def _family(rule: AnyRule) -> str:
    return next(title for code, title in FAMILIES.items() if rule.code.startswith(code))


def pages() -> dict[str, str]:
    """Every file of the folder and its text."""
    rules: list[AnyRule] = [
        *rules_about_names(),
        *rules_about_records().values(),
        *rules_about_taxonomies().values(),
    ]
    return {"README.md": render_index(rules)} | {f"{rule.code}.md": render(rule) for rule in rules}


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    for page, text in pages().items():
        (TARGET / page).write_text(text, encoding="utf-8")
