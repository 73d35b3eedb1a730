"""What the templates are given: plain values, one class a kind of page.

Every `href` is relative to the site's root, without a leading slash; templates write
`{{ root }}{{ x.href }}`, where `root` leads from the page back to the site's root
("", "../", "../../../"). Hrefs name the file (`2023/02/20/index.html`), so that the site also
works when it is opened from disk.

All text is plain text and is escaped by the templates, except fields named `…_html`, which hold
markup made by this program from plain text.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jianbao.record import Brief, brief_of
from jianbao.site import urls
from jianbao.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.citing import Citations
    from jianbao.record import Record
    from jianbao.site.metadata import Meta
    from jianbao.site.tilemap import TileMap


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page of the site."""

    label: str
    """What the reader sees."""
    href: str
    """The page, relative to the site's root."""
    count: int | None = None
    """How many articles stand behind it; None where no count is shown."""


class Entry(Brief):
    """An article as one line of a list: all of Brief, and these two."""

    __slots__ = ()

    @property
    def href(self) -> str:
        """Its page."""
        return urls.article(self.id)

    @property
    def date(self) -> date:
        """The day of its issue."""
        return date.fromisoformat(self.day)


def entry_of(record: Record) -> Entry:
    """An article as a line of a list."""
    return Entry._make(brief_of(record))


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


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page (版) of an issue."""

    page: str
    """Its number, `03`; empty for articles that name no page."""
    section: str
    """Its section or empty."""
    label: str
    """第03版 协商民主; empty when neither is known."""
    anchor: str
    """The id of its section on the issue page."""
    staff: tuple[tuple[str, str], ...]
    """Who made it, as (值班编委, 郑桉) pairs; several names are joined by 、."""
    columns: tuple[tuple[Link | None, tuple[Entry, ...]], ...]
    """Its articles in printed order, in runs of the same column label (or None)."""


@dataclass(frozen=True, slots=True)
class IssuePage:
    """An issue (`issue.html`)."""

    date: date
    """Its day."""
    path: tuple[Link, ...]
    """From the calendar down to its year."""
    count: int
    """How many articles it has."""
    sheets: tuple[Sheet, ...]
    """Its pages in order."""
    previous: Link | None
    """The issue before it."""
    next: Link | None
    """The issue after it."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a calendar."""

    date: date
    """The day."""
    link: Link | None
    """Its issue with the count of articles; None when there was no issue."""
    missing: bool
    """Whether there should be an issue by the rhythm of the paper."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a calendar."""

    month: int
    """1 to 12."""
    anchor: str
    """Its id on the year's page."""
    count: int
    """Articles in it."""
    weeks: tuple[tuple[Day | None, ...], ...]
    """Weeks from Monday to Sunday; None outside the month."""


@dataclass(frozen=True, slots=True)
class YearPage:
    """A year's calendar (`year.html`)."""

    year: int
    """The year."""
    path: tuple[Link, ...]
    """The calendar of all years."""
    count: int
    """Articles in it."""
    issues: int
    """Issues in it."""
    missing: int
    """Days without an issue on which there should be one by the rhythm of the paper."""
    months: tuple[Month, ...]
    """Only months that have an issue, or miss one."""
    previous: Link | None
    """The year before it that has issues."""
    next: Link | None
    """The year after it that has issues."""


@dataclass(frozen=True, slots=True)
class DatesPage:
    """All years (`dates.html`)."""

    years: tuple[YearPage, ...]
    """Newest first; their months carry no weeks."""


@dataclass(frozen=True, slots=True)
class Node:
    """A term of a tree with all below it."""

    link: Link
    """The term's page with its count, which includes all below it."""
    children: tuple[Node, ...] = ()
    """The terms below it."""


@dataclass(frozen=True, slots=True)
class TermsPage:
    """An index of all terms of a kind (`terms.html`)."""

    kind: str
    """`regions`, `themes`, `people`, `columns` or `sources`."""
    heading: str
    """地区, 主题, 作者, 栏目 or 来源."""
    nodes: tuple[Node, ...]
    """Regions as a tree, of very many down to the district; the other kinds flat."""
    years: tuple[str, ...]
    """For people, columns and sources: 2021–2023, in the order of the nodes."""
    map: TileMap | None
    """For regions: the map of the provinces."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a small chart."""

    label: str
    """What it stands for: a year or month."""
    count: int
    """Articles."""
    share: float
    """Its height, as a share of the highest bar, 0 to 1."""
    href: str = ""
    """Where it leads; empty for nowhere."""


@dataclass(frozen=True, slots=True)
class TermPage:
    """A region, theme or person with a list of articles (`term.html`)."""

    kind: str
    """`regions`, `themes`, `people`, `columns` or `sources`."""
    name: str
    """The term."""
    path: tuple[Link, ...]
    """From the index of its kind down to its parent."""
    count: int | None
    """Articles in all; None on older pages of the list, which do not change when it grows."""
    chart: tuple[Bar, ...]
    """Articles by month or year; empty on older pages of the list and for a single month."""
    children: tuple[Link, ...]
    """Sub-regions with counts."""
    pairs: tuple[Link, ...]
    """A region's themes, or a theme's provinces, with counts; each leads to what has both."""
    entries_html: str
    """Its articles, newest first: what `entry.html` makes of each."""
    number: int | None
    """The page's number counted from the oldest; None on the term's own URL."""
    newer: Link | None
    """The list page with newer entries."""
    older: Link | None
    """The list page with older entries."""
    search_href: str
    """The search page with this term as a facet."""
    feed_href: str
    """Its feed; empty for kinds that have none."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the matrix."""

    count: int
    """Articles of this region and this theme."""
    step: int
    """How dark: 0 without articles, then 1 to 4."""
    href: str
    """The search with both; empty without articles."""


@dataclass(frozen=True, slots=True)
class MatrixPage:
    """Regions by themes (`matrix.html`)."""

    themes: tuple[Link, ...]
    """The columns, most articles first."""
    rows: tuple[tuple[Link, tuple[Cell, ...]], ...]
    """Provinces (and a single province's cities), each with a cell for every theme."""


@dataclass(frozen=True, slots=True)
class HomePage:
    """The front (`home.html`)."""

    articles: int
    """Articles in all."""
    issues: int
    """Issues in all."""
    first: date | None
    """The oldest issue's day."""
    last: date | None
    """The newest issue's day."""
    issue: Link | None
    """The newest issue."""
    lead: Entry | None
    """The newest issue's leading article."""
    stories: tuple[Entry, ...]
    """Its other articles, heaviest first."""
    regions: tuple[Link, ...]
    """Provinces with counts, most first; with their cities below where there is one province."""
    themes: tuple[Link, ...]
    """Themes with counts, most first."""
    chart: tuple[Bar, ...]
    """Articles by month or year."""


@dataclass(frozen=True, slots=True)
class FeedPage:
    """An Atom feed (`feed.xml`)."""

    name: str
    """The region or theme whose articles it has; empty for all articles."""
    key: str
    """What tells it from the archive's other feeds, whatever its address: themes/党建."""
    own_href: str
    """Where it stands."""
    page_href: str
    """The page that shows the same."""
    updated: date
    """The day on which the last of its articles came or was corrected."""
    entries_xml: str
    """Newest first: what `feed-entry.xml` makes of each."""


@dataclass(frozen=True, slots=True)
class Sitemap:
    """A sitemap, or the index of sitemaps (`sitemap.xml`, `sitemap-index.xml`)."""

    pages: tuple[tuple[str, date | None], ...]
    """(address below the site's root, day of the last change or None), in order."""


@dataclass(frozen=True, slots=True)
class MovedPage:
    """Where a theme stood that was renamed, merged or split (`moved.html`)."""

    name: str
    """What it was called."""
    to: tuple[Link, ...]
    """The themes that took its articles; the index of themes when none has any."""


@dataclass(frozen=True, slots=True)
class GonePage:
    """Where an article stood that was taken out of the archive (`gone.html`)."""

    id: str
    """The article's id."""
    date: date
    """The day of its issue."""
    reason: str
    """Why it was taken out; may be empty."""
    to: Link | None
    """The article that stands in its place."""
    issue: Link | None
    """Its issue, where others of it are left."""


@dataclass(frozen=True, slots=True)
class PlainPage:
    """A page with no data of its own: `search.html`, `404.html`, `robots.txt`."""
