"""What ingest last made of every page, as it lies in content/."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from jianbao.content import read_text
from jianbao.ingest.identity import LEAST_SHARED, shared
from jianbao.ingest.versions import SUFFIX, read_page_version, write_page_version
from jianbao.site.write import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from jianbao.config import Archive
    from jianbao.ingest.raw import Raw
    from jianbao.ingest.versions import PageVersion, Version


class Memory:
    """The last version of each page, by its place in content/.

    Of most pages only the first line is read: of many pages a day changes few.
    """

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._heads: dict[Path, PageVersion] = {}
        self._marked: defaultdict[str, set[Path]] = defaultdict(set)
        for path in sorted(archive.content.rglob(f"*{SUFFIX}")):
            with path.open(encoding="utf-8") as lines:
                self._know(path, read_page_version(lines.readline(), archive.relative(path)))

    def _know(self, path: Path, page: PageVersion) -> None:
        self._heads[path] = replace(page, articles=())
        for mark in (page.name, page.sha256):
            self._marked[mark].add(path)

    def _forget(self, path: Path) -> None:
        page = self._heads.pop(path)
        for mark in (page.name, page.sha256):
            self._marked[mark].discard(path)

    def head(self, path: Path) -> PageVersion | None:
        """A page's last version without its articles; None when there is none in that place."""
        return self._heads.get(path)

    def whole(self, path: Path) -> PageVersion:
        """A page's last version. Raises ContentError when it is damaged."""
        file = self.archive.relative(path)
        return read_page_version(read_text(path, file), file)

    def versions(self) -> Iterator[PageVersion]:
        """All of them."""
        return map(self.whole, self._heads)

    def ids(self) -> set[str]:
        """The ids of all articles that ingest ever made, those among them that are gone."""
        return {each.id for version in self.versions() for each in version.articles}

    def is_current(self, file: str, sha256: str, rules: str) -> bool:
        """Whether all pages that a raw file has were made by these rules from these bytes.

        One that was refused was not made: it is tried again, and told again.
        """
        pages = [
            page
            for page in map(self._heads.__getitem__, self._marked[file])
            if (page.sha256, page.rules) == (sha256, rules)
        ]
        return bool(pages) and len(pages) >= pages[0].pages

    def find(self, raw: Raw, place: Path, made: Sequence[Version]) -> Path | None:
        """Where the last version of a raw page is, which is now to go to `place`, if there is one.

        It is that of the same day and number, if it came from the same raw file or one of the same
        bytes that was renamed. When day or number have changed, as when a masthead was misread, it
        is that of the same page of the file, if any article of it is among those that were `made`
        now. Another day's page that has the file's name is a new page.
        """
        places = self._marked[raw.name] or {
            path
            for path in self._marked[raw.sha256]
            if not (self.archive.root / self._heads[path].name).exists()
        }
        if place in places:
            return place
        return next(
            (
                path
                for path in sorted(places)
                if self._heads[path].number == raw.number and _same(self.whole(path).articles, made)
            ),
            None,
        )

    def keep(self, page: PageVersion, place: Path, before: Path | None) -> None:
        """Remember a page, in the place of what was remembered of it before."""
        self._write(place, page)
        if before:
            self._forget(before)
            if before != place:
                before.unlink()
        self._know(place, page)

    def save(self, page: PageVersion) -> None:
        """Remember something else about a page."""
        head = replace(page, articles=())
        for path in self._marked[page.name]:
            if self._heads[path] == head:
                self._write(path, page)

    def _write(self, path: Path, page: PageVersion) -> None:
        data = write_page_version(page).encode()
        if not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, data)


def _same(some: Sequence[Version], others: Sequence[Version]) -> bool:
    """Whether two pages have an article in common."""
    return any(shared(one.sketch, other.sketch) >= LEAST_SHARED for one in some for other in others)
