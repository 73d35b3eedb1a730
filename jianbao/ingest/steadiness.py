"""How steady a cut is: whether the same articles come out when all clues are shaken a little.

An article that hangs on one doubtful clue falls apart in some of the shaken cuts. The noise is drawn
from a generator with a fixed seed, so that a page is always judged alike.
"""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

from jianbao.ingest.boundaries import CERTAIN
from jianbao.ingest.gathering import gather
from jianbao.ingest.segmentation import cut_segments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.segmentation import Layout, Segment

SHAKES = 4
MOST_HEADS = 9
"""Fewer than in the cut itself, for speed: gather() gives the others their chance again."""
LINK_NOISE = 2.5
"""Standard deviation, in log-odds, of the noise on each link between paragraphs."""
EVIDENCE_NOISE = 0.5
"""Standard deviation of the factor on what a head and a paragraph share."""


def steadiness(layout: Layout, segments: Sequence[Segment]) -> tuple[tuple[float, float], ...]:
    """For each article how well its text and how often its headline survive, 0 to 1 each."""
    if not segments:
        return ()
    noise = random.Random(len(layout.paragraphs))
    sizes = [len(one.text) for one in layout.paragraphs]
    texts = [0.0] * len(segments)
    heads = [0.0] * len(segments)
    for _ in range(SHAKES):
        other = _shaken_cut(layout, noise)
        for number, segment in enumerate(segments):
            nearest = max(other, key=lambda one: _overlap(segment, one, sizes))
            texts[number] += _overlap(segment, nearest, sizes) / SHAKES
            heads[number] += (nearest.head == segment.head) / SHAKES
    return tuple(zip(texts, heads, strict=True))


def _shaken_cut(layout: Layout, noise: random.Random) -> tuple[Segment, ...]:
    """One cut with noise on the clues."""
    together = [
        [odds if odds <= -CERTAIN / 2 else odds + noise.gauss(0, LINK_NOISE) for odds in row]
        for row in layout.together
    ]
    evidence = [
        [value * max(0.0, noise.gauss(1, EVIDENCE_NOISE)) for value in row]
        for row in layout.evidence
    ]
    shaken = replace(layout, together=together, evidence=evidence)
    return gather(shaken, cut_segments(shaken, MOST_HEADS))


def _overlap(one: Segment, other: Segment, sizes: Sequence[int]) -> float:
    """Dice over the characters of their paragraphs."""
    common = sum(sizes[at] for at in set(one.paragraphs) & set(other.paragraphs))
    whole = sum(sizes[at] for at in one.paragraphs) + sum(sizes[at] for at in other.paragraphs)
    return 2 * common / whole if whole else 1.0
