"""How a channel is spelt: systems show its name, taxonomies its code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["ChannelSpellings"]


class ChannelSpellings:
    """The spellings of a taxonomy's channels.

    Args:
        resolved: the taxonomy, as plain data.
    """

    def __init__(self, resolved: Mapping[str, Any]) -> None:
        self._exact: dict[tuple[str | None, str], str] = {}
        self._aliases: dict[str, str] = {}
        for code, channel in resolved["channels"].items():
            for system, spelling in channel["codes"].items():
                self._exact.setdefault((system, spelling), code)
            self._exact[None, code] = code
        for code, channel in resolved["channels"].items():
            if channel["label"] is not None:
                self._exact.setdefault((None, channel["label"]), code)
            for alias in channel["aliases"]:
                self._aliases.setdefault(alias, code)
        # A condition may spell a channel in its own way; where several do, the first of them counts.
        asked = {spelling: self._meant(spelling) for spelling in dict.fromkeys(_asked(resolved))}
        by_code = {code: spelling for spelling, code in reversed(asked.items()) if code is not None}
        self._asked = {code: spelling for code, spelling in by_code.items() if code not in asked}

    def code(self, spelling: str | None, system: str | None = None) -> str | None:
        """The code of the channel spelt exactly so: as the system spells it, by its label or its code."""
        if spelling is None:
            return None
        return self._exact.get((system, spelling)) or self._exact.get((None, spelling))

    def fact(self, spelling: str, system: str | None = None) -> str:
        """The channel as conditions ask it: its code, or where none asks for that, the spelling they ask for.

        What is the spelling of no channel stays as it is.
        """
        code = self._meant(spelling, system)
        return spelling if code is None else self._asked.get(code, code)

    def _meant(self, spelling: str, system: str | None = None) -> str | None:
        return self.code(spelling, system) or self._aliases.get(spelling)


def _asked(resolved: Mapping[str, Any]) -> Iterator[str]:
    """Every value that a condition of the taxonomy asks of the channel."""
    conditions = [form["when"] for one in resolved["conventions"].values() for form in one["forms"]]
    conditions += (
        rule["when"]
        for one in resolved["conventions"].values()
        for listed in one["derived"].values()
        for rule in listed
    )
    conditions += (one["when"] for one in resolved["readers"].values())
    conditions += (one["when"] for key in ("requirements", "waivers") for one in resolved[key])
    for condition in conditions:
        yield from condition.get("channel", ())
