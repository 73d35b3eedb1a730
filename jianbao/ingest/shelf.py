"""Where a page's articles lie in content/, read before an ingest and written after it."""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from jianbao.content import read_text
from jianbao.errors import ContentError
from jianbao.frontmatter import Vocabulary, read_article, rewrite_article, write_article
from jianbao.ingest.files import article_file
from jianbao.ingest.memory import Memory
from jianbao.ingest.settle import settle
from jianbao.ingest.versions import (
    SUFFIX,
    PageVersion,
    fingerprint,
    version_of,
)
from jianbao.redirects import load_redirects
from jianbao.sheet import write_sheet
from jianbao.site.write import replace_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from jianbao.article import Article
    from jianbao.config import Archive
    from jianbao.ingest.raw import Raw
    from jianbao.ingest.settle import Settlement
    from jianbao.sheet import Sheet

USUAL_PLACE = re.compile(r"(\d{4})/(\d\d)/(\d\d)/([0-9A-Z]{1,4}-\d{2,3})-[^/]*\.md$")
"""Where ingest puts an article: its path tells its id, and 100,000 files need not be read."""

ID_LINE = re.compile(r"^id: *['\"]?([^\s'\"#]+)", re.MULTILINE)


class _AnyTheme(dict[str, str]):
    def __contains__(self, _: object) -> bool:
        return True


class _AnyRegion:
    def known(self, _: str) -> bool:
        return True

    def nearest(self, _: str) -> str:
        return ""


ANY_WORDS = Vocabulary(_AnyTheme(), _AnyRegion())
"""Merging is about what people wrote; whether a theme exists is asked by `check` and `build`."""


class Shelf:
    """The content of an archive, as ingest sees it."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.memory = Memory(archive)
        self._files: dict[str, Path] | None = None
        self._tombstones: frozenset[str] | None = None

    def put(
        self,
        raw: Raw,
        rules: str,
        sheet: Sheet,
        cut: Sequence[Article],
        photos: Mapping[str, bytes] = MappingProxyType({}),
    ) -> Settlement:
        """Settle a page's articles and write what changes.

        `photos` has the photographs of the articles by their file names.

        Raises ContentError, having written nothing, when a file that must be merged cannot be
        read, or when another raw page says that it is the same page.
        """
        where = self.archive.content / f"{sheet.date:%Y/%m/%d}" / f"{sheet.page}{SUFFIX}"
        before = self.memory.find(raw, where, [version_of(article) for article in cut])
        other = self.memory.head(where)
        if other and before != where:
            raise self._is_second(raw, sheet, other)
        prefix = f"{sheet.date}-{sheet.page}-"
        there = {each for each in self.files() if each.startswith(prefix)}
        if before is None:
            self._refuse_forgotten(raw, where, there)
        last = self.memory.whole(before) if before else None
        known = {version.id for version in last.articles} if last else set()
        people = self._people(known)
        taken = (there | self._buried()) - known
        settled = settle(last, cut, {each: article for each, (article, _) in people.items()}, taken)
        sheet_text = write_sheet(sheet)
        page = PageVersion(
            raw.file, raw.sha256, rules, fingerprint(sheet_text), settled.versions, raw.pages
        )
        self._write_articles(settled, {each: text for each, (_, text) in people.items()}, photos)
        self._write_sheet(where.with_name(f"{sheet.page}.yaml"), sheet_text, last)
        self.memory.keep(page, where, before)
        return settled

    def _refuse_forgotten(self, raw: Raw, where: Path, there: set[str]) -> None:
        """Raise ContentError when a page has articles that ingest made and does not remember."""
        made = {each for each, (article, _) in self._people(there).items() if article.ingest}
        # A page whose date was corrected keeps its articles' ids.
        if made and (forgotten := made - self.memory.ids()):
            memory = self.archive.relative(where)
            raise ContentError(
                f"{min(forgotten)} was cut from this page before, but {memory} is missing, "
                "which tells what people corrected from what was cut",
                file=raw.file,
                hint=f"take {memory} back from the repository's history; where it is lost, take "
                "this raw page out of pages/, and its articles stay as they are",
            )

    def _is_second(self, raw: Raw, sheet: Sheet, other: PageVersion) -> ContentError:
        page, first = f"page {sheet.page} of {sheet.date}", other.raw
        if (self.archive.root / other.name).exists():
            return ContentError(
                f"{first} is {page} too",
                file=raw.file,
                hint="remove one of the two, or correct what one says of its date and page",
            )
        return ContentError(
            f"{page} was cut from {first}, which is gone",
            file=raw.file,
            hint=f"if this is its new version, give it the name {first}; else put {first} back",
        )

    def files(self) -> Mapping[str, Path]:
        """The file of each article in content/ by its id: people may have renamed or moved it."""
        if self._files is None:
            self._files = {}
            for path in sorted(self.archive.content.rglob("*.md")):
                usual = USUAL_PLACE.search(path.as_posix())
                article_id = "-".join(usual.groups()) if usual else _id_in(path)
                if article_id:
                    self._files.setdefault(article_id, path)
        return self._files

    def given(self) -> set[str]:
        """Every id that is not to be given again."""
        return self.files().keys() | self._buried() | self.memory.ids()

    def _buried(self) -> frozenset[str]:
        """The ids of articles that were taken out and have a tombstone."""
        if self._tombstones is None:
            redirects = load_redirects(self.archive.root)
            self._tombstones = frozenset(each.id for each in redirects.articles)
        return self._tombstones

    def article(self, article_id: str) -> Article | None:
        """An article as it is in content/ now."""
        found = self._people({article_id})
        return found[article_id][0] if article_id in found else None

    def _people(self, ids: set[str]) -> dict[str, tuple[Article, str]]:
        """The articles with these ids that content/ has, each with its file's text."""
        found = {}
        for article_id in sorted(ids & self.files().keys()):
            path = self.files()[article_id]
            file = self.archive.relative(path)
            text = read_text(path, file)
            article = read_article(text, file, ANY_WORDS)
            if article.id == article_id:
                found[article_id] = (article, text)
        return found

    def _write_articles(
        self, settled: Settlement, texts: Mapping[str, str], photos: Mapping[str, bytes]
    ) -> None:
        files = dict(self.files())
        for article in settled.new:
            path = self.archive.root / article_file(article)
            self._write_photos(path.parent, article, photos)
            self._write(path, write_article(article))
            files[article.id] = path
        for before, after in settled.changed:
            self._write_photos(files[after.id].parent, after, photos)
            self._write(files[after.id], rewrite_article(texts[after.id], before, after))
        for article in settled.removed:
            files.pop(article.id).unlink()
        self._files = files

    def _write_photos(self, folder: Path, article: Article, photos: Mapping[str, bytes]) -> None:
        """Put an article's photographs beside it; one that is there stays as it is."""
        folder.mkdir(parents=True, exist_ok=True)
        for image in article.images:
            if image.file in photos and not (folder / image.file).exists():
                replace_file(folder / image.file, photos[image.file])

    def _write_sheet(self, path: Path, text: str, last: PageVersion | None) -> None:
        """Write a sheet, unless people have changed or removed it since the machine did."""
        if path.exists():
            now = fingerprint(read_text(path, self.archive.relative(path)))
            if last is None or now != last.sheet:
                return
        elif last is not None:
            return
        self._write(path, text)

    def _write(self, path: Path, text: str) -> None:
        data = text.encode()
        if not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, data)


def _id_in(path: Path) -> str | None:
    """The id in an article's front matter."""
    found = ID_LINE.search(path.read_text(encoding="utf-8", errors="replace")[:2000])
    return found[1] if found else None


def without_conflicts(page: PageVersion, article_id: str, seen: str) -> PageVersion:
    """The page's version with one article marked as seen and its conflicts decided."""
    return replace(
        page,
        articles=tuple(
            replace(each, conflicts=(), seen=seen) if each.id == article_id else each
            for each in page.articles
        ),
    )
