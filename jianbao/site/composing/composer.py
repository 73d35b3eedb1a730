"""Which view each page is given."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jianbao.site import views
from jianbao.site.composing.articles import Articles
from jianbao.site.composing.dates import Dates
from jianbao.site.composing.front import Front
from jianbao.site.composing.links import Links, there
from jianbao.site.composing.moved import gone, moved
from jianbao.site.composing.terms import Terms
from jianbao.site.plan import LISTS
from jianbao.site.words import words_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from jianbao.catalog import Catalog
    from jianbao.config import Settings
    from jianbao.record import Record
    from jianbao.redirects import Redirects
    from jianbao.site.plan import Page


class Composer:
    """Makes the view of each page, from a catalog that does not change meanwhile.

    `body` reads an article's text (Markdown), which the catalog does not keep; `picture_size` gives
    width and height, in pixels, of an article's picture as it is published.
    """

    def __init__(
        self,
        catalog: Catalog,
        settings: Settings,
        body: Callable[[Record], str],
        picture_size: Callable[[Record, str], tuple[int, int]],
        redirects: Redirects,
    ) -> None:
        links, words = Links(catalog), words_in(settings.language)
        self._catalog, self._redirects, self._words = catalog, redirects, words
        self._articles = Articles(catalog, settings, links, words, body, picture_size)
        self._dates = Dates(catalog, words)
        self._terms = Terms(catalog, links, words)
        self._front = Front(catalog, words)

    def view(self, page: Page) -> object:
        """The view that a page's template is given."""
        match page.kind:
            case "article":
                return self._articles.article(page.key)
            case "issue":
                return self._articles.issue(date.fromisoformat(page.key))
            case "year":
                return self._dates.year(int(page.key))
            case "dates":
                return self._dates.years()
            case "terms":
                return self._terms.index(page.key)
            case "term":
                return self._terms.term(there(self._catalog.term(page.key, page.name)), page.number)
            case "matrix":
                return self._terms.matrix()
            case "home":
                return self._front.home()
            case "feed":
                return self._front.feed(page.key, page.name)
            case "sitemap":
                if page.key in LISTS:
                    return self._front.sitemap_of_lists(page.key, page.number)
                return self._front.sitemap(page.key)
            case "sitemap-index":
                return self._front.sitemap_index()
            case "moved":
                return moved(self._catalog, self._redirects, page, self._words)
            case "gone":
                return gone(self._catalog, self._redirects, page, self._words)
            case "search" | "not-found" | "robots":
                return views.PlainPage()
        raise AssertionError(f"{page.kind} is made without a template")
