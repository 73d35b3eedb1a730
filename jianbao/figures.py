"""The figures of an archive: how many articles of each kind, how it grows, what is left to do."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jianbao.article import Article
    from jianbao.ingest.desk import Item

Counts = tuple[tuple[str, int], ...]
"""Names with their numbers of articles, most first, then by name."""


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of an archive. All but `drafts` and `review` count what is published."""

    articles: int
    """Articles."""
    issues: int
    """Days that have articles."""
    first: str
    """The oldest day, or empty."""
    last: str
    """The newest day, or empty."""
    characters: int
    """Characters of all texts, without white space."""
    drafts: int
    """Articles kept back."""
    years: tuple[tuple[str, int, int], ...]
    """Each year with its numbers of articles and of issues."""
    months: tuple[tuple[str, int, int], ...]
    """Each month that has articles: how many, and how many there were by its end."""
    provinces: Counts
    """Provinces that articles are about; one may be about several."""
    themes: Counts
    """Themes."""
    bylines: Counts
    """Authors."""
    without_region: tuple[str, ...]
    """Ids of articles without a region."""
    without_theme: tuple[str, ...]
    """Ids of articles without a theme."""
    review: tuple[Item, ...]
    """What wants a look, worst first."""


def figures_of(articles: Iterable[Article], review: Sequence[Item] = ()) -> Figures:
    """Count articles."""
    every = sorted(articles, key=lambda article: article.id)
    there = [article for article in every if not article.draft]
    days = sorted({article.date for article in there})
    by_year = Counter(f"{article.date:%Y}" for article in there)
    days_by_year = Counter(f"{day:%Y}" for day in days)
    by_month = Counter(f"{article.date:%Y-%m}" for article in there)
    months, total = [], 0
    for month in sorted(by_month):
        total += by_month[month]
        months.append((month, by_month[month], total))
    return Figures(
        articles=len(there),
        issues=len(days),
        first=str(days[0]) if days else "",
        last=str(days[-1]) if days else "",
        characters=sum(len("".join(article.body.split())) for article in there),
        drafts=len(every) - len(there),
        years=tuple((year, by_year[year], days_by_year[year]) for year in sorted(by_year)),
        months=tuple(months),
        provinces=_ranked({path.partition("/")[0] for path in each.regions} for each in there),
        themes=_ranked(article.themes for article in there),
        bylines=_ranked(article.byline for article in there),
        without_region=tuple(article.id for article in there if not article.regions),
        without_theme=tuple(article.id for article in there if not article.themes),
        review=tuple(review),
    )


def _ranked(names: Iterable[Iterable[str]]) -> Counts:
    counts = Counter(name for each in names for name in each)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
