"""Ingesting an archive's raw pages: cut, tagged, and merged with what people made of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from jianbao.errors import JianbaoError, RefusedPage
from jianbao.ingest.crew import cut_files
from jianbao.ingest.files import RULES, articles_of, photos_of, where
from jianbao.ingest.raw import Raw, fingerprint, raw_name, read_raw
from jianbao.ingest.shelf import Shelf
from jianbao.locking import locked
from jianbao.sheet import sheet_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from jianbao.config import Archive
    from jianbao.ingest.page import CutPage
    from jianbao.tagging import Tagger, Tags


@dataclass(slots=True)
class Summary:
    """What an ingest did."""

    files: int = 0
    """Raw files looked at."""
    pages: int = 0
    """Pages in them that are new, or that changed, or whose rules did."""
    new: int = 0
    """Articles that were not there before."""
    changed: int = 0
    """Articles whose file changed."""
    removed: list[str] = field(default_factory=list)
    """Ids of articles that the machine no longer finds and that people never changed."""
    review: int = 0
    """Articles of those pages that an editor should look at."""
    conflicts: int = 0
    """Places where people and machine changed the same differently; people's text stands."""
    notes: list[str] = field(default_factory=list)
    """What was found out about raw files."""
    refused: list[JianbaoError] = field(default_factory=list)
    """Why pages were refused."""


def tags_of(page: CutPage, tagger: Tagger) -> list[Tags]:
    """The tags of a page's articles, in order."""
    day = date.fromisoformat(page.info.date) if page.info.date else None
    return [
        tagger.tag(
            article.title,
            article.paragraphs,
            kicker=article.kicker,
            subtitle=article.subtitle,
            day=day,
        )
        for article in page.articles
    ]


def ingest(
    archive: Archive, paths: Sequence[Path], tagger: Tagger, jobs: int = 1
) -> Iterator[Summary]:
    """Ingest raw files, yielding the running summary after each.

    Another ingest of the archive, or a build, is waited for.
    """
    with locked(archive.state):
        yield from _ingest(archive, paths, tagger, jobs)


def _ingest(
    archive: Archive, paths: Sequence[Path], tagger: Tagger, jobs: int
) -> Iterator[Summary]:
    summary = Summary()
    shelf = Shelf(archive)
    work: list[tuple[bytes, str]] = []
    for path in paths:
        file = archive.relative(path)
        try:
            data = read_raw(path, file)
        except RefusedPage as error:
            summary.files += 1
            summary.refused.append(error)
            yield summary
            continue
        if shelf.memory.is_current(file, fingerprint(data), RULES):
            summary.files += 1
            yield summary
        else:
            work.append((data, file))
    for (data, file), cut in zip(work, cut_files(work, jobs), strict=True):
        summary.files += 1
        if cut.note:
            summary.notes.append(f"{file}: {cut.note}")
        if cut.refused:
            summary.refused.append(cut.refused)
        for index, page in enumerate(cut.pages):
            if isinstance(page, RefusedPage):
                summary.refused.append(page)
                continue
            raw = Raw(raw_name(file, index, len(cut.pages)), fingerprint(data), len(cut.pages))
            try:
                _put(shelf, page, raw, tagger, summary)
            except JianbaoError as error:
                summary.refused.append(error)
        yield summary


def _put(shelf: Shelf, page: CutPage, raw: Raw, tagger: Tagger, summary: Summary) -> None:
    articles = articles_of(page, tags_of(page, tagger), raw)
    sheet = sheet_of(page.info, *where(page, raw))
    settled = shelf.put(raw, RULES, sheet, articles, photos_of(page, articles))
    summary.pages += 1
    summary.new += len(settled.new)
    summary.changed += len(settled.changed)
    summary.removed += [article.id for article in settled.removed]
    summary.review += sum(bool(article.ingest and article.ingest.review) for article in articles)
    summary.conflicts += settled.conflicts
