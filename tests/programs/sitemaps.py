"""What sitemaps.org demands of a sitemap or an index of sitemaps, checked."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.etree import ElementTree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

SITEMAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"

ROOTS = {
    f"{SITEMAPS}urlset": ("url", ["loc", "lastmod", "changefreq", "priority"]),
    f"{SITEMAPS}sitemapindex": ("sitemap", ["loc", "lastmod"]),
}
"""Both kinds of files: the name of an entry, and what an entry holds, in this order."""

MOST = 50_000
BYTES = 50 * 1024 * 1024
LONGEST = 2047

ADDRESS = re.compile(r"https?://[!-~]+")
"""An absolute URL, escaped to ASCII (RFC 3986)."""

DATE = re.compile(
    r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?"
)
"""W3C-DTF."""


def mistakes(sitemap: bytes, address: str) -> list[str]:
    """What is wrong with a sitemap, or an index, that stands at the absolute URL `address`."""
    root = ElementTree.fromstring(sitemap)
    found = [f"{len(sitemap)} bytes"] if len(sitemap) > BYTES else []
    if root.tag not in ROOTS:
        return [*found, f"the root is {root.tag}"]
    if not 0 < len(root) <= MOST:
        found.append(f"{len(root)} entries")
    locations = [entry.findtext(f"{SITEMAPS}loc") for entry in root]
    if len(set(locations)) != len(locations):
        found.append("an address twice")
    name, allowed = ROOTS[root.tag]
    for entry in root:
        if entry.tag != SITEMAPS + name:
            found.append(f"no place for {entry.tag}")
        found += _entry(entry, allowed, address)
    return found


def _entry(entry: Element, allowed: list[str], address: str) -> Iterator[str]:
    names = [child.tag.removeprefix(SITEMAPS) for child in entry]
    if names != [name for name in allowed if name in names] or "loc" not in names:
        yield f"an entry of {names}"
    location = entry.findtext(f"{SITEMAPS}loc") or ""
    if not ADDRESS.fullmatch(location) or len(location) > LONGEST:
        yield f"address {location}"
    # "The location of a Sitemap file determines the set of URLs that can be included."
    if not location.startswith(urljoin(address, ".")):
        yield f"{location} is not below {address}"
    day = entry.findtext(f"{SITEMAPS}lastmod")
    if day is not None and not (DATE.fullmatch(day) and _is_date(day)):
        yield f"lastmod {day}"


def _is_date(text: str) -> bool:
    try:
        datetime.fromisoformat(text + "2000-01-01"[len(text) :])
    except ValueError:
        return False
    return True
