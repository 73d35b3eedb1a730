"""An article, as one frozen value; `frontmatter` reads and writes its file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.values import dataclass

if TYPE_CHECKING:
    import datetime
    from datetime import date

IMAGE = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]*\.(?:jpg|jpeg|png|webp)")
"""Names of image files: they become files of the site."""

KINDS = ("news", "photo-news")

ID = re.compile(r"(\d{4}-\d{2}-\d{2})-([0-9A-Z]{1,4})-(\d{2,3})", re.ASCII)
"""`date-page-ordinal`: what stands in URLs and file names, so nothing else may. Capitals only:
on many disks two names that differ in case are one."""


NO_PAGE = "00"
"""Stands for the page in the ids of articles that name none."""


def page_name(page: str) -> str:
    """A page as it is called everywhere: of two digits, though it was written `2` for `02`."""
    return page.zfill(2) if page.isdecimal() else page


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where ingest took an article from, and what it thinks of its own work."""

    raw: str
    """The raw page, relative to the archive's root."""
    sha256: str
    """The first 16 hex digits of the raw page's SHA-256."""
    rules: str
    """The version of the rules that cut it."""
    confidence: float
    """From 0 to 1."""
    review: tuple[str, ...] = ()
    """What an editor should look at; empty when nothing."""
    lines: str = ""
    """The lines of the raw page that its headline and text stand in: `5-60, 210`."""


@dataclass(frozen=True, slots=True)
class Image:
    """A photograph, kept beside its article's file."""

    file: str
    """Its name in the article's folder: `03-02-1f3a9c.jpg`."""
    caption: str = ""
    """What stands under it."""
    credit: str = ""
    """Who took it: 张玉香 摄."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article, as its file says."""

    id: str
    """`2023-02-20-03-02`: date, page, ordinal; given once, never reused."""
    date: date
    """The day of the issue it was printed in."""
    body: str
    """Markdown: paragraphs, `##` for subheads."""
    title: str = ""
    """The headline; printed lines are joined by one space; empty for untitled photo news."""
    kicker: str = ""
    """The line above the headline."""
    subtitle: str = ""
    """The line below it, with its ——."""
    byline: tuple[str, ...] = ()
    """The authors."""
    role: str = ""
    """What the byline did: 记者, 文/图, 摄."""
    page: str = ""
    """Its page number as printed, `03` or `A26`."""
    section: str = ""
    """The name of that page."""
    column: str = ""
    """The column label that it stands under."""
    source: str = ""
    """The paper it was reprinted from."""
    kind: str = "news"
    """`news` or `photo-news`."""
    captions: tuple[str, ...] = ()
    """What stands under its photographs, those that are not kept."""
    images: tuple[Image, ...] = ()
    """Its photographs, with what stands under them."""
    regions: tuple[str, ...] = ()
    """What it is about, each as a path from the province down."""
    mentions: tuple[str, ...] = ()
    """Other regions that it names."""
    themes: tuple[str, ...] = ()
    """Themes, heaviest first."""
    continued_on: str = ""
    """The page that the story goes on on (下转), `02`."""
    continued_from: str = ""
    """The page that it comes from (上接), `01`."""
    corrected: datetime.date | None = None
    """The day on which people last corrected what it says; left out when nobody had to."""
    draft: bool = False
    """Whether it is kept from publication."""
    ingest: Provenance | None = None
    """How it came here; left out of articles written by hand."""

    @property
    def ordinal(self) -> str:
        """Its place on the page."""
        return self.id.rpartition("-")[2]

    @property
    def title_lines(self) -> tuple[str, ...]:
        """The headline as printed: a space between two Chinese characters was a line break."""
        return tuple(re.split(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])", self.title))
