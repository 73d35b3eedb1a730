"""Where the parts of rows begin and end: what stands above and below a gap in a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jianbao.ingest.pdf.glyphs import Glyph
    from jianbao.ingest.pdf.shapes import Area

_UNDER = 8.0
"""In em of running text: the first lines under a headline tell whose columns it heads."""
_FARTHEST = 14.0
"""In em of running text: kickers, subtitles and bylines may stand between."""

_OFF = 1.2
"""In em of running text: how far a headline's middle may be off its columns', twice."""
_FLUSH = 0.4
"""In em of running text: a first character's own white, in a headline, is a twentieth of it."""

_SHARED = 0.2
"""In em: lines that begin together do so within this."""

Stretch = tuple[float, float]
"""From where to where, in points."""


class Extents:
    """Where the parts of rows begin and end, to look up what stands above and below a gap."""

    _STEP = 20.0

    def __init__(
        self, parts: Sequence[list[Glyph]], pictures: Sequence[Area] = (), *, down: bool
    ) -> None:
        self._pictures = pictures
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

    def begins_column(self, one: Glyph, other: Glyph) -> bool:
        """Whether lines above and below begin where a glyph does, and none runs on across there.

        One of them may be a paragraph's first.
        """
        begins = indented = ends = 0
        for start, end in self.near(one.baseline, one.em):
            if start < one.x0 - 0.2 * one.em and end > other.x1 + 0.2 * one.em:
                return False
            begins += abs(start - other.x0) <= _SHARED * one.em
            indented += abs(start - other.x0 - 2 * one.em) <= _SHARED * one.em
            ends += 0.4 * one.em <= other.x0 - end <= 3 * one.em
        return begins >= 1 and begins + indented >= 2 and ends >= 1

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

        Two headlines side by side may stand as near as a headline's own blank; then both are
        centred over their columns, or the pictures in them, or both begin where those do. The
        halves of one headline over both do not.
        """
        lefts, rights = [], []
        under = sorted(
            one
            for one in (*self._lines_under(foot, body), *self._pictures_under(foot, body))
            if one[2] > left[0] and one[1] < right[1]
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
        if len(lefts) < 2 or len(rights) < 2:
            return False
        return heads_apart((left, right), (_around(lefts), _around(rights)), _OFF * body, body)

    def _lines_under(self, foot: float, body: float) -> Iterator[tuple[float, float, float]]:
        """Place, start and end of the lines of running text under a headline's foot."""
        farthest = foot + _FARTHEST * body
        for key in range(int(foot // self._STEP), int(farthest // self._STEP) + 1):
            for place, start, end, size in self._bands.get(key, ()):
                if foot < place <= farthest and 0.8 <= size / body <= 1.2:
                    yield place, start, end

    def _pictures_under(self, foot: float, body: float) -> Iterator[tuple[float, float, float]]:
        """Place, start and end of the lines of text in whose stead there is a picture."""
        for picture in self._pictures:
            for place in (picture.y0 + body, picture.y0 + 2 * body):
                if foot < place <= foot + _FARTHEST * body:
                    yield place, picture.x0, picture.x1


def heads_apart(
    pieces: tuple[Stretch, Stretch], columns: tuple[Stretch, Stretch], off: float, body: float
) -> bool:
    """Whether both pieces are centred over their columns, or both flush with them at the left.

    All of one: a headline of two pieces may by chance have either at its place, hardly both. `off`,
    in points: how far a centred piece may be off the middle.
    """
    inside = all(
        piece[0] >= over[0] - 0.5 * body and piece[1] <= over[1] + 0.5 * body
        for piece, over in zip(pieces, columns, strict=True)
    )
    before = [piece[0] - over[0] for piece, over in zip(pieces, columns, strict=True)]
    after = [over[1] - piece[1] for piece, over in zip(pieces, columns, strict=True)]
    centred = all(abs(one - other) <= off for one, other in zip(before, after, strict=True))
    return inside and (centred or max(map(abs, before)) <= _FLUSH * body)


def _around(stretches: Sequence[Stretch]) -> Stretch:
    return min(start for start, _ in stretches), max(end for _, end in stretches)
