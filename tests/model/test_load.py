"""Loading: what comes out of a taxonomy that is right, and how a wrong source is reported."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mops_taxonomy.document import read_document
from mops_taxonomy.errors import InvalidTaxonomy
from mops_taxonomy.model import TaxonomyModel, load_model
from mops_taxonomy.model.field import TextField

if TYPE_CHECKING:
    from collections.abc import Callable

_REFERENCE = Path(__file__).parents[2] / "examples" / "reference.yaml"


@pytest.fixture(scope="module")
def reference() -> dict[str, Any]:
    """The complete example, resolved."""
    return load_model(_REFERENCE)[0]


def _plain(node: Any) -> Any:
    """A document as Python would write it: text, booleans, lists and dicts."""
    if isinstance(node, dict):
        return {str(key): _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(item) for item in node]
    return node == "true" if node in {"true", "false"} else str(node)


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)} = {_toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value)


def test_the_reference_is_plain_data(reference: dict[str, Any]) -> None:
    """What is resolved survives JSON unchanged, so that it can be kept."""
    assert json.loads(json.dumps(reference)) == reference


def test_the_reference_has_every_part(reference: dict[str, Any]) -> None:
    """Every key of the file has its place in the resolved form."""
    assert {key: len(value) for key, value in reference.items() if isinstance(value, dict | list)} == {
        "calendar": 2,
        "revisions": 2,
        "vocabularies": 4,
        "channels": 3,
        "systems": 1,
        "conventions": 4,
        "readers": 3,
        "requirements": 0,
        "tables": 0,
        "waivers": 2,
        "severity": 2,
        "sources": 1,
    }


def test_the_formats_say_the_same(reference: dict[str, Any], tmp_path: Path) -> None:
    """YAML, TOML, JSON, a mapping and a model are one taxonomy."""
    plain = _plain(read_document(_REFERENCE).data)
    (tmp_path / "t.json").write_text(json.dumps(plain), encoding="utf-8")
    lines = [f"{key} = {_toml(value)}" for key, value in plain.items()]
    (tmp_path / "t.toml").write_text("\n".join(lines), encoding="utf-8")
    sources = [tmp_path / "t.json", tmp_path / "t.toml", plain, TaxonomyModel.model_validate(plain)]
    assert [load_model(source)[0] == reference for source in sources] == [True] * 4


def test_the_origin_of_a_file() -> None:
    """A loaded file is known by its path and by the hash of its content."""
    _, origin = load_model(str(_REFERENCE))
    assert origin == {
        "file": str(_REFERENCE),
        "sha256": hashlib.sha256(_REFERENCE.read_bytes()).hexdigest(),
    }


def test_steps_are_filled_in(reference: dict[str, Any]) -> None:
    """A status without a step comes ten after the one before it."""
    assert [status["step"] for status in reference["channels"]["WBN"]["statuses"]] == [10, 20, 30, 30, 40]


def test_channels_are_a_vocabulary(reference: dict[str, Any]) -> None:
    """The channels are terms with codes per system."""
    assert reference["vocabularies"]["channels"]["terms"]["WBN"] == {
        "label": "Webinar",
        "aliases": ["Webinar"],
        "codes": {"utm": "webinar"},
        "parent": None,
        "since": None,
        "until": None,
        "replaced_by": None,
    }


def test_revisions_become_days(reference: dict[str, Any]) -> None:
    """Terms, forms and examples that name a revision hold its day."""
    program = reference["conventions"]["program"]
    assert (
        reference["vocabularies"]["region"]["terms"]["APAC"]["since"],
        program["forms"][0]["since"],
        program["examples"]["valid"][0]["as_of"],
    ) == ("2026-02-01", "2026-02-01", "2026-02-01")


def test_limits_are_gathered(reference: dict[str, Any]) -> None:
    """A limit of the convention's own has no system; one of the taxonomy's own is declared."""
    conventions = reference["conventions"]
    assert [limit["system"] for limit in conventions["program"]["limits"]] == ["marketo", "salesforce"]
    assert conventions["tag"]["limits"] == [
        {
            "system": "netsuite",
            "max_length": 31,
            "unit": "characters",
            "forbidden": "&<>",
            "avoid": "",
            "avoid_why": "",
            "status": "declared",
            "source": "finance wiki 2025-11-02",
        }
    ]
    assert (
        conventions["utm_content"]["limits"][0]["system"],
        conventions["utm_content"]["limits"][0]["max_length"],
    ) == (
        None,
        60,
    )


def test_overlays_are_laid(reference: dict[str, Any]) -> None:
    """Form over convention over taxonomy; an empty value takes a key away."""
    conventions = reference["conventions"]
    assert conventions["program"]["forms"][0]["fields"]["channel"]["only"] == ["EML"]
    assert conventions["program"]["forms"][1]["fields"]["channel"]["only"] is None
    title = conventions["tag"]["forms"][0]["fields"]["title"]
    assert (title["max_length"], title["min_length"], title["prefer"]) == (22, 3, None)
    assert conventions["utm_content"]["forms"][0]["fields"]["region"]["accept"] == []


def test_a_convention_speaks_for_its_fields(reference: dict[str, Any]) -> None:
    """`case` and `codes` of a convention hold for every field that says nothing itself."""
    fields = reference["conventions"]["utm_content"]["forms"][0]["fields"]
    assert {name: (field["case"], field.get("codes")) for name, field in fields.items()} == {
        "quarter": ("lower", None),
        "region": ("lower", "utm"),
        "channel": ("lower", "utm"),
    }


def test_names_and_lists_hold_their_fields(reference: dict[str, Any]) -> None:
    """The fields inside a list and inside a name are resolved in place."""
    ad = reference["conventions"]["ad"]["forms"][0]["fields"]
    event = reference["conventions"]["program"]["forms"][1]["fields"]
    assert (
        list(ad["size"]["fields"]),
        ad["program"]["convention"],
        event["countries"]["of"]["vocabulary"],
    ) == (
        ["width", "height"],
        "program",
        "country",
    )


def test_review_takes_the_shape_of_the_vocabulary(reference: dict[str, Any]) -> None:
    """A field without text keys has those of its vocabulary."""
    topic = reference["conventions"]["program"]["forms"][0]["fields"]["topic"]
    assert (topic["policy"], topic["text"]["characters"], topic["text"]["min_length"]) == (
        "review",
        "A-Za-z0-9",
        1,
    )


def test_text_is_text_as_written(load: Callable[..., dict[str, Any]]) -> None:
    """What other readers of YAML take for a boolean, a number, a day or nothing stays text."""
    plain = load(
        "taxonomy: acme\nversion: 2026.10\nvocabularies:\n"
        "  v: {terms: {NO: Norway, 01: null, null: 2026-01-01, yes: 1e3}}\n  w: {terms: [NO, 0x1F, ~]}\n"
    )
    terms = plain["vocabularies"]["v"]["terms"]
    assert plain["version"] == "2026.10"
    assert {code: term["label"] for code, term in terms.items()} == {
        "NO": "Norway",
        "01": "null",
        "null": "2026-01-01",
        "yes": "1e3",
    }
    assert list(plain["vocabularies"]["w"]["terms"]) == ["NO", "0x1F", "~"]


def test_python_values_are_read() -> None:
    """A mapping from Python may hold numbers, days, booleans, tuples, None and models."""
    plain, origin = load_model(
        {
            "taxonomy": "acme",
            "version": 3,
            "revisions": {"r1": dt.date(2026, 1, 1)},
            "fields": {
                "a": TextField(kind="text", characters="a-z", max_length=3),
                "n": {"kind": "integer", "max": 9},
            },
            "conventions": {
                "c": {"forms": ({"template": "{a}{n}", "since": "r1", "until": None},), "max_length": 4}
            },
        }
    )
    form = plain["conventions"]["c"]["forms"][0]
    assert origin == {"file": None, "sha256": None}
    assert (
        plain["version"],
        form["since"],
        form["fields"]["n"]["max"],
        form["fields"]["a"]["max_length"],
    ) == (
        "3",
        "2026-01-01",
        9,
        3,
    )


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            {"taxonomy": "acme", "conventions": {"program": {"forms": [{"template": "{launch"}]}}},
            "conventions.program.forms.0.template: MT907 this `{` is not closed\n    {launch\n    ^",
        ),
        ({}, "taxonomy: MT905 the taxonomy needs the key 'taxonomy'"),
        (
            {"taxonomy": "acme", "fields": {"a": {"kind": "text", "max_length": True}}},
            "fields.a.max_length: MT905 a whole number is wanted here, not 'true'",
        ),
        ({"taxonomy": "acme", "x": object()}, "x: MT901 a object cannot stand in a taxonomy"),
    ],
)
def test_data_from_python_is_located_by_its_path(source: dict[str, Any], text: str) -> None:
    """Without a file the place is the dotted path."""
    with pytest.raises(InvalidTaxonomy) as caught:
        load_model(source)
    assert str(caught.value) == text


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A missing file is one clear line."""
    path = tmp_path / "none.yaml"
    with pytest.raises(InvalidTaxonomy) as caught:
        load_model(path)
    assert str(caught.value) == f"{path}: MT901 cannot read the file: no such file or directory"


def test_all_errors_are_reported_in_the_order_of_the_file(refusal: Callable[..., str]) -> None:
    """One load reports unknown keys, wrong values, absent references and bad templates together."""
    text = refusal(
        "taxonomy: acme\nversion: 1\nversion: 2\ncolour: red\n"
        "fields: {a: {kind: text, max_length: long}}\n"
        "conventions: {c: {systems: [marketoo], forms: ['{a}_{b'], since: x}}\n"
    )
    codes = [line.split(": ")[1].split()[0] for line in text.splitlines() if line.startswith("t.yaml")]
    assert codes == ["MT903", "MT902", "MT905", "MT904", "MT907", "MT902"]


def test_findings_carry_their_parts(refusal: Callable[..., str], tmp_path: Path) -> None:
    """A finding knows its rule, place, text and suggestions, for tools that read it."""
    refusal("taxonomy: acme\nconventons: {}\n")
    with pytest.raises(InvalidTaxonomy) as caught:
        load_model(tmp_path / "t.yaml")
    assert caught.value.findings[0].to_dict() == {
        "code": "MT902",
        "rule": "unknown_key",
        "severity": "error",
        "certainty": "certain",
        "message": "'conventons' is not a key of a taxonomy; did you mean 'conventions'?",
        "span": [0, 10],
        "found": "conventons",
        "suggestions": [{"text": "conventions"}],
        "place": {"file": str(tmp_path / "t.yaml"), "line": 2, "column": 1},
    }
