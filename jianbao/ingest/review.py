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
    "always": -7.89,
    clue.OTHER_CUTS: 3.25,
    clue.CLOSE_CUT: 3.03,
    clue.CLOSE_TITLE: 2.03,
    clue.TWIN: 0.39,
    clue.NO_TITLE: 6.50,
    clue.PHOTO: 1.43,
    clue.OTHERS_TITLE: 0.53,
    clue.LATER_TITLE: 0.33,
    clue.SENTENCE_TITLE: 1.51,
    clue.COLUMN_TITLE: 0.02,
    clue.TITLE_OR_KICKER: 1.10,
    clue.LINE_APART: 1.20,
    clue.MIXED_COLUMNS: 0.41,
    clue.LOST_COLUMNS: 0.32,
    clue.FIRST_INSIDE: 0.14,
    clue.LONE_SUBHEAD: 0.68,
    clue.LONG_SUBHEAD: 1.08,
    clue.LONGER_SUBHEAD: 0.62,
    clue.TWO_CREDITS: 1.82,
    clue.WEAK_JOIN: 0.72,
    clue.STACKED: 1.04,
    clue.VERY_SHORT: 1.84,
    clue.SHORT: 3.56,
    clue.LONG: 0.68,
    clue.DOUBTFUL_NEIGHBOUR: 0.47,
}
"""Log-odds that the article is wrong, for each clue: bench/fit_review.py on 7,311 articles of 1,400
typeset pages, 243 of them wrong, and, each counting for three, on 264 articles of 50 development
pages, 2 of them wrong, and the 7 of the sample page. Three are set by hand: LINE_APART, from 0.53, as
most of the typeset pages' kickers are among the series titles of heads.py and new ones will not be;
STACKED, from 0.55, as few of them have stacks; and NO_TITLE, from 3.59, as no text but a photograph's is
printed without a headline."""
THRESHOLD = 0.90
"""Articles that are less sure than this are to be reviewed. Cross-validated by pages, that finds 78 %
of the wrong articles of the typeset pages with 46 % of the flags right; at 0.84 it is 67 % and 52 %, at
0.94 83 % and 37 %. Of 2,125 articles of 400 other pages 84 are wrong; 0.90 finds 76 % of them at 47 %,
0.84 70 % at 61 %, 0.94 85 % at 37 %. Boosted trees, random trees,
how many of the cut's weights may be shaken or left out until the page is cut otherwise, by how much
each paragraph is nearer to its own article than to another, who speaks in an article that only another
one names, and how doubtful any article of the page is tell no more of what is wrong."""
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
    if clue.VERY_SHORT in named and clue.SHORT in named:
        named.remove(clue.SHORT)  # One says it.
    reasons = named[:REASONS] or [max(parts, key=parts.__getitem__)]
    return round(confidence, 3), tuple(reasons)
