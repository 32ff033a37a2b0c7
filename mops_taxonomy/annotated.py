"""A convention as a type for pydantic models and everything that reads their JSON Schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from mops_taxonomy.algebra.dialects.ecmascript import printed
from mops_taxonomy.algebra.language import Choice
from mops_taxonomy.errors import InvalidName

if TYPE_CHECKING:
    from mops_taxonomy.convention import Convention

__all__ = ["annotated"]


def annotated(convention: Convention) -> Any:
    """`Annotated[str, ...]`: a text that the convention reads; its validation error says what is wrong and where."""

    def check(text: str) -> str:
        try:
            convention.parse(text)
        except InvalidName as error:
            reasons = "; ".join(finding.message for finding in error.findings)
            codes = sorted({finding.code for finding in error.findings})
            raise PydanticCustomError(
                "invalid_name", "not a name of `{convention}`: {reasons}",
                {"convention": convention.id, "reasons": reasons, "codes": codes},
            ) from None  # fmt: skip
        return text

    return Annotated[str, AfterValidator(check), WithJsonSchema(_schema(convention))]


def _schema(convention: Convention) -> dict[str, Any]:
    """What a JSON Schema can say of the names: their shape. Every name fits it; what fits it may still be none."""
    language = Choice(tuple(form.structure.language for form in convention.forms))
    schema: dict[str, Any] = {
        "type": "string",
        "title": convention.spec["label"] or convention.id,
        "pattern": f"^(?:{printed(language)})$",
    }
    longest = [form.longest for form in convention.forms]
    limits = [] if None in longest else [max(size for size in longest if size is not None)]
    limits += [limit["max_length"] for limit in convention.kept_limits if limit["unit"] == "characters"]
    if limits:
        schema["maxLength"] = min(limits)
    examples = [example["name"] for example in convention.spec["examples"]["valid"]]
    if convention.spec["help"]:
        schema["description"] = convention.spec["help"]
    if examples:
        schema["examples"] = examples
    return schema
