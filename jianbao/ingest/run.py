"""Ingesting an archive's raw pages: cut, tagged, and merged with what people made of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jianbao.errors import JianbaoError, RefusedPage
from jianbao.ingest import cut
from jianbao.ingest.files import RULES, Raw, articles_of, fingerprint, where
from jianbao.ingest.shelf import Shelf
from jianbao.sheet import sheet_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from jianbao.config import Archive
    from jianbao.ingest.page import CutPage
    from jianbao.tagging import Tagger, Tags

SUFFIXES = (".txt",)
"""The endings of raw pages."""


@dataclass(slots=True)
class Summary:
    """What an ingest did."""

    pages: int = 0
    """Raw pages looked at."""
    ingested: int = 0
    """Pages among them that are new, or that changed, or whose rules did."""
    new: int = 0
    """Articles that were not there before."""
    changed: int = 0
    """Articles whose file changed."""
    removed: list[str] = field(default_factory=list)
    """Ids of articles that the machine no longer finds and that people never changed."""
    review: int = 0
    """Articles of the ingested pages that an editor should look at."""
    conflicts: int = 0
    """Places where people and machine changed the same differently; people's text stands."""
    refused: list[JianbaoError] = field(default_factory=list)
    """Why pages were refused."""


def raw_pages(folder: Path) -> list[Path]:
    """The raw pages below a folder, in order."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES and path.is_file() and not path.name.startswith(".")
    )


def read_raw(path: Path, file: str) -> tuple[bytes, Raw]:
    """A raw page's bytes and what tells them from others. Raises RefusedPage."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
        raise RefusedPage(reason, file=file, hint="check the name and its permissions") from None
    return data, Raw(file, fingerprint(data))


def cut_raw(data: bytes, file: str) -> CutPage:
    """Cut one raw page. Raises RefusedPage, naming the file."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RefusedPage("not UTF-8", file=file, hint="save the text as UTF-8") from None
    try:
        return cut(text)
    except RefusedPage as error:
        raise RefusedPage(error.reason, file=file, line=error.line, hint=error.hint) from None


def tags_of(page: CutPage, tagger: Tagger) -> list[Tags]:
    """The tags of a page's articles, in order."""
    return [
        tagger.tag(
            article.title, article.paragraphs, kicker=article.kicker, subtitle=article.subtitle
        )
        for article in page.articles
    ]


def ingest(archive: Archive, paths: Iterable[Path], tagger: Tagger) -> Iterator[Summary]:
    """Ingest raw pages, yielding the running summary after each."""
    summary = Summary()
    shelf = Shelf(archive)
    for path in paths:
        summary.pages += 1
        try:
            _ingest_page(shelf, path, tagger, summary)
        except JianbaoError as error:
            summary.refused.append(error)
        yield summary


def _ingest_page(shelf: Shelf, path: Path, tagger: Tagger, summary: Summary) -> None:
    data, raw = read_raw(path, shelf.archive.relative(path))
    last = shelf.last(raw)
    if last and (last.raw, last.sha256, last.rules) == (raw.file, raw.sha256, RULES):
        return
    page = cut_raw(data, raw.file)
    articles = articles_of(page, tags_of(page, tagger), raw)
    settled = shelf.put(raw, RULES, sheet_of(page.info, *where(page, raw)), articles)
    summary.ingested += 1
    summary.new += len(settled.new)
    summary.changed += len(settled.changed)
    summary.removed += [article.id for article in settled.removed]
    summary.review += sum(bool(article.ingest and article.ingest.review) for article in articles)
    summary.conflicts += settled.conflicts
