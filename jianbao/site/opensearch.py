"""The description by which a browser can take the archive's search into its own search box.

OpenSearch 1.1 wants the search's address in full, so only a site that knows its own (`base_url`)
has a description. It stands there whether or not this build made the search's index: the page that
it leads to does, and templates/base.html links to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.site import urls
from jianbao.site.words import words_in

if TYPE_CHECKING:
    from jianbao.site.site import Site

HREF = urls.OPENSEARCH
"""Where it stands; templates/base.html links to it."""

SHORT_NAME = 16
"""Characters that OpenSearch allows a short name."""


def description(site: Site) -> bytes:
    """The description of the search of a site that knows its address, as XML."""
    from html import escape  # Most builds leave the description as it is.

    search = f"{site.base_url}{urls.SEARCH}?q={{searchTerms}}"
    name = site.title if len(site.title) <= SHORT_NAME else f"{site.title[: SHORT_NAME - 1]}…"
    said = words_in(site.language).search_of(site.title)
    icon = f"{site.base_url}{site.assets['icon.svg']}"
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
        f"<ShortName>{escape(name)}</ShortName>",
        f"<Description>{escape(said)}</Description>",
        "<InputEncoding>UTF-8</InputEncoding>",
        f'<Image width="16" height="16" type="image/svg+xml">{escape(icon)}</Image>',
        f'<Url type="text/html" template="{escape(search)}"/>',
        f'<Url type="application/opensearchdescription+xml" rel="self" template="{escape(site.base_url + HREF)}"/>',
        "</OpenSearchDescription>",
        "",
    )
    return "\n".join(lines).encode()
