"""PDF files: opened, or refused with the reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jianbao.errors import RefusedPage
from jianbao.ingest.pdf.characters import is_garbage
from jianbao.ingest.pdf.frames import Frame
from jianbao.ingest.pdf.glyphs import Glyph, read_glyphs
from jianbao.ingest.pdf.imposition import find_halves, find_trim
from jianbao.ingest.pdf.lines import body_em
from jianbao.ingest.pdf.objects import page_objects
from jianbao.ingest.pdf.paths import read_shapes
from jianbao.ingest.pdf.shapes import Area
from jianbao.ingest.pdf.unreadable import HOLE, mark_unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jianbao.ingest.pdf.shapes import Shapes

_HAS_PASSWORD = 4
"""PDFium's FPDF_ERR_PASSWORD."""
_UNMAPPED_BELOW = 0.05
"""The share of glyphs without Unicode from which on a page is refused: ornaments stay below."""

_MOST_HOLES = 0.2
"""The share of glyphs of fonts with a wrong map from which on a page is refused: headlines alone have
less, and a page without them is worth reviewing."""
_BODY, _USUAL = (7.0, 14.0), 10.0
"""In points, the height of running text: as newspapers have it, and what others are brought to."""
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
    zoom: float
    """How many of these points make one of the file's."""
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
                yield from _pages_of(page, index)
            finally:
                page.close()


def _pages_of(sheet: Any, index: int) -> Iterator[tuple[PdfPage | RefusedPage, Any]]:
    """The page of a sheet, or the two."""
    try:
        page = _read_page(sheet, index)
        halves = find_halves(page)
        if not halves:
            yield page, sheet
            return
        frame = Frame(sheet.get_bbox(), sheet.get_rotation(), page.zoom)
        for box in [frame.box(half) for half in halves]:
            sheet.set_cropbox(*box)
            yield _read_page(sheet, index), sheet
    except RefusedPage as refusal:
        yield refusal, None


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
    objects = page_objects(page)
    frame = Frame(page.get_bbox(), page.get_rotation())
    glyphs, unmapped = read_glyphs(page, objects, frame)
    settled = _settle(page, frame, glyphs)
    if settled is not frame:
        frame = settled
        glyphs, unmapped = read_glyphs(page, objects, frame)
    shapes = read_shapes(objects, frame)
    glyphs = mark_unreadable(glyphs)
    _refuse_unreadable(index, glyphs, unmapped)
    width, height = frame.size
    return PdfPage(index + 1, width, height, frame.zoom, tuple(glyphs), shapes)


def _settle(page: Any, frame: Frame, glyphs: Sequence[Glyph]) -> Frame:
    """Turn a page that lies on its side, cut off what is beside it, enlarge or reduce it.

    The first two are done to PDFium's page, for its photographs. Returns the frame then, or the
    same one.
    """
    heading, zoom = _heading(glyphs), _zoom(glyphs)
    trim = find_trim(glyphs, _trim_box(page, frame), frame.size)
    if trim is not None:
        page.set_cropbox(*frame.box(trim))
    if heading:
        page.set_rotation((page.get_rotation() - heading) % 360)
    if not heading and trim is None and zoom == 1.0:
        return frame
    return Frame(page.get_bbox(), page.get_rotation(), zoom)


def _zoom(glyphs: Sequence[Glyph]) -> float:
    """How much larger a page is made, so that its text is as large as newspapers print it.

    Pages to be read on screens are often reduced to a half.
    """
    body = body_em(glyphs) if glyphs else _USUAL
    smallest, largest = _BODY
    return 1.0 if smallest <= body <= largest else _USUAL / body


def _trim_box(page: Any, frame: Frame) -> Area | None:
    """Where the file says that a sheet is cut, on the page seen."""
    box = page.get_trimbox(fallback_ok=False)
    if box is None:
        return None
    (x0, y0), (x1, y1) = frame.place(*box[:2]), frame.place(*box[2:])
    return Area(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _heading(glyphs: Sequence[Glyph]) -> int:
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
    told = text.replace(HOLE, "")
    if (
        unmapped > _UNMAPPED_BELOW * len(glyphs)
        or len(text) - len(told) > _MOST_HOLES * len(glyphs)
        or is_garbage(told)
    ):
        raise RefusedPage(
            f"page {index + 1} of the PDF has fonts without a Unicode map: its text is garbage",
            hint="ask for a PDF with ToUnicode maps, or run text recognition (OCR) over it",
        )
