"""The links and anchors of a site's files, read from HTML, XML and CSS."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)

SCRIPT = re.compile(r"(<(script|style)\b[^>]*+>).*?(?=</\2\b)", re.DOTALL | re.IGNORECASE)
"""A script or style sheet within a page: its text holds no tags."""

TAG = re.compile(r"""<[a-zA-Z](?:[^"'>]++|"[^"]*+"|'[^']*+')*+>""")
"""A tag; what stands in quotes may hold a >."""

ATTRIBUTE = re.compile(r"""\s([^\s"'=<>/]++)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
"""Any attribute: one that is not asked for may quote one that is."""

LINKING = frozenset(("href", "src", "action", "poster", "data"))
"""Attributes that hold one address."""

LOCATION = re.compile(r"<loc>\s*([^<]*?)\s*</loc>")
"""A page in a sitemap."""

STYLE_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")
"""A file that a style sheet takes in."""

NAMED = ("id", "name")
"""Attributes that make an anchor."""


class Marks(NamedTuple):
    """What a file of the site refers to, and what can be referred to in it."""

    links: frozenset[str]
    """Addresses as they stand in the file, entities resolved."""
    anchors: frozenset[str]
    """Anchors of a page."""


def marks_of(name: str, text: str) -> Marks:
    """The links and anchors of a file of the site, by the ending of its name."""
    if name.endswith(".css"):
        return Marks(frozenset(STYLE_URL.findall(text)), frozenset())
    if name.endswith(".xml"):
        found = {html.unescape(each) for each in LOCATION.findall(text)}
        return Marks(frozenset(found) | _of_tags(text).links, frozenset())
    return _of_tags(text)


def _of_tags(text: str) -> Marks:
    if "<!--" in text:
        text = COMMENT.sub("", text)
    text = SCRIPT.sub(r"\1", text)
    links: set[str] = set()
    anchors: set[str] = set()
    # Most tags of a site stand on many pages, and twice on one.
    for tag in set(TAG.findall(text)):
        for name, *quoted in ATTRIBUTE.findall(tag):
            value = quoted[0] or quoted[1] or quoted[2]
            if "&" in value:
                value = html.unescape(value)
            key = name.lower()
            if key in NAMED:
                if key == "id" or tag[1:3].lower() == "a ":
                    anchors.add(value)
            elif key == "srcset":
                links.update(each.split()[0] for each in value.split(",") if each.strip())
            elif key in LINKING:
                links.add(value)
    return Marks(frozenset(links), frozenset(anchors))


def lines_with(text: str, words: tuple[str, ...]) -> Iterator[int]:
    """The numbers of the lines that hold one of the words."""
    for number, line in enumerate(text.split("\n"), 1):
        if any(word in line for word in words):
            yield number
