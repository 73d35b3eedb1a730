"""From the catalog to what the templates are given."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from jianbao.markdown import to_html
from jianbao.record import prefixes
from jianbao.site import urls, views
from jianbao.site.views import Bar, Entry, Link, Node, entry_of
from jianbao.site.words import KIND_HEADINGS, chinese_date, sheet_label, short_region

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jianbao.article import Image
    from jianbao.catalog import Catalog, Term
    from jianbao.record import Record
    from jianbao.site.plan import Page

Found = TypeVar("Found")

DATES = Link("日期", urls.DATES)
"""The calendar of all years, above every issue."""

HOME_STORIES = 12
"""Articles of the newest issue on the home page."""

FEED_LENGTH = 30
"""Articles in the feed."""

HOME_TERMS = 30
"""Regions and themes on the home page."""


@dataclass(frozen=True, slots=True)
class _Issue:
    """An issue, as the pages of its articles need it."""

    records: tuple[Record, ...]
    """Its articles."""
    at: dict[str, int]
    """Where among them each stands, by its id."""
    siblings: dict[str, tuple[Entry, ...]]
    """The articles of each of its pages."""


@dataclass(slots=True)
class Composer:
    """Makes the view of each page, from a catalog that does not change meanwhile."""

    catalog: Catalog
    """What there is to show."""
    body: Callable[[Record], str]
    """Reads an article's text (Markdown); the catalog does not keep it."""
    picture_size: Callable[[Record, str], tuple[int, int]]
    """Width and height, in pixels, of an article's picture as it is published."""
    _links: dict[tuple[str, str], Link] = field(default_factory=dict)
    """Links to terms that were asked for before."""
    _last: _Issue | None = None
    """The issue that was asked for last: an issue's articles are composed one after the other."""

    def view(self, page: Page) -> object:
        """The view that a page's template is given."""
        match page.kind:
            case "home":
                return self.home()
            case "dates":
                return self.dates()
            case "year":
                return self.year(int(page.key))
            case "issue":
                return self.issue(date.fromisoformat(page.key))
            case "article":
                return self.article(page.key)
            case "terms":
                return self.terms(page.key)
            case "term":
                return self.term(_there(self.catalog.term(page.key, page.name)), page.number)
            case "feed":
                return self.feed()
            case "sitemap":
                return self.sitemap(page.key)
            case "sitemap-index":
                return self.sitemap_index()
            case "image":
                raise AssertionError("a picture is no page")
            case "search" | "not-found" | "robots":
                return views.PlainPage()

    # ── Articles and issues ─────────────────────────────────────────────────────────────────

    def article(self, article_id: str) -> views.ArticlePage:
        """An article's page."""
        whole = self._issue_of(article_id)
        issue, at = whole.records, whole.at[article_id]
        record = issue[at]
        article = record.article
        siblings = whole.siblings[article.page]
        return views.ArticlePage(
            entry=next(each for each in siblings if each.id == article_id),
            title_lines=article.title_lines if article.title else (record.headline,),
            role=article.role,
            source=article.source,
            body_html=to_html(self.body(record)),
            figures=(
                *(self._figure(record, image) for image in article.images),
                *(views.Figure(caption) for caption in article.captions),
            ),
            people=tuple(self._link("people", name) for name in article.byline),
            regions=tuple(self._region_links(path) for path in article.regions),
            mentions=tuple(
                (Link(short_region(path), urls.search(q=short_region(path))),)
                for path in article.mentions
            ),
            themes=tuple(self._link("themes", name) for name in article.themes),
            issue=(issue_link := Link(chinese_date(article.date), urls.issue(article.date))),
            sheet=(
                sheet := Link(
                    sheet_label(article.page, article.section),
                    f"{urls.issue(article.date)}#{urls.sheet_anchor(article.page)}",
                )
            ),
            path=(DATES, _year_link(article.date.year), issue_link, sheet),
            continued_from=_parts(record, issue, "continued_from", "continued_on"),
            continued_on=_parts(record, issue, "continued_on", "continued_from"),
            siblings=siblings,
            previous=_to(issue[at - 1]) if at > 0 else None,
            next=_to(issue[at + 1]) if at + 1 < len(issue) else None,
            source_file=record.file,
            raw_page=article.ingest.raw if article.ingest else "",
        )

    def _issue_of(self, article_id: str) -> _Issue:
        if self._last is None or article_id not in self._last.at:
            day = _there(self.catalog.by_id(article_id)).article.date
            records = tuple(self.catalog.issue(day))
            self._last = _Issue(
                records,
                {record.article.id: at for at, record in enumerate(records)},
                {
                    page: tuple(map(entry_of, sheet))
                    for page, sheet in groupby(records, key=lambda record: record.article.page)
                },
            )
        return self._last

    def _figure(self, record: Record, image: Image) -> views.Figure:
        width, height = self.picture_size(record, image.file)
        href = urls.image(record.article.id, image.file)
        return views.Figure(image.caption, image.credit, href, width, height)

    def issue(self, day: date) -> views.IssuePage:
        """An issue's page."""
        records = self.catalog.issue(day)
        staff = {sheet.page: sheet for sheet in self.catalog.sheets(day)}
        sheets = []
        for page, group in groupby(records, key=lambda record: record.article.page):
            articles = list(group)
            sections = [record.article.section for record in articles if record.article.section]
            sheets.append(
                views.Sheet(
                    page=page,
                    section=sections[0] if sections else "",
                    label=sheet_label(page, sections[0] if sections else ""),
                    anchor=urls.sheet_anchor(page),
                    staff=staff[page].staff_lines if page in staff else (),
                    columns=tuple(
                        (column, tuple(entry_of(record) for record in run))
                        for column, run in groupby(articles, lambda record: record.article.column)
                    ),
                )
            )
        return views.IssuePage(
            date=day,
            path=(DATES, _year_link(day.year)),
            count=len(records),
            sheets=tuple(sheets),
            previous=self._issue_beside(day, -1),
            next=self._issue_beside(day, 1),
        )

    def _issue_beside(self, day: date, step: int) -> Link | None:
        beside = self.catalog.issue_beside(day, step)
        return Link(chinese_date(beside), urls.issue(beside)) if beside else None

    # ── Dates ───────────────────────────────────────────────────────────────────────────────

    def year(self, number: int) -> views.YearPage:
        """A year's calendar."""
        years = [year for year, _, _ in self.catalog.years()]
        at = years.index(number)
        days = dict(self.catalog.issues(number))
        return views.YearPage(
            year=number,
            path=(DATES,),
            count=sum(days.values()),
            issues=len(days),
            months=tuple(
                _month(number, month, days) for month in sorted({day.month for day in days})
            ),
            previous=_year_link(years[at - 1]) if at > 0 else None,
            next=_year_link(years[at + 1]) if at + 1 < len(years) else None,
        )

    def dates(self) -> views.DatesPage:
        """All years."""
        years = [self.year(year) for year, _, _ in reversed(self.catalog.years())]
        return views.DatesPage(
            tuple(
                replace(year, months=tuple(replace(month, weeks=()) for month in year.months))
                for year in years
            )
        )

    # ── Terms ───────────────────────────────────────────────────────────────────────────────

    def _link(self, kind: str, name: str) -> Link:
        link = self._links.get((kind, name))
        if link is None:
            link = self._term_link(_there(self.catalog.term(kind, name)), count=False)
            self._links[kind, name] = link
        return link

    def _term_link(self, term: Term, *, count: bool = True) -> Link:
        label = short_region(term.name) if term.kind == "regions" else term.name
        return Link(label, urls.term(term), term.count if count else None)

    def _region_links(self, path: str) -> tuple[Link, ...]:
        return tuple(self._link("regions", prefix) for prefix in prefixes(path))

    def terms(self, kind: str) -> views.TermsPage:
        """The index of a kind of terms; regions down to the district."""
        terms = self.catalog.terms(kind)
        below = _by_parent(terms) if kind == "regions" else {"": terms}
        return views.TermsPage(kind, KIND_HEADINGS[kind], self._nodes(below, "", depth=3))

    def _nodes(self, below: dict[str, list[Term]], parent: str, depth: int) -> tuple[Node, ...]:
        if depth == 0:
            return ()
        return tuple(
            Node(self._term_link(term), self._nodes(below, term.name, depth - 1))
            for term in below.get(parent, ())
        )

    def term(self, term: Term, number: int | None) -> views.TermPage:
        """A term's page, or an older page of its list."""
        pages = urls.list_pages(term.count)
        start = pages * urls.LIST_LENGTH if number is None else (number - 1) * urls.LIST_LENGTH
        stop = term.count if number is None else number * urls.LIST_LENGTH
        *above, name = term.name.split("/") if term.kind == "regions" else [term.name]
        path = [Link(KIND_HEADINGS[term.kind], urls.terms(term.kind))]
        if above:
            path += self._region_links("/".join(above))
        older = (pages if number is None else number - 1) or None
        newer = number + 1 if number and number < pages else None
        return views.TermPage(
            kind=term.kind,
            name=name,
            path=tuple(path),
            count=term.count if number is None else None,
            chart=self._chart(self.catalog.term_years(term)) if number is None else (),
            children=self._children(term) if number is None else (),
            entries_html="\n".join(self.catalog.cards(term, start, stop)).replace(
                urls.CARD_ROOT, urls.root_from(urls.term(term, number))
            ),
            number=number,
            newer=Link("较新的报道", urls.term(term, newer)) if number else None,
            older=Link("较早的报道", urls.term(term, older)) if older else None,
            search_href=urls.search(**{_FACETS[term.kind]: term.name}),
        )

    def _children(self, term: Term) -> tuple[Link, ...]:
        if term.kind != "regions":
            return ()
        return tuple(self._term_link(child) for child in self.catalog.regions_below(term))

    def _chart(self, years: Sequence[tuple[int, int]]) -> tuple[Bar, ...]:
        return bars([(str(year), count, urls.year(year)) for year, count in years])

    # ── Home ────────────────────────────────────────────────────────────────────────────────

    def home(self) -> views.HomePage:
        """The front."""
        articles, issues = self.catalog.totals()
        days = self.catalog.issues()
        last = days[-1][0] if days else None
        # The heaviest story of a printed page is the longest with a headline.
        newest = self.catalog.issue(last) if last else []
        stories = sorted(
            newest, key=lambda record: (bool(record.article.title), record.length), reverse=True
        )
        years = self.catalog.years()
        regions = self.catalog.terms("regions")
        top = [term for term in regions if "/" not in term.name]
        if len(top) == 1:
            top += [term for term in regions if term.name.count("/") == 1]
        return views.HomePage(
            articles=articles,
            issues=issues,
            first=days[0][0] if days else None,
            last=last,
            issue=Link(chinese_date(last), urls.issue(last)) if last else None,
            lead=entry_of(stories[0]) if stories else None,
            stories=tuple(entry_of(record) for record in stories[1 : HOME_STORIES + 1]),
            regions=tuple(self._term_link(term) for term in top[:HOME_TERMS]),
            themes=tuple(
                self._term_link(term) for term in self.catalog.terms("themes")[:HOME_TERMS]
            ),
            chart=self._chart([(year, count) for year, count, _ in years])
            if len(years) > 1
            else _months_chart(days),
        )

    # ── For other programs ──────────────────────────────────────────────────────────────────

    def feed(self) -> views.FeedPage:
        """The newest articles."""
        entries = tuple(map(entry_of, self.catalog.newest(FEED_LENGTH)))
        return views.FeedPage(entries[0].date if entries else date(1970, 1, 1), entries)

    def sitemap(self, month: str) -> views.Sitemap:
        """The articles and issues of a month, `2023-02`."""
        days = [day for day, _ in self.catalog.issues(int(month[:4])) if str(day)[:7] == month]
        return views.Sitemap(
            tuple(
                (href, day)
                for day in days
                for href in (
                    urls.issue(day),
                    *map(urls.article, self.catalog.ids(str(day))),
                )
            )
        )

    def sitemap_index(self) -> views.Sitemap:
        """The sitemaps of the months, each with the day of its newest issue."""
        newest = {str(day)[:7]: day for day, _ in self.catalog.issues()}
        return views.Sitemap(tuple((urls.sitemap(month), day) for month, day in newest.items()))


_FACETS = {"regions": "region", "themes": "theme", "people": "byline"}


def _there(found: Found | None) -> Found:
    assert found is not None, "the plan names only what the catalog holds"
    return found


def _to(record: Record) -> Link:
    return Link(record.headline, urls.article(record.article.id))


def _parts(record: Record, issue: Sequence[Record], way: str, back: str) -> tuple[Link, ...]:
    """The other part of a continued story: on the page that it names, and naming this one.

    Of several, the one whose headline shares most with this one's: the second part of a story
    carries another, shorter headline, with the same key words.
    """
    page = getattr(record.article, way)
    if not page:
        return ()
    there = [
        each
        for each in issue
        if each.article.page.lstrip("0") == page.lstrip("0")
        and getattr(each.article, back).lstrip("0") in ("", record.article.page.lstrip("0"))
        and each is not record
    ]
    named = [each for each in there if getattr(each.article, back)] or there
    words = set(record.headline + record.lead)
    best = max(named, key=lambda each: len(words & set(each.headline + each.lead)), default=None)
    if best is None:
        return ()
    label = f"{sheet_label(best.article.page, '')} {best.headline}"
    return (Link(label, urls.article(best.article.id)),)


def _year_link(year: int) -> Link:
    return Link(f"{year}年", urls.year(year))


def _by_parent(terms: Iterable[Term]) -> dict[str, list[Term]]:
    below: dict[str, list[Term]] = {}
    for term in terms:
        below.setdefault(term.name.rpartition("/")[0], []).append(term)
    return below


def _month(year: int, month: int, days: dict[date, int]) -> views.Month:
    first = date(year, month, 1)
    length = calendar.monthrange(year, month)[1]
    cells: list[views.Day | None] = [None] * first.weekday()
    for offset in range(length):
        day = first + timedelta(days=offset)
        link = Link(str(day.day), urls.issue(day), days[day]) if day in days else None
        cells.append(views.Day(day, link))
    cells += [None] * (-len(cells) % 7)
    weeks = tuple(tuple(cells[at : at + 7]) for at in range(0, len(cells), 7))
    count = sum(count for day, count in days.items() if day.month == month)
    return views.Month(month, count, weeks)


def _months_chart(days: Iterable[tuple[date, int]]) -> tuple[Bar, ...]:
    months = groupby(days, key=lambda each: each[0].replace(day=1))
    return bars(
        [
            (
                f"{month.year}年{month.month}月",
                sum(count for _, count in group),
                urls.year(month.year),
            )
            for month, group in months
        ]
    )


def bars(counts: Sequence[tuple[str, int, str]]) -> tuple[Bar, ...]:
    """A chart from (label, count, href); none for fewer than two values."""
    if len(counts) < 2:
        return ()
    highest = max(count for _, count, _ in counts)
    return tuple(
        Bar(label, count, round(count / highest, 3), href) for label, count, href in counts
    )
