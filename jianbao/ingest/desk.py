"""The editor's desk: what wants a look: articles that ingest is unsure of, and conflicts that wait for a decision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jianbao.ingest.versions import fingerprint, open_conflicts, part
from jianbao.opening import opening_of

if TYPE_CHECKING:
    from jianbao.article import Article
    from jianbao.ingest.shelf import Shelf
    from jianbao.ingest.versions import Conflict


@dataclass(frozen=True, slots=True)
class Item:
    """An article that wants a look."""

    id: str
    """Its id."""
    file: str
    """Its file, relative to the archive's root."""
    headline: str
    """What to call it."""
    raw: str
    """The raw page it was cut from."""
    lines: str
    """Its lines there: `5-60, 210`; empty for a PDF."""
    confidence: float
    """How sure ingest is, from 0 to 1."""
    reasons: tuple[str, ...]
    """What ingest is unsure of."""
    conflicts: tuple[Conflict, ...]
    """Places where people's text stands against the machine's."""


def review(shelf: Shelf) -> list[Item]:
    """What wants a look, worst first: conflicts, then by confidence.

    An article marked as seen comes back when its text, its fields or ingest's doubts change.
    """
    items = []
    for page in shelf.memory.versions():
        for version in page.articles:
            article = shelf.article(version.id)
            if article is None or article.ingest is None:
                continue
            conflicts = open_conflicts(version, article)
            doubts = article.ingest.review
            if version.seen == seen_mark(article):
                conflicts, doubts = (), ()
            if conflicts or doubts:
                items.append(
                    Item(
                        id=article.id,
                        file=shelf.archive.relative(shelf.files()[article.id]),
                        headline=article.title or opening_of(article.body.partition("\n")[0]),
                        raw=article.ingest.raw,
                        lines=article.ingest.lines,
                        confidence=article.ingest.confidence,
                        reasons=doubts,
                        conflicts=conflicts,
                    )
                )
    return sorted(items, key=lambda item: (not item.conflicts, item.confidence, item.id))


def seen_mark(article: Article) -> str:
    """Changes when anything of the article changes that an editor has looked at."""
    doubts = article.ingest.review if article.ingest else ()
    return fingerprint("\n".join((part(article, "article"), *doubts)))


def mark_seen(shelf: Shelf, article_id: str) -> bool:
    """Mark an article as seen and its conflicts as decided; False when ingest does not know it."""
    from jianbao.ingest.shelf import without_conflicts

    article = shelf.article(article_id)
    for page in shelf.memory.versions():
        if article and any(version.id == article_id for version in page.articles):
            shelf.memory.save(without_conflicts(page, article_id, seen_mark(article)))
            return True
    return False
