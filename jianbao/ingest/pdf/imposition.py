"""What of a sheet is a page: not what printers write beside it; of two pages on one sheet, each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.ingest.pdf.shapes import Area

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.document import PdfPage
    from jianbao.ingest.pdf.glyphs import Glyph

_MARGIN = 3.0
"""In points: what is trimmed off a sheet is wider, if anything is printed there."""
_MOST_OUTSIDE = 0.05
"""Of a sheet's glyphs: with more of them outside, a trim box tells nothing."""
_WIDE = 1.2
"""Of its height: a sheet as wide as that may be two pages; newspapers' are higher than wide."""
_CLOSE = 0.6
"""In em, from a fold: each page has its own margin there."""
_TOP = 0.14
"""Of a page's height: its masthead stands above."""
_SIGNS = (
    re.compile(r"(?:19|20)\d\d年\d{1,2}月|星期[一二三四五六日天]"),
    re.compile(r"第?[A-Z]?\d{1,2}版|第[一二三四五六七八九十]+版"),
)
"""The date and the page's number: two pages on a sheet have either one each."""


def find_trim(glyphs: Sequence[Glyph], trim: Area | None, size: tuple[float, float]) -> Area | None:
    """The page within a sheet, as the file tells it (its trim box), if nearly all text is there."""
    if trim is None or not glyphs:
        return None
    width, height = size
    margins = (trim.x0, trim.y0, width - trim.x1, height - trim.y1)
    if max(margins) < _MARGIN or min(margins) < -_MARGIN:
        return None
    outside = sum(not trim.holds(glyph.middle_x, glyph.middle_y) for glyph in glyphs)
    return trim if 0 < outside <= _MOST_OUTSIDE * len(glyphs) else None


def find_halves(page: PdfPage) -> tuple[Area, ...]:
    """The two pages on a sheet, left and right; nothing for a page by itself.

    Nothing stands across the fold, and each half has a masthead.
    """
    fold = page.width / 2
    if page.width < _WIDE * page.height:
        return ()
    if any(_is_at(glyph, fold) for glyph in page.glyphs):
        return ()
    if any(image.x0 < fold - _MARGIN and fold + _MARGIN < image.x1 for image in page.shapes.images):
        return ()
    tops = [glyph for glyph in page.glyphs if glyph.y1 < _TOP * page.height]
    left = _text([glyph for glyph in tops if glyph.middle_x < fold])
    right = _text([glyph for glyph in tops if glyph.middle_x > fold])
    if not any(sign.search(left) and sign.search(right) for sign in _SIGNS):
        return ()
    return Area(0, 0, fold, page.height), Area(fold, 0, page.width, page.height)


def _is_at(glyph: Glyph, fold: float) -> bool:
    """Whether a glyph stands on a fold or close to it, as only what goes across does."""
    return glyph.x0 - _CLOSE * glyph.em < fold < glyph.x1 + _CLOSE * glyph.em


def _text(glyphs: Sequence[Glyph]) -> str:
    """Characters row by row."""
    rows = sorted(glyphs, key=lambda glyph: (round(glyph.baseline / 3), glyph.x0))
    return "".join(glyph.text for glyph in rows)
