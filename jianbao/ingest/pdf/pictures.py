"""Pictures: photographs, drawings, and grounds without a character on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.glyphs import Glyph
    from jianbao.ingest.pdf.shapes import Area, Shapes

_SMALLEST = 3.0
"""In em of running text, each way: a smaller ground is a bullet or a piece of a QR code."""


def find_pictures(shapes: Shapes, glyphs: Sequence[Glyph], body: float) -> tuple[Area, ...]:
    """The page's images, and the grounds as large as a picture on which nothing is printed."""
    grounds = [
        box.area
        for box in shapes.boxes
        if box.filled and min(box.area.width, box.area.height) >= _SMALLEST * body
    ]
    bare = (
        area
        for area in grounds
        if not any(area.holds(glyph.middle_x, glyph.middle_y) for glyph in glyphs)
    )
    return (*shapes.images, *bare)
