"""Write `mops_taxonomy/algebra/unicode_data.py` from the tables of the `regex` package.

    python -m tests.generated.unicode_data

Run it when the project moves to another version of Unicode; `regex` is needed only here.
"""

from __future__ import annotations

from pathlib import Path

TARGET = Path(__file__).parents[2] / "mops_taxonomy" / "algebra" / "unicode_data.py"
CATEGORIES = [
    "Lu",
    "Ll",
    "Lt",
    "Lm",
    "Lo",
    "Mn",
    "Mc",
    "Me",
    "Nd",
    "Nl",
    "No",
    "Pc",
    "Pd",
    "Ps",
    "Pe",
    "Pi",
    "Pf",
    "Po",
    "Sm",
    "Sc",
    "Sk",
    "So",
    "Zs",
]
SCRIPTS = [
    "Latin",
    "Greek",
    "Cyrillic",
    "Armenian",
    "Hebrew",
    "Arabic",
    "Devanagari",
    "Thai",
    "Hangul",
    "Hiragana",
    "Katakana",
    "Han",
]


def ranges(name: str, everything: str) -> str:
    """The ranges of one property: hexadecimal, `41-5A B5 ...`."""
    import regex

    return " ".join(
        f"{m.start():X}-{m.end() - 1:X}" if m.end() - m.start() > 1 else f"{m.start():X}"
        for m in regex.finditer(rf"\p{{{name}}}+", everything)
    )


def render() -> str:
    """The text of the module."""
    everything = "".join(map(chr, range(0x110000)))
    rows = "\n".join(f'    "{name}": "{ranges(name, everything)}",' for name in CATEGORIES + SCRIPTS)
    head = '"""Unicode general categories and scripts as ranges of code points. Generated; do not edit."""\n'
    return f"{head}\n# ruff: noqa: E501\n\nRANGES = {{\n{rows}\n}}\n"


if __name__ == "__main__":
    TARGET.write_text(render(), encoding="utf-8")
