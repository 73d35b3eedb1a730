"""Articles whose columns do not follow each other: pieces are moved to where they belong.

The first cut takes each article for one stretch of the page. Where another article stands in
between (its columns may run lower left, then upper right, then lower right), the stretch is broken, and
a piece is left without a headline or with the wrong neighbour. A search by small moves mends that:
each move takes the beginning, the end, the whole or a loose part of a stretch to another article, as long as the
sum of all clues grows.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from jianbao.ingest.boundaries import CERTAIN
from jianbao.ingest.segmentation import Segment, cut_segments
from jianbao.ingest.weighing import (
    head_clues,
    shape_clues,
    text_clues,
    untitled_clues,
    weigh,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jianbao.ingest.layout import Layout

LEAST_GAIN = 0.01
MOST_MOVES = 40
"""Far more than a page needs; a bound on the work for pages made to be hard."""

LOOSE = 9.0
"""Log-odds for two paragraphs to follow each other from which no piece is taken out between them: a
bound on the work, too."""

_Cut = tuple[tuple[int, ...], int | None]


def choose_layout(layouts: Sequence[Layout]) -> tuple[Layout, tuple[Segment, ...]]:
    """The layout whose best cut is better than the others', the first of several, and that cut."""
    cuts = [(layout, choose(layout)) for layout in layouts]
    return max(cuts, key=lambda one: total_worth(*one))


def total_worth(layout: Layout, segments: Sequence[Segment]) -> float:
    """The sum of all clues to a cut."""
    return sum(worth(layout, one.paragraphs, one.head) for one in segments)


def choose(layout: Layout) -> tuple[Segment, ...]:
    """The best cut that is found: from the page's order, or from that which joins suggest."""
    size = len(layout.paragraphs)
    if not size:
        return ()
    orders = {
        tuple(range(size)),
        tuple(sorted(range(size), key=lambda at: layout.paragraphs[at].turn)),
    }
    cuts = [gather(layout, cut_segments(layout, order)) for order in sorted(orders)]
    return max(cuts, key=lambda cut: total_worth(layout, cut))


def gather(layout: Layout, segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Improve a first cut by moves, then settle the headlines once more."""
    cuts: list[_Cut] = [(one.paragraphs, one.head) for one in segments]
    values = [worth(layout, *cut) for cut in cuts]
    for _ in range(MOST_MOVES):
        best_gain, best = LEAST_GAIN, None
        for source, piece in pieces(cuts, layout.together):
            rest = tuple(at for at in cuts[source][0] if at not in piece)
            left = worth(layout, rest, cuts[source][1]) if rest else 0.0
            for target in range(len(cuts)):
                if target == source:
                    continue
                together = tuple(sorted((*cuts[target][0], *piece)))
                gain = (
                    left
                    + worth(layout, together, cuts[target][1])
                    - values[source]
                    - values[target]
                )
                if gain > best_gain:
                    best_gain, best = gain, (source, target, rest, together)
        if best is None:
            break
        source, target, rest, together = best
        cuts[target] = (together, cuts[target][1])
        values[target] = worth(layout, *cuts[target])
        if rest:
            cuts[source] = (rest, cuts[source][1])
            values[source] = worth(layout, *cuts[source])
        else:
            del cuts[source], values[source]
    return _settle_heads(layout, cuts)


def worth(layout: Layout, own: Sequence[int], head: int | None) -> float:
    """The sum of all clues to one article."""
    value = 0.0
    for one, other in itertools.pairwise(own):
        link = layout.together[one][other]
        if link <= -CERTAIN / 2:
            return -CERTAIN * 10
        value += link
    value += weigh(text_clues(layout, own))
    if head is None:
        return value + weigh(untitled_clues(layout, own))
    return value + weigh(shape_clues(layout, head)) + weigh(head_clues(layout, head, own))


def pieces(
    cuts: Sequence[_Cut], together: Sequence[Sequence[float]]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Each article's stretches: their beginnings, ends and wholes, and what hangs loose inside.

    Inside hang columns of an article that the extraction set among those of another: what
    stands before and after them is LOOSE.
    """
    for number, (own, _) in enumerate(cuts):
        stretch: list[int] = []
        for at in (*own, -1):
            if stretch and at != stretch[-1] + 1:
                for cut in range(1, len(stretch)):
                    yield number, tuple(stretch[:cut])
                    yield number, tuple(stretch[cut:])
                yield number, tuple(stretch)
                loose = [one for one in stretch[1:] if together[one - 1][one] < LOOSE]
                for first, behind in itertools.combinations(loose, 2):
                    yield number, tuple(range(first, behind))
                stretch = []
            stretch.append(at)


def _settle_heads(layout: Layout, cuts: Sequence[_Cut]) -> tuple[Segment, ...]:
    """Which headline is whose, once more, now that the articles are whole."""
    from scipy.optimize import linear_sum_assignment

    own = sorted(paragraphs for paragraphs, _ in cuts)
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
