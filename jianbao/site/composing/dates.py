"""The calendar: years, their months and days, and the days on which a paper is missing."""

from __future__ import annotations

import calendar
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from jianbao.site import urls, views
from jianbao.site.composing.links import to_dates, to_year
from jianbao.site.views import Link

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from jianbao.catalog import Catalog
    from jianbao.site.words import Words

RHYTHM = 0.5
"""Of a weekday's dates in a year, the share with an issue from which on the others are missed."""

ENOUGH = 8
"""Weeks of a year that an archive must reach over before its rhythm is known."""


class Dates:
    """Views of the calendar."""

    def __init__(self, catalog: Catalog, words: Words) -> None:
        self._catalog, self._words = catalog, words

    def year(self, number: int) -> views.YearPage:
        """A year's calendar."""
        years = [year for year, _, _ in self._catalog.years()]
        at = years.index(number)
        days = dict(self._catalog.issues(number))
        first, last = self._catalog.span()
        missed = missing(days, max(first, date(number, 1, 1)), min(last, date(number, 12, 31)))
        shown = sorted({day.month for day in (*days, *missed)})
        return views.YearPage(
            year=number,
            path=(to_dates(self._words),),
            count=sum(days.values()),
            issues=len(days),
            missing=len(missed),
            months=tuple([_month(number, month, days, missed) for month in shown]),
            previous=to_year(years[at - 1], self._words) if at > 0 else None,
            next=to_year(years[at + 1], self._words) if at + 1 < len(years) else None,
        )

    def years(self) -> views.DatesPage:
        """All years."""
        years = [self.year(year) for year, _, _ in reversed(self._catalog.years())]
        return views.DatesPage(
            tuple(
                replace(year, months=tuple(replace(month, weeks=()) for month in year.months))
                for year in years
            )
        )


def missing(days: Collection[date], first: date, last: date) -> set[date]:
    """The days from `first` to `last`, in one year, on which the paper's rhythm misses an issue.

    A weekday is of the rhythm when most of its dates have an issue: a weekly that comes on Mondays
    misses a Monday, a daily every day. What is shorter than ENOUGH weeks has no rhythm yet.
    """
    span = list(_days(first, last))
    if len(span) < ENOUGH * 7:
        return set()
    of_all = Counter(day.weekday() for day in span)
    of_issues = Counter(day.weekday() for day in days)
    rhythm = {weekday for weekday in of_all if of_issues[weekday] >= RHYTHM * of_all[weekday]}
    return {day for day in span if day.weekday() in rhythm and day not in days}


def _days(first: date, last: date) -> Iterator[date]:
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)


def _month(year: int, month: int, days: dict[date, int], missed: set[date]) -> views.Month:
    first = date(year, month, 1)
    last = date(year, month, calendar.monthrange(year, month)[1])
    cells: list[views.Day | None] = [None] * first.weekday()
    for day in _days(first, last):
        link = Link(str(day.day), urls.issue(day), days[day]) if day in days else None
        cells.append(views.Day(day, link, day in missed))
    cells += [None] * (-len(cells) % 7)
    weeks = tuple([tuple(cells[at : at + 7]) for at in range(0, len(cells), 7)])
    count = sum(count for day, count in days.items() if day.month == month)
    return views.Month(month, urls.month_anchor(month), count, weeks)
