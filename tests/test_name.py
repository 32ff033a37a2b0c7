"""Parsed names."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from mops_taxonomy.errors import AmbiguousValue
from tests.declared import convention

WHOLE: dict[str, Any] = {
    "fields": {
        "day": {"kind": "date", "format": "{YYYY}{MM}{DD}"},
        "quarter": {"kind": "date", "format": "FY{FY}Q{Q}"},
        "region": {"kind": "term", "terms": ["EMEA", "AMER"], "accept": "case"},
        "regions": {"kind": "list", "of": "region", "separator": "+"},
        "title": {"kind": "text", "characters": "^_|", "joiner": "-"},
        "vendor": {"kind": "text", "characters": "A-Za-z", "joiner": "-"},
        "version": {"kind": "integer", "format": "v{n}", "width": 2},
        "width": {"kind": "integer"},
        "height": {"kind": "integer"},
        "size": {"kind": "name", "template": "{width}x{height}"},
    }
}
PLAIN = convention("{region}_{quarter}_{vendor}", whole=WHOLE)
RICH = convention("{day}_{regions}{?-{size}}_{title}{?_{version}}", whole=WHOLE)
VAGUE = convention("{region}_{vendor}-{title}{?_{version}}", whole=WHOLE)
TEXT = "20260324_emea+AMER-300x250_Größe"


def test_parts_of_a_name() -> None:
    """Values have their own type; texts and spans are those of the name, in code points."""
    name = RICH.parse(TEXT)
    assert name.values == {
        "day": date(2026, 3, 24),
        "regions": ("EMEA", "AMER"),
        "size.width": 300,
        "size.height": 250,
        "title": "Größe",
    }
    assert name.texts == {
        "day": "20260324",
        "regions": "emea+AMER",
        "size.width": "300",
        "size.height": "250",
        "title": "Größe",
    }
    assert name.spans == {
        "day": (0, 8),
        "regions": (9, 18),
        "size.width": (19, 22),
        "size.height": (23, 26),
        "title": (27, 32),
    }
    assert (name.form, name.text, str(name), name.ambiguous) == ("1", TEXT, TEXT, ())


def test_asking_for_a_field() -> None:
    """A name inside is a dict; a field that is absent or unknown raises KeyError, and `get` gives a default."""
    name = RICH.parse(TEXT)
    assert name["size"] == {"width": 300, "height": 250}
    assert (name["size.width"], name.get("version"), name.get("version", 1), name.get("title")) == (
        300,
        None,
        1,
        "Größe",
    )
    for field in ("version", "colour", "siz"):
        assert field not in name
        with pytest.raises(KeyError, match=field):
            name[field]


def test_a_name_is_a_mapping_of_its_values() -> None:
    """It can be walked, counted and made a dict."""
    name = RICH.parse(TEXT)
    assert list(name) == list(name.keys()) == ["day", "regions", "size.width", "size.height", "title"]
    assert len(name) == 5
    assert "day" in name
    assert dict(name) == name.values


def test_plain_data() -> None:
    """For JSON, dates and periods are text and lists are lists."""
    assert json.loads(json.dumps(RICH.parse(TEXT).to_dict())) == {
        "name": TEXT,
        "form": "1",
        "values": {
            "day": "2026-03-24",
            "regions": ["EMEA", "AMER"],
            "size.width": 300,
            "size.height": 250,
            "title": "Größe",
        },
    }
    assert PLAIN.parse("EMEA_FY27Q1_Acme").to_dict()["values"]["quarter"] == "FY2027-Q1"


def test_an_ambiguous_name() -> None:
    """What the readings share can be asked for; a disputed field raises, also by `get`, with every reading."""
    name = VAGUE.parse("EMEA_A-B-C_v01")
    assert name.values == {"region": "EMEA", "version": 1}
    assert name.ambiguous == ("vendor", "title")
    assert (name["region"], "vendor" in name, len(name)) == ("EMEA", False, 2)
    for ask in (name.__getitem__, name.get):
        with pytest.raises(AmbiguousValue) as caught:
            ask("vendor")
        assert caught.value.field == "vendor"
        assert [reading["vendor"] for reading in caught.value.readings] == ["A-B", "A"]
        assert str(caught.value) == "the name has 2 readings; vendor may be 'A-B' or 'A'"
    with pytest.raises(KeyError):
        name["colour"]
    assert name.to_dict()["ambiguous"] == ["vendor", "title"]


def test_a_reading_is_not_ambiguous() -> None:
    """Each reading of an ambiguous name has all its values."""
    found = [(name["vendor"], name["title"], name.ambiguous) for name in VAGUE.readings("EMEA_A-B-C")]
    assert found == [("A-B", "C", ()), ("A", "B-C", ())]


def test_a_field_that_only_some_readings_have() -> None:
    """A field present in some readings only is disputed."""
    one = convention(
        "{a}{?-{b}}",
        fields={"a": {"kind": "text", "characters": "a-z-"}, "b": {"kind": "text", "characters": "a-z"}},
    )
    name = one.parse("x-y")
    assert name.ambiguous == ("a", "b")
    with pytest.raises(AmbiguousValue, match=r"b may be None or 'y'|b may be 'y' or None"):
        name["b"]


def test_names_are_equal_by_text_form_and_values() -> None:
    """Two parses of one text are equal and one key; a name is not its text."""
    one, two, other = PLAIN.parse("EMEA_FY27Q1_A"), PLAIN.parse("EMEA_FY27Q1_A"), PLAIN.parse("AMER_FY27Q1_A")
    assert one == two
    assert len({one, two, other}) == 2
    assert one != other
    assert one != "EMEA_FY27Q1_A"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (
            PLAIN.parse("EMEA_FY27Q1_Acme"),
            "<Name 'EMEA_FY27Q1_Acme' 1: region='EMEA', quarter='FY2027-Q1', vendor='Acme'>",
        ),
        (VAGUE.parse("EMEA_A-B-C"), "<Name 'EMEA_A-B-C' 1: region='EMEA' ambiguous: vendor, title>"),
    ],
)
def test_repr(name: Any, shown: str) -> None:
    """A name shows its values, and what is disputed."""
    assert repr(name) == shown


def test_html_is_escaped() -> None:
    """What stands in a name cannot become markup in a notebook."""
    name = RICH.parse("20260324_EMEA_<b>&\"'")
    assert name._repr_html_() == (
        "<p><code>20260324_EMEA_&lt;b&gt;&amp;&quot;&#x27;</code> (1)</p><table>"
        "<tr><th style='text-align:left'>field</th><th>value</th><th>written</th></tr>"
        "<tr><th style='text-align:left'>day</th><td>2026-03-24</td><td><code>20260324</code></td></tr>"
        "<tr><th style='text-align:left'>regions</th><td>[&#x27;EMEA&#x27;]</td><td><code>EMEA</code></td></tr>"
        "<tr><th style='text-align:left'>title</th><td>&lt;b&gt;&amp;&quot;&#x27;</td>"
        "<td><code>&lt;b&gt;&amp;&quot;&#x27;</code></td></tr></table>"
    )


def test_html_of_an_ambiguous_name() -> None:
    """What is disputed is said below the table."""
    assert VAGUE.parse("EMEA_A-B-C")._repr_html_().endswith("</table><p>Ambiguous: vendor, title</p>")


def test_values_are_worked_out_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parsing a plain name decodes nothing; asking decodes once."""
    asked: list[str] = []

    def decode(text: str) -> Any:
        asked.append(text)
        return known(text)

    one = convention("{region}_{quarter}_{vendor}", whole=WHOLE, fields={"region": {"accept": ""}})
    form = one.forms[0]
    assert form.plain
    known = form.kinds["quarter"][0].decode
    monkeypatch.setattr(form.kinds["quarter"][0], "decode", decode)
    name = one.parse("EMEA_FY27Q1_Acme")
    assert (name.text, name.form, name.spans["vendor"], asked) == ("EMEA_FY27Q1_Acme", "1", (12, 16), [])
    assert [str(name["quarter"]), str(name["quarter"]), asked] == ["FY2027-Q1", "FY2027-Q1", ["FY27Q1"]]


def test_the_values_given_out_are_the_callers() -> None:
    """Changing the dict of values does not change the name."""
    name = PLAIN.parse("EMEA_FY27Q1_Acme")
    name.values["region"] = "changed"
    assert name["region"] == "EMEA"
