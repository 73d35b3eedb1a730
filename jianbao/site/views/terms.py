"""The pages of terms, of all terms of a kind, and of regions by themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.values import dataclass

if TYPE_CHECKING:
    from jianbao.site.tilemap import TileMap
    from jianbao.site.views.lists import Bar, Link


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
class Row:
    """One row of the matrix."""

    region: Link
    """Its region."""
    short: str
    """What its name begins with, and is called by where room is scarce: 宁夏."""
    cells: tuple[Cell, ...]
    """A cell for every theme."""


@dataclass(frozen=True, slots=True)
class MatrixPage:
    """Regions by themes (`matrix.html`)."""

    themes: tuple[Link, ...]
    """The columns, most articles first."""
    rows: tuple[Row, ...]
    """Provinces (and a single province's cities)."""
    room: int
    """The narrowest screen that shows all columns at once, in rem: 20, 48, 64 or 76; else 0."""
