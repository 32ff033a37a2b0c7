"""A parsed name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mops_taxonomy.errors import AmbiguousValue

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from mops_taxonomy.form import Form
    from mops_taxonomy.reading import Reading

__all__ = ["Name"]


class Name:
    """A text that is a name of its convention, read. Values are worked out when first asked for.

    `name["region"]` is a value: a code, a `datetime.date`, a `Period`, an int, a text, or a tuple of values. A field
    that is not in the name raises KeyError; `name.get` gives None.
    """

    __slots__ = ("_form", "_readings", "_values", "text")

    # A name of which nothing is asked is its text and its form: the text is matched again when its parts are
    # wanted. A match kept in every name costs more than that in memory and in garbage collection (measured:
    # docs/performance.md).
    def __init__(self, form: Form, text: str, readings: tuple[Reading, ...] | None = None) -> None:
        self._form = form
        self.text = text
        self._readings = readings
        self._values: list[Any] | None = None

    @property
    def form(self) -> str:
        """The name of the form that the text was read by."""
        return self._form.name

    @property
    def ambiguous(self) -> tuple[str, ...]:
        """The fields on which the readings disagree; empty when there is one reading."""
        if self._readings is None or len(self._readings) == 1:
            return ()
        first, *others = (reading.values for reading in self._readings)
        paths = dict.fromkeys(path for values in (first, *others) for path in values)
        differing = {
            path: None
            for path in paths
            if any(
                (path in values) != (path in first) or values.get(path) != first.get(path)
                for values in others
            )
        }
        # Not every reading may have been listed: what moves about in any of them is disputed too.
        for form in dict.fromkeys(reading.form for reading in self._readings):
            differing |= dict.fromkeys(sorted(form.disputed(self.text) & paths.keys()))
        return tuple(differing)

    @property
    def values(self) -> dict[str, Any]:
        """Every field present, with its value; of an ambiguous name, the fields that all readings share."""
        values = self._values if self._values is not None else self._read()
        return {
            path: value for path, value in zip(self._form.paths, values, strict=True) if value is not None
        }

    def _read(self) -> list[Any]:
        """The value of every field of the form, in order; None for those that are absent or disputed."""
        form = self._form
        values: list[Any]
        if self._readings is not None:
            disputed = self.ambiguous
            first = self._readings[0].values
            values = [None if path in disputed else first.get(path) for path in form.paths]
        elif form.rigid:
            # Every field is there: take them all at once, then change those whose value is not their text.
            values = list(self._match().groups())
            for at, decode in form.changes:
                values[at] = decode(values[at])
        else:
            texts = zip(form.decoders, self._match().groups(), strict=True)
            present = {path: decode(text) for (path, decode), text in texts if text is not None}
            values = [present.get(path) for path in form.paths]
        self._values = values
        return values

    def _match(self) -> re.Match[str]:
        match = self._form.fullmatch(self.text)
        if match is None:
            raise ValueError(f"{self.text!r} is not a name of {self._form!r}")
        return match

    @property
    def spans(self) -> dict[str, tuple[int, int]]:
        """Start and end of every field present, in code points; of the first reading where there are several."""
        if self._readings is not None:
            return self._readings[0].spans
        found = zip(self._form.decoders, self._match().regs[1:], strict=True)
        return {path: span for (path, _), span in found if span[0] >= 0}

    @property
    def texts(self) -> dict[str, str]:
        """Every field present, as it is written in the name."""
        text = self.text
        return {path: text[start:end] for path, (start, end) in self.spans.items()}

    def __getitem__(self, field: str) -> Any:
        values = self._values
        if values is None:
            values = self._read()
        try:
            value = values[self._form.index[field]]
        except KeyError:
            value = None
        return self._inner(field) if value is None else value

    def _inner(self, field: str) -> Any:
        """A name inside the name, as a dict; or the reason why there is no value."""
        if self._readings is not None and field in self.ambiguous:
            raise AmbiguousValue(field, [reading.values for reading in self._readings])
        prefix = f"{field}."
        inner = {
            path.removeprefix(prefix): value for path, value in self.values.items() if path.startswith(prefix)
        }
        if not inner:
            raise KeyError(field)
        return inner

    def get(self, field: str, default: Any = None) -> Any:
        """The value of a field, or `default` when the name does not have it.

        Raises:
            AmbiguousValue: the readings of the name disagree about the field.
        """
        try:
            return self[field]
        except KeyError:
            return default

    def __contains__(self, field: str) -> bool:
        return field in self.values

    def __iter__(self) -> Iterator[str]:
        return iter(self.values)

    def __len__(self) -> int:
        return len(self.values)

    def keys(self) -> Any:
        """The fields of `values`; with `[]`, this makes `dict(name)` work."""
        return self.values.keys()

    def __copy__(self) -> Name:
        """The name itself: nothing about it changes."""
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Name:
        return self

    def __reduce__(self) -> str:
        """Refuse to be pickled.

        Raises:
            TypeError: always; a name is read by its convention, which would have to travel with it.
        """
        raise TypeError("a Name belongs to its convention; send its text or to_dict(), and parse it there")

    def to_dict(self) -> dict[str, Any]:
        """Name, form and values as plain data for JSON: dates and periods as text, lists as lists."""
        plain = {field: _plain(value) for field, value in self.values.items()}
        found: dict[str, Any] = {"name": self.text, "form": self.form, "values": plain}
        if self.ambiguous:
            found["ambiguous"] = list(self.ambiguous)
        return found

    def __str__(self) -> str:
        return self.text

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Name):
            return NotImplemented
        return (self.text, self.form, self.values) == (other.text, other.form, other.values)

    def __hash__(self) -> int:
        return hash((self.text, self.form))

    def __repr__(self) -> str:
        said = [", ".join(f"{field}={str(_plain(value))!r}" for field, value in self.values.items())]
        if self.ambiguous:
            said.append(f"ambiguous: {', '.join(self.ambiguous)}")
        return f"<Name {self.text!r} {self.form}: {' '.join(filter(None, said))}>"

    def _repr_html_(self) -> str:
        from html import escape

        texts = self.texts
        rows = "".join(
            f"<tr><th style='text-align:left'>{escape(field)}</th><td>{escape(str(_plain(value)))}</td>"
            f"<td><code>{escape(texts.get(field, ''))}</code></td></tr>"
            for field, value in self.values.items()
        )
        disputed = f"<p>Ambiguous: {escape(', '.join(self.ambiguous))}</p>" if self.ambiguous else ""
        head = "<tr><th style='text-align:left'>field</th><th>value</th><th>written</th></tr>"
        return f"<p><code>{escape(self.text)}</code> ({escape(self.form)})</p><table>{head}{rows}</table>{disputed}"


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value if isinstance(value, (int, str)) else str(value)
