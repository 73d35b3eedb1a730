"""Which pages a site has."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple, cast, get_args

from jianbao.catalog import TERM_KINDS
from jianbao.data import FORMATS, Format, file_name
from jianbao.site import urls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jianbao.catalog import Catalog
    from jianbao.redirects import Redirects

Kind = Literal[
    "home", "dates", "year", "issue", "article", "terms", "term", "search", "not-found",
    "matrix", "moved", "gone", "image", "data", "feed", "sitemap", "sitemap-index", "robots",
    "opensearch",
]  # fmt: skip


KINDS: tuple[Kind, ...] = get_args(Kind)
"""All kinds of pages."""

SINGLE: tuple[Kind, ...] = (
    *("home", "dates", "matrix", "search", "not-found"),
    *("feed", "sitemap-index", "robots", "opensearch"),
)
"""The kinds of which a site has one page."""

ADDRESSED: frozenset[Kind] = frozenset(("sitemap", "sitemap-index", "opensearch"))
"""The kinds that are nothing without the site's address: their formats take absolute URLs only."""

ALONE = "site"
"""The sitemap of pages that are neither of a day nor of a term."""

LISTS = (ALONE, *TERM_KINDS)
"""The sitemaps that are not of a month."""


class Page(NamedTuple):
    """One page to be made: what it shows, not what it says."""

    kind: Kind
    """Which kind of page."""
    key: str = ""
    """What it is about: an article's id, a day, a year, a month, or a kind of terms."""
    name: str = ""
    """The name of a term, of an image's file, or of a format of data."""
    number: int | None = None
    """Which page of a term's list, counted from the oldest; None for the newest entries. Of sitemaps
    that are too long for one, which one; None for the first."""


def whole_site(catalog: Catalog) -> Iterator[Page]:
    """Every page of a site that knows its own address."""
    yield from map(Page, SINGLE)
    for year, _, _ in catalog.years():
        yield Page("year", str(year))
        for form in FORMATS:
            yield Page("data", str(year), form)
    for month in dict.fromkeys(str(day)[:7] for day, _ in catalog.issues()):
        yield Page("sitemap", month)
    for each in LISTS:
        yield from sitemaps_of_lists(catalog, each)
    for kind in TERM_KINDS:
        yield Page("terms", kind)
        for term in catalog.terms(kind):
            yield Page("term", kind, term.name)
            if kind in urls.FEED_KINDS:
                yield Page("feed", kind, term.name)
            for number in range(1, urls.list_pages(term.count) + 1):
                yield Page("term", kind, term.name, number)
    for day, _ in catalog.issues():  # An issue's page and its articles' are made of the same.
        yield Page("issue", str(day))
        for article_id in catalog.ids(str(day)):
            yield Page("article", article_id)
    for article_id, file in catalog.images():
        yield Page("image", article_id, file)


def moved_pages(catalog: Catalog, redirects: Redirects) -> Iterator[Page]:
    """A page for each old address at which nothing stands today."""
    taken = {term.slug for term in catalog.terms("themes")} if redirects.themes else set()
    for theme in redirects.themes:
        if theme.slug not in taken:
            taken.add(theme.slug)
            yield Page("moved", theme.slug, theme.name)
    for tombstone in redirects.articles:
        if catalog.by_id(tombstone.id) is None:
            yield Page("gone", tombstone.id)


def sitemap_numbers(catalog: Catalog, kind: str) -> tuple[int | None, ...]:
    """Which sitemaps a kind of lists has; none where there is no such list."""
    if kind == ALONE:
        return (None,)
    counts = catalog.term_counts(kind)
    pages = sum(terms * (1 + urls.list_pages(articles)) for articles, terms in counts)
    sitemaps = -(-pages // urls.SITEMAP_LENGTH)
    return (None, *range(2, sitemaps + 1)) if sitemaps else ()


def sitemaps_of_lists(catalog: Catalog, kind: str) -> Iterator[Page]:
    """All of them."""
    for number in sitemap_numbers(catalog, kind):
        yield Page("sitemap", kind, number=number)


SINGLE_HREFS = {
    "home": urls.HOME,
    "dates": urls.DATES,
    "matrix": urls.MATRIX,
    "search": urls.SEARCH,
    "not-found": urls.NOT_FOUND,
    "feed": urls.FEED,
    "sitemap-index": urls.SITEMAP,
    "robots": urls.ROBOTS,
    "opensearch": urls.OPENSEARCH,
}


def href(catalog: Catalog, page: Page) -> str:
    """Where a page stands."""
    match page.kind:
        case "article" | "gone":
            return urls.article(page.key)
        case "moved":
            return urls.old_theme(page.key)
        case "image":
            return urls.image(page.key, page.name)
        case "issue":
            return urls.issue(date.fromisoformat(page.key))
        case "year":
            return urls.year(int(page.key))
        case "terms":
            return urls.terms(page.key)
        case "term":
            term = catalog.term(page.key, page.name)
            assert term, "the plan names only what the catalog holds"
            return urls.term(term, page.number)
        case "feed" if page.key:
            term = catalog.term(page.key, page.name)
            assert term, "the plan names only what the catalog holds"
            return urls.term_feed(term)
        case "sitemap":
            return urls.sitemap(page.key, page.number)
        case "data":
            return file_name(int(page.key), cast("Format", page.name))
    return SINGLE_HREFS[page.kind]


def source(page: Page) -> str:
    """What a page is made from, in words."""
    return " ".join(str(part) for part in page if part)
