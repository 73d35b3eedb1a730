"""Glyphs one after another: each linked to the next on its line, whichever way the line runs."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.glyphs import Glyph

FARTHEST = 3.0
"""In em: a line is followed over gaps up to this; which of them are gutters is judged later."""
_BUCKET = 4.0
"""In points: glyphs are looked up by their line's place in steps of this."""
_SMALLEST_RATIO = 0.55
"""Two glyphs of one line differ in height by no more: digits of another face, small brackets."""


@dataclass(frozen=True, slots=True)
class Link:
    """From a glyph to the next on its line."""

    to: int
    """The index of the next glyph."""
    gap: float
    """In em, between the two; negative when they overlap."""


def link_level(glyphs: Sequence[Glyph]) -> dict[int, Link]:
    """Each glyph's right neighbour on its baseline."""
    return _link([(one.x0, one.x1, one.baseline, one.em) for one in glyphs], tolerance=0.3)


def link_upright(glyphs: Sequence[Glyph]) -> dict[int, Link]:
    """Each glyph's neighbour below, their middles above one another."""
    return _link([(one.y0, one.y1, one.middle_x, one.em) for one in glyphs], tolerance=0.3)


def follow(links: dict[int, Link], members: Sequence[int]) -> list[list[int]]:
    """The chains of linked glyphs, each in order; every member is in exactly one."""
    inside = set(members)
    reached = {link.to for start, link in links.items() if start in inside}
    chains = []
    for start in members:
        if start in reached:
            continue
        chain = [start]
        while (link := links.get(chain[-1])) is not None and link.to in inside:
            chain.append(link.to)
        chains.append(chain)
    return chains


def _link(
    cells: Sequence[tuple[float, float, float, float]], *, tolerance: float
) -> dict[int, Link]:
    """Cells are (start, end, place across, em). A link is kept where both ends agree on it."""
    buckets: dict[int, list[tuple[float, int]]] = {}
    for index, (start, _, across, _) in enumerate(cells):
        buckets.setdefault(int(across // _BUCKET), []).append((start, index))
    starts: dict[int, list[float]] = {}
    for key, bucket in buckets.items():
        bucket.sort()
        starts[key] = [start for start, _ in bucket]

    nearest: dict[int, tuple[float, int]] = {}
    for index, (start, end, across, em) in enumerate(cells):
        reach = tolerance * em / _SMALLEST_RATIO
        best: tuple[float, int] | None = None
        for key in range(int((across - reach) // _BUCKET), int((across + reach) // _BUCKET) + 1):
            bucket_starts = starts.get(key)
            if bucket_starts is None:
                continue
            bucket = buckets[key]
            least = start + 0.2 * min(em, end - start)  # condensed characters are narrower
            for at in range(bisect_right(bucket_starts, least), len(bucket)):
                next_start, other = bucket[at]
                if next_start - end > FARTHEST * em / _SMALLEST_RATIO or (
                    best is not None and next_start >= best[0]
                ):
                    break
                _, _, other_across, other_em = cells[other]
                larger = max(em, other_em)
                if (
                    abs(other_across - across) <= tolerance * larger
                    and min(em, other_em) >= _SMALLEST_RATIO * larger
                    and next_start - end <= FARTHEST * larger
                ):
                    best = (next_start, other)
                    break
        if best is not None:
            other = best[1]
            if other not in nearest or nearest[other][0] < start:
                nearest[other] = (start, index)
    return {
        index: Link(
            other, (cells[other][0] - cells[index][1]) / max(cells[index][3], cells[other][3])
        )
        for other, (_, index) in nearest.items()
    }
