"""Articles and issues: what was printed, with the way to what stood beside it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from jianbao.citing import cite, reference_of
from jianbao.markdown import to_html
from jianbao.similar import SimilarIndex
from jianbao.site import urls, views
from jianbao.site.composing.links import there, to_dates, to_issue, to_year
from jianbao.site.metadata import LinkedData, metas
from jianbao.site.views import Entry, Link, entry_of
from jianbao.site.words import short_region
from jianbao.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from jianbao.article import Article, Image
    from jianbao.catalog import Catalog
    from jianbao.config import Settings
    from jianbao.record import Record
    from jianbao.similar import Similar
    from jianbao.site.composing.links import Links
    from jianbao.site.words import Words


FIRST_LINES = re.compile(r"(\d+)(?:-(\d+))?")
"""The first lines of the raw page that an article was cut from."""


@dataclass(frozen=True, slots=True)
class _Issue:
    """An issue, as the pages of its articles need it."""

    day: date
    """Its day."""
    records: tuple[Record, ...]
    """Its articles."""
    at: dict[str, int]
    """Where among them each stands, by its id."""
    siblings: dict[str, tuple[Entry, ...]]
    """The articles of each of its pages."""
    entries: dict[str, Entry]
    """All of them, by id."""
    similar: dict[str, tuple[Similar, ...]]
    """What is like each of them, by id, where something is."""
    link: Link
    """Its page."""
    year: Link
    """Its year's page."""


class Articles:
    """Views of articles and issues."""

    def __init__(
        self,
        catalog: Catalog,
        settings: Settings,
        links: Links,
        words: Words,
        body: Callable[[Record], str],
        picture_size: Callable[[Record, str], tuple[int, int]],
    ) -> None:
        self._catalog, self._settings, self._links = catalog, settings, links
        self._words = words
        self._body, self._picture_size = body, picture_size
        self._linked_data = LinkedData(settings)
        self._similar_index = SimilarIndex(catalog.connection)
        self._older = lru_cache(8192)(self._link)
        self._last: _Issue | None = None
        """The issue that was asked for last: an issue and its articles are made one by one."""

    def article(self, article_id: str) -> views.ArticlePage:
        """An article's page."""
        whole = self._issue_of(article_id)
        issue, at = whole.records, whole.at[article_id]
        record = issue[at]
        article = record.article
        base = self._settings.base_url
        reference = reference_of(
            record, self._settings, f"{base}{urls.article(article_id)}" if base else ""
        )
        figures = tuple(self._figures(record))
        images = tuple([f"{base}{figure.src}" for figure in figures if base and figure.src])
        sheet = Link(
            self._words.sheet(article.page, article.section),
            f"{whole.link.href}#{urls.sheet_anchor(article.page)}",
        )
        link = self._links.term
        return views.ArticlePage(
            entry=whole.entries[article_id],
            metas=metas(reference, record),
            linked_data_html=self._linked_data.write(reference, record, images),
            title_lines=article.title_lines if article.title else (record.headline,),
            corrected=article.corrected,
            role=article.role,
            source=link("sources", article.source) if article.source else None,
            column=link("columns", article.column) if article.column else None,
            body_html=to_html(self._body(record)),
            figures=figures,
            people=tuple([link("people", name) for name in article.byline]),
            regions=tuple([self._links.region(path) for path in article.regions]),
            mentions=tuple([_mention(path) for path in article.mentions]),
            themes=tuple([link("themes", name) for name in article.themes]),
            issue=whole.link,
            sheet=sheet,
            path=(to_dates(self._words), whole.year, whole.link, sheet),
            continued_from=self._parts(record, issue, "continued_from", "continued_on"),
            continued_on=self._parts(record, issue, "continued_on", "continued_from"),
            siblings=whole.siblings[article.page],
            similar=tuple(map(self._similar, whole.similar.get(article_id, ()))),
            previous=_to(issue[at - 1]) if at > 0 else None,
            next=_to(issue[at + 1]) if at + 1 < len(issue) else None,
            citations=cite(reference),
            source_file=record.file,
            raw_page=_raw_page(article),
        )

    def _issue_of(self, article_id: str) -> _Issue:
        if self._last is None or article_id not in self._last.at:
            return self._issue(there(self._catalog.by_id(article_id)).article.date)
        return self._last

    def _issue(self, day: date) -> _Issue:
        if self._last is None or self._last.day != day:
            records = tuple(self._catalog.issue(day))
            entries = {record.article.id: entry_of(record) for record in records}
            self._last = _Issue(
                day,
                records,
                {record.article.id: at for at, record in enumerate(records)},
                {
                    page: tuple([entries[record.article.id] for record in sheet])
                    for page, sheet in groupby(records, key=lambda record: record.article.page)
                },
                entries,
                self._similar_index.lists(day.toordinal()),
                to_issue(day, self._words),
                to_year(day.year, self._words),
            )
        return self._last

    def _figures(self, record: Record) -> Iterator[views.Figure]:
        for image in record.article.images:
            yield self._photograph(record, image)
        for caption in record.article.captions:
            yield views.Figure(caption)

    def _photograph(self, record: Record, image: Image) -> views.Figure:
        width, height = self._picture_size(record, image.file)
        href = urls.image(record.article.id, image.file)
        return views.Figure(image.caption, image.credit, href, width, height)

    def _similar(self, other: Similar) -> views.SimilarArticle:
        link, day = self._older(other.id)
        return views.SimilarArticle(link, day, other.terms)

    def _link(self, article_id: str) -> tuple[Link, date]:
        headline, day = self._catalog.headline(article_id)
        return Link(headline, urls.article(article_id)), day

    def issue(self, day: date) -> views.IssuePage:
        """An issue's page."""
        whole = self._issue(day)
        records = whole.records
        staff = {sheet.page: sheet for sheet in self._catalog.sheets(day)}
        sheets = []
        for page, group in groupby(records, key=lambda record: record.article.page):
            articles = list(group)
            sections = [record.article.section for record in articles if record.article.section]
            sheets.append(
                views.Sheet(
                    page=page,
                    section=sections[0] if sections else "",
                    label=self._words.sheet(page, sections[0] if sections else ""),
                    anchor=urls.sheet_anchor(page),
                    staff=staff[page].staff_lines if page in staff else (),
                    columns=tuple(
                        (
                            self._links.term("columns", column) if column else None,
                            tuple([whole.entries[record.article.id] for record in run]),
                        )
                        for column, run in groupby(articles, lambda record: record.article.column)
                    ),
                )
            )
        return views.IssuePage(
            date=day,
            path=(to_dates(self._words), to_year(day.year, self._words)),
            count=len(records),
            sheets=tuple(sheets),
            previous=self._issue_beside(day, -1),
            next=self._issue_beside(day, 1),
        )

    def _issue_beside(self, day: date, step: int) -> Link | None:
        beside = self._catalog.issue_beside(day, step)
        return to_issue(beside, self._words) if beside else None

    def _parts(
        self, record: Record, issue: Sequence[Record], way: str, back: str
    ) -> tuple[Link, ...]:
        """The other part of a continued story, as a link that names its page and headline."""
        other = _part(record, issue, way, back)
        if other is None:
            return ()
        label = f"{self._words.sheet(other.article.page, '')} {other.headline}"
        return (Link(label, urls.article(other.article.id)),)


def _to(record: Record) -> Link:
    return Link(record.headline, urls.article(record.article.id))


@lru_cache(4096)
def _mention(path: str) -> Link:
    return Link(short_region(path), urls.search(q=short_region(path)))


def _raw_page(article: Article) -> str:
    """The raw page; of text with its first lines, as GitHub and GitLab mark them: `#L5-L76`."""
    if not article.ingest:
        return ""
    lines = FIRST_LINES.match(article.ingest.lines)
    if not lines or article.ingest.raw.endswith(".pdf"):
        return article.ingest.raw
    file, _, _ = article.ingest.raw.partition("#")
    return f"{file}#L{lines[1]}-L{lines[2] or lines[1]}"


def _part(record: Record, issue: Sequence[Record], way: str, back: str) -> Record | None:
    """The other part of a continued story: on the page that it names, and naming this one.

    Of several, the one whose headline shares most with this one's: the second part of a story
    carries another, shorter headline, with the same key words.
    """
    page = getattr(record.article, way)
    if not page:
        return None
    there = [
        each
        for each in issue
        if each.article.page.lstrip("0") == page.lstrip("0")
        and getattr(each.article, back).lstrip("0") in ("", record.article.page.lstrip("0"))
        and each is not record
    ]
    named = [each for each in there if getattr(each.article, back)] or there
    words = set(record.headline + record.lead)
    return max(named, key=lambda each: len(words & set(each.headline + each.lead)), default=None)
