"""PDF files: opened, or refused with the reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jianbao.errors import RefusedPage
from jianbao.ingest.pdf.characters import is_garbage
from jianbao.ingest.pdf.glyphs import Frame, Glyph, read_glyphs
from jianbao.ingest.pdf.paths import read_shapes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jianbao.ingest.pdf.shapes import Shapes

_HAS_PASSWORD = 4
"""PDFium's FPDF_ERR_PASSWORD."""
_UNMAPPED_BELOW = 0.05
"""The share of glyphs without Unicode from which on a page is refused: ornaments stay below."""

_MOST = 0.7
"""Of a page's glyphs: if so many lie on their side, it is the page that does."""


@dataclass(frozen=True, slots=True)
class PdfPage:
    """What is drawn on one page."""

    number: int
    """From 1, in the file."""
    width: float
    """In points."""
    height: float
    """In points."""
    glyphs: tuple[Glyph, ...]
    """In the order of painting."""
    shapes: Shapes
    """Rules, boxes, pictures."""


def read_pages(data: bytes) -> Iterator[tuple[PdfPage | RefusedPage, Any]]:
    """The pages of a file, one after another, each with PDFium's own page, open for the moment.

    A page without text, or with text that has no Unicode map, comes as a refusal: the others can
    still be read. Raises RefusedPage for a file that is no PDF, is damaged or encrypted.
    """
    import pypdfium2

    with _Document(data) as document:
        for index in range(len(document)):
            try:
                page = document[index]
            except pypdfium2.PdfiumError:
                reason = f"page {index + 1} of the PDF is damaged"
                yield RefusedPage(reason, hint="fetch it again"), None
                continue
            try:
                yield _read_page(page, index), page
            except RefusedPage as refusal:
                yield refusal, None
            finally:
                page.close()


class _Document:
    """An open file, closed at the end whatever happens."""

    def __init__(self, data: bytes) -> None:
        if b"%PDF-" not in data[:1024]:
            raise RefusedPage("not a PDF file", hint="give a PDF, or the page's text as .txt")
        self._data = data

    def __enter__(self) -> Any:
        import pypdfium2

        try:
            self._document = pypdfium2.PdfDocument(self._data)
        except pypdfium2.PdfiumError as error:
            if getattr(error, "err_code", None) == _HAS_PASSWORD:
                raise RefusedPage(
                    "the PDF is encrypted", hint="save it without a password"
                ) from None
            raise RefusedPage(
                "the PDF is damaged", hint="fetch it again; it may be cut short"
            ) from None
        if len(self._document) == 0:
            self._document.close()
            raise RefusedPage("the PDF has no pages", hint="fetch it again; it may be cut short")
        return self._document

    def __exit__(self, *_: object) -> None:
        self._document.close()


def _read_page(page: Any, index: int) -> PdfPage:
    frame = Frame(page.get_bbox(), page.get_rotation())
    glyphs, unmapped = read_glyphs(page, frame)
    heading = _heading(glyphs)
    if heading:
        page.set_rotation((page.get_rotation() - heading) % 360)  # for its photographs too
        frame = Frame(page.get_bbox(), page.get_rotation())
        glyphs, unmapped = read_glyphs(page, frame)
    shapes = read_shapes(page, frame)
    _refuse_unreadable(index, glyphs, unmapped)
    width, height = frame.size
    return PdfPage(index + 1, width, height, tuple(glyphs), shapes)


def _heading(glyphs: list[Glyph]) -> int:
    """Which way most lines of a page run: other than 0, it lies on its side or upside down."""
    counts = Counter(glyph.heading for glyph in glyphs)
    heading, count = counts.most_common(1)[0] if counts else (0, 0)
    return heading if count > _MOST * len(glyphs) else 0


def _refuse_unreadable(index: int, glyphs: list[Glyph], unmapped: int) -> None:
    if not glyphs:
        raise RefusedPage(
            f"page {index + 1} of the PDF has no text: it is a scan or all outlines",
            hint="run text recognition (OCR) over it, or ask for the PDF with text",
        )
    text = "".join(glyph.text for glyph in glyphs)
    if unmapped > _UNMAPPED_BELOW * len(glyphs) or is_garbage(text):
        raise RefusedPage(
            f"page {index + 1} of the PDF has fonts without a Unicode map: its text is garbage",
            hint="ask for a PDF with ToUnicode maps, or run text recognition (OCR) over it",
        )
