"""One entry of a controlled list."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, ConfigDict, Field

from mops_taxonomy.document.node import ScalarNode
from mops_taxonomy.model.declared import Declared
from mops_taxonomy.model.hint import OR_TEXT
from mops_taxonomy.model.scalar import Code, Codes, Identifier, Moment, Text, fail

__all__ = ["Term", "Terms", "term_table"]


class Term(Declared):
    """A term. A plain text in its place is its label."""

    model_config = ConfigDict(json_schema_extra=OR_TEXT)

    noun: ClassVar[str] = "term"
    text_keys: ClassVar[frozenset[str]] = frozenset({"label", "parent", "replaced_by"})

    label: Text | None = Field(None, description="What the code means, for people.", examples=["Webinar"])
    aliases: Codes = Field([], description="Other spellings of the code that people use.", examples=[["NAM"]])
    codes: dict[Identifier, Code] = Field(
        {}, description="The spelling of the term in a system.", examples=[{"utm": "webinar"}]
    )
    parent: Text | None = Field(
        None, description="The term above this one, in the vocabulary `parents` names."
    )
    since: Moment | None = Field(None, description="The first day of the term, or a revision.")
    until: Moment | None = Field(None, description="The last day of the term, or a revision.")
    replaced_by: Text | None = Field(None, description="The code to use instead.")

    @classmethod
    def written_out(cls, data: Any) -> Any:
        """A text is the term's label."""
        return label_only(data)


def label_only(data: Any) -> Any:
    """A term or channel written as its label alone, or as a code with nothing behind it."""
    if data is None or (isinstance(data, ScalarNode) and data.is_absent):
        return {}
    return {"label": data} if isinstance(data, str) else data


def term_table(data: Any) -> Any:
    """Terms as a mapping: a list of codes is short for codes without anything else."""
    if isinstance(data, Mapping):
        return data
    if isinstance(data, str):
        data = [data]
    if not isinstance(data, list | tuple):
        fail("terms are a list of codes, or a mapping of codes to labels, not {found}", data)
    wrong = [i for i, code in enumerate(data) if not isinstance(code, str | int)]
    if wrong:
        fail("a list of terms holds codes only; write a mapping to say more about a term", steps=wrong)
    codes = [str(code) for code in data]
    first = {code: i for i, code in reversed(list(enumerate(codes)))}
    again = [i for i, code in enumerate(codes) if first[code] != i]
    if again:
        fail("the code is twice in this list", code="MT906", steps=again)
    return {code: {} for code in data}


Terms = Annotated[dict[Code, Term], BeforeValidator(term_table)]
"""Terms by code; a list of codes is enough where there is nothing more to say."""
