"""Checked columns, summed up."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from mops_taxonomy.frames.source import listed, table_of

__all__ = ["Summary", "summary"]


class Summary(NamedTuple):
    """Two frames.

    Attributes:
        compliance: one row for each group, in the order of its first row: `group`, how many `names`, how many of them
            are `valid`, and their share, `compliance`, from 0 to 1. Rows without a name count nowhere.
        findings: the first findings on names, the most frequent first: `code`, `field`, how many `names`.
    """

    compliance: Any
    findings: Any


def summary(checked: Any, by: Any = None, *, column: str | None = None) -> Summary:
    """Sum up what `check_column` or `check_frame` gave.

    Args:
        checked: the frame.
        by: a column of the same length whose values are the groups; without it, all is one group, null.
        column: which column of names is meant, of a frame that `check_frame` gave.

    Raises:
        ValueError: `by` is of another length.
    """
    engine = table_of(checked).engine
    prefix = "" if column is None else f"{column}."
    valid, code, field = (
        engine.listed(engine.column(checked, _called(engine.names(checked), prefix + verdict)))
        for verdict in ("valid", "code", "field")
    )
    groups = [None] * len(valid) if by is None else listed(by)
    if len(groups) != len(valid):
        raise ValueError(f"by has {len(groups):,} rows for {len(valid):,} names")
    found = Counter((one, other) for one, other in zip(code, field, strict=True) if one is not None)
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0][0], item[0][1] or ""))
    findings = {
        "code": [one for (one, _), _ in ranked],
        "field": [one for (_, one), _ in ranked],
        "names": [count for _, count in ranked],
    }
    return Summary(engine.table(_compliance(valid, groups)), engine.table(findings))


def _called(names: list[str], verdict: str) -> str:
    """What a verdict's column is called: a field may have taken its name."""
    return max(name for name in names if name.rstrip("_") == verdict)


def _compliance(valid: list[Any], groups: list[Any]) -> dict[str, list[Any]]:
    counts = Counter((group, one) for group, one in zip(groups, valid, strict=True) if one is not None)
    each = list(dict.fromkeys(group for group, _ in counts))
    good = [counts[group, True] for group in each]
    names = [right + counts[group, False] for group, right in zip(each, good, strict=True)]
    shares = [right / all_of_them for right, all_of_them in zip(good, names, strict=True)]
    return {"group": each, "names": names, "valid": good, "compliance": shares}
