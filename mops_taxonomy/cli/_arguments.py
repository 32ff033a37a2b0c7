"""Reading the arguments of `check` without click, whose import takes as long as the rest of a short check."""

from __future__ import annotations

from getopt import GetoptError, gnu_getopt
from typing import Any

from mops_taxonomy.cli._settings import CHECK, OPTIONS, SWITCHES, Settings

__all__ = ["read"]


def read(arguments: list[str]) -> Settings | None:
    """The settings; None where anything is out of the ordinary: click is asked then, which explains it.

    Args:
        arguments: the words after `check`.
    """
    options = {flag: option for option in OPTIONS if option.name in CHECK for flag in option.flags}
    switches = {
        flag: (switch.name, value)
        for switch in SWITCHES
        if switch.name in CHECK
        for flag, value in switch.flags.items()
    }
    short = "".join(f"{flag[1]}:" for flag in options if len(flag) == 2)
    short += "".join(flag[1] for flag in switches if len(flag) == 2)
    long = [f"{flag[2:]}=" for flag in options] + [flag[2:] for flag in switches]
    if any(_unusual(argument, options, switches) for argument in arguments):
        return None
    try:
        given, files = gnu_getopt(arguments, short, long)
    except GetoptError:
        return None
    if any(len(file) > 1 and file.startswith("-") for file in files):  # POSIXLY_CORRECT: files came first
        return None
    found: dict[str, Any] = {}
    for flag, text in given:
        if flag in switches:
            name, value = switches[flag]
            found[name] = value
            continue
        option = options[flag]
        if option.choices is not None and text not in option.choices():
            return None
        found[option.name] = (*found.get(option.name, ()), text) if option.many else text
    return Settings(files=tuple(files), **found)


def _unusual(argument: str, options: Any, switches: Any) -> bool:
    """A long option cut short, which getopt would complete; `--`; a pattern that a shell left as it was."""
    if argument.startswith("--"):
        flag = argument.partition("=")[0]
        return flag not in options and flag not in switches
    return "*" in argument or "?" in argument
