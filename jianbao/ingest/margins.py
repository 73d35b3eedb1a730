"""By how much a page's cut beats the cuts that differ from it by one step.

One step: a piece of an article goes to another, an article falls in two, two become one, or a
headline is exchanged for another or for none. The sum of all clues falls by the step's loss, which
is small where two cuts are about as good.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jianbao.ingest.steps import Worth, steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.layout import Layout
    from jianbao.ingest.segmentation import Segment

SAME = 0.8
"""Dice over characters from which two texts pass for the same article."""


@dataclass(slots=True)
class Margin:
    """How far the next best cuts are from one article: log-odds of clues, from 0."""

    text: float = float("inf")
    """The least loss of a step that makes another text of it."""
    head: float = float("inf")
    """The least loss of a step that gives it another headline, or none."""
    others: float = 0.0
    """How likely all steps are that make another text of it or change its headline, against the cut
    that was made: the sum of their odds."""


def margins(layout: Layout, segments: Sequence[Segment]) -> tuple[Margin, ...]:
    """One for each article."""
    sizes = [len(one.text) for one in layout.paragraphs]
    found = tuple(Margin() for _ in segments)
    for step in steps(Worth(layout), segments):
        loss = max(0.0, -step.gain)
        for number, article in itertools.zip_longest(step.old, step.new[: len(step.old)]):
            margin, own = found[number], segments[number].paragraphs
            text = article.paragraphs if article else ()
            if _dice(own, text, sizes) < SAME:
                margin.text = min(margin.text, loss)
                margin.others += math.exp(-loss)
            elif article is not None and article.head != segments[number].head:
                margin.head = min(margin.head, loss)
                margin.others += math.exp(-loss)
    return found


def _dice(one: Sequence[int], other: Sequence[int], sizes: Sequence[int]) -> float:
    common = sum(sizes[at] for at in set(one) & set(other))
    whole = sum(sizes[at] for at in one) + sum(sizes[at] for at in other)
    return 2 * common / whole if whole else 1.0
