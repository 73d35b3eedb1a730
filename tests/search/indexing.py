"""Indexing documents that are all at hand, as the site indexes what its catalog knows."""

from __future__ import annotations

import hashlib
from dataclasses import astuple
from typing import TYPE_CHECKING

from jianbao.search import IndexReport, SearchDocument, Stamp, update_index

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def build_index(
    documents: Iterable[SearchDocument], site: Path, *, anew: bool = False
) -> IndexReport:
    """Index all documents, given in any order, into the folder `pagefind/` of a site."""
    by_id = {document.id: document for document in documents}
    return update_index(
        map(stamp, by_id.values()),
        lambda ids: [by_id[article_id] for article_id in ids],
        site,
        anew=anew,
    )


def stamp(document: SearchDocument) -> Stamp:
    """What places a document; its digest covers every field."""
    return Stamp(
        id=document.id,
        date=document.date,
        digest=hashlib.blake2b(repr(astuple(document)).encode(), digest_size=8).hexdigest(),
        size=len(document.text),
    )
