"""`remove`: taking an article out of the archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from jianbao.config import open_archive
from jianbao.errors import ContentError, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from jianbao.config import Archive


@click.command("remove")
@click.argument("article_id", metavar="ID")
@click.option("--to", "to", default="", metavar="ID", help="The article that stands in its place.")
@click.option("--reason", default="", help="Why, as readers see it.")
@click.pass_obj
def remove_command(root: Path, article_id: str, to: str, reason: str) -> None:
    """Take the article ID (as 2023-02-20-03-02) out of content/, with its pictures.

    A tombstone in redirects.toml keeps its address: who comes there is led to the other article,
    or reads why there is none any more. The id is never given again, and a later ingest leaves the
    article out. An article whose file was deleted by hand gets its tombstone so, too.
    """
    from jianbao.ingest.shelf import Shelf
    from jianbao.locking import locked
    from jianbao.redirects import FILE, Tombstone, load_redirects, redirects_text, with_tombstone
    from jianbao.site.write import replace_file

    archive = open_archive(root)
    with locked(archive.state):
        gone = [each.id for each in load_redirects(archive.root).articles]
        shelf = Shelf(archive)
        files = shelf.files()
        if article_id in gone and article_id not in files:
            # Not the nearest other id: that might be taken out next.
            raise ContentError(f"{article_id} was taken out already", hint=f"{FILE} has it")
        # Its file may have been deleted by hand, and only its address be left to care for.
        by_hand = article_id not in files and article_id in shelf.memory.ids()
        path = None if by_hand else _known(files, article_id)
        if to == article_id:
            raise ContentError("an article cannot stand in its own place", hint="name another")
        if to:
            _known(files, to)
        images = _images(archive, path) if path else ()
        text = with_tombstone(redirects_text(archive.root), Tombstone(article_id, to, reason))
        replace_file(archive.root / FILE, text.encode())
        if path:
            _unlink(path, images)
    what = f"removed {archive.relative(path)}" if path else f"{article_id} was deleted by hand"
    click.echo(f"{what}; {FILE} keeps its address", err=True)


def _images(archive: Archive, path: Path) -> tuple[str, ...]:
    """The pictures that an article's file names."""
    from jianbao.content import read_text
    from jianbao.frontmatter import read_article
    from jianbao.ingest.shelf import ANY_WORDS

    file = archive.relative(path)
    article = read_article(read_text(path, file), file, ANY_WORDS)
    return tuple(image.file for image in article.images)


def _unlink(path: Path, images: tuple[str, ...]) -> None:
    """Take an article's file away, and those pictures that no other one beside it names."""
    path.unlink()
    beside = "".join(each.read_text("utf-8", "replace") for each in path.parent.glob("*.md"))
    for image in images:
        if image not in beside:
            (path.parent / image).unlink(missing_ok=True)


def _known(files: Mapping[str, Path], article_id: str) -> Path:
    if article_id not in files:
        hint = did_you_mean(article_id, files) or "its file in content/ has its id"
        raise ContentError(f"there is no article {article_id}", hint=hint)
    return files[article_id]
