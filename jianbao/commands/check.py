"""`check`: everything that is wrong with an archive."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jianbao.choice import Choice
from jianbao.errors import ConfigError, JianbaoError

if TYPE_CHECKING:
    from jianbao.checking import Checked


@click.command("check")
@click.option(
    "--format",
    "form",
    type=Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="github: annotations beside the lines of a pull request.",
)
@click.option(
    "--site",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Look at the links of this built site. Default: of one built in .jianbao/.",
)
@click.option("--links/--no-links", default=True, help="Whether to look at links at all.")
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.pass_obj
def check_command(root: Path, form: str, site: Path | None, links: bool, strict: bool) -> None:
    """Report everything that is wrong with the archive, each with file, line and remedy.

    \b
    Errors must be put right:
      settings    archive.toml
      taxonomy    themes, added regions, redirects
      content     articles' and pages' files, the pictures that they name
      dates       before publication_start or after publication_end of archive.toml
      images      files that are no pictures
      conflicts   people's corrections against a later ingest; see `review`
      removed     tombstones in redirects.toml of articles that are there, or that lead nowhere
      links       links and anchors that lead nowhere, in articles and templates
      site        what keeps the site from being built
    Warnings most likely are wrong: the same text twice (duplicates), dates to come, a day or
    page that is not the id's, pictures that no article names. Notes: themes that no article has,
    articles that were taken out without a tombstone.

    Links are looked at when there is no other error. Exit code 1 when there is an error.
    """  # noqa: D301 - click's mark for lines that stay as they are
    from jianbao.checking import Checked, Finding, check
    from jianbao.config import open_archive

    def say(stage: str) -> None:
        if sys.stderr.isatty():
            click.echo(f"check: {stage} …", err=True)

    try:
        archive = open_archive(root)
    except ConfigError as error:
        if not error.file:  # No archive at all: the command was called in the wrong place.
            raise
        checked = Checked(0, (Finding.of(error, "settings"),))
    else:
        jobs = os.cpu_count() or 1
        checked = check(archive, date.today(), site=site, links=links, jobs=jobs, say=say)
    _show(checked, form)
    if checked.count("error") or (strict and checked.count("warning")):
        raise SystemExit(JianbaoError.exit_code)


def _show(checked: Checked, form: str) -> None:
    from jianbao.checking.formats import as_github, as_json, as_text, summary

    if form == "json":
        click.echo(as_json(checked))
    else:
        for line in as_github(checked) if form == "github" else as_text(checked):
            click.echo(line)
    click.echo(f"check: {summary(checked)}", err=True)
