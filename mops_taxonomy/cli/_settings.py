"""What commands about files can be told, stated once: for click, which explains and complains, and for the fast reader.

A command takes those options of the list that it has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["CHECK", "OPTIONS", "SWITCHES", "Option", "Settings", "Switch"]


class Settings(NamedTuple):
    """One call of a command; what the user did not say, or the command does not ask, is None, empty or the default.

    Attributes:
        files: the inputs, `-` for standard input.
        taxonomy: the path of the taxonomy.
        convention: the id of the convention.
        from_system: the system whose exports the inputs are: whole records are checked then.
        column, created_column, channel_column, id_column: headings.
        record: `key=value` texts, the same for every name.
        as_of: the day to judge by, or a revision.
        format: the output format.
        output: the path of the report.
        fail_on: the least severity that makes the exit status 1, or `never`.
        select, ignore: beginnings of codes.
        baseline: the path of the findings recorded earlier.
        no_baseline: whether none is looked for.
        only_sources: whether inputs that no source is about are passed over.
        added_lines: whether only names on added lines count.
        added_since: the revision since which lines count as added.
        write: whether files are changed.
        unsafe: whether repairs that are not safe are made too.
        backup: whether changed files are kept as they were.
        rename_map: the path of the table of old and new names.
        quiet: whether only problems are written.
        summary: whether the report ends with counts.
        color: whether to use terminal colours; None to find out.
    """

    files: tuple[str, ...] = ()
    taxonomy: str | None = None
    convention: str | None = None
    from_system: str | None = None
    column: str | None = None
    created_column: str | None = None
    channel_column: str | None = None
    id_column: str | None = None
    record: tuple[str, ...] = ()
    as_of: str | None = None
    format: str = "text"
    output: str | None = None
    fail_on: str = "error"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: str | None = None
    no_baseline: bool = False
    only_sources: bool = False
    added_lines: bool = False
    added_since: str | None = None
    write: bool = False
    unsafe: bool = False
    backup: bool = True
    rename_map: str | None = None
    quiet: bool = False
    summary: bool = True
    color: bool | None = None

    @property
    def columns(self) -> dict[str, str]:
        """The headings that the user named, by what stands under them."""
        chosen = {
            "name": self.column,
            "created": self.created_column,
            "channel": self.channel_column,
            "id": self.id_column,
        }
        return {role: heading for role, heading in chosen.items() if heading is not None}


class Option(NamedTuple):
    """An option with a value.

    Attributes:
        name: the setting.
        flags: how it is written, the long way first.
        metavar: what stands for the value in the help.
        help: one line.
        choices: gives the only values there are; None for any.
        many: whether it may be given several times.
    """

    name: str
    flags: tuple[str, ...]
    metavar: str
    help: str
    choices: Callable[[], tuple[str, ...]] | None = None
    many: bool = False


class Switch(NamedTuple):
    """An option without a value.

    Attributes:
        name: the setting.
        flags: what each way to write it sets.
        help: one line.
    """

    name: str
    flags: Mapping[str, bool]
    help: str


def _record_systems() -> tuple[str, ...]:
    from mops_taxonomy.platforms import readable

    return tuple(name.replace("_", "-") for name in readable())


def _formats() -> tuple[str, ...]:
    from mops_taxonomy.reporters import names

    return names()


OPTIONS = (
    Option("taxonomy", ("--taxonomy", "-t"), "FILE", "The taxonomy; else taxonomy.yaml above the input."),
    Option("convention", ("--convention", "-c"), "ID", "The convention of the names."),
    Option(
        "from_system", ("--from",), "SYSTEM", "Check whole records, exported from this system.",
        choices=_record_systems,
    ),
    Option("column", ("--column",), "NAME", "The column that holds the names."),
    Option("created_column", ("--created-column",), "NAME", "The column with the day of creation."),
    Option("channel_column", ("--channel-column",), "NAME", "The column with the channel."),
    Option("id_column", ("--id-column",), "NAME", "The column with the id, for the rename map."),
    Option("record", ("--record",), "KEY=VALUE", "What holds for every name. Repeatable.", many=True),
    Option("as_of", ("--as-of",), "DAY", "Judge by this day or revision, not by created or today."),
    Option("format", ("--format",), "FORMAT", "How to write the report.", choices=_formats),
    Option("output", ("--output", "-o"), "FILE", "Write the report to this file."),
    Option(
        "fail_on", ("--fail-on",), "SEVERITY", "Exit with 1 from this severity on.",
        choices=lambda: ("error", "warning", "info", "never"),
    ),
    Option("select", ("--select",), "CODES", "Report only these codes, such as MT1,MT205.", many=True),
    Option("ignore", ("--ignore",), "CODES", "Leave these codes out.", many=True),
    Option("baseline", ("--baseline",), "FILE", "Report only what is not recorded there."),
    Option("added_since", ("--added-since",), "REV", "Only names on lines added since this revision."),
    Option(
        "rename_map", ("--rename-map",), "FILE", "Write a table of old and new names; - for standard output."
    ),
)  # fmt: skip

SWITCHES = (
    Switch("write", {"--write": True}, "Change the files; else only show what would change."),
    Switch("unsafe", {"--unsafe": True}, "Also make repairs that may not be what was meant."),
    Switch(
        "backup",
        {"--backup": True, "--no-backup": False},
        "Keep each changed file as FILE.bak, or do not; else it is kept.",
    ),
    Switch("added_lines", {"--added-lines": True}, "Only names on lines that a commit would add."),
    Switch("only_sources", {"--only-sources": True}, "Pass over files that no source is about."),
    Switch("no_baseline", {"--no-baseline": True}, "Report all, also what is in .mops-baseline.json."),
    Switch(
        "quiet",
        {"--quiet": True, "-q": True},
        "Write problems only; the exit status says the rest.",
    ),
    Switch("summary", {"--summary": True, "--no-summary": False}, "End with the counts, or do not."),
    Switch(
        "color", {"--color": True, "--no-color": False}, "Use colours, or do not; else only on a terminal."
    ),
)

CHECK = (
    "taxonomy", "convention", "from_system", "column", "created_column", "channel_column", "record", "as_of", "format",
    "output", "fail_on", "select", "ignore", "baseline", "added_since", "added_lines", "only_sources", "no_baseline",
    "quiet", "summary", "color",
)  # fmt: skip
"""What `check` can be told."""
