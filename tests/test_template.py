"""Templates: what is read, and where what is wrong is found."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mops_taxonomy.errors import TemplateSyntaxError
from mops_taxonomy.template import Group, Slot, Template, Text, parse_template


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("", ()),
        ("{a}", (Slot(("a",), 0),)),
        ("{a}_{b}", (Slot(("a",), 0), Text("_", 3), Slot(("b",), 4))),
        ("{a}{b_2}", (Slot(("a",), 0), Slot(("b_2",), 3))),
        ("{a|b|c}", (Slot(("a", "b", "c"), 0),)),
        ("[{a}] (x) | - ", (Text("[", 0), Slot(("a",), 1), Text("] (x) | - ", 4))),
        ("{{{a}}}", (Text("{", 0), Slot(("a",), 2), Text("}", 5))),
        ("x{{y}}z{a}", (Text("x{y}z", 0), Slot(("a",), 7))),
        ("{a}{?_{b}}", (Slot(("a",), 0), Group((Text("_", 5), Slot(("b",), 6)), 3))),
        ("{?{a}}", (Group((Slot(("a",), 2),), 0),)),
        (
            "{?_dev.{?{a}}}",
            (Group((Text("_dev.", 2), Group((Slot(("a",), 9),), 7)), 0),),
        ),
        ("{?{a}?}", (Group((Slot(("a",), 2), Text("?", 5)), 0),)),
        ("é{a}漢", (Text("é", 0), Slot(("a",), 1), Text("漢", 4))),
    ],
)
def test_parts(source: str, parts: tuple[Text | Slot | Group, ...]) -> None:
    """Only braces are special; every part knows where it begins."""
    assert parse_template(source) == Template(source, parts)


BAD_NAME = "`{}` is not a field name: lower-case letters, digits and _, a letter first"
CLOSES = "this `}` closes nothing; write `}}` for a brace in the text"
DEEP = "{a}" + "{?" * 21 + "{b}" + "}" * 21


@pytest.mark.parametrize(
    ("source", "offset", "message"),
    [
        ("{", 0, "this `{` is not closed"),
        ("ab{cd", 2, "this `{` is not closed"),
        ("}", 0, CLOSES),
        ("{a}}", 3, CLOSES),
        ("{a}x}y", 4, CLOSES),
        ("{}", 0 + 1, "a field name is missing here"),
        ("x{a|}", 4, "a field name is missing here"),
        ("{|a}", 1, "a field name is missing here"),
        ("{a||b}", 3, "a field name is missing here"),
        ("{A}", 1, BAD_NAME.format("A")),
        ("{aB}", 2, BAD_NAME.format("aB")),
        ("{a b}", 2, BAD_NAME.format("a b")),
        ("{a|b-c}", 4, BAD_NAME.format("b-c")),
        ("{1a}", 1, BAD_NAME.format("1a")),
        ("{_a}", 1, BAD_NAME.format("_a")),
        ("{a\n}", 2, BAD_NAME.format("a\n")),
        ("{{a}", 3, CLOSES),
        ("{a}{?_", 3, "this group is not closed"),
        ("{a}{?_{b}", 3, "this group is not closed"),
        ("{?{?{a}}", 0, "this group is not closed"),
        ("{a}{?_}", 3, "a group must hold a field, else it can never be written"),
        ("{?}", 0, "a group must hold a field, else it can never be written"),
        ("{?{?_}{a}}", 2, "a group must hold a field, else it can never be written"),
        (DEEP, 3 + 2 * 20, "groups are nested too deeply"),
    ],
)
def test_refusals(source: str, offset: int, message: str) -> None:
    """What is wrong is found at the character where it is wrong."""
    with pytest.raises(TemplateSyntaxError) as caught:
        parse_template(source)
    assert (caught.value.message, caught.value.offset) == (message, offset)
    assert caught.value.source == source


def test_braces_in_groups_close_them() -> None:
    """Inside a group no brace is doubled: the first `}` closes."""
    assert parse_template("{?{a}}}}") == Template("{?{a}}}}", (Group((Slot(("a",), 2),), 0), Text("}", 6)))


def test_fields_in_the_order_written() -> None:
    """Slots and fields are listed from left to right, those in groups and alternatives too."""
    template = parse_template("{a|b}_{?{c}{?-{d}}}{e}")
    assert template.fields() == ["a", "b", "c", "d", "e"]
    assert [slot.offset for slot in template.slots()] == [0, 8, 14, 19]


NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,3}", fullmatch=True)
SLOTS = st.lists(NAMES, min_size=1, max_size=3).map(lambda names: "{" + "|".join(names) + "}")
OUTSIDE = st.text("ab_-[]() |.?", min_size=1, max_size=3)
GROUPS = st.recursive(
    st.builds("{{?{}{}}}".format, OUTSIDE, SLOTS),
    lambda inner: st.builds("{{?{}{}{}}}".format, OUTSIDE, inner, SLOTS),
    max_leaves=3,
)
BRACES = st.sampled_from(["{{", "}}"])


@settings(max_examples=150)
@given(st.lists(st.one_of(SLOTS, OUTSIDE, GROUPS, BRACES), max_size=5).map("".join))
def test_templates_are_read_back(source: str) -> None:
    """Written out again, the parts of a template are the template; each stands at its offset."""
    assert written(parse_template(source).parts, 0) == source


def written(parts: tuple[Text | Slot | Group, ...], depth: int) -> str:
    """The source of some parts."""
    found = ""
    for part in parts:
        match part:
            case Text(text):
                found += text if depth else text.replace("{", "{{").replace("}", "}}")
            case Slot(fields):
                found += "{" + "|".join(fields) + "}"
            case Group(inner):
                found += "{?" + written(inner, depth + 1) + "}"
    return found


@settings(max_examples=150)
@given(st.text("ab{}?|_A", max_size=12))
def test_any_text_is_read_or_refused_with_a_place(source: str) -> None:
    """Whatever is written, the answer is a template or a place in the text."""
    refusal = refused(source)
    if refusal is None:
        assert written(parse_template(source).parts, 0) == source
    else:
        assert 0 <= refusal.offset < len(source)


def refused(source: str) -> TemplateSyntaxError | None:
    """The error of a template that cannot be read."""
    try:
        parse_template(source)
    except TemplateSyntaxError as error:
        return error
    return None
