"""The objects of a page, forms opened: where each is drawn, and through which window it is seen."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pypdfium2 import PdfMatrix

Window = tuple[float, float, float, float]
"""Left, bottom, right and top, in the file's coordinates."""

_EVERYWHERE: Window = (float("-inf"), float("-inf"), float("inf"), float("inf"))
_DEEPEST = 4
"""Forms within forms, at most."""
_MOST_SHAPES = 4000
"""A drawing, a map, a chart of more strokes than this tells nothing about columns."""
_MOST_SEGMENTS = 40
"""Of a clipping path that is looked at: what is cut out along a drawing's outline is no window."""


@dataclass(frozen=True, slots=True)
class PageObject:
    """A text, a path or an image."""

    type: int
    """PDFium's FPDF_PAGEOBJ_TEXT, _PATH or _IMAGE."""
    handle: Any
    """PDFium's own."""
    matrix: PdfMatrix
    """From its own coordinates to the file's."""
    window: Window
    """What of the page its clipping paths leave."""


def page_objects(page: Any) -> list[PageObject]:
    """All texts of a page and, up to a bound, its paths and images, in the order of painting."""
    import pypdfium2.raw as pdfium
    from pypdfium2 import PdfMatrix

    found = _walk(
        pdfium.FPDFPage_CountObjects(page),
        lambda at: pdfium.FPDFPage_GetObject(page, at),
        (PdfMatrix(), _EVERYWHERE),
        0,
    )
    return list(found)


def address(handle: Any) -> int:
    """Where PDFium keeps an object: the same for the same object."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _walk(
    count: int, get: Callable[[int], Any], outer: tuple[PdfMatrix, Window], depth: int
) -> Iterator[PageObject]:
    import pypdfium2.raw as pdfium
    from pypdfium2 import PdfMatrix

    kinds = {pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE}
    own, shapes = pdfium.FS_MATRIX(), 0
    for at in range(count):
        handle = get(at)
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind not in kinds and kind != pdfium.FPDF_PAGEOBJ_FORM:
            continue
        shapes += kind != pdfium.FPDF_PAGEOBJ_TEXT
        if shapes > _MOST_SHAPES and kind != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        pdfium.FPDFPageObj_GetMatrix(handle, own)
        matrix = PdfMatrix.from_raw(own).multiply(outer[0])
        window = _window(handle, outer)
        if kind in kinds:
            yield PageObject(kind, handle, matrix, window)
        elif depth < _DEEPEST:
            yield from _walk(
                pdfium.FPDFFormObj_CountObjects(handle),
                lambda i, form=handle: pdfium.FPDFFormObj_GetObject(form, i),  # type: ignore[misc]
                (matrix, window),
                depth + 1,
            )


def _window(handle: Any, outer: tuple[PdfMatrix, Window]) -> Window:
    """What an object's clipping paths leave of what is around it, each taken for its rectangle."""
    import pypdfium2.raw as pdfium

    matrix, window = outer
    clip = pdfium.FPDFPageObj_GetClipPath(handle)
    if not clip:
        return window
    x, y = ctypes.c_float(), ctypes.c_float()
    for path in range(pdfium.FPDFClipPath_CountPaths(clip)):
        count = pdfium.FPDFClipPath_CountPathSegments(clip, path)
        if not 2 < count <= _MOST_SEGMENTS:
            continue
        points = []
        for at in range(count):
            segment = pdfium.FPDFClipPath_GetPathSegment(clip, path, at)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            points.append(matrix.on_point(x.value, y.value))
        window = (
            max(window[0], min(point[0] for point in points)),
            max(window[1], min(point[1] for point in points)),
            min(window[2], max(point[0] for point in points)),
            min(window[3], max(point[1] for point in points)),
        )
    return window
