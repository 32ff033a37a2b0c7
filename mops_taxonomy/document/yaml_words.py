"""What the YAML parser complains about, in words for people who do not know YAML's inside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from mops_taxonomy.document.unreadable import Unreadable

if TYPE_CHECKING:
    import yaml

__all__ = ["in_plain_words"]

# Both parsers, the C one and the Python one, word the same problem in their own way.
_WORDS: Final = (
    (
        "mapping values are not allowed",
        "a colon is out of place: quote the text if it holds ': ', or check the indentation",
    ),
    ("cannot start any token", "a value may not begin with this character: put the text in quotes"),
    ("end of stream", "a quote or bracket is opened and never closed"),
    ("unknown escape", "a backslash in double quotes begins an escape: write it twice or use single quotes"),
    (
        "',' or ']'",
        "a list in [ ] needs commas between its items and a ] at the end; quote an item that holds a bracket",
    ),
    (
        "',' or '}'",
        "a mapping in { } needs commas between its keys and a } at the end; quote a value that holds a brace",
    ),
    ("'-' indicator", "every item of this list must begin with '- ' in the same column"),
    (
        "expected key",
        "a key is expected here: quote a value that begins with a brace, or check the indentation",
    ),
    ("could not find expected ':'", "a key without a colon: write 'key: value'"),
    (
        "expected <block end>",
        "a key is expected here: quote a value that begins with a brace, or check the indentation",
    ),
    ("found a tab", "indent with spaces, not with tabs"),
    ("directive", "a line may not begin with '%': put the text in quotes"),
    ("anchor", "an '&' or '*' at the beginning of a value marks an alias: put the text in quotes"),
    ("alias", "an '&' or '*' at the beginning of a value marks an alias: put the text in quotes"),
    ("tag", "an '!' at the beginning of a value marks a tag: put the text in quotes"),
    ("document start", "there is something after the end of the document"),
)


def in_plain_words(error: yaml.YAMLError, text: str) -> Unreadable:
    """The parser's error with its place.

    Args:
        error: what either YAML parser raised.
        text: the file, to find the place of a forbidden character.
    """
    mark: Any = getattr(error, "problem_mark", None)
    if mark is None:
        return _forbidden_character(error, text)
    problem = str(getattr(error, "problem", ""))
    line, column = mark.line + 1, mark.column + 1
    context: Any = getattr(error, "context_mark", None)
    if "end of stream" in problem and context is not None:
        line, column = context.line + 1, context.column + 1
    if _is_tab(text, mark):
        return Unreadable("indent with spaces, not with tabs", line, column)
    words = next((words for part, words in _WORDS if part in problem), f"this is not YAML: {problem}")
    return Unreadable(words, line, column)


def _is_tab(text: str, mark: Any) -> bool:
    lines = text.split("\n", mark.line + 1)
    line = lines[mark.line] if mark.line < len(lines) else ""
    return line[mark.column : mark.column + 1] == "\t"


def _forbidden_character(error: yaml.YAMLError, text: str) -> Unreadable:
    position = getattr(error, "position", None)
    if not isinstance(position, int):
        return Unreadable("this is not YAML", 1)
    bad = next((i for i, c in enumerate(text) if c < " " and c not in "\t\n\r"), min(position, len(text)))
    line = text.count("\n", 0, bad) + 1
    column = bad - text.rfind("\n", 0, bad)
    return Unreadable("there is a control character here that no text may hold", line, column)
