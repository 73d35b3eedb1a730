"""From the catalog to the search: what each article gives it, and its index brought up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.catalog import TERM_KINDS
from jianbao.markdown import to_blocks
from jianbao.search import NamedTerm, SearchDocument, Stamp, update_index, write_terms
from jianbao.site import urls

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jianbao.catalog import Catalog
    from jianbao.site.workshop import Workshop


def update_search(catalog: Catalog, workshop: Workshop, *, anew: bool = False) -> None:
    """Index what changed since the index was made, or all of it `anew`.

    Raises BuildError when Pagefind fails.
    """
    stamps = (
        Stamp(id=article_id, date=day, digest=digest, size=length)
        for article_id, day, digest, length in catalog.stamps()
    )

    def load(ids: Sequence[str]) -> Iterator[SearchDocument]:
        return (document(catalog, workshop, article_id) for article_id in ids)

    update_index(stamps, load, workshop.out, anew=anew)
    write_terms(named_terms(catalog), workshop.out)


def named_terms(catalog: Catalog) -> Iterator[NamedTerm]:
    """The terms that have pages, with their readings."""
    for kind in TERM_KINDS:
        readings = catalog.own_slugs(kind)
        for term in catalog.terms(kind):
            # A theme whose slug people chose is not read otherwise.
            reading = readings[term.name][1] or term.slug
            yield NamedTerm(kind, term.name, term.slug, reading, term.count)


def document(catalog: Catalog, workshop: Workshop, article_id: str) -> SearchDocument:
    """What the search takes of an article."""
    record = catalog.by_id(article_id)
    assert record, "only articles of the catalog are asked for"
    article = record.article
    return SearchDocument(
        id=article.id,
        url=urls.article(article.id),
        date=article.date.isoformat(),
        # A line end parts paragraphs for the search, and no phrase crosses it.
        text="\n".join(block.replace("\n", " ") for block in to_blocks(workshop.body(record))),
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
