"""`init`: a new archive."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from jianbao.errors import ConfigError


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--title", default="", help="The archive's title. Default: the folder's name.")
@click.option("--publication", default="", help="The newspaper's name.")
def init_command(folder: Path, title: str, publication: str) -> None:
    """Make a new, empty archive in the folder DIR, ready to build.

    It gets archive.toml, folders for pages and articles, GitHub workflows that ingest, check and
    publish, and a README.md that says the next three steps. What DIR has already stays as it is.
    """
    from jianbao.starting import Answers, new_tag, requirement, starting_files, write_files

    if (folder / "archive.toml").exists():
        raise ConfigError(f"{folder} is an archive already", hint="name another folder")
    answers = Answers(
        title=" ".join(title.split()) or folder.resolve().name,
        publication=" ".join(publication.split()),
        tag=new_tag(date.today()),
        program=requirement(),
    )
    try:
        written, kept = write_files(folder, starting_files(answers))
    except OSError as error:
        raise ConfigError(
            f"{error.filename or folder} cannot be written: {error.strerror}",
            hint="name a folder that you may write to",
        ) from None
    for name in written:
        click.echo(name)
    for name in kept:
        click.echo(f"kept as it was: {name}", err=True)
    if not answers.program and "requirements.txt" in written:
        click.echo(
            "requirements.txt: to publish by GitHub, say where others can get this program; "
            "it came from a folder here",
            err=True,
        )
    click.echo(
        f"init: {folder} is an archive now; {folder / 'README.md'} says how to go on", err=True
    )
