"""What of a page's text can be seen: not what is clipped off, nor what is drawn without ink."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.ingest.pdf.objects import address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.objects import PageObject, Window

_HALF = 0.3
"""In em: a character's middle is so far outside its window, at most, if some of it is seen."""


class Visibility:
    """Looks up, for a page's characters, whether they are seen."""

    def __init__(self, objects: Sequence[PageObject]) -> None:
        import pypdfium2.raw as pdfium

        self._windows: dict[int, Window] = {}
        self._unseen: set[int] = set()
        for one in objects:
            if one.type == pdfium.FPDF_PAGEOBJ_TEXT:
                self._windows[address(one.handle)] = one.window
                mode = pdfium.FPDFTextObj_GetTextRenderMode(one.handle)
                if mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
                    self._unseen.add(address(one.handle))

    def shows(self, text: int, x: float, y: float, em: float) -> bool:
        """Whether a character of a text object lies in its window; x, y: its middle, in the file."""
        window = self._windows.get(text)
        if window is None:
            return True
        left, bottom, right, top = window
        reach = _HALF * em
        return left - reach <= x <= right + reach and bottom - reach <= y <= top + reach

    def is_inked(self, text: int) -> bool:
        """Whether a text object is drawn, and not only laid over a scan to be searched."""
        return text not in self._unseen
