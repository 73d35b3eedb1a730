"""A newspaper page as PDF → the same page of articles that its text would give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.errors import RefusedPage
from jianbao.ingest.pdf.cutting import cut_page
from jianbao.ingest.pdf.document import read_pages
from jianbao.ingest.pdf.photos import with_photos

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jianbao.ingest.page import CutPage

__all__ = ["cut_pages", "cut_pdf", "raw_text"]


def cut_pdf(data: bytes) -> tuple[CutPage, ...]:
    """Cut each page of a PDF file into its articles, in the file's order.

    Raises RefusedPage for a file that is no PDF, is damaged or encrypted, or has a page without
    text or with fonts that have no Unicode map.
    """
    pages = []
    for page in cut_pages(data):
        if isinstance(page, RefusedPage):
            raise page
        pages.append(page)
    return tuple(pages)


def cut_pages(data: bytes) -> Iterator[CutPage | RefusedPage]:
    """Cut each page of a PDF file, photographs included; a page that cannot be read is refused.

    Raises RefusedPage for a file that is no PDF, is damaged or encrypted.
    """
    for page, drawn in read_pages(data):
        if isinstance(page, RefusedPage):
            yield page
        else:
            cut, placed = cut_page(page)
            yield with_photos(cut, placed, drawn)


def raw_text(data: bytes) -> str:
    """Every character drawn in a PDF file, white space left out, one line a page.

    In the order of painting, which is stable and means nothing; what is drawn twice is there
    twice. Raises RefusedPage as `cut_pdf` does.
    """
    texts = []
    for page, _ in read_pages(data):
        if isinstance(page, RefusedPage):
            raise page
        texts.append("".join(glyph.text for glyph in page.glyphs))
    return "\n".join(texts)
