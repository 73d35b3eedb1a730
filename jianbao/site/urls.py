"""Where each page of the site stands. Hrefs are relative to the site's root."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote_plus

if TYPE_CHECKING:
    from datetime import date

    from jianbao.catalog import Term

HOME = "index.html"
DATES = "dates.html"
SEARCH = "search.html"
NOT_FOUND = "404.html"
FEED = "feed.xml"
MATRIX = "matrix.html"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
OPENSEARCH = "opensearch.xml"

FEED_KINDS = ("regions", "themes")
"""The kinds of terms that have a feed each."""

SITEMAP_LENGTH = 50_000
"""Addresses that sitemaps.org allows a sitemap."""

LIST_LENGTH = 50
"""Entries on a full page of a list."""


CARD_ROOT = "\0"
"""Stands for the way to the site's root in what is made once for pages at any depth."""


@lru_cache(8192)  # Lists and neighbours ask for the same ones again and again.
def article(article_id: str) -> str:
    """An article's page, from its id: it stays when title, date or page are corrected."""
    # An id is `2023-02-20-03-02`: front matter lets no other in (article.ID).
    return f"{article_id[:10].replace('-', '/')}/{article_id[11:]}.html"


def image(article_id: str, file: str) -> str:
    """An article's photograph, beside its page."""
    return f"{article(article_id).rpartition('/')[0]}/{file}"


def issue(day: date) -> str:
    """An issue's page."""
    return f"{str(day).replace('-', '/')}/index.html"


def sheet_anchor(page: str) -> str:
    """The anchor of a page (版) within its issue's page."""
    return f"page-{page}" if page else "page"


def year(number: int) -> str:
    """A year's page."""
    return f"{number:04}/index.html"


def month_anchor(month: int) -> str:
    """The anchor of a month on its year's page."""
    return f"m{month:02}"


def terms(kind: str) -> str:
    """The index of a kind of terms."""
    return f"{kind}/index.html"


def term(term: Term, number: int | None = None) -> str:
    """A term's page; with a number an older page of its list, counted from the oldest."""
    name = "index" if number is None else f"page-{number}"
    return f"{term.kind}/{term.slug}/{name}.html"


def old_theme(slug: str) -> str:
    """Where a theme stood that had another name then."""
    return f"themes/{slug}/index.html"


def term_feed(term: Term) -> str:
    """The feed of a region or theme."""
    return f"{term.kind}/{term.slug}/{FEED}"


def sitemap(of: str, number: int | None = None) -> str:
    """The sitemap of a month, `2023-02`, or of a kind of lists, which may have several.

    It stands at the site's root: sitemaps.org lets it name pages of its own folder and those
    below alone.
    """
    return f"sitemap-{of}-{number}.xml" if number else f"sitemap-{of}.xml"


def address(href: str) -> str:
    """A page's one address on the web, below the site's: hosts put the index.html there."""
    return href.removesuffix(HOME) if f"/{href}".endswith(f"/{HOME}") else href


def search(**facets: str) -> str:
    """The search page with facets set."""
    return f"{SEARCH}?{'&'.join([f'{k}={_quoted(v)}' for k, v in facets.items()])}"


_quoted = lru_cache(8192)(quote_plus)


def root_from(href: str) -> str:
    """What leads from a page back to the site's root: "", "../", "../../" and so on."""
    return "../" * href.count("/")


def list_pages(count: int) -> int:
    """How many full pages, numbered from the oldest entry, precede a list's own URL.

    The own URL holds what is left, between LIST_LENGTH and twice that (or all of a short list):
    a new article touches that page alone, save when it fills one more.
    """
    return max(0, count // LIST_LENGTH - 1)
