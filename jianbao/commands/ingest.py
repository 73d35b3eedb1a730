"""`ingest`: raw pages → content/."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jianbao.calling import call
from jianbao.config import open_archive
from jianbao.counting import counted
from jianbao.errors import RefusedPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jianbao.config import Archive


NAMED = 3
"""How many files that are not read are named: an editor may keep pictures beside the pages."""


@click.command("ingest")
@click.argument("pages", nargs=-1, metavar="[PAGE]…", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object a page; write nothing."
)
@click.option("--explain", is_flag=True, help="Tell where each raw line goes; write nothing.")
@click.option("--jobs", type=click.IntRange(1), help="Processes at work. Default: the cores.")
@click.pass_obj
def ingest_command(
    root: Path,
    pages: tuple[Path, ...] = (),
    as_json: bool = False,
    explain: bool = False,
    jobs: int | None = None,
) -> None:
    """Cut raw PAGEs (text or PDF, files or folders; by default all of pages/) into articles.

    The articles go to content/, one Markdown file each. When a page or the rules have changed, what
    is new is merged into the articles, and every correction that people made stays.
    """
    from jianbao.ingest.raw import other_files, raw_pages

    archive = open_archive(root)
    paths: list[Path] = []
    unread: list[Path] = []
    # Git keeps no empty folder: an archive may have none for its pages.
    for page in pages or filter(Path.is_dir, [archive.pages]):
        paths += raw_pages(page) if page.is_dir() else [page]
        unread += other_files(page) if page.is_dir() else []
    if explain:
        _explain(archive, paths)
    elif as_json:
        _print_pages(archive, paths)
    else:
        _ingest(archive, paths, jobs or os.cpu_count() or 1, unread)


def _print_pages(archive: Archive, paths: list[Path]) -> None:
    from jianbao.ingest.jsonform import page_json
    from jianbao.ingest.raw import cut_raw, read_raw
    from jianbao.ingest.run import tags_of
    from jianbao.vocabulary import open_gazetteer, open_tagger

    tagger, gazetteer = open_tagger(archive), open_gazetteer(archive)
    refused = False
    for path in paths:
        file = archive.relative(path)
        try:
            cut = cut_raw(read_raw(path, file), file)
            if cut.refused:
                raise cut.refused
        except RefusedPage as error:
            refused = True
            click.echo(json.dumps({"refused": str(error)}, ensure_ascii=False))
            continue
        for page in cut.pages:
            if isinstance(page, RefusedPage):
                refused = True
                click.echo(json.dumps({"refused": str(page)}, ensure_ascii=False))
                continue
            tags = [
                {"regions": [gazetteer.levels(path) for path in tag.regions], "themes": tag.themes}
                for tag in tags_of(page, tagger)
            ]
            click.echo(json.dumps(page_json(page, tags), ensure_ascii=False))
    if refused:
        sys.exit(RefusedPage.exit_code)


def _explain(archive: Archive, paths: list[Path]) -> None:
    refused = False
    for path in paths:
        file = archive.relative(path)
        try:
            for line in _traced(path, file):
                click.echo(line)
        except RefusedPage as error:
            refused = True
            error.file = error.file or file
            click.echo(f"refused: {error}", err=True)
    if refused:
        sys.exit(RefusedPage.exit_code)


def _traced(path: Path, file: str) -> Iterator[str]:
    """Each line of a raw page, and where it goes."""
    from jianbao.ingest import trace
    from jianbao.ingest.raw import is_pdf, read_parts, read_raw

    data = read_raw(path, file)
    if is_pdf(data, file):
        from jianbao.ingest.pdf.tracing import trace_pdf

        for page, text, place, kind in trace_pdf(data):
            yield f"{file}#page={page}: {text}\n    → {place} ({kind})"
        return
    for part in read_parts(data)[0]:
        for line in trace(part.text):
            yield f"{file}:{line.number}: {line.text}\n    → {line.place} ({line.rule})"


def _ingest(archive: Archive, paths: list[Path], jobs: int, unread: list[Path]) -> None:
    from jianbao.ingest.run import Summary, ingest
    from jianbao.vocabulary import open_tagger

    with click.progressbar(
        ingest(archive, paths, open_tagger(archive), jobs),
        length=len(paths),
        label="ingest",
        file=sys.stderr,
        hidden=not sys.stderr.isatty() or len(paths) < 2,
    ) as steps:
        *_, summary = (Summary(), *steps)
    if unread:
        names = ", ".join(map(archive.relative, unread[:NAMED]))
        more = f" and {len(unread) - NAMED:,} more" if len(unread) > NAMED else ""
        click.echo(f"not read: {names}{more} (text or PDF wanted)", err=True)
    for note in summary.notes:
        click.echo(note, err=True)
    for error in summary.refused:
        click.echo(f"refused: {error}", err=True)
    for article_id in summary.removed:
        click.echo(f"removed, no longer found on its page: {article_id}", err=True)
    click.echo(
        f"ingest: {counted(summary.files, 'file')}, {counted(summary.pages, 'page')} new or "
        f"changed; articles: {summary.new:,} new, {summary.changed:,} changed, "
        f"{summary.review:,} to review, {counted(summary.conflicts, 'conflict')}; "
        f"{len(summary.refused):,} refused",
        err=True,
    )
    if summary.conflicts or summary.review:
        click.echo(f"{call('review')} lists what wants a look", err=True)
    if summary.refused:
        sys.exit(RefusedPage.exit_code)
