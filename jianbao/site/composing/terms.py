"""Regions, themes, people, columns and sources: their indexes, pages and the matrix."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from jianbao.site import urls, views
from jianbao.site.composing.links import chart, to_term
from jianbao.site.tilemap import short_name, tile_map
from jianbao.site.views import Cell, Link, Node
from jianbao.site.words import short_region, thousands

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from jianbao.catalog import Catalog, Term
    from jianbao.site.composing.links import Links
    from jianbao.site.tilemap import TileMap
    from jianbao.site.words import Words

WHOLE_TREE = 600
"""Regions that the index shows down to the community; of more it shows provinces to districts."""

MATRIX_ROWS = 60
"""Regions in the matrix at most: all provinces, or one province's cities."""

ROOMS = {20: (18.0, 4.0, 2.75), 48: (44.0, 5.0, 1.75), 64: (60.0, 8.0, 1.75), 76: (68.0, 8.0, 1.75)}
"""Screens by their width, and on each the room of a table, its first column and the least of the
others, in rem.

As browse.css sets them: its margins, and the matrix's names in short below 64 rem. The least is
what can be hit: of a touch screen on the narrowest, of a mouse on the others.
"""

DIGIT = 0.48
"""The width of a digit in the matrix, in rem: 7.3 px at 13 px in DejaVu Sans, the widest usual one."""

HEAD, LINE = 9, 1.05
"""The characters of a line at the head of a column, which is written downwards, and its width in
rem."""

FACETS = {
    "regions": "region",
    "themes": "theme",
    "people": "byline",
    "columns": "column",
    "sources": "source",
}
"""What each kind of terms is called in the search."""


class Terms:
    """Views of terms."""

    def __init__(self, catalog: Catalog, links: Links, words: Words) -> None:
        self._catalog, self._links, self._words = catalog, links, words

    def index(self, kind: str) -> views.TermsPage:
        """The index of a kind of terms."""
        terms = self._catalog.terms(kind)
        spans = self._catalog.spans(kind) if kind in ("people", "columns", "sources") else {}
        depth = 9 if len(terms) <= WHOLE_TREE else 3
        below = _by_parent(terms) if kind == "regions" else {"": terms}
        return views.TermsPage(
            kind=kind,
            heading=self._words.heading(kind),
            nodes=_nodes(below, "", depth),
            years=tuple([_years(*spans[term.name]) for term in terms]) if spans else (),
            map=_map(terms) if kind == "regions" and terms else None,
        )

    def term(self, term: Term, number: int | None) -> views.TermPage:
        """A term's page, or an older page of its list."""
        pages = urls.list_pages(term.count)
        start = pages * urls.LIST_LENGTH if number is None else (number - 1) * urls.LIST_LENGTH
        stop = term.count if number is None else number * urls.LIST_LENGTH
        above, _, name = (
            term.name.rpartition("/") if term.kind == "regions" else ("", "", term.name)
        )
        path = (Link(self._words.heading(term.kind), urls.terms(term.kind)),)
        older = (pages if number is None else number - 1) or None
        newer = number + 1 if number and number < pages else None
        own = number is None
        return views.TermPage(
            kind=term.kind,
            name=name,
            path=(*path, *(self._links.region(above) if above else ())),
            count=term.count if own else None,
            chart=chart(self._catalog.term_months(term), self._words) if own else (),
            children=self._children(term) if own else (),
            pairs=self._pairs(term) if own else (),
            entries_html="\n".join(self._catalog.cards(term, start, stop)).replace(
                urls.CARD_ROOT, urls.root_from(urls.term(term, number))
            ),
            number=number,
            newer=Link(self._words.newer, urls.term(term, newer)) if number else None,
            older=Link(self._words.older, urls.term(term, older)) if older else None,
            search_href=urls.search(**{FACETS[term.kind]: term.name}),
            feed_href=urls.term_feed(term) if term.kind in urls.FEED_KINDS else "",
        )

    def _children(self, term: Term) -> tuple[Link, ...]:
        if term.kind != "regions":
            return ()
        return tuple([to_term(child) for child in self._catalog.regions_below(term)])

    def _pairs(self, term: Term) -> tuple[Link, ...]:
        """A region's themes, or a theme's provinces, each leading to the articles of both."""
        if term.kind == "regions":
            return tuple(
                [
                    Link(theme.name, urls.search(region=term.name, theme=theme.name), count)
                    for theme, count in self._catalog.themes_of(term)
                ]
            )
        if term.kind == "themes":
            return tuple(
                [
                    Link(region.name, urls.search(region=region.name, theme=term.name), count)
                    for region, count in self._catalog.regions_of(term)
                ]
            )
        return ()

    def matrix(self) -> views.MatrixPage:
        """How many articles each province has of each theme; of one province alone, its cities."""
        themes = self._catalog.terms("themes")
        regions = front_regions(self._catalog.terms("regions"))[:MATRIX_ROWS]
        counts = [
            {theme.name: count for theme, count in self._catalog.themes_of(region)}
            for region in regions
        ]
        highest = max((count for row in counts for count in row.values()), default=1)
        return views.MatrixPage(
            themes=tuple([to_term(theme) for theme in themes]),
            rows=tuple(
                [
                    views.Row(
                        region=to_term(region),
                        short=short_name(short_region(region.name)),
                        cells=tuple([_cell(region, theme, row, highest) for theme in themes]),
                    )
                    for region, row in zip(regions, counts, strict=True)
                ]
            ),
            room=_room([theme.name for theme in themes], highest),
        )


def front_regions(regions: Sequence[Term]) -> list[Term]:
    """The provinces; where there is one alone, it and its cities."""
    top = [term for term in regions if "/" not in term.name]
    if len(top) == 1:
        top += [term for term in regions if term.name.count("/") == 1]
    return top


def _room(heads: Sequence[str], highest: int) -> int:
    """The narrowest of ROOMS that has columns of these heads and numbers side by side, or 0."""
    lines = ceil(max(map(len, heads), default=0) / HEAD)
    least = max(DIGIT * len(thousands(highest)) + 0.25, lines * LINE)
    for screen, (room, first, cell) in ROOMS.items():
        if first + len(heads) * max(cell, least) <= room:
            return screen
    return 0


def _cell(region: Term, theme: Term, counts: dict[str, int], highest: int) -> Cell:
    count = counts.get(theme.name, 0)
    if not count:
        return Cell(0, 0, "")
    # Each step is as many times the one before: a paper writes most of its own province.
    step = 1 + sum(count**4 >= highest**power for power in (1, 2, 3))
    return Cell(count, step, urls.search(region=region.name, theme=theme.name))


def _years(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _by_parent(terms: Iterable[Term]) -> dict[str, list[Term]]:
    below: dict[str, list[Term]] = {}
    for term in terms:
        below.setdefault(term.name.rpartition("/")[0], []).append(term)
    return below


def _nodes(below: Mapping[str, Sequence[Term]], parent: str, depth: int) -> tuple[Node, ...]:
    if depth == 0:
        return ()
    return tuple(
        [
            Node(to_term(term), _nodes(below, term.name, depth - 1) if len(below) > 1 else ())
            for term in below.get(parent, ())
        ]
    )


def _map(regions: Iterable[Term]) -> TileMap:
    provinces = [term for term in regions if "/" not in term.name]
    return tile_map(
        {term.name: term.count for term in provinces},
        {term.name: urls.term(term) for term in provinces},
    )
