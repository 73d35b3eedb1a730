"""The pages that a site has one or few of, and those that programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.values import dataclass

if TYPE_CHECKING:
    from datetime import date

    from jianbao.site.views.lists import Bar, Entry, Link


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
