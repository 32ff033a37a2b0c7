"""Files made to exhaust the machine end in an error that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

_HEAD = "taxonomy: acme\n"


def _first(text: str) -> str:
    return text.splitlines()[0]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            f"{_HEAD}a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
            + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12)),
            "t.yaml:7:15: MT901 the aliases would grow to more than 200,000 values",
        ),
        (_HEAD + "a: " + "[" * 100_000, "t.yaml:2:53: MT901 lists and mappings are nested more than 50 deep"),
        (_HEAD + "a: &a [*a]\n", "t.yaml:2:8: MT901 the alias *a stands inside the part it repeats"),
        (
            _HEAD + "a: !!python/name:os x\n",
            "t.yaml:2:4: MT901 tags such as !!python/name:os are not read; quote the value if it is text",
        ),
    ],
    ids=["bomb", "deep", "self", "tag"],
)
def test_yaml_is_bounded(refusal: Callable[..., str], source: str, message: str) -> None:
    """Aliases, depth and tags are refused at the place where they go too far."""
    assert _first(refusal(source)) == message


def test_a_vocabulary_may_be_large_but_not_endless(refusal: Callable[..., str]) -> None:
    """There is a documented most of terms."""
    terms = "".join(f"      - T{i}\n" for i in range(200_001))
    text = refusal(f"{_HEAD}vocabularies:\n  v:\n    terms:\n{terms}")
    assert text == (
        "t.yaml:3:3: MT901 there are 200,001 terms with this vocabulary; at most 200,000 are read\n"
        "    v:\n    ^"
    )


def test_thousands_of_errors_are_not_all_reported(refusal: Callable[..., str]) -> None:
    """After two hundred errors, a last line says that there are more."""
    terms = "".join(f"      T{i}: {{labl: x}}\n" for i in range(3000))
    lines = [
        line
        for line in refusal(f"{_HEAD}vocabularies:\n  v:\n    terms:\n{terms}").splitlines()
        if "MT" in line
    ]
    assert (len(lines), lines[-1]) == (201, "t.yaml: MT901 there are more than 200 errors; these come first")


def test_fields_do_not_nest_without_end(refusal: Callable[..., str]) -> None:
    """A chain of names inside names ends at a depth that can be matched."""
    fields = "".join(f"  f{i}: {{kind: name, template: 'a{{f{i + 1}}}'}}\n" for i in range(30))
    text = refusal(
        f"{_HEAD}fields:\n{fields}  f30: {{kind: integer}}\nconventions: {{c: {{forms: ['{{f0}}']}}}}\n"
    )
    assert _first(text) == "t.yaml:23:3: MT906 fields are nested more than 20 deep here"


def test_fields_do_not_multiply_without_end(refusal: Callable[..., str]) -> None:
    """Names that each hold two others double at every level; the form says when that is too much."""
    pair = "{{kind: name, template: '{{f{0}}}{{g{0}}}'}}"
    fields = "".join(f"  f{i}: {pair.format(i + 1)}\n  g{i}: {pair.format(i + 1)}\n" for i in range(15))
    last = "  f15: {kind: integer}\n  g15: {kind: integer}\n"
    text = refusal(f"{_HEAD}fields:\n{fields}{last}conventions: {{c: {{forms: ['{{f0}}']}}}}\n")
    assert "a form with this field has more than 1000 fields" in text


def test_conventions_do_not_nest_without_end(refusal: Callable[..., str]) -> None:
    """A chain of conventions inside conventions ends too."""
    fields = "".join(f"  f{i}: {{kind: name, convention: c{i}}}\n" for i in range(30))
    conventions = (
        "".join(f"  c{i}: {{forms: ['a{{f{i + 1}}}']}}\n" for i in range(29)) + "  c29: {forms: ['x{n}']}\n"
    )
    text = refusal(f"{_HEAD}fields:\n{fields}  n: {{kind: integer}}\nconventions:\n{conventions}")
    assert _first(text).endswith("MT906 conventions are nested more than 20 deep here")
