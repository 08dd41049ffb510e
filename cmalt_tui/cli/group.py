"""The top command: imports the one sub-command that is meant, turns problems into exit codes."""

import gc
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from cmalt_tui import __version__
from cmalt_tui.cli.listing import LISTED
from cmalt_tui.cli.printable import printable
from cmalt_tui.cli.streams import tell_on_one_line, tell_refusal
from cmalt_tui.problems import InputProblem, did_you_mean
from cmalt_tui.progress import Cancelled

EXIT_FINDINGS = 1
EXIT_UNUSABLE = 2
EXIT_STOPPED = 130


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called, because each import costs time."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order in which a person meets them."""
        return list(LISTED)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command of a name."""
        if cmd_name not in LISTED:
            return None
        module = import_module(f"cmalt_tui.cli.commands.{LISTED[cmd_name].module}")
        command: click.Command = module.command
        gc.freeze()
        gc.enable()
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands for ``--help`` from the listing alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, listed.line) for name, listed in LISTED.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take a path in the place of a command as ``open PATH``; name the close ones otherwise."""
        if args and args[0] not in LISTED:
            first = args[0]
            if Path(first).exists() or any(mark in first for mark in "/\\."):
                args = ["open", *args]
            else:
                hint = did_you_mean(first, LISTED, "See: cmalt-tui --help")
                raise click.UsageError(f"There is no command or folder {first!r}. {hint}", ctx)
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run the program; what the system refuses, and nobody foresaw, is one message too."""
        try:
            return super().main(*args, **extra)
        except OSError as error:
            tell_refusal(error)
            sys.exit(EXIT_UNUSABLE)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; input that can't be used is one message and exit code 2."""
        try:
            return super().invoke(ctx)
        except InputProblem as unusable:
            tell_on_one_line(str(unusable.problem))
            ctx.exit(EXIT_UNUSABLE)
        except (Cancelled, KeyboardInterrupt):
            tell_on_one_line("stopped; nothing was left behind.")
            ctx.exit(EXIT_STOPPED)
        except click.UsageError as wrong:
            told = wrong.format_message()
            if printable(told) == told:
                raise
            raise click.UsageError(printable(told), wrong.ctx) from None


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="cmalt-tui")
@click.option("--plain", is_flag=True, help="Line by line, with no screen: for screen readers.")
@click.pass_context
def cmalt_tui(ctx: click.Context, plain: bool) -> None:
    """Write a CMALT portfolio in the terminal, look how others did it, and hand it over.

    Without a command, the portfolio of the current folder is opened. A portfolio is a folder of
    text files that stay yours; nothing needs the network.
    """
    ctx.obj = plain
    if ctx.invoked_subcommand is None:
        ctx.invoke(LazyGroup.get_command(cmalt_tui, ctx, "open"))  # type: ignore[arg-type]
