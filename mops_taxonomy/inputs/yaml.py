"""YAML: a list of names or of objects, or an object around one such list.

Every scalar is text, as it is written: `NO` and `2026.10` are names like others. The whole text is held in memory.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from mops_taxonomy.inputs._error import InputError
from mops_taxonomy.inputs._ignores import MARK, split
from mops_taxonomy.inputs._objects import Objects
from mops_taxonomy.inputs._row import Row
from mops_taxonomy.inputs.json import envelope

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mops_taxonomy.inputs._row import Item
    from mops_taxonomy.inputs._source import Source

__all__ = ["SUFFIXES", "Scalar", "elements", "read", "resembles"]

SUFFIXES = (".yaml", ".yml")

_BEGINNING = re.compile(r"---[ ]*(?:#[^\t\r\n]*)?(?:\r\n|\r|\n)")
_DEEPEST = 100
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


class Scalar(str):
    """A text and where it stands.

    Attributes:
        start: where it begins in the whole text, with its quotes.
        end: where it ends, excluded.
        style: its quote, `|` or `>`; empty where it is plain.
        flow: whether it stands inside brackets or braces.
    """

    __slots__ = ("end", "flow", "start", "style")

    start: int
    end: int
    style: str
    flow: bool


def read(source: Source, columns: Mapping[str, str]) -> Iterator[Item]:
    """The names or objects of the list, in order.

    A comment `# mops-taxonomy: ignore MT102` is for the name or object that begins on its line.

    Raises:
        InputError: the text is not YAML, repeats a part by an alias, or holds no list, or several.
    """
    text = source.text()
    lines = text.split("\n") if MARK in text else []
    objects = Objects(columns, source.label)
    for number, (line, value) in enumerate(elements(text, source.label), 1):
        item = objects.row(value, line, number)
        if lines and isinstance(item, Row):
            item.ignored = split(lines[line - 1].rstrip("\r"))[1]
        yield item


def resembles(start: str) -> bool:
    """Whether the first line is `---`: no name is."""
    return _BEGINNING.match(start) is not None


def elements(text: str, label: str) -> Iterator[tuple[int, Any]]:
    """Each element of the list of names, with its line: a `Scalar`, None, a list or a dict of such.

    Args:
        text: the whole input.
        label: the input, for errors.

    Raises:
        InputError: as `read` says.
    """
    root = _root(text, label)
    if isinstance(root, dict):
        lists = {key: value for key, value in root.items() if isinstance(value, list)}
        root = lists[envelope(lists, label)]
    if not isinstance(root, _List):
        raise InputError(label, "holds no list of names")
    return zip(root.lines, root, strict=True)


class _List(list[Any]):
    __slots__ = ("lines",)

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[int] = []


def _root(text: str, label: str) -> Any:
    """What the document holds."""
    import yaml

    builder = _Builder(text, label)
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        place = (mark.line + 1, mark.column + 1) if mark else ()
        raise InputError(label, f"not YAML: {error.problem or error.context}", *place) from error
    except yaml.YAMLError as error:
        raise InputError(label, f"not YAML: {str(error).partition(chr(10))[0]}") from error
    return builder.root


class _Builder:
    """Values out of the events of a YAML parser.

    Attributes:
        root: the whole value; None before it is known.
    """

    def __init__(self, text: str, label: str) -> None:
        self.root: Any = None
        self._text = text
        self._label = label
        self._open: list[tuple[Any, bool]] = []
        self._keys: list[str | None] = []
        self._documents = 0
        self._line = 1
        self._counted = 0

    def take(self, event: Any) -> None:
        """Take the next event.

        Raises:
            InputError: it is of something that no list of names holds.
        """
        match type(event).__name__:
            case "ScalarEvent":
                self._place(self._scalar(event), event)
            case "MappingStartEvent":
                self._begin({}, event)
            case "SequenceStartEvent":
                self._begin(_List(), event)
            case "MappingEndEvent" | "SequenceEndEvent":
                self._open.pop()
                self._keys.pop()
            case "AliasEvent":
                raise self._refusal(f"*{event.anchor} repeats another part; write it out", event)
            case "DocumentStartEvent":
                self._documents += 1
                if self._documents > 1:
                    raise self._refusal("a second document begins; keep one", event)

    def _scalar(self, event: Any) -> Scalar | None:
        if event.value in _NOTHING and not event.style and not self._wants_key():
            return None
        scalar = Scalar(event.value)
        scalar.start, scalar.end = event.start_mark.index, event.end_mark.index
        scalar.style = event.style or ""
        scalar.flow = bool(self._open) and self._open[-1][1]
        return scalar

    def _begin(self, value: Any, event: Any) -> None:
        if len(self._open) >= _DEEPEST:
            raise self._refusal("lists inside lists, too deep to read", event)
        if self._wants_key():
            raise self._refusal("a list or an object is a key here; write text", event)
        self._place(value, event)
        self._open.append((value, bool(event.flow_style)))
        self._keys.append(None)

    def _place(self, value: Any, event: Any) -> None:
        if not self._open:
            self.root = value
            return
        within = self._open[-1][0]
        if isinstance(within, _List):
            within.append(value)
            within.lines.append(self._line_of(event))
        elif self._keys[-1] is None:
            self._keys[-1] = str(value)
        else:
            within[self._keys[-1]] = value
            self._keys[-1] = None

    def _wants_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1][0], dict) and self._keys[-1] is None

    def _line_of(self, event: Any) -> int:
        """Lines end at line feeds, as in other formats; for YAML other characters end them too."""
        at = event.start_mark.index
        self._line += self._text.count("\n", self._counted, at)
        self._counted = at
        return self._line

    def _refusal(self, message: str, event: Any) -> InputError:
        return InputError(self._label, message, event.start_mark.line + 1, event.start_mark.column + 1)
