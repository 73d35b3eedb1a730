"""A newspaper page as PDF → the same page of articles that its text would give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.ingest.pdf.cutting import cut_page
from jianbao.ingest.pdf.document import read_pages

if TYPE_CHECKING:
    from jianbao.ingest.page import CutPage

__all__ = ["cut_pdf", "raw_text"]


def cut_pdf(data: bytes) -> tuple[CutPage, ...]:
    """Cut each page of a PDF file into its articles, in the file's order.

    Raises RefusedPage for a file that is no PDF, is damaged or encrypted, or has a page without
    text or with fonts that have no Unicode map.
    """
    return tuple(cut_page(page) for page in read_pages(data))


def raw_text(data: bytes) -> str:
    """Every character drawn in a PDF file, white space left out, one line a page.

    In the order of painting, which is stable and means nothing; what is drawn twice is there
    twice. Raises RefusedPage as `cut_pdf` does.
    """
    return "\n".join("".join(glyph.text for glyph in page.glyphs) for page in read_pages(data))
