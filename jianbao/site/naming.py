"""Slugs for the terms of a catalog, kept from build to build: only new names are spelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.catalog import TERM_KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jianbao.catalog import Catalog
    from jianbao.slugs import Kind


def name_terms(catalog: Catalog, theme_slugs: Mapping[str, str]) -> bool:
    """Give every term its slug; a theme the one that the vocabulary gives it, if it gives one.

    Returns whether a term that had a slug has another one now: every page that leads to it must
    then be made anew.
    """
    renamed = [_name_kind(catalog, kind, theme_slugs) for kind in TERM_KINDS]
    return any(renamed)


def _name_kind(catalog: Catalog, kind: Kind, theme_slugs: Mapping[str, str]) -> bool:
    from jianbao.slugs import keep_apart, term_slug

    before = catalog.own_slugs(kind)
    own = {name: alone or term_slug(kind, name) for name, (_, alone) in before.items()}
    slugs = keep_apart(kind, own, theme_slugs if kind == "themes" else None)
    now = {name: (slug, own[name]) for name, slug in slugs.items()}
    different = {name: pair for name, pair in now.items() if pair != before[name]}
    if different:
        catalog.set_slugs(kind, different)
    return any(before[name][0] for name in different)
