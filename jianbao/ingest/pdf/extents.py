"""Where the parts of rows begin and end: what stands above and below a gap in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jianbao.ingest.pdf.glyphs import Glyph

_UNDER = 8.0
"""In em of running text: the first lines under a headline tell whose columns it heads."""


class Extents:
    """Where the parts of rows begin and end, to look up what stands above and below a gap."""

    _STEP = 20.0

    def __init__(self, parts: Sequence[list[Glyph]], *, down: bool) -> None:
        self._bands: dict[int, list[tuple[float, float, float, float]]] = {}
        for part in parts:
            across = part[0].middle_x if down else part[0].baseline
            start, end = (part[0].y0, part[-1].y1) if down else (part[0].x0, part[-1].x1)
            self._bands.setdefault(int(across // self._STEP), []).append(
                (across, start, end, part[0].em)
            )

    def near(self, across: float, em: float) -> Iterator[tuple[float, float]]:
        """Start and end of the parts of this size within two lines and a bit, not on this line."""
        reach = 2.3 * em
        for key in range(
            int((across - reach) // self._STEP), int((across + reach) // self._STEP) + 1
        ):
            for place, start, end, size in self._bands.get(key, ()):
                if 0.5 * em < abs(place - across) <= reach and 0.85 <= size / em <= 1.18:
                    yield start, end

    def covers(self, one: Glyph, other: Glyph) -> bool:
        """Whether another line of the same headline, above or below, has no blank there."""
        return any(
            start < one.x1 - 0.2 * one.em and end > other.x0 + 0.2 * one.em
            for start, end in self.near(one.baseline, one.em)
        )

    def part_at(
        self, left: tuple[float, float], right: tuple[float, float], foot: float, body: float
    ) -> bool:
        """Whether two pieces of a headline's row, given by their ends, head columns of their own.

        Two headlines side by side may stand as near as a headline's own blank; then each is
        centred over its columns. The halves of one headline over both are not.
        """
        lefts, rights = [], []
        under = sorted(
            (place, start, end)
            for key in range(int(foot // self._STEP), int((foot + 14 * body) // self._STEP) + 1)
            for place, start, end, size in self._bands.get(key, ())
            if foot < place <= foot + 14 * body
            and 0.8 <= size / body <= 1.2
            and end > left[0]
            and start < right[1]
        )
        for place, start, end in under:
            if place > under[0][0] + _UNDER * body:
                break
            if start < left[1] - body and end > right[0] + body:
                return False
            if end <= right[0] + 0.5 * body:
                lefts.append((start, end))
            elif start >= left[1] - 0.5 * body:
                rights.append((start, end))
        return _is_centred(left, lefts, body) and _is_centred(right, rights, body)


def _is_centred(
    piece: tuple[float, float], columns: Sequence[tuple[float, float]], body: float
) -> bool:
    if len(columns) < 2:
        return False
    before = piece[0] - min(start for start, _ in columns)
    after = max(end for _, end in columns) - piece[1]
    return min(before, after) >= -0.5 * body and abs(before - after) <= 1.2 * body
