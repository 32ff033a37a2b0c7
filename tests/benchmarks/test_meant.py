"""Seeded names, and which damaged names are as near to another as to the one that was meant."""

from __future__ import annotations

from itertools import islice

import pytest

from tests.benchmarks.meant import DAY, Names, Part
from tests.benchmarks.nearness import is_near_another, other_terms
from tests.benchmarks.test_damage import TEXT, meant
from tests.benchmarks.victim import joined


def drawn(seed: int, count: int = 12) -> list[str]:
    """Names of the small convention."""
    example = meant()
    known = {"title": ["Known-Title"], "region": ["nowhere"]}
    names = Names("small", example.convention, example.form, known)
    return [name.text for name in islice(names.drawn(seed), count)]


def test_names_are_drawn_by_the_seed() -> None:
    """The same seed draws the same names, another one others; all are valid, canonical and not all alike."""
    assert drawn(1) == drawn(1)
    assert drawn(1) != drawn(2)
    assert len(set(drawn(1))) > 10
    convention = meant().convention
    assert all(not convention.check(text, as_of=DAY).findings for text in drawn(1))


def test_values_of_examples_are_drawn_too() -> None:
    """Where the field takes them; what it does not take is made."""
    assert any("_Known-Title_" in text for text in drawn(1))
    assert not any("nowhere" in text for text in drawn(1))


def test_the_kind_of_a_field() -> None:
    """A field of a name has the kind that reads its text."""
    assert [meant().kind(path).spec["kind"] for path in ("launch", "region", "variant")] == [
        "date", "term", "integer",
    ]  # fmt: skip


NEAR = [
    pytest.param("another letter", "EMER", True, id="two letters from either"),
    pytest.param("another letter", "EMEX", False, id="one letter from its own"),
    pytest.param("case", "emea", False, id="another case is half a letter"),
    pytest.param("an alias", "EU", False, id="an alias is no letter away"),
    pytest.param("an alias", "NAM", True, id="the alias of another"),
]


@pytest.mark.parametrize(("mistake", "region", "near"), NEAR)
def test_terms(mistake: str, region: str, *, near: bool) -> None:
    """A term is near another if that is at most as many letters away as its own."""
    name = meant()
    parts = tuple(Part(path, region if path == "region" else text) for path, text in name.parts)
    assert is_near_another(mistake, parts, name) is near
    assert list(other_terms(parts, name)) == ([TEXT.replace("EMEA", "AMER")] if near else [])


def parts_of(text: str) -> tuple[Part, ...]:
    """A damaged name in which only the text counts."""
    return (Part(None, text),)


TRIED = [
    pytest.param("a doubled delimiter", TEXT.replace("EMEA_", "EMEA__"), False, id="one of them too many"),
    pytest.param("a missing delimiter", TEXT.replace("EMEA_", "EMEA"), False, id="one place for it"),
    pytest.param("text left over", f"{TEXT}_Q", False, id="one text too many"),
    pytest.param("text left over", f"{TEXT}_v03", True, id="either could be too many"),
    pytest.param("cut", TEXT[:-1], True, id="a zero may be lost, or a digit cut off"),
    pytest.param("a template's mark", f"{TEXT}_Template", False, id="nothing is tried"),
]


@pytest.mark.parametrize(("mistake", "text", "near"), TRIED)
def test_texts(mistake: str, text: str, *, near: bool) -> None:
    """A text is near another name if a mistake of the same kind makes it of that as well."""
    assert is_near_another(mistake, parts_of(text), meant()) is near


def test_fields() -> None:
    """Two fields of one kind exchanged may be any two; a missing one is known by those that are left."""
    name = meant()
    swapped = list(name.parts)
    swapped[0], swapped[2] = swapped[2], swapped[0]
    assert not is_near_another("two fields swapped", tuple(swapped), name)
    assert joined(swapped) == TEXT.replace("20260305_EMEA", "EMEA_20260305")
    without = (name.parts[0], *name.parts[3:])
    assert not is_near_another("a field missing", without, name)
