"""How the pieces of a record are declared."""

from pydantic import BaseModel, ConfigDict

__all__ = ["Shape"]


class Shape(BaseModel):
    """A piece of a record: strict, so that `"2026-03-24"` is no date until a reader has made it one."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")
