"""Articles whose columns do not follow each other: pieces go to where they belong.

The first cut takes each article for one stretch of the page. Where another article stands in
between (its columns may run lower left, then upper right, then lower right), the stretch is broken, and
a piece is left without a headline or with the wrong neighbour. Going on by one step after the other, as
long as the sum of all clues grows, mends that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.ingest.segmentation import Segment, cut_segments
from jianbao.ingest.steps import Worth, steps
from jianbao.ingest.weighing import head_clues, shape_clues, untitled_clues, weigh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.layout import Layout

LEAST_GAIN = 0.01
MOST_STEPS = 40
"""Far more than a page needs; a bound on the work for pages made to be hard."""


def choose_layout(layouts: Sequence[Layout]) -> tuple[Layout, tuple[Segment, ...]]:
    """The layout whose best cut is better than the others', the first of several, and that cut."""
    cuts = [(layout, choose(layout)) for layout in layouts]
    return max(cuts, key=lambda one: total_worth(*one))


def total_worth(layout: Layout, segments: Sequence[Segment]) -> float:
    """The sum of all clues to a cut."""
    return sum(map(Worth(layout), segments))


def choose(layout: Layout) -> tuple[Segment, ...]:
    """The best cut that is found."""
    return gather(layout, cut_segments(layout)) if layout.paragraphs else ()


def gather(layout: Layout, segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Improve a first cut, by one step after the other, as long as the sum of all clues grows."""
    worth = Worth(layout)
    for _ in range(MOST_STEPS):
        best = max(steps(worth, segments), key=lambda step: step.gain, default=None)
        if best is None or best.gain <= LEAST_GAIN:
            settled = _settle_heads(layout, segments)
            if sum(map(worth, settled)) <= sum(map(worth, segments)) + LEAST_GAIN:
                break
            segments = settled
        else:
            kept = [one for number, one in enumerate(segments) if number not in best.old]
            segments = (*kept, *best.new)
    return tuple(sorted(segments, key=lambda one: one.paragraphs))


def _settle_heads(layout: Layout, segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Which headline is whose, of all at once."""
    from scipy.optimize import linear_sum_assignment

    own = sorted(one.paragraphs for one in segments)
    heads = range(len(layout.heads))
    shapes = [weigh(shape_clues(layout, h)) for h in heads]
    costs = [
        [-shapes[h] - weigh(head_clues(layout, h, one)) for h in heads]
        + [-weigh(untitled_clues(layout, one))] * len(own)
        for one in own
    ]
    rows, columns = linear_sum_assignment(costs)
    return tuple(
        Segment(own[row], int(column) if column < len(layout.heads) else None)
        for row, column in zip(rows, columns, strict=True)
    )
