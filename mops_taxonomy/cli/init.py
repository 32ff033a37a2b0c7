"""`mops-taxonomy init`: a taxonomy to begin with."""

from __future__ import annotations

import os

import click

from mops_taxonomy.cli._problem import Problem

__all__ = ["COMMAND", "starter"]

_EXAMPLE = "20260324_EMEA_WBN_Customer-Stories"


def starter() -> str:
    """The text of the taxonomy that `init` writes."""
    with open(os.path.join(os.path.dirname(__file__), "starter.yaml"), encoding="utf-8") as file:
        return file.read()


def _run(where: str, force: bool) -> int:
    from mops_taxonomy.cli._output import replaced

    path = _path(where)
    if os.path.lexists(path) and not force:
        raise Problem(f"{path} is there already; --force writes over it")
    with replaced(path) as file:
        file.write(starter())
    click.echo(f"Wrote {path}: a taxonomy to make your own. Every part of it is explained there.")
    click.echo(f"Try: mops-taxonomy parse{_named(path)} {_EXAMPLE}")
    return 0


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
        click.Option(["--force"], is_flag=True, help="Write over a file that is there already."),
    ],
    short_help="Write a taxonomy to begin with.",
    help=(
        "Write a small taxonomy with comments, to make your own: taxonomy.yaml in this FOLDER, or FILE.\n\n"
        "\b\nExample:\n"
        "  mops-taxonomy init"
    ),
)
