"""Articles that were taken out of content/: whether their addresses still lead somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.calling import call
from jianbao.checking.finding import Finding
from jianbao.checking.places import line_of_value
from jianbao.errors import ContentError
from jianbao.redirects import FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jianbao.config import Archive
    from jianbao.content import ArticleFile
    from jianbao.redirects import Tombstone


def check_removed(
    archive: Archive, articles: Iterable[ArticleFile], tombstones: Iterable[Tombstone]
) -> Iterator[Finding]:
    """Tombstones that are wrong, and articles that ingest made and people removed without one."""
    there = {each.article.id for each in articles}
    buried = {each.id for each in tombstones}
    for each in tombstones:
        if each.id in there:
            yield _wrong(archive, each, f"{each.id} is in content/", "delete this [[article]]")
        if each.to and each.to not in there:
            reason = f"{each.id} leads to {each.to}, which is no article"
            yield _wrong(archive, each, reason, "name another, or take to = out")
    for article_id in _taken_out(archive, there):
        if article_id not in buried:
            yield Finding(
                *("removed", "note", f"{article_id} was taken out; its address leads nowhere"),
                hint=f"{call(f'remove {article_id}')} keeps it, and with --to ID leads it on",
            )


def _wrong(archive: Archive, each: Tombstone, reason: str, hint: str) -> Finding:
    line = line_of_value((archive.root / FILE).read_text("utf-8"), "id", each.id)
    return Finding("removed", "error", reason, FILE, line, hint)


def _taken_out(archive: Archive, there: set[str]) -> Iterator[str]:
    from jianbao.ingest.shelf import Shelf

    try:
        pages = list(Shelf(archive).memory.versions())
    except (ContentError, UnicodeDecodeError):  # Told by the check of conflicts.
        return
    for page in pages:
        yield from (each.id for each in page.articles if not each.gone and each.id not in there)
