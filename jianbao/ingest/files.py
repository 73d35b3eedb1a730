"""From a cut page to the files of its articles in content/."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import TYPE_CHECKING

from jianbao.article import Article, Image, Provenance
from jianbao.errors import RefusedPage
from jianbao.ingest.forms import plain
from jianbao.ingest.jumps import without_jumps
from jianbao.markdown import escape
from jianbao.record import record_of
from jianbao.slugs import slugify

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.page import CutArticle, CutPage, Photo
    from jianbao.ingest.raw import Raw
    from jianbao.tagging import Tags


RULES = "11"
"""The version of the rules that cut and tag. Raised when they change what they make of a page:
every page is then cut again, and what people corrected is merged in."""


def articles_of(page: CutPage, tags: Sequence[Tags], raw: Raw) -> list[Article]:
    """A page's articles, with ids by their order for the time being; `tags` has one item each."""
    day, number = where(page, raw)
    return [
        _article(without_jumps(cut), tag, page, raw, day, number, ordinal)
        for ordinal, (cut, tag) in enumerate(zip(page.articles, tags, strict=True), 1)
    ]


def where(page: CutPage, raw: Raw) -> tuple[date, str]:
    """A page's day and number. Raises RefusedPage when its masthead names no day or number."""
    day, number = page.info.date, page.info.page_no
    if not day or not number:
        raise RefusedPage(
            f"the masthead names no {'page number' if day else 'date'}",
            file=raw.file,
            hint="name the file by date and page, as pages/2023-02-20/03.txt",
        )
    return date.fromisoformat(day), number


def _article(
    cut: CutArticle, tags: Tags, page: CutPage, raw: Raw, day: date, number: str, ordinal: int
) -> Article:
    return Article(
        id=f"{day}-{number}-{ordinal:02}",
        date=day,
        body=body_of(cut),
        title=plain(cut.title or ""),
        kicker=plain(cut.kicker or ""),
        subtitle=plain(cut.subtitle or ""),
        byline=tuple(map(plain, cut.byline)),
        role=cut.role or "",
        page=number,
        section=page.info.section or "",
        column=plain(cut.column or ""),
        source=plain(cut.source or ""),
        kind=cut.kind if cut.title or cut.kind == "photo-news" else "photo-news",
        captions=tuple(map(plain, _captions_left(cut))),
        images=tuple(
            Image(photo_name(f"{number}-{ordinal:02}", photo), photo.words, photo.credit)
            for photo in cut.photos
        ),
        regions=tags.regions,
        mentions=tags.mentions,
        themes=tags.themes,
        continued_on=cut.continued_on or "",
        continued_from=cut.continued_from or "",
        ingest=Provenance(
            raw=raw.file,
            sha256=raw.sha256,
            rules=RULES,
            confidence=round(cut.confidence, 2),
            lines=runs(cut.lines),
            review=cut.review,
        ),
    )


def photos_of(page: CutPage, articles: Sequence[Article]) -> dict[str, bytes]:
    """The photographs of a page's articles by their file names."""
    return {
        image.file: photo.data
        for cut, article in zip(page.articles, articles, strict=True)
        for image, photo in zip(article.images, cut.photos, strict=True)
    }


def photo_name(prefix: str, photo: Photo) -> str:
    """A photograph's file name: `03-02-1f3a9c.jpg`.

    Another photograph has another name, so that none in content/ is ever overwritten.
    """
    return f"{prefix}-{hashlib.sha256(photo.data).hexdigest()[:6]}.jpg"


def _captions_left(cut: CutArticle) -> tuple[str, ...]:
    """The captions whose photograph is not kept."""
    taken = {photo.caption for photo in cut.photos}
    return tuple(caption for caption in cut.captions if caption not in taken)


def runs(numbers: Sequence[int]) -> str:
    """Line numbers in order, as runs: 5-60, 210."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number <= found[-1][1] + 2:  # A blank line between does not part a run.
            found[-1][1] = number
        else:
            found.append([number, number])
    return ", ".join(f"{a}-{b}" if a < b else str(a) for a, b in found)


def body_of(cut: CutArticle) -> str:
    """An article's text as Markdown: one paragraph a block, subheads as `##`."""
    blocks = []
    for index, paragraph in enumerate(cut.paragraphs):
        blocks += [
            f"## {escape(plain(subhead.text))}"
            for subhead in cut.subheads
            if subhead.before_paragraph == index
        ]
        if paragraph:
            blocks.append(escape(plain(paragraph)))
    return "\n\n".join(blocks)


def article_file(article: Article) -> str:
    """Where a new article's file goes, relative to the archive's root."""
    headline = record_of(article, "").headline
    name = f"{article.id[len('2023-02-20-') :]}-{slugify(headline)}.md"
    return f"content/{article.date:%Y/%m/%d}/{name}"
