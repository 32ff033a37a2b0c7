"""The commands together, each imported when it is asked for."""

from __future__ import annotations

from contextlib import contextmanager
from difflib import get_close_matches
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

import click

from mops_taxonomy import __version__, cli

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["GROUP", "run"]


@contextmanager
def _pipes_closed() -> Iterator[None]:
    """Let a closed pipe through to whoever runs the command: click ends the process with 1 where it sees an errno."""
    try:
        yield
    except BrokenPipeError:
        raise BrokenPipeError from None


class _Commands(click.Group):
    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        with _pipes_closed():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        with _pipes_closed():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return sorted(module.name for module in iter_modules(cli.__path__) if not module.name.startswith("_"))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        near = get_close_matches(args[0], known := self.list_commands(ctx), 1)
        if near and args[0] not in known:
            ctx.fail(f"No such command '{args[0]}'. Did you mean '{near[0]}'?")
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"mops_taxonomy.cli.{cmd_name}").COMMAND
        return command


GROUP = _Commands(
    "mops-taxonomy",
    help="Check, read and make names by the taxonomy of your marketing team.",
    epilog="Begin with: mops-taxonomy init",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
GROUP = click.version_option(__version__, prog_name="mops-taxonomy", message="%(prog)s %(version)s")(GROUP)


def run(arguments: Sequence[str]) -> int:
    """Run the command that the arguments ask for, and return its exit status."""
    try:
        status: int = GROUP.main(list(arguments), prog_name="mops-taxonomy", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    return status or 0
