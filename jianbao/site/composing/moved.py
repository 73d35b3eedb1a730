"""What stands where something stood before: themes that moved, articles that were taken out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jianbao.site import urls
from jianbao.site.composing.links import to_issue, to_term
from jianbao.site.views import GonePage, Link, MovedPage

if TYPE_CHECKING:
    from jianbao.catalog import Catalog
    from jianbao.redirects import Redirects
    from jianbao.site.plan import Page
    from jianbao.site.words import Words


def moved(catalog: Catalog, redirects: Redirects, page: Page, words: Words) -> MovedPage:
    """The view of a theme's old address."""
    theme = next(each for each in redirects.themes if each.name == page.name)
    terms = [catalog.term("themes", name) for name in theme.to]
    index = Link(words.heading("themes"), urls.terms("themes"))
    return MovedPage(theme.name, tuple(to_term(term) for term in terms if term) or (index,))


def gone(catalog: Catalog, redirects: Redirects, page: Page, words: Words) -> GonePage:
    """The view of an article's old address."""
    tombstone = next(each for each in redirects.articles if each.id == page.key)
    day = date.fromisoformat(page.key[:10])
    to = catalog.by_id(tombstone.to) if tombstone.to else None
    return GonePage(
        id=tombstone.id,
        date=day,
        reason=tombstone.reason,
        to=Link(to.headline, urls.article(to.article.id)) if to else None,
        issue=to_issue(day, words) if catalog.issue(day) else None,
    )
