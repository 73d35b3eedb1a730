"""What a page becomes: its data, its furniture, its articles, in the words of the trade.

Every character of the raw page that is not white space stands in exactly one of these texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["news", "photo-news"]


@dataclass(frozen=True, slots=True)
class PageInfo:
    """What the masthead (报眉) says about the page."""

    date: str | None = None
    """ISO date, `2023-02-20`."""
    page_no: str | None = None
    """Two digits or more, without the section's letter: `03`."""
    section: str | None = None
    """The page's name (版名): `协商民主`."""
    weekday: str | None = None
    """As printed, `星期一`."""
    duty_editors: tuple[str, ...] = ()
    """值班编委, 值班主任."""
    editors: tuple[str, ...] = ()
    """编辑, 责编, 责任编辑, 本版编辑."""
    layout: tuple[str, ...] = ()
    """美编, 版式, 版面设计."""
    proofreaders: tuple[str, ...] = ()
    """校对, 文检."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Text that belongs to the page and to none of its articles."""

    kind: str
    """`masthead`, `column-label`, `teaser`, `slug`, `overprint` or `notice`."""
    text: str
    """As printed."""


@dataclass(frozen=True, slots=True)
class Subhead:
    """A subhead (小标题)."""

    text: str
    """As printed."""
    before_paragraph: int
    """The index, from 0, of the paragraph it stands above."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photograph cut out of a PDF page."""

    data: bytes
    """A JPEG file's bytes."""
    caption: str
    """What stands under it, as in the article's captions; empty when nothing does."""
    credit: str
    """Who took it, as printed at the caption's end: 张玉香 摄; or empty."""

    @property
    def words(self) -> str:
        """The caption without the credit that ends it."""
        caption = self.caption
        for end in (self.credit, f"（{self.credit}）", f"({self.credit})"):
            caption = caption.removesuffix(end)
        return caption.rstrip()


@dataclass(frozen=True, slots=True)
class CutArticle:
    """One article, cut out."""

    title: str | None
    """The headline (主题); lines joined by one space; None for photo news without one."""
    title_lines: tuple[str, ...]
    """The headline's lines when it is set in more than one; else empty."""
    kicker: str | None
    """肩题, 引题: the line above the headline."""
    subtitle: str | None
    """副题, with its —— as printed."""
    byline: tuple[str, ...]
    """The names."""
    byline_raw: str | None
    """The byline or lead as printed: `本报记者 张玉香 文/图`, `本报讯（记者 张玉香）`."""
    role: str | None
    """`记者`, `文/图`, `摄` …"""
    source: str | None
    """Where it was taken from (转载来源): `人民政协报`."""
    source_raw: str | None
    """The credit as printed: `（据《人民政协报》）`."""
    column: str | None
    """The column (栏目) it stands in."""
    kind: Kind
    """`photo-news` when the text is a photograph's."""
    subheads: tuple[Subhead, ...]
    """In the order of the paragraphs."""
    captions: tuple[str, ...]
    """图片说明."""
    paragraphs: tuple[str, ...]
    """The body, rejoined."""
    confidence: float
    """0 to 1: the chance that text and title are right, as fitted on typeset pages."""
    review: tuple[str, ...]
    """Why an editor should look; empty when there is no reason."""
    lines: tuple[int, ...] = ()
    """The raw page's lines, counted from 1, that its headline and text stand in; a PDF has none."""
    photos: tuple[Photo, ...] = ()
    """Its photographs; only a PDF has them."""
    continued_on: str | None = None
    """The page that it goes on on (下转第二版): `02`."""
    continued_from: str | None = None
    """The page that it comes from (上接第一版): `01`."""


@dataclass(frozen=True, slots=True)
class CutPage:
    """A page, cut."""

    info: PageInfo
    """From the masthead."""
    furniture: tuple[Furniture, ...]
    """In the order of the raw page."""
    articles: tuple[CutArticle, ...]
    """In the order in which their text begins on the raw page."""
