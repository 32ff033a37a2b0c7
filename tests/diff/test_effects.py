"""What a change does to names, proved or shown by a name that the parser confirms."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings

from mops_taxonomy.diff import IMPACTS, Diff, compared
from mops_taxonomy.proofs import ambiguity, comparison
from mops_taxonomy.proofs.verdict import PROVED, undecided
from mops_taxonomy.testing import taxonomies
from tests import declared

if TYPE_CHECKING:
    from types import ModuleType

    from mops_taxonomy import Taxonomy

TODAY = date(2026, 3, 24)
TERMS: dict[str, Any] = {"EMEA": {}, "NA": {}, "APJ": {"since": "2025-01-01"}}
FIELDS: dict[str, Any] = {
    "region": {"kind": "term", "terms": TERMS},
    "title": {"kind": "text", "characters": "a-z", "max_length": 9},
    "size": {"kind": "integer", "format": "s{n}", "max": 50},
}
FORM = "{region}_{title}"


def taxonomy(*forms: Any, fields: dict[str, Any] | None = None, **own: Any) -> Taxonomy:
    """A taxonomy of one convention, `c`; `fields` are laid over the usual ones."""
    merged = {
        name: {**FIELDS.get(name, {}), **(fields or {}).get(name, {})} for name in {*FIELDS, *(fields or {})}
    }
    return declared.taxonomy({"c": {"forms": list(forms or [FORM]), **own}}, fields=merged)


def diffed(old: Taxonomy, new: Taxonomy, day: date = TODAY) -> Diff:
    """The newer against the older one."""
    before, after = ({name: one.convention(name) for name in one.conventions} for one in (old, new))
    return compared(old.resolved, new.resolved, before, after, day)


def told(diff: Diff) -> list[str]:
    """The effects as `breaking: message`."""
    return [f"{effect.impact}: {effect.message}" for effect in diff.effects]


ACCEPTED = "compatible: every name that was valid still is (proved)"
READ = "compatible: every name is read as before (proved)"


def terms(**changed: Any) -> dict[str, Any]:
    """The field `region` with other terms; None takes one away."""
    every = {**TERMS, **changed}
    return {"region": {"terms": {code: term for code, term in every.items() if term is not None}}}


def lost(name: str, why: str, day: str = "") -> str:
    """That a name is not valid any more."""
    return f"breaking: `{name}` was valid{day} and is not any more: {why}"


def gained(name: str) -> str:
    """That a name is valid now."""
    return f"compatible: `{name}` was not valid and is now"


CASES: list[tuple[Taxonomy, list[str]]] = [
    # nothing breaks
    (taxonomy(fields={"region": {"label": "Region"}}), []),
    (taxonomy(label="Campaigns"), []),
    (taxonomy(fields={"title": {"prefer": "shortest"}}), [ACCEPTED, READ]),
    (taxonomy(fields=terms(LATAM={})), [ACCEPTED, READ, gained("LATAM_a")]),
    (taxonomy(fields={"title": {"max_length": 10}}), [ACCEPTED, READ, gained("NA_aaaaaaaaaa")]),
    (taxonomy("{region}_{title}{?_{size}}"), [ACCEPTED, READ, gained("NA_a_s1")]),
    (taxonomy(FORM, "{size}"), [ACCEPTED, READ, gained("s1")]),
    # what is to come breaks nothing yet
    (taxonomy(fields=terms(NA={"until": "2026-12-31"})), [ACCEPTED, READ]),
    # something breaks
    (taxonomy(fields=terms(NA=None)), [lost("NA_a", "unknown term in `region`"), READ]),
    (
        taxonomy(fields=terms(NA={"until": "2026-02-28"})),
        [lost("NA_a", "`NA` is retired in `region`: its last day was 2026-02-28"), READ],
    ),
    (
        taxonomy(fields=terms(APJ={"since": "2025-06-01"})),
        [lost("APJ_a", "`APJ` is not in use before 2025-06-01 in `region`", " on 2025-05-31"), READ],
    ),
    (
        taxonomy(fields={"title": {"max_length": 8}}),
        [lost("NA_aaaaaaaaa", "`title` has 9 characters; at most 8 may stand there"), READ],
    ),
    (
        taxonomy(max_length=12),
        [
            lost("EMEA_aaaaaaaa", "the name has 13 characters; the convention allows 12"),
            READ,
            (
                "compatible: names may be too long for a system now, such as `EMEA_aaaaaaaaa`: "
                "it has 14 characters; the convention takes 12"
            ),
        ],
    ),
    (
        taxonomy("{region}_{headline}", fields={"headline": FIELDS["title"]}),
        [
            ACCEPTED,
            "breaking: `NA_a` is read differently: `title` was a, is absent; `headline` was absent, is a",
        ],
    ),
]


@pytest.mark.parametrize(("new", "expected"), CASES, ids=range(len(CASES)))
def test_effects(new: Taxonomy, expected: list[str]) -> None:
    """What is proved is said to be; what is not is shown by a name, and by the day where it is an earlier one."""
    assert told(diffed(taxonomy(), new)) == expected


@pytest.mark.parametrize(("new", "expected"), CASES, ids=range(len(CASES)))
def test_witnesses(new: Taxonomy, expected: list[str]) -> None:
    """A name that is shown was valid before, and is not now, or is only now."""
    old, diff = taxonomy(), diffed(taxonomy(), new)
    for effect in diff.effects:
        before, after = (
            any(
                one.convention("c").is_valid(effect.witness or "", as_of=day)
                for day in (TODAY, date(2025, 5, 31))
            )
            for one in (old, new)
        )
        if effect.kind == "removed":
            assert before
        if effect.kind == "added":
            assert (before, after) == (False, True)
    assert len(diff.effects) == len(expected)


def test_newly_ambiguous() -> None:
    """A convention that read every name in one way and does not any more breaks."""
    fields = {"a": {"kind": "text", "characters": "a-z"}, "b": {"kind": "text", "characters": "a-z-"}}
    old = taxonomy("{a}_{b}", fields=fields)
    new = taxonomy("{a}-{b}", fields={**fields, "a": {"kind": "text", "characters": "a-z-"}})
    (found,) = (effect for effect in diffed(old, new).effects if effect.path[1] == "readings")
    assert (found.impact, found.kind, found.convention) == ("breaking", "changed", "c")
    assert found.witness is not None
    assert len(list(new.convention("c").readings(found.witness))) > 1
    assert found.message.startswith(f"`{found.witness}` has two readings, and no name had two before: a=")
    back = [effect.message for effect in diffed(new, old).effects if effect.path[1] == "readings"]
    assert back == ["no name has two readings any more (proved)"]


def test_no_longer_too_long() -> None:
    """Names that fit every system now are said to."""
    found = told(diffed(taxonomy(max_length=12), taxonomy()))
    assert "compatible: no name is too long for a system any more (proved)" in found


@pytest.mark.parametrize(
    ("module", "proof", "message"),
    [
        (
            comparison,
            "still_accepted",
            "whether every name that was valid still is was not decided: too large",
        ),
        (comparison, "read_alike", "whether every name is read as before was not decided: too large"),
    ],
)
def test_not_decided(monkeypatch: pytest.MonkeyPatch, module: ModuleType, proof: str, message: str) -> None:
    """A question that stays open is told with the reason, counts for itself, and softens no change."""
    monkeypatch.setattr(module, proof, lambda *_: undecided("too large"))
    diff = diffed(taxonomy(), taxonomy(fields=terms(NA=None)))
    (found,) = (effect for effect in diff.effects if effect.impact == "undecided")
    assert (found.kind, found.message, found.witness) == ("changed", message, None)
    assert [change.impact for change in diff.changes] == ["breaking"]


def test_readings_not_decided(monkeypatch: pytest.MonkeyPatch) -> None:
    """A convention that had one reading for each name, and may not have any more, is told so."""
    verdicts = iter([PROVED, undecided("too large")])
    monkeypatch.setattr(ambiguity, "one_reading", lambda *_: next(verdicts))
    found = told(diffed(taxonomy(), taxonomy(fields=terms(LATAM={}))))
    assert "undecided: whether every name still has one reading was not decided: too large" in found


def test_proofs_settle_what_changes_mean() -> None:
    """A term that no name can hold may go; where a name shows the contrary, the change stays breaking."""
    only = taxonomy(fields={"region": {"only": ["EMEA"]}})
    gone = taxonomy(fields={"region": {"only": ["EMEA"], "terms": {"EMEA": {}}}})
    harmless, harmful = diffed(only, gone), diffed(taxonomy(), gone)
    assert {change.impact for change in harmless.changes} == {"compatible"}
    assert [effect.kind for effect in harmless.effects] == ["kept", "kept"]
    assert {change.message: change.impact for change in harmful.changes} == {
        "`region` takes only `EMEA` now; it took any value": "breaking",
        "`NA` is no longer a term of `region`": "breaking",
        "`APJ` is no longer a term of `region`": "breaking",
    }


def test_what_bears_on_no_name_is_not_proved() -> None:
    """Where only words for people changed, no proof is made and the convention is said to be untouched."""
    diff = diffed(taxonomy(), taxonomy(label="Campaigns"))
    assert (diff.effects, diff.untouched, diff.impact) == ((), ("c",), "cosmetic")


def test_nothing_changed() -> None:
    """Of a taxonomy and itself nothing is said at all."""
    diff = diffed(taxonomy(), taxonomy())
    assert (diff.changes, diff.effects, diff.untouched, diff.impact) == ((), (), (), None)


@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
@given(taxonomies(), taxonomies())
def test_random_pairs(old: Taxonomy, new: Taxonomy) -> None:
    """Any two taxonomies can be compared, and whatever is shown to be lost was a name."""
    diff = diffed(old, new)
    assert diff.impact in {*IMPACTS, None}
    for effect in diff.effects:
        if effect.kind == "added":
            assert effect.witness is not None
            assert not (old.convention("main").is_valid(effect.witness, as_of=TODAY))
