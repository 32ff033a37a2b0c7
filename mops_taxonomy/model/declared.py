"""What all models of the taxonomy file share."""

from collections.abc import Mapping
from typing import Any, ClassVar, Final

from pydantic import BaseModel, ConfigDict, model_validator

from mops_taxonomy.document.node import ScalarNode
from mops_taxonomy.model.scalar import fail

__all__ = ["Declared"]


_NOTHING: Final = frozenset({"null", "~"})


class Declared(BaseModel):
    """A part of the taxonomy file. Unknown keys are errors; a key without a value counts as not written."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    noun: ClassVar[str] = "part"
    """What a message calls it."""

    text_keys: ClassVar[frozenset[str]] = frozenset()
    """Keys whose value `null` or `~` is text."""

    @classmethod
    def with_article(cls) -> str:
        """`an example`, `a term`."""
        return f"{'an' if cls.noun[0] in 'aeiou' else 'a'} {cls.noun}"

    @classmethod
    def written_out(cls, data: Any) -> Any:
        """The long form of a shorthand; models with a shorthand override this."""
        return data

    @model_validator(mode="before")
    @classmethod
    def _from_the_file(cls, data: Any) -> Any:
        data = cls.written_out(data)
        if not isinstance(data, Mapping):
            fail(f"{cls.with_article()} is a mapping with keys, not {{found}}", data)
        return {key: value for key, value in data.items() if not cls._is_absent(key, value)}

    @classmethod
    def _is_absent(cls, key: str, value: Any) -> bool:
        if value is None:
            return True
        if not isinstance(value, ScalarNode):
            return False
        return value.is_absent or (value.style == "plain" and value in _NOTHING and key not in cls.text_keys)
