"""Where each line of a PDF page went, and what it was taken for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.errors import RefusedPage
from jianbao.ingest.pdf.cutting import cut_page, lay_out
from jianbao.ingest.pdf.document import read_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jianbao.ingest.page import CutPage

SHORTEST = 2
"""Characters of the shortest piece of a line that is looked for by itself: 电）"""


def trace_pdf(data: bytes) -> Iterator[tuple[int, str, str, str]]:
    """Explain a file line by line: page, line as printed, place, what it was taken for.

    Lines come by kind, and from the top down. Raises RefusedPage as `cut_pdf` does.
    """
    for page, _ in read_pages(data):
        if isinstance(page, RefusedPage):
            raise page
        fields = list(_fields(cut_page(page)[0]))
        for kind, blocks in lay_out(page).blocks.items():
            for block in blocks:
                for line in block.lines:
                    places = dict.fromkeys(_places(_dense(line.text), fields))
                    yield page.number, line.text, "; ".join(places) or "furniture", kind


def _fields(page: CutPage) -> Iterator[tuple[str, str]]:
    """Every text of a page without its white space, with the name of its place."""
    for number, article in enumerate(page.articles, 1):
        parts: dict[str, list[str | None]] = {
            "headline": [article.title],
            "kicker": [article.kicker],
            "subtitle": [article.subtitle],
            "byline": [article.byline_raw],
            "source": [article.source_raw],
            "subhead": [subhead.text for subhead in article.subheads],
            "caption": [*article.captions],
        }
        for name, texts in parts.items():
            for text in filter(None, texts):
                yield f"article {number}, {name}", _dense(text)
        for order, paragraph in enumerate(article.paragraphs, 1):
            yield f"article {number}, paragraph {order}", _dense(paragraph)
    for furniture in page.furniture:
        yield "furniture", _dense(furniture.text)


def _dense(text: str) -> str:
    return "".join(text.split())


def _places(line: str, fields: list[tuple[str, str]]) -> Iterator[str]:
    """The fields that hold a line: all of it, or the longest pieces of it one after the other."""
    while len(line) >= SHORTEST:
        length, order = max((_shared(line, text), -at) for at, (_, text) in enumerate(fields))
        if length < SHORTEST:
            line = line[1:]
        else:
            yield fields[-order][0]
            line = line[length:]


def _shared(line: str, text: str) -> int:
    """How many characters from a line's start stand together in a text."""
    return next((size for size in range(len(line), 0, -1) if line[:size] in text), 0)
