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
    "always": -5.11,
    clue.CLOSE_CUT: 2.61,
    clue.DEAR_STEP: 0.0,
    clue.NO_TITLE: 5.15,
    clue.DRAWN_TITLE: 3.0,
    clue.IDLE_HEAD: 2.21,
    clue.MANY_LINES: 1.44,
    clue.ODD_TITLE: 1.60,
    clue.OTHERS_TITLE: 4.29,
    clue.TITLE_APART: 0.0,
    clue.TITLE_OR_KICKER: 0.5,
    clue.WIDE_TITLE: 0.5,
    clue.BARE_NEIGHBOUR: 0.5,
    clue.UNREADABLE: 3.0,
    clue.NO_END: 0.0,
    clue.NO_BEGINNING: 0.0,
    clue.UNCLOSED: 0.0,
    clue.BROKEN_STEP: 0.26,
    clue.OVERLAP: 0.39,
    clue.STRAY: 0.0,
    clue.MIXED_FORM: 0.11,
    clue.WIDE_SUBHEAD: 0.52,
    clue.TWO_CREDITS: 0.0,
    clue.SHORT: 0.68,
    clue.FOREIGN_PIECE: 0.0,
    clue.PICTURE_TEXT: 0.0,
}
"""Log-odds that the article is wrong, for each clue."""
THRESHOLD = 0.88
"""Articles that are less sure than this are to be reviewed."""
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
