"""Writes the search's files into a site: `pagefind/`.

    pagefind/bundles.json                    the bundles, newest first, and the variants of folding.py
    pagefind/terms.gz                        see terms.py
    pagefind/<bundle>/catalog.gz             see catalog.py
    pagefind/<bundle>/facets.gz              the facets that are fetched when asked for
    pagefind/<bundle>/index/*.pf_index       Pagefind's index files
    pagefind/<bundle>/text/<id>.json         what a hit shows

A bundle's folder is written apart and moved into place when it is complete; its name tells all
that it holds. So a folder that is there need not be looked into, and one interrupted build
leaves nothing half done.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jianbao.errors import BuildError
from jianbao.search.bundles import plan
from jianbao.search.catalog import catalog, further_facets
from jianbao.search.folding import variants
from jianbao.search.pagefind_index import read_index
from jianbao.search.records import display, joined, record
from jianbao.search.service import write_index
from jianbao.search.terms import terms_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jianbao.search.bundles import Bundle, Stamp
    from jianbao.search.document import SearchDocument
    from jianbao.search.terms import NamedTerm

MANIFEST_FORMAT = 2
"""Of bundles.json; the browser says so when it knows another."""


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What was done."""

    articles: int
    """How many can be found."""
    bundles: tuple[str, ...]
    """The names of all bundles, newest first."""
    made: tuple[str, ...]
    """The names of those that had to be indexed."""


FOLDER = "pagefind"
"""Of the site: all that the search owns."""

MANIFEST = "bundles.json"
TERMS = "terms.gz"


def update_index(
    stamps: Iterable[Stamp],
    load: Callable[[Sequence[str]], Iterable[SearchDocument]],
    site: Path,
    *,
    anew: bool = False,
) -> IndexReport:
    """Bring the folder `pagefind/` of a site up to date, reading only the articles of bundles that changed.

    `load` gives the documents of the ids that it is asked for, in the same order. Files that
    belong to no bundle any more are removed; no file is written that is there already, unless all
    are to be made `anew`.

    When Pagefind fails, a BuildError says why, and the bundles that were there are still whole.
    """
    bundles = plan(stamps)
    made = []
    out = site / FOLDER
    out.mkdir(parents=True, exist_ok=True)
    for bundle in bundles:
        if anew or not (out / bundle.name).is_dir():
            _make(bundle, list(load(bundle.ids)), out)
            made.append(bundle.name)
    _write_if_changed(out / MANIFEST, _manifest(bundles).encode())
    _prune(out, {bundle.name for bundle in bundles})
    return IndexReport(
        articles=sum(len(bundle.ids) for bundle in bundles),
        bundles=tuple(bundle.name for bundle in bundles),
        made=tuple(made),
    )


def write_terms(terms: Iterable[NamedTerm], site: Path) -> None:
    """Bring the names that the search suggests up to date, in the folder `pagefind/` of a site."""
    out = site / FOLDER
    out.mkdir(parents=True, exist_ok=True)
    _write_if_changed(out / TERMS, terms_file(terms))


def _make(bundle: Bundle, documents: Sequence[SearchDocument], out: Path) -> None:
    """Index one bundle and move it to its place."""
    records = [record(document) for document in documents]
    with tempfile.TemporaryDirectory(dir=out, prefix=".") as apart:
        indexed = Path(apart, "indexed")
        write_index((content for content, _ in joined(records)), indexed)
        index = read_index(indexed)
        if index.lengths != tuple(length for _, length in joined(records)):
            raise BuildError(
                f"Pagefind cut bundle {bundle.name} otherwise than it was told",
                hint="pagefind-bin must be 1.5.2",
            )
        whole = Path(apart, "whole")
        (whole / "text").mkdir(parents=True)
        (indexed / "index").rename(whole / "index")
        (whole / "catalog.gz").write_bytes(catalog(documents, records, index))
        (whole / "facets.gz").write_bytes(further_facets(documents))
        for document in documents:
            (whole / "text" / f"{document.id}.json").write_text(display(document), "utf-8")
        if (out / bundle.name).exists():
            (out / bundle.name).rename(Path(apart, "before"))
        whole.rename(out / bundle.name)


def _manifest(bundles: Sequence[Bundle]) -> str:
    listed = [
        {
            "name": bundle.name,
            "first": bundle.first,
            "last": bundle.last,
            "articles": len(bundle.ids),
        }
        for bundle in bundles
    ]
    return (
        json.dumps(
            {"format": MANIFEST_FORMAT, "bundles": listed, "variants": variants()},
            ensure_ascii=False,
            indent=1,
        )
        + "\n"
    )


def _write_if_changed(path: Path, data: bytes) -> None:
    if path.is_file() and path.read_bytes() == data:
        return
    apart = path.with_name(f".{path.name}")
    apart.write_bytes(data)
    apart.replace(path)


def _prune(out: Path, names: set[str]) -> None:
    """Remove bundles of earlier builds, and what an interrupted build left."""
    kept = names | {MANIFEST, TERMS}
    for entry in out.iterdir():
        if entry.name not in kept:
            if entry.is_dir():
                shutil.rmtree(entry)
            else:
                entry.unlink()
