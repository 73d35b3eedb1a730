"""A session of an editor: the site is built, served, and built again whenever a source changes."""

from __future__ import annotations

import os
import threading
import time
import traceback
from typing import TYPE_CHECKING

import click

from jianbao.config import open_archive
from jianbao.counting import counted
from jianbao.errors import JianbaoError, Problems
from jianbao.serving.news import News
from jianbao.serving.searching import Indexing
from jianbao.serving.server import Server
from jianbao.serving.watching import Watch

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Session:
    """Keeps the site of the archive in `root` up to date, and serves it."""

    def __init__(self, root: Path, *, search: bool = True) -> None:
        self._root = root
        archive = open_archive(root)
        self._out = archive.root / "site"
        self._indexing = Indexing(root, archive.state) if search else None
        self._refused: Sequence[JianbaoError] = ()
        self.news = News(archive.settings.language)

    def run(self, port: int, base: str) -> None:
        """Serve until interrupted. Raises JianbaoError when the port cannot be had."""
        # Watched before it is built, so that no change is lost in between.
        with Watch(self._root) as watch, Server(self._out, port, base, self.news) as server:
            # Processes can be forked only as long as no other thread answers browsers.
            self.update(jobs=os.cpu_count() or 1)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            try:
                click.echo(f"{server.address} (Ctrl+C ends it)", err=True)
                pages = open_archive(self._root).pages.resolve()
                for changes in watch:
                    self.update(pages=any(path.is_relative_to(pages) for path in changes))
            except KeyboardInterrupt:
                click.echo("", err=True)
            finally:
                self.close()
                server.shutdown()

    def close(self) -> None:
        """Let all go who wait, and stop what is under way."""
        self.news.close()
        if self._indexing:
            self._indexing.stop()

    def update(self, *, pages: bool = True, jobs: int = 1) -> None:
        """Bring the site up to date, and first what is new in pages/ if asked to; tell open pages.

        What is wrong is told there and on the terminal; the site is the last good one then.
        """
        start = time.perf_counter()
        try:
            if pages:
                self._refused = self._ingest(jobs)
            done = self._build(jobs)
        except Exception as error:
            problems = self._problems(error)
            self.news.failed(problems)
        else:
            problems = self._refused if pages else ()
            click.echo(f"{done}, {time.perf_counter() - start:.2f} s", err=True)
        for each in problems:
            click.echo(f"error: {each}", err=True)

    def _ingest(self, jobs: int) -> Sequence[JianbaoError]:
        """Ingest what is new or changed in pages/; why pages of it were refused."""
        from jianbao.ingest.files import RULES
        from jianbao.ingest.raw import fingerprint, raw_pages
        from jianbao.ingest.run import Summary, ingest
        from jianbao.ingest.shelf import Shelf
        from jianbao.vocabulary import open_tagger

        archive = open_archive(self._root)
        if not archive.pages.is_dir():
            return ()
        shelf = Shelf(archive)
        pages = [
            page
            for page in raw_pages(archive.pages)
            if not shelf.memory.is_current(
                archive.relative(page), fingerprint(page.read_bytes()), RULES
            )
        ]
        if not pages:
            return ()
        *_, summary = (Summary(), *ingest(archive, pages, open_tagger(archive), jobs))
        click.echo(
            f"ingested: {counted(summary.new, 'new article')}, {summary.changed:,} changed",
            err=True,
        )
        return summary.refused

    def _build(self, jobs: int) -> str:
        """Build the pages, and tell what was done; the search follows by itself."""
        from jianbao.site.build import Options, build

        archive = open_archive(self._root)
        if self._indexing:
            self._indexing.stop()
        report = build(archive, self._out, Options(search=False, jobs=jobs))
        self.news.built(report.version, self._refused, archive.settings.base_url)
        if self._indexing:
            self._indexing.start()
        changed = counted(report.written + report.removed, "file")
        return f"{counted(report.articles, 'article')}, {changed} changed"

    def _problems(self, error: Exception) -> Sequence[JianbaoError]:
        """What is to be told of an error, whatever it is."""
        if isinstance(error, Problems):
            return error.errors
        if isinstance(error, JianbaoError):
            return (error,)
        traceback.print_exception(error)
        reason = f"the program failed: {type(error).__name__}: {error}"
        return (JianbaoError(reason, hint="the terminal shows where; please report it"),)
