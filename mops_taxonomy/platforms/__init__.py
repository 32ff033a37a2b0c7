"""How long a name may be in each system, and what it may not hold.

One system is one file or folder here, holding plain data: `DEFAULT`, the object meant when only the system is
named, and `LIMITS`, an entry for each kind of object. It is found by being here, and imported only when its
system is asked for. A system whose records can be read and written is a folder, with `reading.py` and
`writing.py` in it; `platforms.reading` and `platforms.writing` are the way to them.
"""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Literal, NamedTuple

__all__ = ["Limit", "find", "names", "objects", "readable"]

_NOT_SYSTEMS = {"reading", "writing"}


class Limit(NamedTuple):
    """What one system accepts as the name of one kind of object.

    Attributes:
        max_length: the longest name, in `unit`; None where it is not known.
        unit: what the system counts: code points, or bytes of UTF-8.
        forbidden: every character that may not stand in the name.
        avoid: characters that are accepted, but that something the system offers cannot deal with.
        avoid_why: what cannot, in words that go on from the character; empty where `avoid` is.
        status: `documented` by the system's maker, told by a `third party`, or `unverified`: nobody says.
            The length is meant, where there is one.
        source: where it is written.
        notes: what else is known, in words; empty where there is nothing.
    """

    max_length: int | None = None
    unit: Literal["characters", "bytes"] = "characters"
    forbidden: str = ""
    avoid: str = ""
    avoid_why: str = ""
    status: Literal["documented", "third party", "unverified"] = "documented"
    source: str = ""
    notes: str = ""


@cache
def names() -> tuple[str, ...]:
    """The systems there are, sorted."""
    found = (module.name for module in iter_modules(__path__))
    return tuple(sorted(name for name in found if not name.startswith("_") and name not in _NOT_SYSTEMS))


@cache
def readable() -> tuple[str, ...]:
    """The systems whose records can be read, sorted: those whose folder holds more than limits."""
    return tuple(
        sorted(one.name for one in iter_modules(__path__) if one.ispkg and not one.name.startswith("_"))
    )


def objects(system: str) -> tuple[str, ...]:
    """The kinds of object known of a system, its default first; empty where the system is not known."""
    if system not in names():
        return ()
    module = _load(system)
    return tuple(sorted(module.LIMITS, key=lambda kind: (kind != module.DEFAULT, kind)))


def find(system: str, object: str | None = None) -> Limit | None:  # noqa: A002  the word of the taxonomy file
    """The limit of a system for one kind of object.

    Args:
        system: `salesforce`, `google_ads`, one of `names()`.
        object: `campaign`, `ad_group`, one of `objects(system)`; None for the system's default.

    Returns:
        The limit, or None where the system or the kind of object is not known.
    """
    if system not in names():
        return None
    module = _load(system)
    limits: dict[str, Limit] = module.LIMITS
    return limits.get(object or module.DEFAULT)


def _load(system: str) -> Any:
    return import_module(f"{__name__}.{system}")
