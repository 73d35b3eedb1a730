"""`import`: ready articles → content/."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from jianbao.config import open_archive
from jianbao.counting import counted


@click.command("import")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE…",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
)
@click.option("--new-ids", is_flag=True, help="Give new ids where those given are of another form.")
@click.pass_obj
def import_command(root: Path, files: tuple[Path, ...], new_ids: bool) -> None:
    """Take ready articles from JSON lines or CSV FILEs into content/.

    Each has a date (2023-02-20), a title, paragraphs, and what else front matter knows; the id may
    be left out. In CSV, lists are parted by |, and paragraphs by line ends. Articles without
    regions or themes are tagged. Nothing that content/ has is overwritten, and nothing is written
    when anything is wrong.
    """
    from jianbao.content import read_text
    from jianbao.importing import import_articles, read_rows, write_files
    from jianbao.ingest.shelf import Shelf
    from jianbao.vocabulary import open_tagger, open_vocabulary

    archive = open_archive(root)
    there = {
        each: read_text(path, archive.relative(path))
        for each, path in Shelf(archive).files().items()
    }
    rows = [row for file in files for row in read_rows(file)]
    with click.progressbar(
        rows, label="import", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as steps:
        made, same = import_articles(
            archive, steps, open_vocabulary(archive), open_tagger(archive), there, new_ids=new_ids
        )
    write_files(archive, made)
    click.echo(f"import: {counted(len(made), 'article')}, {same:,} there already", err=True)
