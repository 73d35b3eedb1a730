"""The pages of an issue, of a year, and of all years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.values import dataclass

if TYPE_CHECKING:
    from datetime import date

    from jianbao.site.views.lists import Entry, Link


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
