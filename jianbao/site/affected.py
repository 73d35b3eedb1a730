"""Which pages a change touches: all that show the article, before or after.

A page is named here when anything on it *may* differ; what turns out the same is not written. The
law (tests/site/test_incremental.py): what is not named here is the same, byte for byte.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from jianbao.data import FORMATS
from jianbao.site import urls
from jianbao.site.plan import ALONE, LISTS, Page, sitemap_numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jianbao.catalog import Catalog, Term
    from jianbao.record import Record

NEIGHBOURS = (-1, 1)

PAIRED = {"regions": "themes", "themes": "regions"}
"""Kinds of terms whose pages list those of the other."""


def touched(catalog: Catalog, record: Record, other: Record | None) -> Iterator[Page]:
    """The pages that show `record`, which the catalog holds, and that the change touches.

    `other` is the same article on the other side of the change; None when it appears or goes.
    """
    yield Page("article", record.article.id)
    for image in record.article.images:
        yield Page("image", record.article.id, image.file)
    if other and replace(other, digest="") == replace(record, digest=""):
        for form in FORMATS:
            yield Page("data", str(record.article.date.year), form)
        return
    moved = other is None or other.place != record.place
    yield Page("home")
    yield Page("feed")
    for form in FORMATS:
        yield Page("data", str(record.article.date.year), form)
    yield from _around(catalog, record, moved)
    terms = other.terms if other else frozenset()
    for kind, name in record.terms:
        term = catalog.term(kind, name)
        if term and kind in urls.FEED_KINDS:
            yield Page("feed", kind, name)
        if term:
            yield from _lists(catalog, term, record, kept=not moved and (kind, name) in terms)
    # The index of people says from when to when.
    for kind in {kind for kind, _ in (record.terms if moved else record.terms ^ terms)}:
        yield Page("terms", kind)
        yield Page("matrix")
        yield Page("sitemap-index")
        yield Page("sitemap", kind)
    if moved or (other and other.article.corrected != record.article.corrected):
        yield Page("sitemap-index")
        yield Page("sitemap", str(record.article.date)[:7])


def _around(catalog: Catalog, record: Record, moved: bool) -> Iterator[Page]:
    """Its issue, the articles beside it there, and the calendar."""
    day = record.article.date
    issue = catalog.issue(day)
    at = next(i for i, each in enumerate(issue) if each.article.id == record.article.id)
    yield Page("issue", str(day))
    for index, each in enumerate(issue):
        beside = abs(index - at) == 1 or each.article.page == record.article.page
        if beside or each.article.continued_on or each.article.continued_from:
            yield Page("article", each.article.id)
    if moved:
        yield Page("dates")
        yield Page("sitemap", ALONE)
        yield from _calendar(catalog, day)


def _calendar(catalog: Catalog, day: date) -> Iterator[Page]:
    for step in NEIGHBOURS:
        beside = catalog.issue_beside(day, step)
        if beside:
            yield Page("issue", str(beside))
    years = [year for year, _, _ in catalog.years()]
    at = years.index(day.year)
    for year in years[max(0, at - 1) : at + 2]:
        yield Page("year", str(year))


def _lists(catalog: Catalog, term: Term, record: Record, *, kept: bool) -> Iterator[Page]:
    """The pages of a term's list from the article's place on, or the one that it stands on."""
    yield Page("term", term.kind, term.name)
    pages = urls.list_pages(term.count)
    first = catalog.position(term, record.place) // urls.LIST_LENGTH + 1
    for number in range(first, min(first, pages) + 1 if kept else pages + 1):
        yield Page("term", term.kind, term.name, number)


def lists_of(catalog: Catalog, records: Iterable[Record]) -> dict[tuple[str, str], Term | None]:
    """The terms of articles by kind and name; None for those that the catalog does not hold."""
    named = {pair for record in records for pair in record.terms}
    return {pair: catalog.term(*pair) for pair in named}


def lengthened(before: Term | None, after: Term | None) -> tuple[list[int], list[int]]:
    """Which numbered pages of a list change as it comes to have more or fewer, and which go.

    The last that stays has another way on.
    """
    was, now = (urls.list_pages(term.count) if term else 0 for term in (before, after))
    if was == now:
        return [], []
    return list(range(max(1, min(was, now)), now + 1)), list(range(now + 1, was + 1))


def leading_to(catalog: Catalog, kind: str, name: str) -> Iterator[Page]:
    """A term's own pages and those with a link to it: all that must change when its URL does.

    And those that list it, among others of as many articles, as it is spelled. The regions below one
    are not among them: their URLs change too.
    """
    term = catalog.term(kind, name)
    assert term, "only terms of the catalog are named"
    yield Page("home")
    yield Page("matrix")
    yield Page("terms", kind)
    yield Page("sitemap", kind)
    yield Page("term", kind, name)
    if kind in urls.FEED_KINDS:
        yield Page("feed", kind, name)
    if kind in PAIRED:
        yield from (Page("term", PAIRED[kind], other) for other in catalog.paired(term))
    if kind == "columns":
        yield from (Page("issue", article_id[:10]) for article_id in catalog.ids_of(term))
    yield from (Page("term", kind, name, n + 1) for n in range(urls.list_pages(term.count)))
    if "/" in name:
        yield Page("term", kind, name.rpartition("/")[0])
    yield from (Page("article", article_id) for article_id in catalog.ids_of(term))


def exists(catalog: Catalog, page: Page) -> bool:
    """Whether a page that was touched is still there."""
    match page.kind:
        case "article":
            return catalog.by_id(page.key) is not None
        case "image":
            record = catalog.by_id(page.key)
            return record is not None and page.name in [each.file for each in record.article.images]
        case "issue":
            return bool(catalog.issue(date.fromisoformat(page.key)))
        case "year" | "data":
            return bool(catalog.issues(int(page.key)))
        case "feed" if page.key:
            return catalog.term(page.key, page.name) is not None
        case "sitemap" if page.key in LISTS:
            return page.number in sitemap_numbers(catalog, page.key)
        case "sitemap":
            days = catalog.issues(int(page.key[:4]))
            return any(str(day).startswith(page.key) for day, _ in days)
        case "term":
            term = catalog.term(page.key, page.name)
            return term is not None and (page.number or 0) <= urls.list_pages(term.count)
    return True
