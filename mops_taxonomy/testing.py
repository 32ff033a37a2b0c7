"""Hypothesis strategies: random taxonomies, and random names, values and records of any convention.

For the tests of whoever embeds the library, and for its own. Needs the extra `mops_taxonomy[testing]`.

    from hypothesis import given
    from mops_taxonomy import Taxonomy
    from mops_taxonomy.testing import names_of

    program = Taxonomy.load("taxonomy.yaml").convention("program")

    @given(names_of(program))
    def test_our_importer_keeps_every_name(name: str) -> None:
        assert imported(name) == program.parse(name).values
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import normalize

from hypothesis import strategies as st

from mops_taxonomy.algebra.language import (
    Bounded,
    Capture,
    Chars,
    Choice,
    Graph,
    Literal,
    Repeat,
    Seq,
    Words,
    variants,
)
from mops_taxonomy.errors import InvalidValues
from mops_taxonomy.structure import AlternativesPart, FieldPart, GroupPart, NamePart
from mops_taxonomy.taxonomy import Taxonomy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mops_taxonomy.algebra.charset import Charset
    from mops_taxonomy.algebra.language import Language
    from mops_taxonomy.convention import Convention
    from mops_taxonomy.fields.base import Kind
    from mops_taxonomy.structure import Part

    Draw = st.DrawFn
    Spec = dict[str, Any]

__all__ = ["days_of", "documents", "names_of", "near_names_of", "records_of", "taxonomies", "values_of"]

# -- texts, values, names and records of a convention that exists ------------------------------------------


def names_of(
    convention: Convention, record: Mapping[str, Any] | None = None, as_of: date | str | None = None
) -> st.SearchStrategy[str]:
    """Valid names of a convention: canonical ones and those in every other spelling that is read.

    Args:
        convention: any convention of a loaded taxonomy.
        record, as_of: what the names are judged by, as in `Convention.is_valid`.
    """
    asked: dict[str, Any] = {"record": record, "as_of": as_of}
    written = values_of(convention).map(lambda values: _written(convention, values, asked))
    spelt = st.one_of([_texts(form.structure.language) for form in convention.forms])
    return st.one_of(written, spelt).filter(lambda text: convention.is_valid(text, **asked))


def near_names_of(convention: Convention) -> st.SearchStrategy[str]:
    """Texts that are names of a convention but for one or two edits; now and then they still are names."""
    spelt = st.one_of([_texts(form.structure.language) for form in convention.forms])
    return st.builds(_edited, spelt, st.lists(_edits(convention), min_size=1, max_size=2))


@st.composite
def values_of(draw: Draw, convention: Convention) -> dict[str, Any]:
    """The values of a name by dotted path: fields that fit each for itself, of one form of the convention."""
    form = draw(st.sampled_from(convention.forms))
    return {path: value for part in form.parts for path, value in _values(draw, part).items()}


@st.composite
def records_of(draw: Draw, convention: Convention) -> dict[str, Any]:
    """Records as far as the forms ask for them: values that they want, others, and none."""
    wanted: dict[str, set[str]] = {}
    for form in convention.forms:
        for key, values in form.when.items():
            wanted.setdefault(key, set()).update(values)
    return {
        key: draw(st.sampled_from([*sorted(values), "", "something else", None]))
        for key, values in wanted.items()
        if draw(st.booleans())
    }


def days_of(taxonomy: Taxonomy) -> st.SearchStrategy[date]:
    """The days on which something in a taxonomy begins or ends, those beside them, and one far from all."""
    days = {date.fromisoformat(day) for day in _days_in(taxonomy.resolved)}
    around = {day + timedelta(days=by) for day in days for by in (-1, 0, 1)}
    return st.sampled_from([date(2026, 6, 15), *sorted(around)])


def _days_in(plain: Any) -> set[str]:
    if isinstance(plain, list):
        return {day for item in plain for day in _days_in(item)}
    if not isinstance(plain, dict):
        return set()
    here = {plain[key] for key in ("since", "until") if isinstance(plain.get(key), str)}
    return here.union(*map(_days_in, plain.values()))


def _written(convention: Convention, values: dict[str, Any], asked: dict[str, Any]) -> str:
    try:
        return convention.format(values, **asked)
    except InvalidValues:
        return ""


def _values(draw: Draw, part: Part) -> dict[str, Any]:
    match part:
        case FieldPart(path, kind):
            return {path: draw(_value(kind))}
        case AlternativesPart(options):
            return _values(draw, draw(st.sampled_from(options)))
        case GroupPart(parts):
            return _joined(draw, parts) if draw(st.booleans()) else {}
        case NamePart(_, forms):
            return _joined(draw, draw(st.sampled_from(forms)).parts)
    return {}


def _joined(draw: Draw, parts: Sequence[Part]) -> dict[str, Any]:
    return {path: value for part in parts for path, value in _values(draw, part).items()}


def _value(kind: Kind) -> st.SearchStrategy[Any]:
    """The values of a field, also those that no text of it is read as."""
    spec = kind.spec
    read = _texts(kind.language).map(lambda text: _read(kind, text)).filter(lambda value: value is not None)
    match spec["kind"]:
        case "term":
            return st.one_of(st.sampled_from(list(kind.terms)), read)  # type: ignore[attr-defined]
        case "integer":
            low, high = spec["min"], spec["max"]
            return st.integers(low, low + 999 if high is None else high)
        case "list":
            items = st.lists(
                _value(kind.item),  # type: ignore[attr-defined]
                min_size=spec["min"],
                max_size=min(spec["max"] or 9, spec["min"] + 2),
                unique=spec["unique"],
            )
            return items.map(tuple)
    return read


def _read(kind: Kind, text: str) -> Any:
    try:
        return kind.decode(text)
    except ValueError:
        return None


def _texts(language: Language, more: int = 3) -> st.SearchStrategy[str]:
    """Texts of a language; `more` repetitions than are needed."""
    match language:
        case Literal(text):
            return st.just(text)
        case Chars(charset):
            return _characters(charset)
        case Words(texts, fold):
            words = st.sampled_from(texts)
            return words if not fold else words.flatmap(_in_any_case)
        case Seq(parts):
            return st.tuples(*(_texts(part, more) for part in parts)).map("".join)
        case Choice(options):
            return st.one_of([_texts(option, more) for option in options])
        case Repeat(part, low, high):
            most = low + more if high is None else min(high, low + more)
            return st.lists(_texts(part, more), min_size=low, max_size=most).map("".join)
        case Bounded(part, low, high):
            fitting = _texts(part, low + 2)
            return fitting.filter(lambda text: low <= len(text) and (high is None or len(text) <= high))
        case Capture(_, part) | Graph(_, part):
            return _texts(part, more)


def _characters(charset: Charset) -> st.SearchStrategy[str]:
    if not charset:
        return st.nothing()
    plain = [c for c in "abcxyzABC019-_+ .éÉßıſ" if c in charset]
    any_of_them = st.sampled_from(charset.ranges).flatmap(lambda pair: st.integers(*pair)).map(chr)
    return st.one_of(st.sampled_from(plain), any_of_them) if plain else any_of_them


def _in_any_case(text: str) -> st.SearchStrategy[str]:
    return st.tuples(*(st.sampled_from(variants(character)) for character in text)).map("".join)


class _Edit(NamedTuple):
    at: float
    gone: int
    put: str


def _edits(convention: Convention) -> st.SearchStrategy[_Edit]:
    """Characters left out, and put in: those of the templates, and some that are right nowhere."""
    literal = {c for form in convention.forms for c in form.template if c not in "{}|?"}
    put = st.sampled_from(
        ["", *sorted(literal), *"aA1-_+ .", "\n", "\x00", "\u0301", "\ud800", "😀", "K", "ſ"]
    )
    return st.builds(_Edit, st.floats(0, 1), st.integers(0, 2), put)


def _edited(text: str, edits: list[_Edit]) -> str:
    for at, gone, put in edits:
        start = round(at * len(text))
        text = text[:start] + put + text[start + gone :]
    return text


# -- random taxonomies -------------------------------------------------------------------------------------

_REVISIONS = {"r1": "2024-01-01", "r2": "2026-02-01"}
_DAYS = ["2024-01-01", "2025-07-01", "2026-02-01"]
_DELIMITERS = st.sampled_from(["_", "-", "_", "-", " ", "|", ".", "__", " - ", "", "", "x", "é"])
_CODES = (
    st.one_of(
        st.sampled_from(
            ["A", "B", "AB", "BA", "ABA", "A-B", "A_B", "a", "ab", "É", "ß", "SS", "1", "01", "2026"]
        ),
        st.text("AaBb1-_. Éß日İ", min_size=1, max_size=3),
    )
    .map(lambda text: normalize("NFC", text))
    .filter(lambda text: text == text.strip() != "")
)
_DATES = [
    ["{YYYY}{MM}{DD}", "{YYYY}-{MM}-{DD}", "{DD}{Mon}{YY}", "{D}.{M}.{YYYY}", "{YY}{MM}{DD}", "{DD}{MM}{YY}"],
    ["{month}{D}-{YYYY}", "{D}{MON}{YYYY}"],
    ["{YYYY}-{MM}", "{Mon}{YY}", "{YY}{M}", "{MONTH}{YYYY}"],
    ["{YYYY}Q{Q}", "Q{Q}{YY}", "{YY}{QQ}"],
    ["FY{FY}Q{Q}", "{FYYY}Q{QQ}"],
    ["{YYYY}", "{YY}"],
    ["FY{FY}", "{FYYY}"],
    ["{YYYY}W{WW}", "{WW}{YY}"],
    ["W{WW}", "{WW}"],
    ["Q{Q}", "{QQ}"],
    ["{Mon}", "{M}", "{MM}"],
    ["H{H}", "{H}"],
    ["{YYYY}H{H}"],
]
_NUMBERS = st.sampled_from(["{n}", "v{n}", "{n}s", "po#{n}", "1{n}", "{n}0", "N{n}"])
_CHARACTERS = st.sampled_from(["A-Za-z0-9", "ABab", r"\p{L}", "A-Za-z_", "^_", "^-", "A-Za-z ", "AaÉé1-"])
_PATTERNS = st.sampled_from(
    [
        "[A-Z]{2}[0-9]{1,2}",
        "(a|ab)(c|bcd)?",
        "[a-c]+-?[0-9]*",
        "a?b?c?x",
        "(ab|a_b)+",
        "[^-]+",
        "x.y",
        "[a-c]*1?",
        "a?.",
    ]
)
_LEVELS = st.sampled_from(["error", "warning", "info", "off"])
_RULES = st.sampled_from(
    ["MT1", "MT2", "MT12", "MT119", "MT121", "MT122", "MT123", "MT124", "MT202", "MT205"]
)
_ERRORS = st.sampled_from(["MT104", "MT111", "MT113", "MT114", "MT116", "MT117", "MT118", "MT203", "MT206"])


def taxonomies() -> st.SearchStrategy[Taxonomy]:
    """Loaded taxonomies with random conventions; the last convention is the one with everything in it."""
    return documents().map(Taxonomy.load)


@st.composite
def documents(draw: Draw, *, simple: bool = False) -> Spec:
    """Taxonomies as their files would hold them, as plain mappings that load.

    Args:
        draw: given by hypothesis.
        simple: few fields and no other severities, so that every way to read a short text can be tried.
    """
    maker = _Maker(draw, simple=simple)
    document: Spec = {
        "taxonomy": "random",
        "version": "1",
        "fiscal_year_start": draw(st.sampled_from([1, 2, 10])),
        "fiscal_year_named_by": draw(st.sampled_from(["end", "start"])),
        "revisions": dict(_REVISIONS),
        "systems": {"utm": {}, "local": maker.limits()},
        "vocabularies": maker.vocabularies(),
        "fields": maker.fields(),
        "conventions": maker.conventions(),
    }
    if not simple and maker.sometimes(8):
        document["severity"] = maker.severity()
    return document


class _Maker:
    """Draws the parts of one taxonomy, each fitting to those before it."""

    def __init__(self, draw: Draw, *, simple: bool) -> None:
        self.draw = draw
        self.simple = simple
        self.made_vocabularies: dict[str, Spec] = {}
        self.made_fields: dict[str, Spec] = {}

    def sometimes(self, one_in: int) -> bool:
        """True for one of so many; the simplest taxonomy has nothing that is only sometimes there."""
        return self.draw(st.integers(1, one_in)) == one_in

    def one(self, *options: Any) -> Any:
        return self.draw(st.sampled_from(options))

    def limits(self) -> Spec:
        limits: Spec = {"max_length": self.one(40, 12, 8), "unit": self.one("characters", "bytes")}
        if self.sometimes(4):
            limits["forbidden"] = self.one("&", "-", "aÉ")
        return limits

    # -- vocabularies --

    def vocabularies(self) -> dict[str, Spec]:
        self.made_vocabularies["regions"] = self._vocabulary()
        if self.sometimes(2):
            parents = list(self.made_vocabularies["regions"]["terms"])
            countries = self._vocabulary()
            for term in countries["terms"].values():
                term["parent"] = self.draw(st.sampled_from(parents))
            self.made_vocabularies["countries"] = {"parents": "regions", **countries}
        return self.made_vocabularies

    def _vocabulary(self) -> Spec:
        vocabulary: Spec = {"terms": self._terms()}
        if self.sometimes(4):
            vocabulary |= {"policy": self.one("review", "open"), "help": "any word", **self._words()}
        return vocabulary

    def _words(self) -> Spec:
        """Which unlisted values are possible."""
        if self.sometimes(4):
            return {"pattern": self.draw(_PATTERNS)}
        words: Spec = {"characters": self.draw(_CHARACTERS)}
        if self.sometimes(4):
            words["joiner"] = self.one("-", "_", "+", "-_")
        return words | self._lengths()

    def _lengths(self) -> Spec:
        lengths: Spec = {}
        if self.sometimes(4):
            lengths["min_length"] = self.one(2, 3)
        if self.sometimes(3):
            lengths["max_length"] = self.one(3, 4, 6)
        return lengths

    def _terms(self) -> dict[str, Spec]:
        texts = self.draw(st.lists(_CODES, min_size=1, max_size=9, unique=True))
        codes, others = texts[:4], texts[4:]
        terms: dict[str, Spec] = {code: self._term(code, codes) for code in codes}
        for other in others:
            term = terms[self.draw(st.sampled_from(codes))]
            if self.sometimes(2):
                term.setdefault("codes", {"utm": other})
            else:
                term.setdefault("aliases", []).append(other)
        return terms

    def _term(self, code: str, codes: list[str]) -> Spec:
        term: Spec = {"label": f"the {code}"} if self.sometimes(4) else {}
        if self.sometimes(6):
            term |= self._period()
            others = [other for other in codes if other != code]
            if others and "until" in term:
                term["replaced_by"] = self.draw(st.sampled_from(others))
        return term

    def _period(self) -> Spec:
        match self.draw(st.integers(1, 3)):
            case 1:
                return {"since": self.one(*_DAYS, *_REVISIONS)}
            case 2:
                return {"until": self.one(*_DAYS, *_REVISIONS)}
        return {"since": _DAYS[0], "until": self.one(*_DAYS[1:], "r2")}

    # -- fields --

    def fields(self) -> dict[str, Spec]:
        makers = [self._term_field, self._text_field, self._integer_field, self._date_field]
        size = self.draw(st.integers(1, 3 if self.simple else 5))
        for number in range(size):
            self.made_fields[f"f{number}"] = self.draw(st.sampled_from(makers))()
        plain = list(self.made_fields)
        if self.sometimes(3):
            self.made_fields["many"] = self._list_field(self.draw(st.sampled_from(plain)))
        if self.sometimes(4):
            self.made_fields["pair"] = self._name_field(plain)
        return self.made_fields

    def _common(self) -> Spec:
        common: Spec = {"label": "a label"} if self.sometimes(8) else {}
        if self.sometimes(8):
            common["except"] = self.draw(st.lists(_CODES, min_size=1, max_size=2))
        if self.sometimes(6):
            common["case"] = self.one("lower", "upper", "title")
        return common

    def _term_field(self) -> Spec:
        field: Spec = {"kind": "term", **self._common()}
        if self.sometimes(3):
            field["terms"] = self._terms()
            codes = list(field["terms"])
        else:
            field["vocabulary"] = self.draw(st.sampled_from(list(self.made_vocabularies)))
            codes = list(self.made_vocabularies[field["vocabulary"]]["terms"])
        if self.sometimes(6):
            field["only"] = codes[:2]
        if self.sometimes(4):
            field["accept"] = self.one(["case"], ["aliases"], ["case", "aliases"])
        if self.sometimes(6):
            field["codes"] = "utm"
        if self.sometimes(8):
            field |= {"policy": self.one("review", "open"), "help": "any word", **self._words()}
        return field

    def _text_field(self) -> Spec:
        field: Spec = {"kind": "text", **self._common()}
        if "case" not in field and self.sometimes(4):
            field |= {"pattern": self.draw(_PATTERNS), "help": "see the pattern"}
        else:
            field |= self._words() if self.sometimes(2) else {"characters": self.draw(_CHARACTERS)}
            if "pattern" in field:
                field["help"] = "see the pattern"
            if "case" in field and self.sometimes(3):
                field["accept"] = ["case"]
        if self.sometimes(4):
            field["prefer"] = self.one("shortest", "longest")
        return field

    def _integer_field(self) -> Spec:
        field: Spec = {"kind": "integer", **self._common()}
        if self.sometimes(2):
            field["format"] = self.draw(st.lists(_NUMBERS, min_size=1, max_size=2, unique=True))
        if self.sometimes(3):
            field["width"] = self.one(1, 2, 3)
        if self.sometimes(3):
            field["min"] = self.draw(st.integers(0, 9))
        if self.sometimes(3):
            field["max"] = self.draw(st.integers(field.get("min", 0), 9 if "width" in field else 120))
        return field

    def _date_field(self) -> Spec:
        formats = self.draw(st.sampled_from(_DATES))
        field: Spec = {
            "kind": "date",
            "format": self.draw(st.lists(st.sampled_from(formats), min_size=1, max_size=2, unique=True)),
            **self._common(),
        }
        if self.sometimes(4):
            field["role"] = self.one("start", "end", "period")
        if self.sometimes(4):
            field |= {"min": "2020-02-01"} if self.sometimes(2) else {"max": "2030-05-31"}
        if self.sometimes(6):
            field["accept"] = ["case"]
        return field

    def _list_field(self, item: str) -> Spec:
        field: Spec = {
            "kind": "list",
            "of": item,
            "separator": self.one("+", "-", "_", ", ", "A"),
            **self._common(),
        }
        if self.sometimes(3):
            field["min"] = 2
        if self.sometimes(2):
            field["max"] = self.one(2, 3)
        if self.sometimes(4):
            field["unique"] = True
        if self.sometimes(4):
            field["prefer"] = self.one("shortest", "longest")
        return field

    def _name_field(self, plain: list[str]) -> Spec:
        names = self.draw(st.lists(st.sampled_from(plain), min_size=1, max_size=2, unique=True))
        return {"kind": "name", "template": self._template(names)}

    # -- conventions --

    def conventions(self) -> dict[str, Spec]:
        if self.simple or not self.sometimes(4):
            return {"main": self._convention(list(self.made_fields))}
        plain = list(self.made_fields)
        inner = self._convention(plain[:2])
        self.made_fields["inner"] = {"kind": "name", "convention": "inner"}
        return {"inner": inner, "main": self._convention(["inner", *plain])}

    def _convention(self, fields: list[str]) -> Spec:
        forms = [self._form(fields) for _ in range(self.draw(st.integers(1, 2 if self.simple else 3)))]
        convention: Spec = {"forms": [spec for spec, _ in forms]}
        if self.sometimes(4):
            convention["prefer"] = "first"
        if self.sometimes(8):
            convention["case"] = self.one("lower", "upper")
        if self.sometimes(8):
            convention["codes"] = "utm"
        if self.sometimes(6):
            convention["systems"] = ["local"]
        if self.sometimes(8):
            convention["max_length"] = self.one(20, 10)
        if not self.simple and self.sometimes(8):
            convention["severity"] = self.severity()
        self._link(convention["forms"])
        used = forms[0][1]
        if len(used) > 1 and self.sometimes(3):
            convention["combinations"] = [self._combination(used)]
        return convention

    def _form(self, fields: list[str]) -> tuple[Spec, list[str]]:
        most = 3 if self.simple else 5
        used = self.draw(st.lists(st.sampled_from(fields), min_size=1, max_size=most, unique=True))
        form: Spec = {"template": self._template(used)}
        if self.sometimes(5):
            form["when"] = {"channel": self.one("WBN", ["EML", "WBN"])}
        if self.sometimes(5):
            form |= self._period()
        if self.sometimes(6):
            form["fields"] = {used[0]: {"label": "of this form"}}
        return form, used

    def _link(self, forms: list[Spec]) -> None:
        """Some forms get names, some are tolerated or replaced."""
        for number, form in enumerate(forms):
            if self.sometimes(2):
                form["name"] = f"form_{number + 1}"
        for number, form in enumerate(forms[1:], 1):
            if self.sometimes(5):
                form["tolerated"] = "it was once written so"
            if self.sometimes(5):
                form["replaced_by"] = forms[number - 1].get("name", str(number))

    def _template(self, fields: list[str]) -> str:
        slots = self._slots(fields)
        needed = self.draw(st.integers(0, len(slots) - 1))
        before = "".join(self._group(f"{slot}{self.draw(_DELIMITERS)}") for slot in slots[:needed])
        after = ""
        for slot in reversed(slots[needed + 1 :]):
            part = f"{self.draw(_DELIMITERS)}{slot}"
            # A group may hold those that follow it; what follows a group may stand without it.
            after = self._group(part + after) if self.sometimes(6) else self._group(part) + after
        ends = ("P_", "{{", "[") if self.sometimes(8) else ("", "", "")
        return f"{self.draw(st.sampled_from(ends))}{before}{slots[needed]}{after}{self.one('', '', '_')}"

    def _group(self, part: str) -> str:
        match self.draw(st.integers(1, 8)):
            case 8:
                return f"{{?+{{?{part}}}}}"
            case 6 | 7:
                return f"{{?{part}}}"
        return part

    def _slots(self, fields: list[str]) -> list[str]:
        slots: list[str] = []
        for field in fields:
            if slots and self.sometimes(6):
                slots[-1] = f"{slots[-1][:-1]}|{field}}}"
            else:
                slots.append(f"{{{field}}}")
        return slots

    def _combination(self, used: list[str]) -> Spec:
        first, second = used[:2]
        combination: Spec = {"fields": [first, second], "allow": self._allowed(first, second)}
        if self.sometimes(3):
            combination["severity"] = "warning"
        return combination

    def _allowed(self, first: str, second: str) -> Any:
        one, other = self._listed(first), self._listed(second)
        if self._parents_stand(first, second) and self.sometimes(2):
            return "parent"
        if not one or not other or self.sometimes(4):
            return "same"
        values = st.lists(st.sampled_from([*other, "", "*"]), max_size=2, unique=True)
        return self.draw(st.dictionaries(st.sampled_from(one), values, min_size=1, max_size=2))

    def _item(self, field: str) -> Spec:
        spec = self.made_fields[field]
        return self.made_fields[spec["of"]] if spec["kind"] == "list" else spec

    def _parents_stand(self, first: str, second: str) -> bool:
        return (self._item(first).get("vocabulary"), self._item(second).get("vocabulary")) == (
            "regions",
            "countries",
        )

    def _listed(self, field: str) -> list[str]:
        spec = self._item(field)
        if spec["kind"] != "term":
            return []
        return list(spec.get("terms") or self.made_vocabularies[spec["vocabulary"]]["terms"])

    def severity(self) -> Spec:
        rules = st.one_of(_RULES, _ERRORS)
        return self.draw(st.dictionaries(rules, _LEVELS, min_size=1, max_size=2))
