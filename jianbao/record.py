"""A record: an article without its text, as the catalog keeps it."""

from __future__ import annotations

import marshal
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from jianbao.article import Article, Image, Provenance
from jianbao.markdown import to_blocks

LEAD_LENGTH = 120
"""Characters of an article's text that lists show."""

HEADLINE_LENGTH = 24
"""Characters of the text that stand for the headline of untitled photo news."""


@dataclass(frozen=True, slots=True)
class Record:
    """An article as the catalog keeps it."""

    article: Article
    """Its front matter; the body is empty when it comes from the catalog."""
    file: str
    """Its file, relative to the archive's root."""
    lead: str
    """The beginning of its text, at most LEAD_LENGTH characters."""
    length: int
    """Characters of its text."""
    digest: str
    """Differs when a byte of the file does."""

    @property
    def place(self) -> str:
        """Sorts articles as they were printed: by date, page, ordinal."""
        return place(self.article)

    @property
    def headline(self) -> str:
        """The title; for untitled photo news the beginning of the text."""
        if self.article.title:
            return self.article.title
        if len(self.lead) <= HEADLINE_LENGTH:
            return self.lead or self.article.id
        cut = max(self.lead.rfind(mark, 8, HEADLINE_LENGTH) for mark in "，。；、")
        return self.lead[: cut if cut > 0 else HEADLINE_LENGTH] + "…"

    @property
    def terms(self) -> frozenset[tuple[str, str]]:
        """The (kind, name) of every list that it stands in; a region's with all above it."""
        return frozenset(_terms(self.article))


def place(article: Article) -> str:
    """The key that sorts articles as they were printed; the id makes it unique."""
    return f"{article.date}|{article.page:0>4}|{article.ordinal:0>3}|{article.id}"


def _terms(article: Article) -> list[tuple[str, str]]:
    found = [("themes", theme) for theme in article.themes]
    found += [("people", name) for name in article.byline]
    found += [("regions", prefix) for path in article.regions for prefix in prefixes(path)]
    return found


@lru_cache(4096)
def prefixes(path: str) -> tuple[str, ...]:
    """A region's path and those above it, from the province down."""
    parts = path.split("/")
    return tuple("/".join(parts[: depth + 1]) for depth in range(len(parts)))


def record_of(article: Article, file: str, digest: str = "") -> Record:
    """What the catalog keeps of an article."""
    blocks = to_blocks(article.body)
    lead = ""
    for block in blocks:
        lead = f"{lead} {block}" if lead else block
        if len(lead) > LEAD_LENGTH:
            lead = lead[: LEAD_LENGTH - 1] + "…"
            break
    return Record(article, file, lead, sum(map(len, blocks)), digest)


class Brief(NamedTuple):
    """What other pages show of an article."""

    id: str
    """The article's id."""
    headline: str
    """Its title; for untitled photo news the beginning of its text."""
    titled: bool
    """False when the headline is made from the text."""
    kicker: str
    """Its kicker or empty."""
    subtitle: str
    """Its subtitle or empty."""
    lead: str
    """The beginning of its text, at most 120 characters."""
    day: str
    """The day of its issue, `2023-02-20`."""
    page: str
    """Its page number, `03`; empty when not known."""
    section: str
    """The page's section or empty."""
    column: str
    """The column label it stands under or empty."""
    byline: tuple[str, ...]
    """Its authors."""
    kind: str
    """`news` or `photo-news`."""
    place: str
    """The deepest region it is about, in short; empty when there is none."""
    length: int
    """Characters of its text."""


def brief_of(record: Record) -> Brief:
    """An article in brief."""
    article = record.article
    return Brief(
        article.id,
        record.headline,
        bool(article.title),
        article.kicker,
        article.subtitle,
        record.lead,
        article.date.isoformat(),
        article.page,
        article.section,
        article.column,
        article.byline,
        article.kind,
        article.regions[0].rpartition("/")[2] if article.regions else "",
        record.length,
    )


Row = tuple[str, str, str, str, int, bytes, str, str, tuple[tuple[str, str], ...]]
"""An article as it goes into the catalog: place, id, file, digest, length, record, its pictures'
files (one a line), card, terms."""

_VALUES = tuple(
    field.name
    for field in fields(Article)
    if field.name not in ("id", "date", "ingest", "images", "body")
)
_values = attrgetter(*_VALUES)


def row_of(record: Record, card: str) -> Row:
    """What the catalog is given of an article; `card` is what lists show of it, ready-made."""
    article = record.article
    blob = marshal.dumps(
        (
            article.id,
            article.date.isoformat(),
            article.ingest.raw if article.ingest else None,
            tuple((image.file, image.caption, image.credit) for image in article.images),
            _values(article),
            (record.file, record.lead, record.length, record.digest),
        )
    )
    terms = tuple(dict.fromkeys(_terms(article)))
    return (
        *(record.place, article.id, record.file, record.digest),
        *(record.length, blob, "\n".join(image.file for image in article.images), card, terms),
    )


def unpack(blob: bytes) -> Record:
    """The record of a row."""
    article_id, day, raw, images, values, rest = marshal.loads(blob)
    article = Article(
        article_id,
        date.fromisoformat(day),
        "",
        ingest=None if raw is None else _provenance(raw),
        images=tuple(Image(*image) for image in images) if images else (),
        **dict(zip(_VALUES, values, strict=True)),
    )
    return Record(article, *rest)


@lru_cache(64)
def _provenance(raw: str) -> Provenance:
    return Provenance(raw, "", "", 1.0)
