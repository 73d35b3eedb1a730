"""What the cut of a page is decided on: its paragraphs, its heads, and what they have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jianbao.ingest.topics import nearness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.cohesion import Rarity
    from jianbao.ingest.heads import Head
    from jianbao.ingest.paragraphs import Paragraph


@dataclass(frozen=True, slots=True)
class Layout:
    """What the cut of a page is decided on."""

    paragraphs: Sequence[Paragraph]
    """In reading order."""
    heads: Sequence[Head]
    """In page order."""
    evidence: Sequence[Sequence[float]]
    """`evidence[head][paragraph]`: the weight of the pairs they share, in nats."""
    lead_over: Sequence[Sequence[float]]
    """`lead_over[head][paragraph]`: by how much that evidence is more than any other head's, in
    steps of 4 nats, from -1 to 1."""
    about: Sequence[Sequence[float]]
    """`about[head][paragraph]`: how near their topics are, above the mean of the page's paragraphs
    and in their spreads, from -2 to 2."""
    rather_about: Sequence[Sequence[float]]
    """`rather_about[head][paragraph]`: by how much nearer than any other head's, in steps of a cosine
    of 1/3, from -2 to 2."""
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
        return cls(
            paragraphs,
            heads,
            evidence,
            _lead_over(evidence),
            *_about(heads, paragraphs),
            alike,
            together,
            photos,
            rank,
        )


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


def _about(
    heads: Sequence[Head], paragraphs: Sequence[Paragraph]
) -> tuple[Sequence[Sequence[float]], Sequence[Sequence[float]]]:
    """`about` and `rather_about`."""
    import numpy as np

    if not heads or not paragraphs:
        nothing = [[0.0] * len(paragraphs)] * len(heads)
        return nothing, nothing
    near = nearness([one.grams for one in heads], [one.grams for one in paragraphs])
    spread = near.std(1, keepdims=True)
    spread[spread == 0.0] = 1.0
    ranked = np.sort(near, axis=0)
    best_other = (
        np.where(near >= ranked[-1], ranked[-2], ranked[-1]) if len(heads) > 1 else np.zeros(1)
    )
    about = ((near - near.mean(1, keepdims=True)) / spread).clip(-2.0, 2.0)
    return about.tolist(), (3 * (near - best_other)).clip(-2.0, 2.0).tolist()
