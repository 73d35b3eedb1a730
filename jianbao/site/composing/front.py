"""The home page, and what other programs ask for: feeds and sitemaps."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from jianbao.site import urls, views
from jianbao.site.composing.links import chart, there, to_issue, to_term
from jianbao.site.composing.terms import front_regions
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
        """The articles and issues of a month, `2023-02`."""
        days = [day for day, _ in self._catalog.issues(int(month[:4])) if str(day)[:7] == month]
        return views.Sitemap(
            tuple(
                (href, day)
                for day in days
                for href in (urls.issue(day), *map(urls.article, self._catalog.ids(str(day))))
            )
        )

    def sitemap_index(self) -> views.Sitemap:
        """The sitemaps of the months, each with the day of its newest issue."""
        newest = {str(day)[:7]: day for day, _ in self._catalog.issues()}
        return views.Sitemap(tuple((urls.sitemap(month), day) for month, day in newest.items()))


def _dated(entries: list[tuple[str, str]]) -> tuple[date, str]:
    """When the newest of them came out, and all of them as one text."""
    newest = date.fromisoformat(entries[0][0]) if entries else date(1970, 1, 1)
    return newest, "\n".join(text for _, text in entries)
