"""What RFC 4287 demands of a feed, checked; written from its text, not from our templates."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING
from xml.etree import ElementTree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

ATOM = "{http://www.w3.org/2005/Atom}"

IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[^\s<>\"{}|\\^`%]|%[0-9A-Fa-f]{2})+")
"""An absolute one (RFC 3987), without a look at what its scheme makes of it."""

DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
"""RFC 3339, with the capitals that 3.3 asks for."""

MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+(?:\s*;.*)?", re.ASCII)

FEED = {
    "once": {"id", "title", "updated"},
    "at most once": {"generator", "icon", "logo", "rights", "subtitle"},
    "any number": {"author", "category", "contributor", "link", "entry"},
}
ENTRY = {
    "once": {"id", "title", "updated"},
    "at most once": {"content", "published", "rights", "source", "summary"},
    "any number": {"author", "category", "contributor", "link"},
}
TEXTS = ("title", "subtitle", "summary", "rights")


def mistakes(feed: bytes, address: str) -> list[str]:
    """What is wrong with a feed that stands at the absolute URL `address`; the RFC's sections
    are named.
    """
    root = ElementTree.fromstring(feed)
    return [*_feed(root, address)]


def _feed(root: Element, address: str) -> Iterator[str]:
    if root.tag != f"{ATOM}feed":
        yield f"2: the root is {root.tag}"
    yield from _children(root, FEED, "4.1.1 feed")
    itself = [link.get("href") for link in root.findall(f"{ATOM}link[@rel='self']")]
    if itself != [address]:
        yield f"4.1.1 feed: rel=self is {itself}, not {address}"
    entries = root.findall(f"{ATOM}entry")
    for entry in entries:
        where = f"4.1.2 entry {entry.findtext(f'{ATOM}id')}"
        yield from _children(entry, ENTRY, where)
        if root.find(f"{ATOM}author") is None and entry.find(f"{ATOM}author") is None:
            yield f"{where}: neither it nor the feed has an author"
        content = entry.find(f"{ATOM}content")
        if content is None and not [*_alternates(entry)]:
            yield f"{where}: neither content nor rel=alternate"
    ids = Counter(each.text for each in root.iter(f"{ATOM}id"))
    yield from (
        f"4.2.6: the id {each} stands {count} times" for each, count in ids.items() if count > 1
    )


def _children(parent: Element, allowed: dict[str, set[str]], where: str) -> Iterator[str]:
    counts = Counter(child.tag.removeprefix(ATOM) for child in parent)
    for name in allowed["once"]:
        if counts[name] != 1:
            yield f"{where}: {counts[name]} {name}"
    for name, count in counts.items():
        if name in allowed["at most once"] and count > 1:
            yield f"{where}: {count} {name}"
        if not any(name in names for names in allowed.values()):
            yield f"{where}: no place for {name}"
    alternates = Counter(_alternates(parent))
    yield from (f"{where}: several links {each}" for each, count in alternates.items() if count > 1)
    for child in parent:
        yield from _element(child, where)


def _element(element: Element, where: str) -> Iterator[str]:
    name = element.tag.removeprefix(ATOM)
    text = element.text or ""
    if name in TEXTS:
        kind = element.get("type", "text")
        if kind not in ("text", "html", "xhtml"):
            yield f"{where}, 3.1: {name} of type {kind}"
        elif kind != "xhtml" and len(element):
            yield f"{where}, 3.1: elements in {name}"
        if name == "title" and not text.strip():
            yield f"{where}: an empty title"
    elif name in ("author", "contributor"):
        people = Counter(child.tag.removeprefix(ATOM) for child in element)
        if people["name"] != 1 or not (element.findtext(f"{ATOM}name") or "").strip():
            yield f"{where}, 3.2: {name} without one name"
        if people["uri"] > 1 or people["email"] > 1 or set(people) - {"name", "uri", "email"}:
            yield f"{where}, 3.2: {name} with {dict(people)}"
    elif name in ("updated", "published"):
        if not DATE.fullmatch(text) or not _is_date(text):
            yield f"{where}, 3.3: {name} {text}"
    elif name == "id":
        if not IRI.fullmatch(text):
            yield f"{where}, 4.2.6: id {text}"
    elif name == "link":
        yield from _link(element, where)


def _link(link: Element, where: str) -> Iterator[str]:
    href, relation, kind = link.get("href"), link.get("rel", "alternate"), link.get("type")
    if not href or not IRI.fullmatch(href):
        yield f"{where}, 4.2.7.1: href {href}"
    if not IRI.fullmatch(relation) and not re.fullmatch(r"[a-z][a-z0-9.-]*", relation):
        yield f"{where}, 4.2.7.2: rel {relation}"
    if kind and not MEDIA_TYPE.fullmatch(kind):
        yield f"{where}, 4.2.7.3: type {kind}"


def _alternates(parent: Element) -> Iterator[tuple[str | None, str | None]]:
    for link in parent.findall(f"{ATOM}link"):
        if link.get("rel", "alternate") == "alternate":
            yield link.get("type"), link.get("hreflang")


def _is_date(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
