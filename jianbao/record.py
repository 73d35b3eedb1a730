"""A record: an article without its text, as the catalog keeps it."""

from __future__ import annotations

import marshal
from dataclasses import fields
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from jianbao.article import Article, Image, Provenance
from jianbao.values import dataclass

LEAD_LENGTH = 120
"""Characters of an article's text that lists show."""

CLOSING = "。！？；：…”’」』）》"
"""Marks that leave room behind them: a paragraph that ends with one is not parted from the next."""

PAUSES = "，、；：。"
"""Marks that do not stand before an ellipsis."""


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
        from jianbao.opening import opening_of  # Few articles want it.

        return opening_of(self.lead) or self.article.id

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
    if article.column:
        found.append(("columns", article.column))
    if article.source:
        found.append(("sources", article.source))
    found += [("regions", prefix) for path in article.regions for prefix in prefixes(path)]
    return found


@lru_cache(4096)
def prefixes(path: str) -> tuple[str, ...]:
    """A region's path and those above it, from the province down."""
    parts = path.split("/")
    return tuple("/".join(parts[: depth + 1]) for depth in range(len(parts)))


def record_of(article: Article, file: str, digest: str = "") -> Record:
    """What the catalog keeps of an article."""
    from jianbao.markdown import to_blocks  # Nothing else here looks into texts.

    blocks = to_blocks(article.body)
    lead = ""
    for block in blocks:
        gap = "" if not lead or lead[-1] in CLOSING else " "
        lead = f"{lead}{gap}{block}"
        if len(lead) > LEAD_LENGTH:
            lead = lead[: LEAD_LENGTH - 1].rstrip(PAUSES) + "…"
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
    changed: str
    """The day on which what it says last changed: that of its correction, or else of its issue."""
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
        (article.corrected or article.date).isoformat(),
        article.regions[0].rpartition("/")[2] if article.regions else "",
        record.length,
    )


class Card(NamedTuple):
    """An article in the lists that it stands in, made once for all of them."""

    entry: str
    """As an entry of a region's, theme's or person's page (HTML)."""
    feed_entry: str
    """As an entry of a feed (Atom)."""


class Row(NamedTuple):
    """An article as it goes into the catalog."""

    place: str
    """What sorts it among the others."""
    id: str
    """The article's id."""
    file: str
    """Its file."""
    digest: str
    """Differs when a byte of the file does."""
    length: int
    """Characters of its text."""
    headline: str
    """Its headline."""
    corrected: str
    """The day of its correction, `2024-01-05`; empty when there is none."""
    record: bytes
    """What `pack` makes of it."""
    images: str
    """Its pictures' files, one a line."""
    card: Card
    """What lists show of it."""
    terms: tuple[tuple[str, str], ...]
    """The (kind, name) of every list that it stands in."""


_VALUES = tuple(
    field.name
    for field in fields(Article)
    if field.name not in ("id", "date", "corrected", "ingest", "images", "body")
)
_values = attrgetter(*_VALUES)


def pack(record: Record) -> bytes:
    """An article as the catalog keeps it: without its text, and little of its provenance."""
    article = record.article
    return marshal.dumps(
        (
            article.id,
            article.date.isoformat(),
            _written(article.corrected),
            (article.ingest.raw, article.ingest.lines) if article.ingest else None,
            tuple((image.file, image.caption, image.credit) for image in article.images),
            _values(article),
            (record.file, record.lead, record.length, record.digest),
        )
    )


def row_of(record: Record, card: Card) -> Row:
    """What the catalog is given of an article and of what lists show of it."""
    article = record.article
    return Row(
        place=record.place,
        id=article.id,
        file=record.file,
        digest=record.digest,
        length=record.length,
        headline=record.headline,
        corrected=_written(article.corrected),
        record=pack(record),
        images="\n".join([image.file for image in article.images]),
        card=card,
        terms=tuple(dict.fromkeys(_terms(article))),
    )


def unpack(blob: bytes) -> Record:
    """The record that was packed."""
    article_id, day, corrected, raw, images, values, rest = marshal.loads(blob)
    article = Article(
        article_id,
        date.fromisoformat(day),
        "",
        corrected=date.fromisoformat(corrected) if corrected else None,
        ingest=None if raw is None else _provenance(*raw),
        images=tuple(Image(*image) for image in images) if images else (),
        **dict(zip(_VALUES, values, strict=True)),
    )
    return Record(article, *rest)


def _written(day: date | None) -> str:
    return day.isoformat() if day else ""


@lru_cache(64)
def _provenance(raw: str, lines: str) -> Provenance:
    return Provenance(raw, "", "", 1.0, lines=lines)
