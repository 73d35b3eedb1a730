"""A page that a test draws, cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.ingest.pdf import cut_pdf
from tests.ingest.pdf.drawing import to_pdf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.page import CutPage
    from tests.ingest.pdf.drawing import Stroke


def cut_drawn(strokes: Sequence[Stroke], size: tuple[float, float]) -> CutPage:
    """The articles of a page with these strokes; its size is in points."""
    (page,) = cut_pdf(to_pdf([strokes], size))
    return page
