"""Small taxonomies made at random, and small changes of them."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from random import Random

    Spec = dict[str, Any]

__all__ = ["changed", "respelt", "small_document"]

_CODES = ["a", "b", "ab", "ba", "a-b", "b-a", "aa", "b-"]
_PERIODS = [{"until": "2020-01-01"}, {"since": "2030-01-01"}, {"since": "2020-01-01", "until": "2029-12-31"}]
_LITERALS = ["-", "-", "", "", "a", "b"]
_TEXTS = [
    {"characters": "ab"},
    {"characters": "a-"},
    {"characters": "b-"},
    {"characters": "ab", "joiner": "-"},
]
_PATTERNS = ["a*b?", "(ab|a)b?", "a-?b?", "b[ab]?"]
_SEVERITIES = [
    {"MT122": "error"}, {"MT203": "warning"}, {"MT206": "warning"}, {"MT120": "warning"}, {"MT116": "warning"},
]  # fmt: skip


def small_document(random: Random) -> Spec:
    """A small taxonomy; now and then one that does not load, or has too many names to list."""
    fields = _fields(random)
    plain = list(fields)
    conventions: Spec = {}
    if _now_and_then(random, 4):
        fields["pair"] = {"kind": "name", "template": _template(random, plain[:2])}
    elif _now_and_then(random, 4):
        conventions["inner"] = {"forms": _forms(random, plain[:2], 2)}
        if _now_and_then(random, 3):
            conventions["inner"]["prefer"] = "first"
        fields["inner"] = {"kind": "name", "convention": "inner"}
    conventions["main"] = _convention(random, fields)
    return {"taxonomy": "small", "version": "1", "fields": fields, "conventions": conventions}


def _now_and_then(random: Random, one_in: int) -> bool:
    return random.randint(1, one_in) == one_in


def _fields(random: Random) -> Spec:
    fields: Spec = {}
    for name in "xyz"[: random.randint(1, 3)]:
        make = random.choice([_term, _term, _text, _number, _half])
        fields[name] = make(random)
    if _now_and_then(random, 3):
        fields["many"] = _list(random, random.choice(list(fields)))
    return fields


def _term(random: Random) -> Spec:
    codes = random.sample(_CODES, random.randint(1, 4))
    most = random.randint(1, min(3, len(codes)))
    terms: Spec = {code: random.choice(_PERIODS) if _now_and_then(random, 5) else {} for code in codes[:most]}
    field: Spec = {"kind": "term", "terms": terms}
    if len(codes) > most:
        terms[codes[0]] = {**terms[codes[0]], "aliases": codes[most:]}
        field["accept"] = ["aliases"]
    if _now_and_then(random, 8):
        field["accept"] = [*field.get("accept", []), "case"]
    if _now_and_then(random, 8):
        field |= {"policy": random.choice(["open", "review"]), "characters": "ab", "max_length": 2}
    return field | _refused(random)


def _refused(random: Random) -> Spec:
    return {"except": [random.choice(_CODES)]} if _now_and_then(random, 10) else {}


def _text(random: Random) -> Spec:
    field: Spec = {"kind": "text", "max_length": random.randint(1, 3), **_refused(random)}
    if _now_and_then(random, 4):
        field |= {"pattern": random.choice(_PATTERNS), "help": "a text"}
    else:
        field |= random.choice(_TEXTS)
    if _now_and_then(random, 4) and field["max_length"] > 1:
        field["min_length"] = 2
    if _now_and_then(random, 3):
        field["prefer"] = random.choice(["shortest", "longest"])
    if _now_and_then(random, 8):
        field |= {"case": "lower", "accept": ["case"]}
    return field


def _number(random: Random) -> Spec:
    forms = random.sample(["{n}", "a{n}", "1{n}", "{n}-"], random.randint(1, 2))
    return {"kind": "integer", "format": forms, "width": 1, "min": 1, "max": random.randint(1, 2)}


def _half(random: Random) -> Spec:
    return {"kind": "date", "format": random.sample(["{H}", "a{H}", "{H}-"], random.randint(1, 2))}


def _list(random: Random, item: str) -> Spec:
    field: Spec = {"kind": "list", "of": item, "separator": random.choice(["-", "-", "a"])}
    field["max"] = random.randint(2, 3)
    if _now_and_then(random, 3):
        field["min"] = 2
    if _now_and_then(random, 4):
        field["unique"] = True
    if _now_and_then(random, 4):
        field["prefer"] = random.choice(["shortest", "longest"])
    return field


def _convention(random: Random, fields: Spec) -> Spec:
    convention: Spec = {"forms": _forms(random, list(fields), random.randint(1, 3))}
    if _now_and_then(random, 4):
        convention["prefer"] = "first"
    if _now_and_then(random, 8):
        convention["max_length"] = random.randint(2, 4)
    if _now_and_then(random, 8):
        convention["severity"] = random.choice(_SEVERITIES)
    if _now_and_then(random, 4):
        convention["combinations"] = [_combination(random, fields)]
    return convention


def _combination(random: Random, fields: Spec) -> Spec:
    first, second = random.sample(list(fields), 2) if len(fields) > 1 else ["x", "y"]
    codes = [list(fields[path].get("terms", ["a"])) if path in fields else ["a"] for path in (first, second)]
    allow = {random.choice(codes[0]): random.sample([*codes[1], "", "*"], 2)}
    return {"fields": [first, second], "allow": random.choice([allow, allow, "same"])}


def _forms(random: Random, fields: list[str], most: int) -> list[Spec]:
    forms: list[Spec] = []
    for _ in range(most):
        form: Spec = {"template": _template(random, fields)}
        if _now_and_then(random, 5):
            form |= random.choice(_PERIODS)
        if _now_and_then(random, 6):
            form["when"] = {"channel": random.choice(["A", "B", ["A", "B"]])}
        forms.append(form)
    return forms


def _template(random: Random, fields: list[str]) -> str:
    slots: list[str] = []
    for field in random.sample(fields, random.randint(1, min(3, len(fields)))):
        if slots and _now_and_then(random, 6):
            slots[-1] = f"{slots[-1][:-1]}|{field}}}"
        else:
            slots.append(f"{{{field}}}")
    needed = random.randrange(len(slots))
    parts = [slots[needed]]
    for slot in reversed(slots[:needed]):
        parts.insert(0, _grouped(random, slot + random.choice(_LITERALS)))
    parts += [_grouped(random, random.choice(_LITERALS) + slot) for slot in slots[needed + 1 :]]
    return "".join(parts)


def _grouped(random: Random, part: str) -> str:
    return f"{{?{part}}}" if _now_and_then(random, 3) else part


def respelt(part: Any, letters: str) -> Any:
    """A small taxonomy, or a part of one, with two other letters for the a and b of its texts."""
    if isinstance(part, dict):
        return {respelt(key, letters): respelt(value, letters) for key, value in part.items()}
    if isinstance(part, list):
        return [respelt(one, letters) for one in part]
    if not isinstance(part, str):
        return part
    # Words of the file format have other letters beside these.
    table = str.maketrans("ab", letters)
    return re.sub("(?<![a-z])[ab]+(?![a-z])", lambda found: found[0].translate(table), part)


# -- a change of it --


def changed(document: Spec, random: Random) -> Spec:
    """The document with one change, sometimes two; now and then it does not load any more."""
    made = deepcopy(document)
    for _ in range(1 + _now_and_then(random, 3)):
        random.choice(_CHANGES)(made, random)
    return made


def _terms_changed(document: Spec, random: Random) -> None:
    for field in document["fields"].values():
        if field["kind"] == "term":
            if len(field["terms"]) > 1 and random.randint(0, 1):
                del field["terms"][random.choice(list(field["terms"]))]
            else:
                field["terms"].setdefault(random.choice(_CODES), {})
            return


def _alias_moved(document: Spec, _: Random) -> None:
    for field in document["fields"].values():
        terms = list(field.get("terms", {}).values())
        if len(terms) > 1 and "aliases" in terms[0]:
            terms[1]["aliases"] = terms[0].pop("aliases")


def _retired(document: Spec, random: Random) -> None:
    for field in document["fields"].values():
        if field["kind"] == "term":
            field["terms"][random.choice(list(field["terms"]))] |= {"until": "2020-01-01"}
            return


def _field_remade(document: Spec, random: Random) -> None:
    made = _fields(random)
    name = random.choice([name for name in document["fields"] if name in "xyz"])
    document["fields"][name] = made["x"]


def _length_changed(document: Spec, random: Random) -> None:
    for field in document["fields"].values():
        if field["kind"] == "text":
            field["max_length"] = random.randint(1, 3)
            field.pop("min_length", None)


def _delimiter_changed(document: Spec, random: Random) -> None:
    form = _a_form(document, random)
    form["template"] = form["template"].replace("-", random.choice(["", "a"]))


def _group_required(document: Spec, random: Random) -> None:
    form = _a_form(document, random)
    form["template"] = re.sub(r"\{\?(.*?\})\}", r"\1", form["template"], count=1)


def _form_removed(document: Spec, random: Random) -> None:
    forms = document["conventions"]["main"]["forms"]
    if len(forms) > 1:
        del forms[random.randrange(len(forms))]


def _form_replaced(document: Spec, random: Random) -> None:
    _a_form(document, random)["template"] = _template(random, list(document["fields"]))


def _form_asks(document: Spec, random: Random) -> None:
    _a_form(document, random)["when"] = {"channel": random.choice(["A", "B"])}


def _preference_changed(document: Spec, _: Random) -> None:
    main = document["conventions"]["main"]
    main["prefer"] = "" if main.get("prefer") else "first"


def _combination_changed(document: Spec, random: Random) -> None:
    document["conventions"]["main"]["combinations"] = [_combination(random, document["fields"])]


def _limited(document: Spec, random: Random) -> None:
    document["conventions"]["main"]["max_length"] = random.randint(2, 4)


def _forbidden(document: Spec, random: Random) -> None:
    document["systems"] = {"local": {"forbidden": random.choice(["a", "-"])}}
    document["conventions"]["main"]["systems"] = ["local"]


def _severity_changed(document: Spec, random: Random) -> None:
    document["conventions"]["main"]["severity"] = random.choice(_SEVERITIES)


def _a_form(document: Spec, random: Random) -> Spec:
    form: Spec = random.choice(document["conventions"]["main"]["forms"])
    return form


_CHANGES = [
    _terms_changed, _alias_moved, _retired, _field_remade, _length_changed, _delimiter_changed, _group_required,
    _form_removed, _form_replaced, _form_asks, _preference_changed, _combination_changed, _limited, _forbidden,
    _severity_changed,
]  # fmt: skip
