"""A bundle's catalog: what the browser must know of a bundle before it can search it.

Pagefind knows of pages, and here a page holds a thousand articles; the catalog says where each of
them lies, and lets the browser count every facet exactly, where Pagefind's filters count one value
at a time. It is gzipped JSON of a few columns, one entry an article in the order of
the bundle, and the lists of articles are written as differences.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from itertools import groupby
from operator import sub
from typing import TYPE_CHECKING, Any

from jianbao.search.records import TOGETHER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jianbao.search.document import SearchDocument
    from jianbao.search.pagefind_index import PagefindIndex
    from jianbao.search.records import Record


def catalog(
    documents: Sequence[SearchDocument], records: Sequence[Record], index: PagefindIndex
) -> bytes:
    """The catalog that every search needs: articles, index files, the facets always shown."""
    return _packed(
        {
            "ids": _grouped_ids(document.id for document in documents),
            "titleEnds": [record.title_end for record in records],
            "fronts": [record.body_start - record.title_end for record in records],
            "lengths": [record.length for record in records],
            "together": TOGETHER,
            "firsts": [chunk.first for chunk in index.chunks],
            "files": [chunk.hash for chunk in index.chunks],
            "facets": {
                "region": _members(documents, lambda document: document.regions),
                "theme": _members(documents, lambda document: document.themes),
            },
        }
    )


def further_facets(documents: Sequence[SearchDocument]) -> bytes:
    """The facets that are fetched when a reader opens them or a query needs them."""
    return _packed(
        {
            "byline": _members(documents, lambda document: document.byline),
            "source": _members(documents, lambda document: (document.source,)),
            "column": _members(documents, lambda document: (document.column,)),
            "kind": _members(documents, lambda document: (document.kind,)),
        }
    )


def _grouped_ids(ids: Iterable[str]) -> list[list[Any]]:
    """The ids with each date said once: `[["2023-02-20", ["03-01", "03-02"]], …]`."""
    return [
        [date, [article_id[11:] for article_id in group]]
        for date, group in groupby(ids, key=lambda article_id: article_id[:10])
    ]


def _members(
    documents: Sequence[SearchDocument], values: Callable[[SearchDocument], Iterable[str]]
) -> dict[str, list[int]]:
    """For each value, the places of its articles: the first, then the steps to the next."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, document in enumerate(documents):
        for value in dict.fromkeys(values(document)):
            if value:
                places[value].append(place)
    return {value: list(map(sub, found, [0, *found])) for value, found in sorted(places.items())}


def _packed(columns: dict[str, Any]) -> bytes:
    text = json.dumps(columns, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), mtime=0)
