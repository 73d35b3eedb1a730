"""Paragraphs and heads → articles: where articles end and whose headline is whose, settled together.

The best of all ways to cut the row of paragraphs into articles and to give each article one head or
none: dynamic programming over (position, set of heads used). All clues are log-odds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jianbao.ingest.boundaries import CERTAIN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.cohesion import Rarity
    from jianbao.ingest.heads import Head
    from jianbao.ingest.paragraphs import Paragraph

MOST_HEADS = 12
"""Sets of heads are enumerated: 2¹² of them. The weakest heads beyond are not headlines."""
LONGEST = 60
"""Paragraphs in an article, at most."""

UNTITLED = -4.0
UNTITLED_WITH_LEAD = -6.0
PHOTO_WITH_HEAD = -6.0
TWO_BYLINES = -4.0
BYLINE_AND_SOURCE = -2.5
FIRST_PARAGRAPH = 0.30
WHOLE_TEXT = 0.12
MOST_EVIDENCE = 22.0
JUST_ABOVE = 2.2
JUST_BELOW = 1.8
INSIDE = 0.4
FAR = -0.8
HAS_SUBTITLE = 3.0
HAS_BYLINE = 2.0
SEVERAL_LINES = 2.0
LONG = 1.0
SHORT = -2.0
ALONE_IN_TEXT = -1.5
NO_EVIDENCE = -2.5
"""Log-odds, chosen by coordinate search on half of 50 typeset pages (see bench/)."""


@dataclass(frozen=True, slots=True)
class Segment:
    """An article before assembly."""

    start: int
    """Index of its first paragraph."""
    end: int
    """Index after its last paragraph."""
    head: int | None
    """Index of its head."""


@dataclass(frozen=True, slots=True)
class HeadMatch:
    """How well each head fits paragraphs."""

    evidence: tuple[tuple[float, ...], ...]
    """`evidence[head][paragraph]`: the weight of the pairs they share, in nats."""


def match_heads(
    heads: Sequence[Head], paragraphs: Sequence[Paragraph], rarity: Rarity
) -> HeadMatch:
    """The shared weight of every head with every paragraph."""
    return HeadMatch(
        tuple(
            tuple(rarity.shared(head.grams, paragraph.grams) for paragraph in paragraphs)
            for head in heads
        )
    )


def headline_worth(head: Head) -> float:
    """The log-odds, from its shape, that a head is a headline and no subhead."""
    worth = 0.0
    worth += HAS_SUBTITLE if head.subtitle else 0.0
    worth += HAS_BYLINE if head.bylined else 0.0
    worth += SEVERAL_LINES if len(head.lines) > 1 else 0.0
    worth += LONG if head.width > 15 else SHORT if head.width < 10 else 0.0
    worth += ALONE_IN_TEXT if head.alone else 0.0
    return worth


def cut_segments(
    paragraphs: Sequence[Paragraph],
    heads: Sequence[Head],
    match: HeadMatch,
    together: Sequence[float],
    photos: frozenset[int],
    rank: Sequence[int],
) -> tuple[Segment, ...]:
    """Choose the articles.

    `together[i]` is the log-odds that paragraph i+1 goes on with the article of paragraph i;
    `photos` holds the paragraphs below which a photographer is named; `rank[place]` is the number
    of blocks of running text above that place.
    """
    import numpy as np

    size = len(paragraphs)
    strongest = sorted(
        range(len(heads)),
        key=lambda h: headline_worth(heads[h]) + max(match.evidence[h], default=0.0) / 4,
        reverse=True,
    )[:MOST_HEADS]
    used = sorted(strongest)
    sets = 1 << len(used)
    masks = np.arange(sets)
    free = [np.flatnonzero((masks >> bit) & 1 == 0) for bit in range(len(used))]
    best = np.full((size + 1, sets), -np.inf)
    best[0, 0] = 0.0
    came_from = np.full((size + 1, sets, 2), -1, dtype=np.int32)
    for start in range(size):
        inner = 0.0
        row = best[start]
        if not np.isfinite(row).any():
            continue
        for end in range(start + 1, min(size, start + LONGEST) + 1):
            if end > start + 1:
                if together[end - 2] <= -CERTAIN / 2:
                    break
                inner += together[end - 2]
            plain = row + inner + _worth_untitled(paragraphs, start, end, photos)
            better = plain > best[end]
            best[end][better] = plain[better]
            came_from[end][better] = (start, -1)
            for bit, h in enumerate(used):
                worth = inner + _worth_titled(
                    paragraphs, heads[h], match.evidence[h], start, end, photos, rank
                )
                source = free[bit]
                target = source | (1 << bit)
                value = row[source] + worth
                better = value > best[end][target]
                chosen = target[better]
                best[end][chosen] = value[better]
                came_from[end][chosen] = (start, bit)
    segments: list[Segment] = []
    end, mask = size, int(best[size].argmax())
    while end > 0:
        start, bit = (int(value) for value in came_from[end, mask])
        segments.append(Segment(start, end, used[bit] if bit >= 0 else None))
        mask &= ~(1 << bit) if bit >= 0 else -1
        end = start
    return tuple(reversed(segments))


def _worth_untitled(
    paragraphs: Sequence[Paragraph], start: int, end: int, photos: frozenset[int]
) -> float:
    if end - 1 in photos:
        return 0.0
    return UNTITLED_WITH_LEAD if paragraphs[start].lead else UNTITLED


def _worth_titled(
    paragraphs: Sequence[Paragraph],
    head: Head,
    evidence: Sequence[float],
    start: int,
    end: int,
    photos: frozenset[int],
    rank: Sequence[int],
) -> float:
    first, last = paragraphs[start], paragraphs[end - 1]
    worth = headline_worth(head)
    whole = min(MOST_EVIDENCE, sum(evidence[start:end]))
    worth += FIRST_PARAGRAPH * min(MOST_EVIDENCE, evidence[start]) + WHOLE_TEXT * whole
    if whole < 3.0:
        worth += NO_EVIDENCE
    if head.run == rank[first.first_place]:
        worth += JUST_ABOVE
    elif head.run == rank[last.last_place] + 1:
        worth += JUST_BELOW
    elif first.first_place < head.first_place < last.last_place:
        worth += INSIDE
    else:
        worth += FAR
    if end - 1 in photos:
        worth += PHOTO_WITH_HEAD
    if head.bylined and first.lead is not None and first.lead.names:
        worth += TWO_BYLINES
    if head.bylined and last.source is not None:
        worth += BYLINE_AND_SOURCE
    return worth
