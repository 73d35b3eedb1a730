"""Articles whose id names another day or page than they do: one of the two was typed wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.article import ID, NO_PAGE, page_name
from jianbao.checking.finding import Finding
from jianbao.checking.places import line_of_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jianbao.config import Archive
    from jianbao.content import ArticleFile


def check_identity(archive: Archive, articles: Iterable[ArticleFile]) -> Iterator[Finding]:
    """A warning for each article of another day or page than its id."""
    for each in articles:
        article = each.article
        match = ID.fullmatch(article.id)
        if not match:
            continue
        day, page = match[1], page_name(match[2])
        wrong = [("date", str(article.date), day)] if str(article.date) != day else []
        if article.page and page not in (NO_PAGE, article.page):
            wrong.append(("page", article.page, page))
        for key, said, in_id in wrong:
            yield Finding(
                *("content", "warning", f"{key} {said}, but {in_id} in the id", each.file),
                line_of_key(archive, each.file, key),
                f"correct the {key}; an id that readers may have keeps its address",
            )
