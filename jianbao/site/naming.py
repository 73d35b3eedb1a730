"""Slugs for the terms of a catalog, kept from build to build: only new names are spelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.catalog import TERM_KINDS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from jianbao.catalog import Catalog
    from jianbao.slugs import Kind


def name_terms(
    catalog: Catalog, theme_slugs: Mapping[str, str], kinds: Collection[str] = TERM_KINDS
) -> dict[tuple[str, str], str]:
    """Give every term of some kinds its slug; a theme the one of the vocabulary, if it gives one.

    Returns the terms (kind, name) that had another slug before, with that slug.
    """
    return {
        (kind, name): slug
        for kind in TERM_KINDS
        if kind in kinds
        for name, slug in _name_kind(catalog, kind, theme_slugs).items()
    }


def _name_kind(catalog: Catalog, kind: Kind, theme_slugs: Mapping[str, str]) -> dict[str, str]:
    from jianbao.slugs import keep_apart, term_slug

    before = catalog.own_slugs(kind)
    chosen = theme_slugs if kind == "themes" else {}
    own = {
        name: chosen.get(name) or alone or term_slug(kind, name)
        for name, (_, alone) in before.items()
    }
    slugs = keep_apart(kind, own, chosen)
    now = {name: (slug, "" if chosen.get(name) else own[name]) for name, slug in slugs.items()}
    different = {name: pair for name, pair in now.items() if pair != before[name]}
    if different:
        catalog.set_slugs(kind, different)
    return {
        name: before[name][0]
        for name, (slug, _) in different.items()
        if before[name][0] not in ("", slug)
    }
