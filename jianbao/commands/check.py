"""`check`: everything that is wrong with an archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from jianbao.config import open_archive
from jianbao.errors import ContentError, JianbaoError, Problems

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jianbao.config import Archive


@click.command("check")
@click.pass_obj
def check_command(root: Path) -> None:
    """Report everything that is wrong with the archive, each with file and line.

    An undecided conflict between people's corrections and a later ingest is wrong too;
    `python build.py review` shows both sides.
    """
    from jianbao.content import read_content
    from jianbao.vocabulary import open_vocabulary

    archive = open_archive(root)
    errors: list[JianbaoError] = []
    articles = 0
    try:
        articles = len(read_content(archive, open_vocabulary(archive)).articles)
    except Problems as problems:
        errors += problems.errors
    if not errors:
        # Conflicts are looked up in the articles' files, so these must be readable first.
        errors += _conflicts(archive)
    if errors:
        for error in Problems(errors).errors:
            click.echo(str(error), err=True)
        click.echo(f"check: {len(errors)} problems", err=True)
        raise SystemExit(JianbaoError.exit_code)
    click.echo(f"check: {articles} articles, nothing wrong", err=True)


def _conflicts(archive: Archive) -> Iterator[ContentError]:
    from jianbao.ingest.desk import review
    from jianbao.ingest.shelf import Shelf

    for item in review(Shelf(archive)):
        for conflict in item.conflicts:
            yield ContentError(
                f"ingest and people changed {conflict.field} differently; people's text stands",
                file=item.file,
                line=1,
                hint=f"see `python build.py review {item.id}`",
            )
