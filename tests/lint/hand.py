"""Makes the changes that ways out tell, in a taxonomy as it is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tests.lint.case import DAY
from tests.lint.test_cases import found

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["made"]


class Hand:
    """Changes a taxonomy as the author would: in the fields of its conventions and the templates of its forms."""

    def __init__(self, taxonomy: dict[str, Any], at: str) -> None:
        self.taxonomy = _copied(taxonomy)
        _, self.id, *rest = at.split(".")
        if at.startswith("fields."):
            self.id = next(iter(self.taxonomy["conventions"]))
        self.convention = self.taxonomy["conventions"][self.id]
        forms = self.convention["forms"]
        forms[:] = [form if isinstance(form, dict) else {"template": form} for form in forms]
        self.at = int(rest[1]) if rest[:1] == ["forms"] else 0

    def form(self, name: str) -> dict[str, Any]:
        """A form by its name, which may be its number."""
        forms: list[dict[str, Any]] = self.convention["forms"]
        return next(form for number, form in enumerate(forms, 1) if form.get("name", str(number)) == name)

    def lay(self, path: str, keys: dict[str, Any], layer: dict[str, Any] | None = None) -> None:
        """Keys over those of a field, of the whole taxonomy or in one layer."""
        field = path.rpartition(".")[2]
        below = self.taxonomy["fields"] if layer is None else layer.setdefault("fields", {})
        below[field] = below.get(field, {}) | keys
        for convention in self.taxonomy["conventions"].values() if layer is None else ():
            above = convention.get("fields", {}).get(field, {})
            above.update({key: keys[key] for key in keys if key in above})

    def refuse(self, path: str, words: str, layer: dict[str, Any] | None = None) -> None:
        """Words that a field shall not be."""
        self.lay(path, {"except": words.split(", ")}, layer)

    def separate(self, before: str, after: str, delimiter: str) -> None:
        """Another delimiter between two fields, in the template of the convention or of the name inside."""
        pattern = re.compile(
            rf"({{[a-z0-9_|]*\b{before}\b[a-z0-9_|]*}}(?:{{\?)?)[^{{}}]*(?={{\??(?:{after})\b|{{{after})"
        )
        self._rewrite(pattern, rf"\g<1>{delimiter}")

    def begin(self, field: str, delimiter: str) -> None:
        """Another delimiter before a field."""
        self._rewrite(re.compile(rf"[^{{}}?]+(?={{{field}}})"), delimiter)

    def _rewrite(self, pattern: re.Pattern[str], new: str) -> None:
        form = self.convention["forms"][self.at]
        form["template"], made = pattern.subn(new, form["template"])
        assert made == 1

    def drop_format(self, path: str, one: str) -> None:
        """A format less."""
        field = self.taxonomy["fields"][path.rpartition(".")[2]]
        field["format"] = [other for other in field["format"] if other != one]

    def drop_joiner(self, path: str, character: str) -> None:
        """A character less between words."""
        joiner = self.taxonomy["fields"][path.rpartition(".")[2]]["joiner"]
        self.lay(path, {"joiner": joiner.replace(character, "")})

    def drop_character(self, path: str, character: str) -> None:
        """A character less in a text."""
        layers = [self.taxonomy["fields"], self.convention.get("fields", {})]
        for field in (layer.get(path, {}) for layer in layers):
            if "characters" in field:
                field["characters"] = field["characters"].replace(character, "")
        if not any("characters" in layer.get(path, {}) for layer in layers):
            self.lay(path, {"characters": f"^{character}"})

    def drop_item_joiner(self, path: str, character: str) -> None:
        """A character less between the words of the items of a list."""
        self.drop_joiner(self.taxonomy["fields"][path]["of"], character)

    def shorten_codes(self, path: str, size: str) -> None:
        """Codes of at most this length."""
        terms = self.taxonomy["fields"][path]["terms"]
        self.taxonomy["fields"][path]["terms"] = [code[: int(size)] for code in terms]

    def prefer_first(self) -> None:
        """The form, or the alternative, that stands first."""
        self.convention["prefer"] = "first"

    def put_before(self, later: str, earlier: str) -> None:
        """A form before another."""
        forms, moved = self.convention["forms"], self.form(later)
        forms.remove(moved)
        forms.insert(forms.index(self.form(earlier)), moved)
        self.prefer_first()


def _copied(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _copied(value) for key, value in data.items()}
    return [_copied(value) for value in data] if isinstance(data, list) else data


WORDS: list[tuple[str, Callable[..., None]]] = [
    (r"take `(\S+)` from the joiner of `(\S+)`", lambda hand, one, path: hand.drop_joiner(path, one)),
    (
        r"take `(\S+)` from the joiner of the items of `(\S+)`",
        lambda hand, one, path: hand.drop_item_joiner(path, one),
    ),
    (r"take `(\S+)` from the formats of `(\S+)`", lambda hand, one, path: hand.drop_format(path, one)),
    (
        r"exclude `(\S+)` from the characters of `(\S+)`",
        lambda hand, one, path: hand.drop_character(path, one),
    ),
    (r"separate `(\S+)` and `(\S+)` by `(.+)`", Hand.separate),
    (
        r"separate the items of `(\S+)` by `(.+)`",
        lambda hand, path, one: hand.lay(path, {"separator": one}),
    ),
    (r"write `(.+)` before `(\S+)`", lambda hand, one, path: hand.begin(path, one)),
    (
        r"declare `prefer: (\w+)` on `(\S+)`: then the reading .*",
        lambda hand, one, path: hand.lay(path, {"prefer": one}),
    ),
    (r"declare `prefer: first` on .*", Hand.prefer_first),
    (r"put `(\S+)` before `(\S+)` and declare .*", Hand.put_before),
    (r"refuse .* as `(\S+)`: `except: \[(.*)\]`", Hand.refuse),
    (
        r"refuse as `(\S+)` of `(\S+)` what .*: `except: \[(.*)\]`",
        lambda hand, path, form, words: hand.refuse(path, words, hand.form(form)),
    ),
    (r"shorten `(\S+)`: `max_length: (\d+)`", lambda hand, path, size: hand.lay(path, {"max_length": size})),
    (
        r"give `(\S+)` a `max_length` of (\d+): .*",
        lambda hand, path, size: hand.lay(path, {"max_length": size}),
    ),
    (r"give `(\S+)` codes of at most (\d+) \w+", Hand.shorten_codes),
    (r"let `(\S+)` hold fewer: `max: (\d+)`", lambda hand, path, most: hand.lay(path, {"max": most})),
]
"""What the words say, and how it is done."""


def made(taxonomy: dict[str, Any], at: str, words: str) -> dict[str, Any]:
    """The taxonomy after a way out; the names inside other names are changed where they are declared."""
    plain = words.removesuffix(" (some of the examples would no longer be valid)")
    if inner := re.fullmatch(r"make the names of `(\S+)` unambiguous", plain):
        place = f"conventions.{inner[1]}.forms.0"
        return made(taxonomy, place, found("MT910", taxonomy, DAY)[0].ways_out[0])
    hand = Hand(taxonomy, at)
    for pattern, make in WORDS:
        if match := re.fullmatch(pattern, plain):
            make(hand, *match.groups())
            changed: dict[str, Any] = hand.taxonomy
            return changed
    raise AssertionError(f"no hand knows how to: {words}")
