"""The JSON Schema of the file: what loads is accepted, and what an editor can see to be wrong is refused."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

from mops_taxonomy.errors import InvalidTaxonomy, TemplateSyntaxError
from mops_taxonomy.fields.date_format import DateFormat
from mops_taxonomy.model import json_schema
from mops_taxonomy.testing.documents import documents
from tests.generated.json_schema import TARGET, text
from tests.model.views import VIEWS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
HEAD = "taxonomy: acme\n"
SCHEMA = Draft202012Validator(json_schema())
NOT_TAXONOMIES = {"not_written", "verdicts"}
FILES = sorted(
    [
        *(ROOT / "examples").rglob("*.yaml"),
        *(one for one in (ROOT / "tests" / "conformance").glob("*.yaml") if one.stem not in NOT_TAXONOMIES),
        *(ROOT / "tests" / "cases" / "taxonomies").glob("*.yaml"),
        ROOT / "mops_taxonomy" / "cli" / "starter.yaml",
    ]
)


def _refused(data: Any) -> str | None:
    """The JSON path of the fault that tells most, or None."""
    fault = best_match(SCHEMA.iter_errors(data))
    return None if fault is None else fault.json_path


def _properties(schema: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(schema, list):
        for number, one in enumerate(schema):
            yield from _properties(one, f"{path}[{number}]")
    if isinstance(schema, dict):
        if "additionalProperties" in schema and "properties" in schema:
            yield from ((f"{path}.{key}", one) for key, one in schema["properties"].items())
        for key, one in schema.items():
            yield from _properties(one, f"{path}.{key}")


def test_the_schema_is_one() -> None:
    """The schema keeps to the rules of its own language, and leads nowhere outside itself."""
    Draft202012Validator.check_schema(json_schema())
    references = re.findall(r'"\$ref": "(.*?)"', text())
    assert {one.rpartition("/")[0] for one in references} == {"#/$defs"}
    assert {one.rpartition("/")[2] for one in references} == set(json_schema()["$defs"])


def test_the_file_is_up_to_date() -> None:
    """The file that the package ships was written by `python -m tests.generated.json_schema`."""
    assert TARGET.read_text(encoding="utf-8") == text()
    assert json.loads(text()) == json_schema()


def test_every_key_is_described() -> None:
    """An editor explains each key, in a sentence."""
    described = {path: one.get("description") for path, one in _properties(json_schema())}
    assert len(described) > 150
    assert [path for path, words in described.items() if not words] == []


def test_keys_are_named_as_the_file_names_them() -> None:
    """Words that Python reserves keep their names in the file."""
    parts = json_schema()["$defs"]
    assert {"as", "if"} <= parts["Reader"]["properties"].keys()
    assert "except" in parts["TermField"]["properties"]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_loads_is_accepted(file: Path, view: str) -> None:
    """Every taxonomy that comes with the project is accepted, whatever types its scalars are given."""
    assert _refused(VIEWS[view](file.read_text(encoding="utf-8"))) is None


@settings(
    max_examples=50, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
@given(documents())
def test_random_taxonomies_are_accepted(document: dict[str, Any]) -> None:
    """Whatever loads is accepted, not only what somebody thought of."""
    assert _refused(document) is None


SHORT_FORMS = [
    "vocabularies: {v: {terms: [A, 01, NO, null, 2026.10]}}",
    "vocabularies: {v: {terms: {A: , B: Beta, 01: {label: 1.50, aliases: NO}}}}",
    "vocabularies: {v: {owner: , policy: open, characters: a-z}}",
    "channels: {W: , E: Email, D: {statuses: [Sent, {name: null}, 1]}, F: {statuses: Sent}}",
    "systems: {netsuite: , utm: {}, sap: {max_length: '031', forbidden: 0}}",
    "revisions: {r1: 2026-02-28}\nversion: 2026.10\nfiscal_year_start: '02'",
    "fields: {f: {kind: integer, width: '02', min: 007, format: 'v{n}'}}",
    "fields: {f: {kind: text, except: Test, role: , accept: case, prefer: shortest, max_length: '40'}}",
    "fields: {f: {kind: term, terms: {A: Alpha}, accept: [case, aliases], only: A, case: }}",
    "fields: {f: {kind: list, of: g, separator: +, unique: true}, g: {kind: term, terms: [1, 2]}}",
    "conventions: {c: {forms: x}}",
    "conventions: {c: {forms: [x, {template: 2026, name: , when: {a: b, c: [1, true, null]}}], systems: marketo}}",
    "fields: {f: {label: F}}\nconventions: {c: {fields: {f: {kind: text}}, forms: ['{f}']}}",
    "fields: {f: {label: F}}\nconventions: {c: {forms: [{template: '{f}', fields: {f: {kind: text}}}]}}",
    "fields: {f: {kind: text, case: title}}\nconventions: {c: {fields: {f: {case: '', role: }}, forms: ['{f}']}}",
    "fields: {f: {kind: integer}}\nconventions: {c: {fields: {f: {kind: text, format: ''}}, forms: ['{f}']}}",
    "fields: {f: {kind: text}}\nconventions: {c: {fields: {f: }, forms: ['{f}']}}",
    "conventions: {c: {forms: [x], examples: {valid: x, invalid: [1, NO, {name: y, readings: '2'}]}}}",
    "conventions: {c: {forms: [x], examples: , derived: {utm: '{}x', id: {template: '{}', change: lower}}}}",
    "conventions: {c: {forms: [x], derived: {utm: [{template: a, change: [{keep: 0-9}, {replace: {a: 1}}]}]}}}",
    "conventions: {c: {forms: [x], severity: {MT1: off}}}\nseverity: {MT118: error}",
    "readers: {r: {first: 8, as: '{YYYY}'}, s: {contains: x, starts_with: }}",
    "channels: {W: {message: operational}, E: {message: }}",
    "requirements: [{fields: start}, {object: campaign, when: {channel: [W, 1], paid: true}, min: {cost: 0.5}}]",
    "requirements: [{values: {status: [Planned, NO], type: null}, min: {cost: '1'}, effect: 1, object: }]",
    "tables: {t: {inputs: m, gives: g, rows: {when: {m: [a, '', 1]}, gives: NO}}}",
    "tables: {t: {inputs: m, gives: g, rows: [{when: {m: ''}, gives: none}]}}",
    "requirements: [{fields: , values: {}, min: {cost: 1}, when: }, {fields: start, when: {a: ''}}]",
    "tables: {t: {inputs: [a, b], gives: g, case: exact, rows: [{when: {a: '*', b: x*}, gives: 1}], otherwise: no}}",
    "waivers: [{rules: MT4, names: x, owner: 1, reason: NO}]",
    "conventions: {c: {forms: [x]}}\nsources: [{files: '*.csv', convention: c, column: Name}]",
]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("source", SHORT_FORMS)
def test_short_forms_are_accepted(load: Callable[..., dict[str, Any]], source: str, view: str) -> None:
    """Each short form that the loader takes is no fault to an editor."""
    load(HEAD + source)
    assert _refused(VIEWS[view](HEAD + source)) is None


BROKEN = [
    ("colour: red", "$"),
    ("version: [1]", "$.version"),
    ("fiscal_year_start: 0", "$.fiscal_year_start"),
    ("vocabularies: {v: {terms: {A: {labl: x}}}}", "$.vocabularies.v.terms.A"),
    ("vocabularies: {v: {terms: [A], policy: shut}}", "$.vocabularies.v.policy"),
    ("vocabularies: {V: {terms: [A]}}", "$.vocabularies"),
    ("channels: {W: {statuses: [{name: A, step: first}]}}", "$.channels.W.statuses[0].step"),
    ("channels: {W: {statuses: [{default: true}]}}", "$.channels.W.statuses[0]"),
    ("fields: {f: {kind: number}}", "$.fields.f.kind"),
    ("fields: {f: {kind: text, width: 2}}", "$.fields.f.width"),
    ("fields: {f: {kind: text, colour: 2}}", "$.fields.f"),
    ("fields: {f: {kind: date, format: '{YYYY}{mm}'}}", "$.fields.f.format"),
    ("fields: {f: {kind: date, format: ['{YYYY}', '{Y}']}}", "$.fields.f.format[1]"),
    ("fields: {f: {kind: integer, format: [v, '{n}']}}", "$.fields.f.format[0]"),
    ("fields: {f: {kind: integer, width: 19}}", "$.fields.f.width"),
    ("fields: {f: {kind: integer, width: '0'}}", "$.fields.f.width"),
    ("fields: {f: {kind: term, terms: [A], accept: [cases]}}", "$.fields.f.accept[0]"),
    ("conventions: {c: {forms: [{templat: x}]}}", "$.conventions.c.forms[0]"),
    ("conventions: {c: {forms: [x], fields: {f: {widht: 2}}}}", "$.conventions.c.fields.f"),
    ("conventions: {c: {forms: [{template: x, fields: {f: {kind: text, min: 2}}}]}}",
     "$.conventions.c.forms[0].fields.f.min"),
    ("conventions: {c: {forms: [{template: x, since: 1.2.26}]}}", "$.conventions.c.forms[0].since"),
    ("conventions: {c: {forms: [x], examples: {vaild: [x]}}}", "$.conventions.c.examples"),
    ("conventions: {c: {forms: [x], derived: {utm: {template: x, chnge: lower}}}}", "$.conventions.c.derived.utm"),
    ("readers: {r: {contains: x, match: words}}", "$.readers.r.match"),
    ("channels: {W: {message: promotional}}", "$.channels.W.message"),
    ("requirements: [{object: member, fields: start}]", "$.requirements[0].object"),
    ("requirements: {fields: start}", "$.requirements"),
    ("requirements: [{object: program, when: {a: b}}]", "$.requirements[0]"),
    ("requirements: [{fields: [], when: {a: b}}]", "$.requirements[0].fields"),
    ("requirements: [{fields: start, when: {a: []}}]", "$.requirements[0].when.a"),
    ("requirements: [{values: {status: []}}]", "$.requirements[0].values.status"),
    ("tables: {t: {inputs: m, gives: g, rows: [{gives: b}]}}", "$.tables.t.rows[0]"),
    ("tables: {t: {inputs: m, gives: g, rows: [{when: {}, gives: b}]}}", "$.tables.t.rows[0].when"),
    ("tables: {t: {inputs: m, gives: g, rows: [{when: {m: []}, gives: b}]}}", "$.tables.t.rows[0].when.m"),
    ("tables: {t: {inputs: [], gives: g, rows: [{when: {m: a}, gives: b}]}}", "$.tables.t.inputs"),
    ("tables: {t: {inputs: m, gives: g, rows: [{when: {m: a}}]}}", "$.tables.t.rows[0]"),
    ("severity: {MT1: ignore}", "$.severity.MT1"),
    ("sources: {files: x, convention: c}", "$.sources"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "path"), BROKEN)
def test_what_is_wrong_is_refused_at_its_place(
    load: Callable[..., dict[str, Any]], source: str, path: str
) -> None:
    """The editor points at the value, or at the mapping that has a key too many or too few; and it does not load."""
    with pytest.raises(InvalidTaxonomy):
        load(HEAD + source)
    assert _refused(VIEWS["YAML 1.2"](HEAD + source)) == path


UNSEEN = {
    "the reader of YAML drops the second of two equal keys before the schema is asked": [
        "shape: a repeated key",
        "terms: a code twice in a mapping",
    ],
    "01 and 1 are two codes, but one number: equal items may be different texts": [
        "terms: a code twice in a list"
    ],
    "numbers may be texts to an editor": [
        "records: a least amount that is no number",
        "records: a least amount without an end",
    ],
    "no value and the text null are one to an editor": ["records: a row for no text"],
    "quotes cannot be seen": ["shape: a quoted true"],
    "normal forms cannot be seen": ["terms: a code that is not NFC"],
    "it depends on another part of the file": [
        "channels: a channel replaced by nobody",
        "channels: a status twice",
        "channels: decreasing steps",
        "channels: two default statuses",
        "conventions: a combination of a field with itself",
        "conventions: a combination of absent codes",
        "conventions: a combination of an absent field",
        "conventions: a combination that allows absent codes",
        "conventions: a combination without parents",
        "conventions: a field that does not exist",
        "conventions: a form name twice",
        "conventions: a form that succeeds itself",
        "conventions: a revision that does not exist",
        "conventions: a successor that does not exist",
        "conventions: a system that does not exist",
        "conventions: a template in a block",
        "conventions: an example of an absent derived name",
        "conventions: an example of an absent field",
        "conventions: an example of an absent form",
        "conventions: an example of an absent reader",
        "conventions: an example of an absent revision",
        "conventions: an example with a reading of absent fields",
        "conventions: an example with an absent value",
        "conventions: an object that does not exist",
        "conventions: conventions in a circle",
        "conventions: inner values that do not exist",
        "conventions: spellings of nobody",
        "fields: a convention that does not exist",
        "fields: a list of what does not exist",
        "fields: a vocabulary that does not exist",
        "fields: an only that does not exist",
        "fields: fields in a circle",
        "fields: open without characters",
        "fields: spellings of a system that does not exist",
        "fields: text keys on a closed list",
        "records: a row that asks what the table does not",
        "records: a table of channels that do not exist",
        "records: a table with an input twice",
        "rest: a reader in a system that does not exist",
        "rest: a source of an absent convention",
        "terms: a parent that does not exist",
        "terms: a parent without parents",
        "terms: a parents vocabulary that does not exist",
        "terms: a revision that does not exist",
        "terms: a successor that does not exist",
        "terms: a term that succeeds itself",
        "terms: a vocabulary named channels",
        "terms: an alias of two terms",
        "terms: an alias that is a code",
        "terms: characters on a closed vocabulary",
        "terms: review without characters",
        "terms: two terms alike in a system",
    ],
    "two values are compared": [
        "conventions: since after until",
        "fields: a bound wider than the width",
        "fields: a greatest number below the least",
        "fields: a latest day before the earliest",
        "fields: a text longer at least than at most",
        "fields: an overlay that is wrong",
        "fields: dates of different precision",
        "fields: more items at least than at most",
        "rest: a waiver that ends before it begins",
        "terms: since after until",
    ],
    "templates, patterns and sets of characters are languages of their own": [
        "conventions: a change that cannot be read",
        "conventions: a field that stands twice",
        "conventions: a field that stands twice inside a name",
        "conventions: a form that can be empty",
        "conventions: a quote in a quoted template",
        "conventions: a template that cannot be read",
        "fields: a pattern that is not regular",
        "fields: a pattern with an anchor",
        "fields: characters that cannot be read",
        "rest: a reader's pattern that cannot be read",
    ],
}
"""What the loader refuses and the schema cannot, with the reason."""


def _refusals() -> Iterator[tuple[str, str]]:
    for file in sorted((Path(__file__).parent / "refusals").glob("*.txt")):
        for case in file.read_text(encoding="utf-8").split("### ")[1:]:
            title, _, rest = case.partition("\n")
            yield f"{file.stem}: {title}", rest.rpartition("\n---\n")[0]


def test_what_the_loader_refuses_is_refused() -> None:
    """Every fault of shape that the loader knows is seen, but for those that are listed here with the reason."""
    unseen = [name for name, source in _refusals() if _refused(VIEWS["YAML 1.2"](source)) is None]
    assert sorted(unseen) == sorted(name for names in UNSEEN.values() for name in names)


_PIECES = st.lists(st.sampled_from(["{", "}", "{YYYY}", "{FY}", "{MM}", "{DD}", "{Q}", "{x}", "-", "é", "Q"]))


@given(_PIECES.map("".join))
def test_date_formats_that_can_be_read_are_accepted(form: str) -> None:
    """The pattern for date formats refuses none that the engine reads."""
    try:
        DateFormat.parse(form)
    except TemplateSyntaxError:
        return
    field = {"kind": "date", "format": form}
    assert _refused({"taxonomy": "t", "fields": {"f": field}}) is None
