"""The commands: `python build.py …`, also installed as `jianbao`. Each has a module in commands/."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from jianbao import __version__
from jianbao.commands.build import build_command
from jianbao.commands.check import check_command
from jianbao.commands.importing import import_command
from jianbao.commands.ingest import ingest_command
from jianbao.commands.init import init_command
from jianbao.commands.remove import remove_command
from jianbao.commands.review import review_command
from jianbao.commands.serve import serve_command
from jianbao.commands.stats import stats_command
from jianbao.commands.tag import tag_command
from jianbao.commands.taxonomy import taxonomy_command
from jianbao.counting import counted
from jianbao.errors import JianbaoError, Problems


class _Door(click.Group):
    """Shows people's errors as lines on standard error, and keeps stack traces for our own."""

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
        try:
            context.invoke(ingest_command)
        except SystemExit:
            # A page was refused: the site is built of all others, and the job still fails.
            context.invoke(build_command)
            raise
        context.invoke(build_command)


for command in (
    *(init_command, ingest_command, review_command, import_command, tag_command),
    *(remove_command, taxonomy_command),
    *(check_command, stats_command, build_command, serve_command),
):
    main.add_command(command)
