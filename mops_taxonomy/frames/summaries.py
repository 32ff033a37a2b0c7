"""Checked columns, summed up."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from mops_taxonomy.frames.source import listed, table_of
from mops_taxonomy.judgement import is_unknown

__all__ = ["Summary", "summary"]

_COMPLIANCE = {"names": "integer", "valid": "integer", "compliance": "share"}
_FINDINGS = {"code": "text", "field": "text", "names": "integer"}


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
        by: the groups: a column of the same length, or what a column of the frame is called; without it, all is one
            group, null.
        column: which column of names is meant, of a frame that `check_frame` gave.

    Raises:
        ValueError: `by` is of another length, or there are no such columns.
    """
    table = table_of(checked)
    engine = table.engine
    valid, code, field = (
        engine.listed(engine.column(checked, _called(engine.names(checked), verdict, column)))
        for verdict in ("valid", "code", "field")
    )
    if isinstance(by, str):
        by = table.column(by)
    groups = [None] * len(valid) if by is None else [None if is_unknown(one) else one for one in listed(by)]
    if len(groups) != len(valid):
        raise ValueError(f"by has {len(groups):,} rows for {len(valid):,} names")
    found = Counter((one, other) for one, other in zip(code, field, strict=True) if one is not None)
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0][0], item[0][1] or ""))
    findings = {
        "code": [one for (one, _), _ in ranked],
        "field": [one for (_, one), _ in ranked],
        "names": [count for _, count in ranked],
    }
    compliance = _compliance(valid, groups)
    grouped = {} if any(group is not None for group in compliance["group"]) else {"group": "text"}
    return Summary(engine.table(compliance, _COMPLIANCE | grouped), engine.table(findings, _FINDINGS))


def _called(names: list[Any], verdict: str, column: str | None) -> str:
    """What a verdict's column is called. A field may have its name; verdicts come behind the fields.

    Raises:
        ValueError: there is none.
    """
    prefix = "" if column is None else f"{column}."
    found = [name for name in names if isinstance(name, str) and name.rstrip("_") == prefix + verdict]
    if found:
        return found[-1]
    checked = [
        name.removesuffix(".code") for name in names if isinstance(name, str) and name.endswith(".code")
    ]
    if checked:
        raise ValueError(f"say which column of names is meant: column={' or '.join(map(repr, checked))}")
    raise ValueError(
        f"no column {prefix}{verdict}: a summary is made of what check_column or check_frame gave"
    )


def _compliance(valid: list[Any], groups: list[Any]) -> dict[str, list[Any]]:
    counts = Counter((group, one) for group, one in zip(groups, valid, strict=True) if one is not None)
    each = list(dict.fromkeys(group for group, _ in counts))
    good = [counts[group, True] for group in each]
    names = [right + counts[group, False] for group, right in zip(each, good, strict=True)]
    shares = [right / all_of_them for right, all_of_them in zip(good, names, strict=True)]
    return {"group": each, "names": names, "valid": good, "compliance": shares}
