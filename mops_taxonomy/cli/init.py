"""`mops-taxonomy init`: a taxonomy to begin with, and its schema for editors."""

from __future__ import annotations

import os

import click

from mops_taxonomy.cli._problem import Problem

__all__ = ["COMMAND", "SCHEMA", "schema", "starter"]

_EXAMPLE = "20260324_EMEA_WBN_Customer-Stories"

SCHEMA = "taxonomy.schema.json"
"""What the schema is called; the first line of the starter says so to editors."""


def starter() -> str:
    """The text of the taxonomy that `init` writes."""
    return _text(os.path.dirname(__file__), "starter.yaml")


def schema() -> str:
    """The text of the JSON Schema that `init` writes."""
    return _text(os.path.dirname(os.path.dirname(__file__)), SCHEMA)


def _text(*path: str) -> str:
    with open(os.path.join(*path), encoding="utf-8") as file:
        return file.read()


def _run(where: str, only_schema: bool, force: bool) -> int:
    path = _path(where)
    beside = os.path.join(os.path.dirname(path), SCHEMA)
    if not only_schema and os.path.lexists(path) and not force:
        raise Problem(f"{path} is there already; --force writes over it")
    is_wanted = _is_wanted(beside, force)
    if only_schema:
        _write_schema(beside, is_wanted)
        return 0
    _write_both(path, beside, is_wanted)
    click.echo(f"Wrote {path}: a taxonomy to make your own. Every part of it is explained there.")
    _say_schema(beside, is_wanted)
    click.echo(f"Try: mops-taxonomy parse{_named(path)} {_EXAMPLE}")
    return 0


def _is_wanted(path: str, force: bool) -> bool:
    """Whether the schema must be written: not where it is; and never over a file of somebody else, unless forced.

    Raises:
        Problem: there is another file of this name.
    """
    if not os.path.lexists(path):
        return True
    there = _there(path)
    if there == schema():
        return False
    # The first lines, with the title in them, are the same in every version.
    if not force and _head(there) != _head(schema()):
        raise Problem(f"{path} is there already, and is no schema of mops-taxonomy; --force writes over it")
    return True


def _there(path: str) -> str:
    try:
        return _text(path)
    except (OSError, UnicodeDecodeError):
        return ""


def _head(text: str) -> list[str]:
    return text.splitlines()[:3]


def _write_schema(path: str, is_wanted: bool) -> None:
    from mops_taxonomy.cli._output import replaced

    if is_wanted:
        with replaced(path) as file:
            file.write(schema())
    _say_schema(path, is_wanted)


def _write_both(path: str, beside: str, is_wanted: bool) -> None:
    """The taxonomy takes its place last: where the schema cannot be written, neither is.

    Raises:
        Problem: one of them cannot be written.
    """
    from mops_taxonomy.cli._output import replaced

    is_done = False
    try:
        with replaced(path) as file:
            file.write(starter())
            if is_wanted:
                with replaced(beside) as other:
                    other.write(schema())
                is_done = True
    except Problem as problem:
        left = f"\nWrote {beside} all the same." if is_done else ""
        raise Problem(f"{problem}{left}") from problem


def _say_schema(path: str, is_wanted: bool) -> None:
    if is_wanted:
        click.echo(f"Wrote {path}: with it, editors complete and check the taxonomy while you type.")
    else:
        click.echo(f"{path} is there already, and up to date.")


def _path(where: str) -> str:
    """The file to write: what ends like one, else `taxonomy.yaml` in a folder."""
    if where.lower().endswith((".yaml", ".yml")) and not os.path.isdir(where):
        return where
    if not os.path.isdir(where):
        raise Problem(f"{where}: there is no such folder, and no file whose name ends in .yaml")
    return os.path.normpath(os.path.join(where, "taxonomy.yaml"))


def _named(path: str) -> str:
    """How to name the file to other commands; nothing where they find it themselves."""
    return "" if path == "taxonomy.yaml" else f' -t "{path}"' if " " in path else f" -t {path}"


COMMAND = click.Command(
    "init",
    callback=_run,
    params=[
        click.Argument(["where"], default=".", metavar="[FOLDER | FILE]"),
        click.Option(
            ["--schema", "only_schema"], is_flag=True, help=f"Write only {SCHEMA}, as after an upgrade."
        ),
        click.Option(["--force"], is_flag=True, help="Write over files that are there already."),
    ],
    short_help="Write a taxonomy to begin with.",
    help=(
        "Write a small taxonomy with comments, to make your own: taxonomy.yaml in this FOLDER, or FILE; and "
        f"beside it {SCHEMA}, from which editors know what may stand there.\n\n"
        "\b\nExamples:\n"
        "  mops-taxonomy init\n"
        "  mops-taxonomy init --schema"
    ),
)
