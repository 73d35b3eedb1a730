"""Ingesting an archive's raw pages: what is new is cut, tagged and written; people's work stays."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from jianbao.errors import ContentError, JianbaoError, RefusedPage
from jianbao.ingest import cut
from jianbao.ingest.files import Raw, articles_of, files_of, fingerprint
from jianbao.sheet import read_sheet
from jianbao.site.write import replace_file

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
    """Pages that became articles."""
    articles: int = 0
    """Articles written."""
    review: int = 0
    """Articles among them that an editor should look at."""
    refused: list[JianbaoError] = field(default_factory=list)
    """Why pages were refused."""
    changed: list[str] = field(default_factory=list)
    """Raw pages that changed after they were ingested; their articles are as they were."""


def raw_pages(folder: Path) -> list[Path]:
    """The raw pages below a folder, in order."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES and path.is_file() and not path.name.startswith(".")
    )


def read_page(path: Path, file: str) -> tuple[CutPage, Raw]:
    """Read and cut one raw page. Raises RefusedPage, naming the file."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
        raise RefusedPage(reason, file=file, hint="check the name and its permissions") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RefusedPage("not UTF-8", file=file, hint="save the text as UTF-8") from None
    try:
        return cut(text), Raw(file, fingerprint(data))
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
    known = dict(_ingested(archive))
    for path in paths:
        summary.pages += 1
        file = archive.relative(path)
        try:
            if file in known:
                if known[file] != fingerprint(path.read_bytes()):
                    summary.changed.append(file)
            else:
                page, raw = read_page(path, file)
                articles = articles_of(page, tags_of(page, tagger), raw)
                _write(archive, files_of(page, articles, raw))
                summary.ingested += 1
                summary.articles += len(articles)
                summary.review += sum(bool(a.ingest and a.ingest.review) for a in articles)
        except JianbaoError as error:
            summary.refused.append(error)
        yield summary


def _ingested(archive: Archive) -> Iterator[tuple[str, str]]:
    """The raw pages that content/ knows, with their fingerprints."""
    for path in archive.content.rglob("*.yaml"):
        sheet = read_sheet(path.read_text(encoding="utf-8"), archive.relative(path))
        if sheet.raw:
            yield sheet.raw, sheet.sha256


def _write(archive: Archive, files: dict[str, str]) -> None:
    for file in files:
        if (archive.root / file).exists():
            raise ContentError(
                "exists already, and is not from this raw page",
                file=file,
                hint="two raw pages say that they are the same page; rename or remove one",
            )
    for file, text in files.items():
        path = archive.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, text.encode())
