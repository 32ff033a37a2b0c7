"""What is wrong or notable about a name, a record or a taxonomy.

A finding is a plain slotted object: thousands are made while a file of names is checked.
"""

from typing import Any, Literal, NamedTuple

__all__ = ["Certainty", "Finding", "Place", "Report", "Severity", "Suggestion"]

Severity = Literal["error", "warning", "info", "off"]
"""How much a finding matters; `off` findings are not reported."""

Certainty = Literal["certain", "likely", "unknown"]
"""`certain`: decided. `likely`: the best explanation of several. `unknown`: cannot be decided from here."""

_ORDER: dict[str, int] = {"off": 0, "info": 1, "warning": 2, "error": 3}


class Place(NamedTuple):
    """Where in a file something stands. Lines and columns count from 1."""

    file: str | None = None
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """`file:line:column`, without the parts that are not known."""
        return ":".join(str(part) for part in self if part is not None)


class Suggestion(NamedTuple):
    """A text to put in place of the one found, and what it stands for."""

    text: str
    label: str | None = None

    def __str__(self) -> str:
        return f"{self.text} ({self.label})" if self.label and self.label != self.text else self.text


class Finding:
    """One thing that is wrong or notable, and where.

    Attributes:
        code: `MT102`; codes never change meaning.
        rule: the rule's name, `unknown_term`.
        severity: `error`, `warning`, `info` or `off`.
        certainty: `certain`, `likely` or `unknown`.
        message: one sentence, without the place.
        text: the name or other text that was judged; None where there is none.
        field: the field concerned (`region`, `size.width`), or None.
        span: start and end of the fault in `text`, in code points, end excluded; None for the whole.
        found: the offending text.
        expected: what would have been right, in words.
        suggestions: texts that would be right, best first.
        consequence: what happens downstream, or None.
        ways_out: the smallest changes of the taxonomy that would each remove it, best first, as instructions.
        place: file, line and column, where known.
        record: the program or campaign concerned, `marketo program 1110 'Spring Sale'`; None for a name alone.
    """

    __slots__ = (
        "certainty",
        "code",
        "consequence",
        "expected",
        "field",
        "found",
        "message",
        "place",
        "record",
        "rule",
        "severity",
        "span",
        "suggestions",
        "text",
        "ways_out",
    )

    def __init__(
        self,
        code: str,
        message: str,
        *,
        rule: str = "",
        severity: Severity = "error",
        certainty: Certainty = "certain",
        text: str | None = None,
        field: str | None = None,
        span: tuple[int, int] | None = None,
        found: str | None = None,
        expected: str | None = None,
        suggestions: tuple[Suggestion, ...] = (),
        consequence: str | None = None,
        place: Place | None = None,
        ways_out: tuple[str, ...] = (),
        record: str | None = None,
    ) -> None:
        self.code = code
        self.message = message
        self.rule = rule
        self.severity = severity
        self.certainty = certainty
        self.text = text
        self.field = field
        self.span = span
        self.found = found
        self.expected = expected
        self.suggestions = suggestions
        self.consequence = consequence
        self.place = place
        self.ways_out = ways_out
        self.record = record

    def to_dict(self) -> dict[str, Any]:
        """A plain dict for JSON: every attribute, `place` and suggestions as dicts, Nones left out."""
        plain: dict[str, Any] = {}
        for name in (
            "code", "rule", "severity", "certainty", "message", "field", "span",
            "found", "expected", "suggestions", "consequence", "ways_out", "record", "place",
        ):  # fmt: skip
            value = getattr(self, name)
            if value is None or value == ():
                continue
            if name == "suggestions":
                value = [{k: v for k, v in s._asdict().items() if v is not None} for s in value]
            elif name == "place":
                value = {k: v for k, v in value._asdict().items() if v is not None}
            elif name in {"span", "ways_out"}:
                value = list(value)
            plain[name] = value
        return plain

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place is not None and any(self.place) else ""
        return f"{where}{self.code} {self.message}" if self.code else f"{where}{self.message}"

    def __repr__(self) -> str:
        return f"<Finding {self.severity} {self}>"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Finding):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__slots__)

    def __hash__(self) -> int:
        return hash((self.code, self.message, self.field, self.span, self.text))


class Report:
    """What `check` found on one text or on a taxonomy.

    Attributes:
        findings: in the order of their place, errors and notices alike.
        name: the parsed name, or None when the text is not valid.
    """

    __slots__ = ("_valid", "findings", "name")

    def __init__(self, findings: tuple[Finding, ...], name: Any = None, *, valid: bool = True) -> None:
        self.findings = findings
        self.name = name
        self._valid = valid

    @property
    def ok(self) -> bool:
        """Whether what was judged is valid: no finding is an error, and a name could be read."""
        return self._valid and not any(finding.severity == "error" for finding in self.findings)

    def at_least(self, severity: Severity) -> tuple[Finding, ...]:
        """The findings of this severity or a worse one."""
        floor = _ORDER[severity]
        return tuple(finding for finding in self.findings if _ORDER[finding.severity] >= floor)

    def __iter__(self) -> Any:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __bool__(self) -> bool:
        """Always true: a report without findings is a report; ask `ok`."""
        return True

    def __repr__(self) -> str:
        return f"<Report {'ok' if self.ok else 'not ok'}, {len(self.findings)} findings>"
