"""Paragraphs and heads → articles: where articles end and whose headline is whose, settled together.

The best of all ways to cut the row of paragraphs into articles and to give each article one head or
none: dynamic programming over (position, set of heads used). All clues are log-odds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jianbao.ingest.boundaries import CERTAIN
from jianbao.ingest.weighing import (
    head_clues,
    length_clues,
    shape_clues,
    untitled_clues,
    weigh,
)

if TYPE_CHECKING:
    from jianbao.ingest.layout import Layout

MOST_HEADS = 11
"""Sets of heads are enumerated: 2¹¹ of them. The weakest heads beyond are not headlines."""
LONGEST = 60
"""Paragraphs in an article, at most."""


@dataclass(frozen=True, slots=True)
class Segment:
    """An article before assembly."""

    paragraphs: tuple[int, ...]
    """The indices of its paragraphs, rising."""
    head: int | None
    """Index of its head."""


def cut_segments(layout: Layout) -> tuple[Segment, ...]:
    """Choose the articles, each a stretch of the page's paragraphs."""
    import numpy as np

    size = len(layout.paragraphs)
    static = [weigh(shape_clues(layout, h)) for h in range(len(layout.heads))]
    strongest = sorted(
        range(len(layout.heads)),
        key=lambda h: static[h] + max(layout.evidence[h], default=0.0) / 4,
        reverse=True,
    )
    used = sorted(strongest[:MOST_HEADS])
    masks = np.arange(1 << len(used))
    free = [np.flatnonzero((masks >> bit) & 1 == 0) for bit in range(len(used))]
    best = np.full((size + 1, len(masks)), -np.inf)
    best[0, 0] = 0.0
    came_from = np.full((size + 1, len(masks), 2), -1, dtype=np.int32)
    for start in range(size):
        inner = within = 0.0
        row = best[start]
        for end in range(start + 1, min(size, start + LONGEST) + 1):
            if end > start + 1:
                link = layout.together[end - 2][end - 1]
                if link <= -CERTAIN / 2:
                    break
                inner += link
            own = range(start, end)
            within += sum(layout.alike[end - 1][at] for at in own[:-2])
            clues = {"cohesion within": within / len(own), **length_clues(layout, own)}
            text = inner + weigh(clues)
            plain = row + text + weigh(untitled_clues(layout, own))
            better = plain > best[end]
            best[end][better] = plain[better]
            came_from[end][better] = (start, -1)
            for bit, h in enumerate(used):
                worth = text + static[h] + weigh(head_clues(layout, h, own))
                target = free[bit] | (1 << bit)
                value = row[free[bit]] + worth
                better = value > best[end][target]
                best[end][target[better]] = value[better]
                came_from[end][target[better]] = (start, bit)
    segments: list[Segment] = []
    end, mask = size, int(best[size].argmax())
    while end > 0:
        start, bit = (int(value) for value in came_from[end, mask])
        segments.append(Segment(tuple(range(start, end)), used[bit] if bit >= 0 else None))
        mask &= ~(1 << bit) if bit >= 0 else -1
        end = start
    return tuple(sorted(segments, key=lambda one: one.paragraphs))
