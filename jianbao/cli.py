"""The commands: `python build.py …`, also installed as `jianbao`. Each has a module in commands/."""

from __future__ import annotations

import errno
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from jianbao import __version__
from jianbao.counting import counted
from jianbao.errors import JianbaoError, Problems

COMMANDS = {
    "init": "init", "ingest": "ingest", "review": "review", "import": "importing", "tag": "tag",
    "remove": "remove", "taxonomy": "taxonomy",
    "check": "check", "stats": "stats", "build": "build", "serve": "serve",
}  # fmt: skip
"""The module of each, in the order in which `--help` tells them."""


REMEDIES = {
    errno.EACCES: "make it readable and writable for you",
    errno.EPERM: "make it readable and writable for you",
    errno.EROFS: "work on a disk that can be written",
    errno.ENOSPC: "make room on the disk",
    errno.EDQUOT: "make room on the disk",
    errno.ELOOP: "take away the link that leads back to where it stands",
    errno.ENOTDIR: "put a folder in its place",
}
"""What to do about errors of the system that are nobody's mistake in the program."""


class _Door(click.Group):
    """Opens a command's module when it is asked for.

    Shows people's errors as lines on standard error, and keeps stack traces for our own.
    """

    def list_commands(self, context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = import_module(f"jianbao.commands.{COMMANDS[name]}")
        command: click.Command = getattr(module, f"{name}_command")
        return command

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(context, args)
        except click.NoSuchCommand as error:
            # Click knows only the commands that were added to the group, and none is.
            name = error.command_name
            raise click.NoSuchCommand(name, possibilities=COMMANDS, ctx=context) from None

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except Problems as problems:
            for error in problems.errors:
                click.echo(str(error), err=True)
            click.echo(f"{counted(len(problems.errors), 'problem')}; nothing was written", err=True)
            context.exit(problems.exit_code)
        except JianbaoError as error:
            click.echo(f"error: {error}", err=True)
            context.exit(error.exit_code)
        except OSError as error:
            if error.errno not in REMEDIES:
                raise
            told = JianbaoError(
                error.strerror or "", file=str(error.filename or ""), hint=REMEDIES[error.errno]
            )
            click.echo(f"error: {told}", err=True)
            context.exit(told.exit_code)


@click.group(cls=_Door, invoke_without_command=True)
@click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="The archive's folder, with archive.toml. Default: this one.",
)
@click.version_option(__version__, prog_name="jianbao")
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """剪报: turns raw newspaper pages into a searchable public archive.

    Without a command: ingest new and changed pages, then build the site. That is the daily job.
    """
    context.obj = root
    if context.invoked_subcommand is None:
        from jianbao.commands.build import build_command
        from jianbao.commands.ingest import ingest_command

        try:
            context.invoke(ingest_command)
        except SystemExit:
            # A page was refused: the site is built of all others, and the job still fails.
            context.invoke(build_command)
            raise
        context.invoke(build_command)


def run(name: str | None = None) -> None:
    """Be the program: do what the command line says, and end; `name` is what it is called by.

    All is written and closed then. To free every object one by one, as Python does at its end,
    would take a tenth of the time of a build that finds nothing changed.
    """
    try:
        main(prog_name=name)
    except SystemExit as end:
        watched = sys.getprofile() or sys.gettrace()  # They tell what they saw at the very end.
        if watched or not isinstance(end.code, int):
            raise
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except OSError:  # Nobody reads any more: Python's own end says so.
            raise end from None
        os._exit(end.code)
