"""Turns a document into what Pagefind indexes, and into what a hit shows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jianbao.search.tokens import BREAK, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jianbao.search.document import SearchDocument


TOGETHER = 1_000
"""How many articles are indexed as one page of Pagefind's, one behind the other.

A position then says which article it lies in, because the catalog knows how long each is. With a
page an article, Pagefind took 26 seconds and 2.75 GB for 11,206 articles; with 1,000 in one 17
seconds and 1.17 GB, and its index was a quarter smaller. With more it took as long."""


WORDLESS = "〇"
"""A token that no query asks for, as a lone character: Pagefind leaves out, and does not number, a
page without one, as of an archive whose only article is 《好》."""


@dataclass(frozen=True, slots=True)
class Record:
    """All of a document's tokens, and where its parts lie among them."""

    content: str
    """The tokens, with spaces between them: title, kicker, subtitle, body, captions, byline,
    source. A break follows each of these and each paragraph, so that no phrase crosses it."""
    title_end: int
    """The position behind the title; 0 when there is none."""
    body_start: int
    """The position of the body, behind kicker and subtitle."""
    length: int
    """How many tokens there are, breaks among them."""


def record(document: SearchDocument) -> Record:
    """The record of a document."""
    title = _cut((document.title,))
    front = _cut((document.kicker, document.subtitle))
    rest = _cut((document.text, *document.captions, *document.byline, document.source))
    body_start = len(title) + len(front)
    return Record(
        content=" ".join(title + front + rest),
        title_end=len(title),
        body_start=body_start,
        length=body_start + len(rest),
    )


def joined(records: Sequence[Record]) -> Iterator[tuple[str, int]]:
    """The records as Pagefind gets them, TOGETHER in one: their tokens, and how many they are."""
    for start in range(0, len(records), TOGETHER):
        together = records[start : start + TOGETHER]
        content = " ".join(one.content for one in together)
        length = sum(one.length for one in together)
        if not content.strip(f"{BREAK} "):
            content, length = content.removesuffix(BREAK) + WORDLESS, max(length, 1)
        yield content, length


def display(document: SearchDocument) -> str:
    """What the browser shows of a hit, as JSON without empty fields."""
    fields = {
        "url": document.url,
        "date": document.date,
        "title": document.title,
        "kicker": document.kicker,
        "subtitle": document.subtitle,
        "byline": document.byline,
        "page": document.page,
        "section": document.section,
        "source": document.source,
        "regions": document.regions,
        "text": document.text,
        "captions": document.captions,
    }
    present = {name: value for name, value in fields.items() if value}
    return json.dumps(present, ensure_ascii=False, separators=(",", ":"))


def _cut(texts: Iterable[str]) -> list[str]:
    found: list[str] = []
    for text in texts:
        if text:
            found += tokens(text)
            found.append(BREAK)
    return found
