"""Turns a document into what Pagefind indexes, and into what a hit shows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jianbao.search.tokens import BREAK, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jianbao.search.document import SearchDocument


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
