"""The commands: `python build.py …`, also installed as `jianbao`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from jianbao import __version__
from jianbao.config import open_archive, web_address
from jianbao.errors import JianbaoError, Problems, RefusedPage

if TYPE_CHECKING:
    from jianbao.config import Archive


class _Door(click.Group):
    """Shows people's errors as lines on standard error, and keeps stack traces for our own."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except Problems as problems:
            for error in problems.errors:
                click.echo(str(error), err=True)
            click.echo(f"{len(problems.errors)} problems; nothing was written", err=True)
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

    Without a command: ingest new pages, then build the site. That is the daily job.
    """
    context.obj = root
    if context.invoked_subcommand is None:
        context.invoke(ingest_command)
        context.invoke(build_command)


@main.command("ingest")
@click.argument("pages", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object a page; write nothing."
)
@click.pass_obj
def ingest_command(root: Path, pages: tuple[Path, ...] = (), as_json: bool = False) -> None:
    """Cut raw PAGES (files or folders; by default all of pages/) into articles.

    The articles go to content/, one Markdown file each. When a page or the rules have changed, what
    is new is merged into the articles, and every correction that people made stays.
    """
    from jianbao.ingest.run import raw_pages

    archive = open_archive(root)
    paths: list[Path] = []
    for page in pages or (archive.pages,):
        paths += raw_pages(page) if page.is_dir() else [page]
    if as_json:
        _print_pages(archive, paths)
    else:
        _ingest(archive, paths)


def _print_pages(archive: Archive, paths: list[Path]) -> None:
    from jianbao.ingest.jsonform import page_json
    from jianbao.ingest.run import cut_raw, read_raw, tags_of
    from jianbao.vocabulary import open_gazetteer, open_tagger

    tagger, gazetteer = open_tagger(archive), open_gazetteer(archive)
    refused = False
    for path in paths:
        try:
            data, raw = read_raw(path, archive.relative(path))
            page = cut_raw(data, raw.file)
        except RefusedPage as error:
            refused = True
            click.echo(json.dumps({"refused": str(error)}, ensure_ascii=False))
            continue
        tags = [
            {"regions": [gazetteer.levels(path) for path in tag.regions], "themes": tag.themes}
            for tag in tags_of(page, tagger)
        ]
        click.echo(json.dumps(page_json(page, tags), ensure_ascii=False))
    if refused:
        sys.exit(RefusedPage.exit_code)


def _ingest(archive: Archive, paths: list[Path]) -> None:
    from jianbao.ingest.run import Summary, ingest
    from jianbao.vocabulary import open_tagger

    with click.progressbar(
        ingest(archive, paths, open_tagger(archive)),
        length=len(paths),
        label="ingest",
        file=sys.stderr,
        hidden=not sys.stderr.isatty() or len(paths) < 2,
    ) as steps:
        *_, summary = (Summary(), *steps)
    for error in summary.refused:
        click.echo(f"refused: {error}", err=True)
    for article_id in summary.removed:
        click.echo(f"removed, no longer found on its page: {article_id}", err=True)
    click.echo(
        f"ingest: {summary.pages} pages, {summary.ingested} new or changed; articles: "
        f"{summary.new} new, {summary.changed} changed, {summary.review} to review, "
        f"{summary.conflicts} conflicts; {len(summary.refused)} pages refused",
        err=True,
    )
    if summary.refused:
        sys.exit(RefusedPage.exit_code)


@main.command("build")
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
    _build(archive, out, _web_address(base_url), search)
    click.echo(f"open {out / 'index.html'}, or run `python build.py serve` to search too", err=True)


def _web_address(url: str) -> str:
    try:
        return web_address(url) if url else ""
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--base-url") from None


def _build(archive: Archive, out: Path, base_url: str = "", search: bool = True) -> None:
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


@main.command("check")
@click.pass_obj
def check_command(root: Path) -> None:
    """Report everything that is wrong with the archive, each with file and line."""
    from jianbao.content import read_content
    from jianbao.vocabulary import open_vocabulary

    archive = open_archive(root)
    content = read_content(archive, open_vocabulary(archive))
    click.echo(f"check: {len(content.articles)} articles, nothing wrong", err=True)


@main.command("tag")
@click.option("--json", "as_json", is_flag=True, required=True, help="Read and print JSON lines.")
@click.pass_obj
def tag_command(root: Path, as_json: bool) -> None:
    """Give ready articles their regions and themes.

    Reads {"id", "title", "paragraphs"} a line on standard input, prints {"id", "regions",
    "mentions", "themes"} a line.
    """
    from jianbao.tagging import tag_lines
    from jianbao.vocabulary import open_tagger

    for line in tag_lines(sys.stdin, open_tagger(open_archive(root))):
        click.echo(line)


@main.command("serve")
@click.option("--port", default=8000, show_default=True, help="The port on localhost.")
@click.pass_obj
def serve_command(root: Path, port: int) -> None:
    """Build the site and show it on http://localhost:8000."""
    from jianbao.serve import serve

    archive = open_archive(root)
    out = archive.root / "site"
    _build(archive, out)
    serve(out, port)
