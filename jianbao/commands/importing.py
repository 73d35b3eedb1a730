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
    be left out. In CSV (parted by commas, semicolons or tabs), lists are parted by |, paragraphs by
    line ends, and columns may be called 日期, 版次, 标题, 正文, 署名 … too. Articles without regions
    or themes are tagged. Nothing that content/ has is overwritten, and nothing is written
    when anything is wrong.
    """
    from jianbao.content import read_text
    from jianbao.handed import read_rows
    from jianbao.importing import import_articles, write_files
    from jianbao.ingest.shelf import Shelf
    from jianbao.locking import locked
    from jianbao.vocabulary import open_tagger, open_vocabulary

    archive = open_archive(root)
    read = [read_rows(file) for file in files]
    rows = [row for found, _ in read for row in found]
    wrong = [error for _, errors in read for error in errors]
    vocabulary, tagger = open_vocabulary(archive), open_tagger(archive)
    with (
        locked(archive.state),
        click.progressbar(
            rows, label="import", file=sys.stderr, hidden=not sys.stderr.isatty()
        ) as steps,
    ):
        shelf = Shelf(archive)
        there = {
            each: read_text(path, archive.relative(path)) for each, path in shelf.files().items()
        }
        made, same = import_articles(
            archive,
            steps,
            vocabulary,
            tagger,
            there,
            spent={*shelf.given(), *(str(row.values["id"]) for row in rows if "id" in row.values)},
            new_ids=new_ids,
            wrong=wrong,
        )
        write_files(archive, made)
    click.echo(f"import: {counted(len(made), 'article')}, {same:,} there already", err=True)
