"""How far an article can be trusted, and why an editor should look.

A logistic regression on clues. Fitted by bench/fit_pdf_review.py to the question whether the
article's text is right (four fifths of its characters) and its headline exact.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from jianbao.ingest.pdf import clues as clue

if TYPE_CHECKING:
    from collections.abc import Mapping

WEIGHTS: Mapping[str, float] = {
    "always": -5.80,
    clue.CLOSE_CUT: 2.58,
    clue.NO_TITLE: 4.57,
    clue.DRAWN_TITLE: 0.50,
    clue.IDLE_HEAD: 1.74,
    clue.MANY_LINES: 1.00,
    clue.ODD_TITLE: 1.44,
    clue.OTHERS_TITLE: 1.71,
    clue.TITLE_APART: 0.66,
    clue.TITLE_OR_KICKER: 0.50,
    clue.WIDE_TITLE: 1.13,
    clue.BARE_NEIGHBOUR: 1.92,
    clue.LONG_PHOTO: 1.97,
    clue.UNREADABLE: 3.00,
    clue.NO_END: 0.58,
    clue.NO_BEGINNING: 0.53,
    clue.UNCLOSED: 0.26,
    clue.BROKEN_STEP: 0.98,
    clue.OVERLAP: 1.74,
    clue.WIDE_SUBHEAD: 0.16,
    clue.TWO_CREDITS: 0.30,
    clue.SHORT: 0.65,
    clue.FOREIGN_PIECE: 0.18,
}
"""Log-odds that the article is wrong, for each clue: bench/fit_pdf_review.py on 2,807 articles of 350
typeset pages, only 30 of them wrong, half from these and half from the weights fitted before on 3,762
others, 124 of them wrong. What is too rare to be fitted (a headline without text close by, a headline of
many lines or an odd one, a drawn one, characters without Unicode, two credits) is set by judgement."""
THRESHOLD = 0.93
"""Articles that are less sure than this are to be reviewed: 35 of the 39 wrong ones among 3,699, and 47
that are right."""
ALWAYS_NAMED = frozenset({clue.DRAWN_TITLE, clue.UNREADABLE})
"""Holes in the text: an editor must fill them, however sure the rest is."""
_NAMED = 0.35
"""A clue is named as a reason when it adds at least so much."""


def judge(clues: Mapping[str, float]) -> tuple[tuple[str, ...], float]:
    """Reasons for review, the weightiest first, and the chance that text and title are right."""
    parts = {name: WEIGHTS[name] * value for name, value in clues.items()}
    doubt = WEIGHTS["always"] + sum(parts.values())
    confidence = 1 / (1 + math.exp(max(-50.0, min(50.0, doubt))))
    holes = ALWAYS_NAMED & clues.keys()
    if confidence >= THRESHOLD and not holes:
        return (), round(confidence, 3)
    named = sorted(
        (name for name, part in parts.items() if part >= _NAMED or name in holes),
        key=lambda name: (name not in holes, -parts[name]),
    )
    return tuple(named) or (max(parts, key=parts.__getitem__, default=clue.CLOSE_CUT),), round(
        confidence, 3
    )
