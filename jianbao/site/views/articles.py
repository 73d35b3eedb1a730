"""The page of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jianbao.citing import Citations
    from jianbao.site.metadata import Meta
    from jianbao.site.views.lists import Entry, Link


@dataclass(frozen=True, slots=True)
class Figure:
    """A caption, with its picture where there is one."""

    caption: str
    """The caption; may be empty."""
    credit: str = ""
    """Who took the picture: 张玉香 摄."""
    src: str = ""
    """The picture's href; empty when only its caption is known."""
    width: int = 0
    """In pixels, of the picture as it is published."""
    height: int = 0
    """In pixels."""


@dataclass(frozen=True, slots=True)
class SimilarArticle:
    """An older article on the same matters."""

    link: Link
    """Its page, labelled with its headline."""
    date: date
    """The day of its issue."""
    terms: tuple[str, ...]
    """What both are about."""


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article's own page (`article.html`)."""

    entry: Entry
    """The article in short."""
    metas: Sequence[Meta]
    """What its head says to other programs."""
    linked_data_html: str
    """The same for search engines, as JSON-LD that is safe within a script element."""
    title_lines: tuple[str, ...]
    """The headline, one string a printed line."""
    corrected: date | None
    """The day on which people last corrected what it says."""
    role: str
    """What the byline did: 记者, 文/图, 摄; or empty."""
    source: Link | None
    """Where it was reprinted from; None when it is the paper's own."""
    column: Link | None
    """The column label that it stands under."""
    body_html: str
    """The text: `<p>`, `<h2>` and what else Markdown makes."""
    figures: tuple[Figure, ...]
    """The captions."""
    people: tuple[Link, ...]
    """The authors' pages, in the order of the byline."""
    regions: tuple[tuple[Link, ...], ...]
    """The regions it is about, each as links from the province down."""
    mentions: tuple[Link, ...]
    """Other regions that it names, each leading to a search for it."""
    themes: tuple[Link, ...]
    """Its themes."""
    issue: Link
    """Its issue, labelled with the date in Chinese."""
    sheet: Link
    """Its page within the issue, labelled 第03版 协商民主; the href has an anchor."""
    path: tuple[Link, ...]
    """From the calendar down to its page of the issue."""
    continued_from: tuple[Link, ...]
    """Where the story begins, when it is continued from another page (上接): labelled 第01版 and the
    headline; empty when it is not, or when the other part is not in the archive."""
    continued_on: tuple[Link, ...]
    """Where it goes on (下转)."""
    siblings: tuple[Entry, ...]
    """All articles of the same page in printed order, this one among them."""
    similar: tuple[SimilarArticle, ...]
    """Older articles on the same matters, most like it first."""
    previous: Link | None
    """The article before it in the issue."""
    next: Link | None
    """The article after it in the issue."""
    citations: Citations
    """How to cite it."""
    source_file: str
    """The article's file in the repository, to correct it."""
    raw_page: str
    """The raw page it was cut from, with the lines (`pages/2023-02-20/03.txt#L5-L76`); or empty."""
