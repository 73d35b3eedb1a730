"""`build`: content/ → site/."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jianbao.config import open_archive, web_address

if TYPE_CHECKING:
    from jianbao.config import Archive


@click.command("build")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write. Default: site/ in the archive.",
)
@click.option("--base-url", default="", help="Where the site will stand, for feeds and sitemaps.")
@click.option("--search/--no-search", default=True, help="Whether to make the search index.")
@click.pass_obj
def build_command(
    root: Path, out: Path | None = None, base_url: str = "", search: bool = True
) -> None:
    """Build the site from content/."""
    archive = open_archive(root)
    out = out or archive.root / "site"
    build_and_report(archive, out, _web_address(base_url), search)
    click.echo(f"open {out / 'index.html'}, or run `make serve` to search too", err=True)


def _web_address(url: str) -> str:
    try:
        return web_address(url) if url else ""
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--base-url") from None


def build_and_report(archive: Archive, out: Path, base_url: str = "", search: bool = True) -> None:
    """Build a site and say in one line what was done."""
    from jianbao.content import read_content
    from jianbao.site.build import build
    from jianbao.vocabulary import open_vocabulary

    vocabulary = open_vocabulary(archive)
    content = read_content(archive, vocabulary)
    report = build(archive, content, vocabulary, out, base_url=base_url, search=search)
    drafts = f" ({report.drafts} drafts kept back)" if report.drafts else ""
    removed = f", {report.removed} removed" if report.removed else ""
    click.echo(
        f"build: {report.articles} articles{drafts}, {report.pages} files, {report.written} written"
        f"{removed}, {report.seconds:.2f} s",
        err=True,
    )
