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
    "always": -7.36,
    clue.CLOSE_CUT: 3.49,
    clue.CLOSE_TITLE: 1.86,
    clue.STRAYING: 1.71,
    clue.TWIN: 0.68,
    clue.NO_TITLE: 3.67,
    clue.OTHERS_TITLE: 1.85,
    clue.LATER_TITLE: 0.13,
    clue.SENTENCE_TITLE: 1.06,
    clue.SHORT_TITLE: 1.24,
    clue.TITLE_OR_KICKER: 0.41,
    clue.LINE_APART: 1.20,
    clue.SCATTERED: 0.66,
    clue.MIXED_COLUMNS: 3.53,
    clue.LOST_COLUMNS: 1.18,
    clue.GOES_ON: 0.58,
    clue.BREAKS_OFF: 0.70,
    clue.LONE_SUBHEAD: 0.77,
    clue.TWO_CREDITS: 1.06,
    clue.NO_CREDIT: 0.26,
    clue.WEAK_JOIN: 0.52,
    clue.STACKED: 1.36,
    clue.VERY_SHORT: 1.35,
    clue.SHORT: 5.94,
    clue.LONG: 1.16,
    clue.DOUBTFUL_NEIGHBOUR: 1.26,
}
"""Log-odds that the article is wrong, for each clue: bench/fit_review.py on 6,796 articles of 1,300
typeset pages, 390 of them wrong, and, each counting for three, on 265 articles of 50 development
pages, 5 of them wrong. LINE_APART is set by hand, from 0.56: most of the typeset pages' kickers are
among the series titles of heads.py, as new ones will not be."""
THRESHOLD = 0.90
"""Articles that are less sure than this are to be reviewed. Cross-validated by pages, that finds 82 %
of the wrong articles of the typeset pages with 43 % of the flags right, and 2 of the 5 of the
development pages, with 2 of 7. At 0.92 it is 84 % and 38 % of the typeset pages', at 0.96 93 % and
27 %, at 0.86 74 % and 49 %: 90 % and 50 % at once no weights of these clues reach, nor do forests of
decision trees."""
_NAMED = 0.35
"""A clue is named as a reason when it adds at least so much."""


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
        (clue for clue, part in parts.items() if part >= _NAMED),
        key=lambda clue: -parts[clue],
    )
    return round(confidence, 3), tuple(named) or (max(parts, key=parts.__getitem__),)
