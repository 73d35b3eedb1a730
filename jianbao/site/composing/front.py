"""The home page, and what other programs ask for: feeds and sitemaps."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from jianbao.catalog import TERM_KINDS
from jianbao.site import urls, views
from jianbao.site.composing.links import chart, there, to_issue, to_term
from jianbao.site.composing.terms import front_regions
from jianbao.site.plan import ALONE, LISTS, sitemap_numbers
from jianbao.site.views import entry_of

if TYPE_CHECKING:
    from jianbao.catalog import Catalog
    from jianbao.site.words import Words

STORIES = 12
"""Articles of the newest issue on the home page."""

TERMS = 30
"""Regions and themes on the home page."""

FEED_LENGTH = 30
"""Articles in a feed."""


class Front:
    """Views of the home page, feeds and sitemaps."""

    def __init__(self, catalog: Catalog, words: Words) -> None:
        self._catalog, self._words = catalog, words

    def home(self) -> views.HomePage:
        """The front."""
        articles, issues = self._catalog.totals()
        days = self._catalog.issues()
        last = days[-1][0] if days else None
        # The heaviest story of a printed page is the longest with a headline.
        newest = self._catalog.issue(last) if last else []
        stories = sorted(
            newest, key=lambda record: (bool(record.article.title), record.length), reverse=True
        )
        months: Counter[str] = Counter()
        for day, count in days:
            months[str(day)[:7]] += count
        return views.HomePage(
            articles=articles,
            issues=issues,
            first=days[0][0] if days else None,
            last=last,
            issue=to_issue(last, self._words) if last else None,
            lead=entry_of(stories[0]) if stories else None,
            stories=tuple([entry_of(record) for record in stories[1 : STORIES + 1]]),
            regions=tuple(
                [to_term(term) for term in front_regions(self._catalog.terms("regions"))[:TERMS]]
            ),
            themes=tuple([to_term(term) for term in self._catalog.terms("themes")[:TERMS]]),
            chart=chart(list(months.items()), self._words),
        )

    def feed(self, kind: str, name: str) -> views.FeedPage:
        """The newest articles of the archive, or of a region or theme."""
        if not kind:
            entries = self._catalog.newest_feed_entries(FEED_LENGTH)
            return views.FeedPage("", "feed", urls.FEED, urls.HOME, *_dated(entries))
        term = there(self._catalog.term(kind, name))
        entries = self._catalog.feed_entries(term, FEED_LENGTH)
        label = name.replace("/", "") if kind == "regions" else name
        href = urls.term_feed(term)
        return views.FeedPage(label, f"{kind}/{name}", href, urls.term(term), *_dated(entries))

    def sitemap(self, month: str) -> views.Sitemap:
        """The issues and articles of a month, `2023-02`.

        An article's page last changed when it was printed or, later, corrected; an issue's shows
        its articles.
        """
        found: list[tuple[str, date | None]] = []
        for day, articles in groupby(self._catalog.changed(month), key=itemgetter(1)):
            own = [(urls.article(article_id), changed) for article_id, _, changed in articles]
            found += [(urls.address(urls.issue(day)), max(changed for _, changed in own)), *own]
        return views.Sitemap(tuple(found))

    def sitemap_of_lists(self, kind: str, number: int | None) -> views.Sitemap:
        """The pages of the terms of a kind; with no kind, those that stand alone.

        When they last changed is not said: it would have to be true, and an article that comes
        late, or goes, changes lists that show newer ones.
        """
        if kind == ALONE:
            years = [urls.year(year) for year, _, _ in self._catalog.years()]
            indexes = map(urls.terms, TERM_KINDS)
            hrefs = [urls.HOME, urls.DATES, *years, *indexes, urls.MATRIX]
        else:
            terms = sorted(self._catalog.terms(kind), key=lambda term: term.slug)
            hrefs = [
                urls.term(term, page)
                for term in terms
                for page in (None, *range(1, urls.list_pages(term.count) + 1))
            ]
            start = ((number or 1) - 1) * urls.SITEMAP_LENGTH
            hrefs = hrefs[start : start + urls.SITEMAP_LENGTH]
        return views.Sitemap(tuple([(urls.address(href), None) for href in hrefs]))

    def sitemap_index(self) -> views.Sitemap:
        """All sitemaps, those of months with the day of the last change of a page in them."""
        newest = {str(day)[:7]: day for day, _ in self._catalog.issues()}
        for month, day in self._catalog.last_corrections().items():
            newest[month] = max(newest[month], day)
        lists = [
            urls.sitemap(kind, number)
            for kind in LISTS
            for number in sitemap_numbers(self._catalog, kind)
        ]
        return views.Sitemap(
            (
                *((href, None) for href in lists),
                *((urls.sitemap(month), day) for month, day in newest.items()),
            )
        )


def _dated(entries: list[tuple[str, str]]) -> tuple[date, str]:
    """When the last of them came or was corrected, and all of them as one text."""
    # A feed must say when it was updated (RFC 4287, 4.1.1), one without entries too.
    changed = max((day for day, _ in entries), default="1970-01-01")
    return date.fromisoformat(changed), "\n".join(text for _, text in entries)
