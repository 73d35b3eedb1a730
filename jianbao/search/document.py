"""What the search takes of an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jianbao.markdown import to_blocks

if TYPE_CHECKING:
    from jianbao.article import Article


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One article, as plain text and tags: all that can be found and all that a hit shows."""

    id: str
    """`2023-02-20-03-02`: date, page, ordinal."""
    url: str
    """Of its page, relative to the site's root: `2023/02/20/03-02.html`."""
    date: str
    """ISO, `2023-02-20`; the id starts with it."""
    text: str
    """The body as plain text, one paragraph or subhead a line."""
    title: str = ""
    """The headline; empty for untitled photo news."""
    kicker: str = ""
    """The line above the headline."""
    subtitle: str = ""
    """The line below it."""
    byline: tuple[str, ...] = ()
    """The authors."""
    captions: tuple[str, ...] = ()
    """What stands under its photographs."""
    page: str = ""
    """The page number as printed; a hit shows it, `版:03` asks for it."""
    section: str = ""
    """The name of that page; shown, not searched."""
    column: str = ""
    """The column label; a facet."""
    source: str = ""
    """The paper it was reprinted from; searched, and a facet."""
    kind: str = ""
    """`news` or `photo-news`; a facet."""
    regions: tuple[str, ...] = ()
    """Each as a path from the province down; a facet that is a tree."""
    themes: tuple[str, ...] = ()
    """A facet."""


def document_of(article: Article) -> SearchDocument:
    """What the search takes of this article."""
    date = article.date.isoformat()
    return SearchDocument(
        id=article.id,
        url=f"{date.replace('-', '/')}/{article.id[11:]}.html",
        date=date,
        # A line that ends within a paragraph does not end a phrase.
        text="\n".join(block.replace("\n", " ") for block in to_blocks(article.body)),
        title=article.title,
        kicker=article.kicker,
        subtitle=article.subtitle,
        byline=article.byline,
        captions=article.captions,
        page=article.page,
        section=article.section,
        column=article.column,
        source=article.source,
        kind=article.kind,
        regions=article.regions,
        themes=article.themes,
    )
