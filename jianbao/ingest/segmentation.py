"""Paragraphs and heads → articles: where articles end and whose headline is whose, settled together.

The best of all ways to cut the row of paragraphs into articles and to give each article one head or
none: dynamic programming over (position, set of heads used). All clues are log-odds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jianbao.ingest.boundaries import CERTAIN
from jianbao.ingest.joining import PARTICLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jianbao.ingest.cohesion import Rarity
    from jianbao.ingest.heads import Head
    from jianbao.ingest.paragraphs import Paragraph

MOST_HEADS = 11
"""Sets of heads are enumerated: 2¹¹ of them. The weakest heads beyond are not headlines."""
LONGEST = 60
"""Paragraphs in an article, at most."""
MOST_EVIDENCE = 22.0
"""Nats beyond which more words in common prove no more."""

WEIGHTS: Mapping[str, float] = {
    "untitled": -3.77,
    "untitled with lead": -0.05,
    "headline": -3.56,
    "subtitle": 6.29,
    "bylined": 9.69,
    "several lines": 0.31,
    "long": 2.14,
    "short": -2.64,
    "alone in text": -1.02,
    "series title": -13.38,
    "first paragraph": 0.20,
    "whole text": 0.07,
    "fits its paragraphs": 0.55,
    "best elsewhere": -0.29,
    "no evidence": -1.30,
    "just above": 2.07,
    "last of its run": 0.35,
    "just below": 2.69,
    "first of its run": 0.18,
    "inside": 0.42,
    "far": -0.34,
    "far at the foot": 2.73,
    "inside, bylined": 1.48,
    "piece": -0.29,
    "particles": -1.76,
    "cohesion within": 3.21,
    "as wide as a column": -0.57,
    "photograph": -7.01,
    "lead below byline": -5.89,
    "source below byline": -5.68,
    "opens in mid-sentence": -0.66,
    "lead": 2.64,
    "ends with source": 1.94,
}
"""Log-odds of each clue to an article and to the head it is given. Fitted by bench/fit_cut.py: the
mean over eight rounds on 1,000 typeset pages, with 400 more in the last four. Article F1 is .96 on 1,000
others."""


@dataclass(frozen=True, slots=True)
class Segment:
    """An article before assembly."""

    paragraphs: tuple[int, ...]
    """The indices of its paragraphs, rising."""
    head: int | None
    """Index of its head."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What the segmentation of a page is decided on."""

    paragraphs: Sequence[Paragraph]
    """In reading order."""
    heads: Sequence[Head]
    """In page order."""
    evidence: Sequence[Sequence[float]]
    """`evidence[head][paragraph]`: the weight of the pairs they share, in nats."""
    lead_over: Sequence[Sequence[float]]
    """`lead_over[head][paragraph]`: by how much that evidence is more than any other head's, in
    steps of 4 nats, from -1 to 1."""
    alike: Sequence[Sequence[float]]
    """`alike[i][j]`: how alike paragraphs i and j are in their words."""
    together: Sequence[Sequence[float]]
    """`together[i][j]`: log-odds that paragraph j is the next of the article of paragraph i."""
    photos: frozenset[int]
    """The paragraphs below which a photographer is named."""
    rank: Sequence[int]
    """`rank[place]`: the number of blocks of running text above that place."""

    @classmethod
    def of(
        cls,
        paragraphs: Sequence[Paragraph],
        heads: Sequence[Head],
        rarity: Rarity,
        alike: Sequence[Sequence[float]],
        together: Sequence[Sequence[float]],
        photos: frozenset[int],
        rank: Sequence[int],
    ) -> Layout:
        """With the evidence worked out."""
        evidence = tuple(
            tuple(rarity.shared(head.grams, paragraph.grams) for paragraph in paragraphs)
            for head in heads
        )
        return cls(paragraphs, heads, evidence, _lead_over(evidence), alike, together, photos, rank)


def _lead_over(evidence: Sequence[Sequence[float]]) -> tuple[tuple[float, ...], ...]:
    columns = [sorted(column, reverse=True) for column in zip(*evidence, strict=True)]
    return tuple(
        tuple(
            max(-1.0, min(1.0, (value - _best_other(value, ranked)) / 4))
            for value, ranked in zip(row, columns, strict=True)
        )
        for row in evidence
    )


def _best_other(value: float, ranked: Sequence[float]) -> float:
    if value < ranked[0]:
        return ranked[0]
    return ranked[1] if len(ranked) > 1 else 0.0


def cut_segments(
    layout: Layout, order: Sequence[int] | None = None, most_heads: int = MOST_HEADS
) -> tuple[Segment, ...]:
    """Choose the articles; of more heads than `most_heads` the weakest are left aside.

    Each is a stretch of the paragraphs in that order; without one, in that of the page.
    """
    import numpy as np

    size = len(layout.paragraphs)
    order = range(size) if order is None else order
    static = [weigh(shape_clues(layout, h)) for h in range(len(layout.heads))]
    strongest = sorted(
        range(len(layout.heads)),
        key=lambda h: static[h] + max(layout.evidence[h], default=0.0) / 4,
        reverse=True,
    )
    used = sorted(strongest[:most_heads])
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
                link = layout.together[order[end - 2]][order[end - 1]]
                if link <= -CERTAIN / 2:
                    break
                inner += link
            own = order[start:end]
            within += sum(layout.alike[order[end - 1]][at] for at in own[:-2])
            text = inner + WEIGHTS["cohesion within"] * within / len(own)
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
        segments.append(Segment(tuple(order[start:end]), used[bit] if bit >= 0 else None))
        mask &= ~(1 << bit) if bit >= 0 else -1
        end = start
    return tuple(sorted(segments, key=lambda one: one.paragraphs))


def weigh(clues: Mapping[str, float]) -> float:
    """The log-odds of some clues together."""
    return sum(WEIGHTS[clue] * value for clue, value in clues.items())


def text_clues(layout: Layout, own: Sequence[int]) -> dict[str, float]:
    """The clue that all its paragraphs give to an article; neighbours count at their border."""
    within = sum(
        layout.alike[at][other] for order, at in enumerate(own) for other in own[order + 2 :]
    )
    return {"cohesion within": within / len(own)}


def untitled_clues(layout: Layout, own: Sequence[int]) -> dict[str, float]:
    """The clues to an article without a headline."""
    if own[-1] in layout.photos:
        return {}
    with_lead = layout.paragraphs[own[0]].lead is not None
    return {"untitled": 1.0, "untitled with lead": 1.0} if with_lead else {"untitled": 1.0}


def shape_clues(layout: Layout, h: int) -> dict[str, float]:
    """The clues that a head's own shape gives to its being a headline."""
    head = layout.heads[h]
    clues = {"headline": 1.0}
    if head.subtitle:
        clues["subtitle"] = 1.0
    if head.bylined:
        clues["bylined"] = 1.0
    if len(head.lines) > 1:
        clues["several lines"] = 1.0
    if head.width > 15:
        clues["long"] = 1.0
    elif head.width < 10:
        clues["short"] = 1.0
    if head.alone:
        clues["alone in text"] = 1.0
    if head.is_series:
        clues["series title"] = 1.0
    if particles := len(PARTICLES.findall(head.text)):
        clues["particles"] = min(3.0, particles)
    if head.is_piece:
        clues["piece"] = 1.0
    if head.may_be_text:
        clues["as wide as a column"] = 1.0
    return clues


def head_clues(layout: Layout, h: int, own: Sequence[int]) -> dict[str, float]:
    """The clues to one head's being the headline of these paragraphs."""
    head, evidence = layout.heads[h], layout.evidence[h]
    first, last = layout.paragraphs[own[0]], layout.paragraphs[own[-1]]
    values = [evidence[at] for at in own]
    whole, most = sum(values), max(values)
    elsewhere = max(evidence) if max(evidence) > most else 0.0
    clues = {
        "first paragraph": min(MOST_EVIDENCE, values[0]),
        "whole text": min(MOST_EVIDENCE, whole),
        "fits its paragraphs": 0.5,
        "best elsewhere": min(MOST_EVIDENCE, max(0.0, elsewhere - most)),
    }
    clues["fits its paragraphs"] = sum(layout.lead_over[h][at] for at in own)
    if whole < 3.0:
        clues["no evidence"] = 1.0
    if head.run == layout.rank[first.first_place]:
        clues["just above"] = 1.0
        if h + 1 == len(layout.heads) or layout.heads[h + 1].run != head.run:
            clues["last of its run"] = 1.0
    elif head.run == layout.rank[last.last_place] + 1:
        clues["just below"] = 1.0
        if h == 0 or layout.heads[h - 1].run != head.run:
            clues["first of its run"] = 1.0
    elif first.first_place < head.first_place < last.last_place:
        clues["inside"] = 1.0
        if head.bylined:
            clues["inside, bylined"] = 1.0
    else:
        clues["far"] = 1.0
        if head.run == layout.rank[-1]:
            clues["far at the foot"] = 1.0
    if own[-1] in layout.photos:
        clues["photograph"] = 1.0
    if first.lead is not None:
        clues["lead"] = 1.0
        if head.bylined and first.lead.names:
            clues["lead below byline"] = 1.0
    if last.source is not None:
        clues["ends with source"] = 1.0
        if head.bylined:
            clues["source below byline"] = 1.0
    if first.opens < 0.1:
        clues["opens in mid-sentence"] = 1.0
    return clues
