"""Places that people and a later ingest changed differently, and that nobody has decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.calling import call
from jianbao.checking.finding import Finding
from jianbao.checking.places import line_of_body, line_of_key
from jianbao.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jianbao.config import Archive
    from jianbao.content import ArticleFile
    from jianbao.ingest.versions import PageVersion


def check_conflicts(archive: Archive, articles: Iterable[ArticleFile]) -> Iterator[Finding]:
    """A finding for each undecided conflict, and for each damaged memory of ingest."""
    from jianbao.ingest.desk import seen_mark
    from jianbao.ingest.versions import SUFFIX, open_conflicts

    by_id = {each.article.id: each for each in articles}
    for path in sorted(archive.content.rglob(f"*{SUFFIX}")):
        try:
            page = _read(archive.relative(path), path.read_text(encoding="utf-8"))
        except (ContentError, UnicodeDecodeError) as error:
            reason = error.reason if isinstance(error, ContentError) else "not UTF-8"
            hint = "take the file back from the repository's history"
            yield Finding("conflicts", "error", reason, archive.relative(path), 1, hint)
            continue
        for version in page.articles:
            each = by_id.get(version.id)
            if each is None or version.seen == seen_mark(each.article):
                continue
            for conflict in open_conflicts(version, each.article):
                yield _finding(archive, each, conflict.field)


def _read(file: str, text: str) -> PageVersion:
    from jianbao.ingest.versions import read_page_version

    return read_page_version(text, file)


def _finding(archive: Archive, each: ArticleFile, field: str) -> Finding:
    if field == "article":
        reason = "ingest no longer finds this article; people changed it, so it stays"
    else:
        reason = f"ingest and people changed {field} differently; people's text stands"
    line = (
        line_of_body(archive, each.file)
        if field in ("article", "body")
        else line_of_key(archive, each.file, field)
    )
    hint = f"see {call(f'review {each.article.id}')}"
    return Finding("conflicts", "error", reason, each.file, line, hint)
