"""How sure the cut of an article is, and where an editor should look.

A logistic regression on clues that the cut leaves behind. Fitted by bench/fit_review.py to the
question whether the article's text is right (four fifths of its characters) and its headline exact.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from jianbao.ingest import clues as clue

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WEIGHTS: Mapping[str, float] = {
    "always": -7.49,
    clue.OTHER_CUTS: 3.11,
    clue.CLOSE_CUT: 2.54,
    clue.CLOSE_TITLE: 2.07,
    clue.TWIN: 0.54,
    clue.NO_TITLE: 3.53,
    clue.OTHERS_TITLE: 1.21,
    clue.LATER_TITLE: 0.34,
    clue.SENTENCE_TITLE: 0.17,
    clue.SHORT_TITLE: 1.08,
    clue.TITLE_OR_KICKER: 0.75,
    clue.LINE_APART: 1.20,
    clue.MIXED_COLUMNS: 4.43,
    clue.LOST_COLUMNS: 1.58,
    clue.BREAKS_OFF: 0.49,
    clue.LONE_SUBHEAD: 0.82,
    clue.TWO_CREDITS: 0.77,
    clue.WEAK_JOIN: 1.01,
    clue.STACKED: 1.53,
    clue.VERY_SHORT: 1.68,
    clue.SHORT: 4.80,
    clue.LONG: 0.98,
    clue.DOUBTFUL_NEIGHBOUR: 0.96,
}
"""Log-odds that the article is wrong, for each clue: bench/fit_review.py on 6,245 articles of 1,200
typeset pages, 277 of them wrong, and, each counting for three, on 264 articles of 50 development
pages, 2 of them wrong. LINE_APART is set by hand, from 0.13: most of the typeset pages' kickers are
among the series titles of heads.py, as new ones will not be."""
THRESHOLD = 0.88
"""Articles that are less sure than this are to be reviewed. Cross-validated by pages, that finds 76 %
of the wrong articles of the typeset pages with 50 % of the flags right, and both of the development
pages, with 2 of 7. At 0.90 it is 79 % and 46 % of the typeset pages', at 0.94 83 % and 35 %, at 0.98
92 % and 17 %: 90 % and 50 % at once no weights of these clues reach. What the cut was decided by tells
little more of whether it is right: clues of topics, where the cut has them, add nothing here."""
NAMED = 0.35
"""A clue is named as a reason when it adds at least so much."""
REASONS = 4
"""Reasons named at most, the weightiest: an editor who is told nine looks for none."""


def judge_all(
    clues: Sequence[Mapping[str, float]],
) -> tuple[tuple[float, tuple[str, ...]], ...]:
    """Judge the articles of a page, in its order, twice: what one has lost stands in its neighbour."""
    doubts = [1 - judge(one)[0] for one in clues]
    return tuple(judge(with_neighbours(clues, doubts, number)) for number in range(len(clues)))


def with_neighbours(
    clues: Sequence[Mapping[str, float]], doubts: Sequence[float], number: int
) -> dict[str, float]:
    """An article's clues with the doubts, 0 to 1, about the articles before and after it."""
    beside = [doubts[at] for at in (number - 1, number + 1) if 0 <= at < len(doubts)]
    return {**clues[number], clue.DOUBTFUL_NEIGHBOUR: max(beside, default=0.0)}


def judge(clues: Mapping[str, float]) -> tuple[float, tuple[str, ...]]:
    """The confidence, 0 to 1, and the reasons for review, the weightiest first."""
    parts = {clue: WEIGHTS[clue] * value for clue, value in clues.items()}
    confidence = 1 / (1 + math.exp(min(50.0, sum(parts.values()))))
    if confidence >= THRESHOLD:
        return round(confidence, 3), ()
    del parts["always"]
    named = sorted(
        (clue for clue, part in parts.items() if part >= NAMED),
        key=lambda clue: -parts[clue],
    )
    reasons = named[:REASONS] or [max(parts, key=parts.__getitem__)]
    return round(confidence, 3), tuple(reasons)
