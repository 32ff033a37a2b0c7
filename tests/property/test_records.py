"""Laws of records: they are judged without fail, with the same verdict as their names, in whatever order."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from mops_taxonomy import Taxonomy
from mops_taxonomy.portfolio import Portfolio
from mops_taxonomy.testing import documents, portfolios_of

if TYPE_CHECKING:
    from mops_taxonomy.finding import Finding, Report
    from mops_taxonomy.records import Campaign, Program


@st.composite
def governed(draw: st.DrawFn) -> tuple[Taxonomy, list[Program | Campaign]]:
    """A random taxonomy and records under it; one day, or revision, may judge them all."""
    taxonomy = Taxonomy.load(draw(documents()))
    return taxonomy, draw(portfolios_of(taxonomy))


DAYS = st.sampled_from([None, "r1", "r2", "2026-06-15"])


def told(report: Report) -> Counter[str]:
    """What was found on records one by one, with everything that it says, in whatever order.

    Of two doubles, or two partners alike, the first may count: those rules are left out.
    """
    alone = [one for one in report.findings if not one.code.startswith(("MT4", "MT5"))]
    return Counter(repr(finding.to_dict()) for finding in alone)


def by_name(findings: tuple[Finding, ...]) -> list[tuple[str, str, str | None]]:
    """What was found on names alone."""
    return [(one.code, one.message, one.text) for one in findings if one.code.startswith(("MT1", "MT2"))]


@given(governed(), DAYS)
def test_any_records_are_judged(drawn: tuple[Taxonomy, list[Program | Campaign]], as_of: str | None) -> None:
    """No records of no taxonomy make `check` or `reconcile` fail, and every finding names one of the records."""
    taxonomy, records = drawn
    report = taxonomy.check(records, as_of)
    assert {finding.record for finding in report.findings} <= set(map(str, records))
    taxonomy.reconcile(records, as_of)


@given(governed(), DAYS)
def test_the_verdict_on_a_name_is_that_of_its_convention(
    drawn: tuple[Taxonomy, list[Program | Campaign]], as_of: str | None
) -> None:
    """What is found on the name of a record is what its convention finds, by the same facts and day."""
    taxonomy, records = drawn
    for record in records:
        portfolio = Portfolio(taxonomy, [record], as_of)
        convention = portfolio.convention(record)
        expected = (
            ()
            if convention is None
            else convention.check(record.name, portfolio.facts(record), portfolio.day(record)).findings
        )
        found = taxonomy.check([record], as_of).findings
        assert Counter(by_name(found)) == Counter(by_name(expected))


@given(st.data(), governed(), DAYS)
def test_order_does_not_matter(
    data: st.DataObject, drawn: tuple[Taxonomy, list[Program | Campaign]], as_of: str | None
) -> None:
    """Records in another order have the same findings, each taken by itself."""
    taxonomy, records = drawn
    other = data.draw(st.permutations(records))
    assert told(taxonomy.check(records, as_of)) == told(taxonomy.check(other, as_of))
