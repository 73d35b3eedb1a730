"""Links to the pages of terms, days and articles, as several kinds of pages show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from jianbao.record import prefixes
from jianbao.site import urls
from jianbao.site.views import Bar, Link
from jianbao.site.words import short_region

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jianbao.catalog import Catalog, Term
    from jianbao.site.words import Words

Found = TypeVar("Found")

SHORT_SPAN = 24
"""Months that a chart shows one by one; a longer time is shown by years."""


class Links:
    """Links to terms; those that were asked for are remembered."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._terms: dict[tuple[str, str], Link] = {}
        self._regions: dict[str, tuple[Link, ...]] = {}

    def term(self, kind: str, name: str) -> Link:
        """A term by its name, without a count."""
        link = self._terms.get((kind, name))
        if link is None:
            link = to_term(there(self._catalog.term(kind, name)), count=False)
            self._terms[kind, name] = link
        return link

    def region(self, path: str) -> tuple[Link, ...]:
        """A region with those above it, from the province down."""
        links = self._regions.get(path)
        if links is None:
            links = tuple([self.term("regions", prefix) for prefix in prefixes(path)])
            self._regions[path] = links
        return links


def to_term(term: Term, *, count: bool = True) -> Link:
    """A term's page."""
    label = short_region(term.name) if term.kind == "regions" else term.name
    return Link(label, urls.term(term), term.count if count else None)


def to_dates(words: Words) -> Link:
    """The calendar of all years, above every issue."""
    return Link(words.dates, urls.DATES)


def to_year(number: int, words: Words) -> Link:
    """A year's page."""
    return Link(words.year(number), urls.year(number))


def to_issue(day: date, words: Words) -> Link:
    """An issue's page."""
    return Link(words.date(day), urls.issue(day))


def there(found: Found | None) -> Found:
    """What the catalog holds; the plan names nothing else."""
    assert found is not None, "the plan names only what the catalog holds"
    return found


def chart(months: Sequence[tuple[str, int]], words: Words) -> tuple[Bar, ...]:
    """Articles over time, from (month, count): by month, or by year where it is a long time.

    Months and years without articles stand between the others. Nothing for a single month.
    """
    if len(months) < 2:
        return ()
    first, last = (
        int(month[:4]) * 12 + int(month[5:]) - 1 for month in (months[0][0], months[-1][0])
    )
    if last - first < SHORT_SPAN:
        counts = dict(months)
        names = [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(first, last + 1)]
        return _bars([(*_month(name, words), counts.get(name, 0)) for name in names])
    by_year: dict[int, int] = {}
    for month, count in months:
        by_year[int(month[:4])] = by_year.get(int(month[:4]), 0) + count
    return _bars(
        [
            (str(year), urls.year(year), by_year.get(year, 0))
            for year in range(first // 12, last // 12 + 1)
        ]
    )


def _month(name: str, words: Words) -> tuple[str, str]:
    year, month = int(name[:4]), int(name[5:])
    return words.month_of_year(year, month), f"{urls.year(year)}#{urls.month_anchor(month)}"


def _bars(counts: list[tuple[str, str, int]]) -> tuple[Bar, ...]:
    highest = max(count for *_, count in counts)
    # What has no article has no page either.
    return tuple(
        [
            Bar(label, count, round(count / highest, 3), href if count else "")
            for label, href, count in counts
        ]
    )
