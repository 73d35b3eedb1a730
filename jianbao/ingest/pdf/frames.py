"""Where a page lies in its file's coordinates, and how it is turned."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.shapes import Area


class Frame:
    """Where a page lies in its file's coordinates, how it is turned, and how much it is enlarged."""

    def __init__(self, box: Sequence[float], rotation: int, zoom: float = 1.0) -> None:
        self._left, self._bottom, self._right, self._top = (side * zoom for side in box)
        self._rotation = rotation
        self.zoom = zoom

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points, as the page is seen."""
        width, height = self._right - self._left, self._top - self._bottom
        return (height, width) if self._rotation % 180 else (width, height)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point of the file lies on the page."""
        across, up = x * self.zoom, y * self.zoom
        return self._left <= across <= self._right and self._bottom <= up <= self._top

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of the file as x, y from the page's upper left."""
        x, y = x * self.zoom, y * self.zoom
        match self._rotation % 360:
            case 90:
                return y - self._bottom, x - self._left
            case 180:
                return self._right - x, y - self._bottom
            case 270:
                return self._top - y, self._right - x
            case _:
                return x - self._left, self._top - y

    def turn(self, x: float, y: float) -> tuple[float, float]:
        """A direction of the file as x, y of the page seen, y down."""
        x, y = x * self.zoom, y * self.zoom
        match self._rotation % 360:
            case 90:
                return y, x
            case 180:
                return -x, y
            case 270:
                return -y, -x
            case _:
                return x, -y

    def box(self, area: Area) -> tuple[float, float, float, float]:
        """An area of the page seen as left, bottom, right and top in the file."""
        match self._rotation % 360:
            case 90:
                left, bottom = area.y0 + self._left, area.x0 + self._bottom
                right, top = area.y1 + self._left, area.x1 + self._bottom
            case 180:
                left, bottom = self._right - area.x1, area.y0 + self._bottom
                right, top = self._right - area.x0, area.y1 + self._bottom
            case 270:
                left, bottom = self._right - area.y1, self._top - area.x1
                right, top = self._right - area.y0, self._top - area.x0
            case _:
                left, bottom = area.x0 + self._left, self._top - area.y1
                right, top = area.x1 + self._left, self._top - area.y0
        zoom = self.zoom
        return left / zoom, bottom / zoom, right / zoom, top / zoom
