"""What a column has free for text, pictures and headlines taken out."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.ingest.pdf.layouts.desk import Style


@dataclass(frozen=True)
class Rect:
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def foot(self) -> float:
        return self.y + self.height

    def inset(self, by: float) -> Rect:
        return Rect(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)


def lines_in(frame: Rect, style: Style) -> int:
    return max(0, int((frame.height - style.body) / style.pitch + 1))


def capacity(frames: list[Rect], style: Style) -> int:
    """How many characters of running text the frames hold."""
    return sum(lines_in(frame, style) * int(frame.width / style.body) for frame in frames)


def overlap(one: Rect, other: Rect) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.foot and other.y < one.foot


def free_pieces(column: Rect, blocked: list[Rect], style: Style) -> list[Rect]:
    """What a column has left, from the top down: whole width, or a strip beside a picture."""
    edges = sorted(
        {
            column.y,
            column.foot,
            *(y for b in blocked for y in (b.y, b.foot) if column.y < y < column.foot),
        }
    )
    found: list[Rect] = []
    for top, foot in itertools.pairwise(edges):
        left, right = column.x, column.right
        slab = Rect(column.x, top + 0.01, column.width, foot - top - 0.02)
        for one in blocked:
            if not overlap(slab, one):
                continue
            if one.x <= left + 1 and one.right >= right - 1:
                left = right
            elif one.x <= left + 1:
                left = max(left, one.right + 0.6 * style.body)
            else:
                right = min(right, one.x - 0.6 * style.body)
        if right - left < 5.5 * style.body:
            continue
        piece = Rect(left, top, right - left, foot - top)
        if (
            found
            and abs(found[-1].foot - top) < 0.1
            and abs(found[-1].x - left) < 0.5
            and abs(found[-1].right - right) < 0.5
        ):
            piece = Rect(left, found[-1].y, right - left, foot - found[-1].y)
            found.pop()
        if found and abs(found[-1].foot - top) < 0.1:  # keep the lines of strip and column apart
            lines = lines_in(found[-1], style)
            shift = max(0.0, found[-1].y + lines * style.pitch - top)
            piece = Rect(piece.x, piece.y + shift, piece.width, piece.height - shift)
        if lines_in(piece, style) >= 3:
            found.append(piece)
    return found
