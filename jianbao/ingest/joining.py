"""Fragments → paragraphs: which column top goes on with which column foot.

All breaks of a page are settled together: an assignment in which every open foot may take one open
top, against a price for taking none, so that one bold wrong guess cannot start a chain of them.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jianbao.ingest.openings import PARAGRAPH_OPENING
from jianbao.ingest.seams import seam
from jianbao.ingest.spacing import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jianbao.ingest.fragments import Fragment

NEVER = -1e6
CERTAIN = 0.99
"""Chances from which a paragraph surely begins or ends with a line."""
SAME_COLUMN, NEAR_COLUMN = 0.6, 1.1
"""In em: columns that differ by no more are, or may be, of one width."""

WEIGHTS: Mapping[str, float] = {
    "price": -1.96,
    "foot open": 0.84,
    "top open": 0.47,
    "next": 1.33,
    "next but for display": 0.21,
    "between": -0.30,
    "backwards": -2.90,
    "near column": -1.40,
    "other column": -2.20,
    "column unknown": -0.30,
    "short top": 0.45,
    "quote mended": 0.31,
    "quote left open": -2.05,
    "quote broken": -3.00,
    "number mended": 1.86,
    "number broken": -0.41,
    "seam": 0.37,
    "cohesion": 0.15,
    "stray foot": -2.10,
    "stray top": -1.41,
    "sentence top": 1.59,
    "opening words": -2.00,
}
"""Log-odds, for each clue, that a top goes on with a foot. Fitted by bench/fit_cut.py on 600
typeset pages; those of the columns' widths set by hand, for typeset columns waver and printed ones
hardly do: of the 216 joins of 50 development pages it finds 94 % (before: 92 %), and 3 % of what it
joins is wrong (before: 6 %); of the 589 of 120 other typeset pages 94 %, and 3 %. Of what opening words
weigh, -2 was best on 700 other typeset pages: of 62 joins of two articles it leaves 53."""

_UNITS = re.compile(r"^[\d.]*\s*[年月日时号个多万亿%％余元人名项家次公米平]")


@dataclass(frozen=True, slots=True)
class Join:
    """A foot and the top that goes on with it."""

    foot: int
    """Index of the fragment that breaks off."""
    top: int
    """Index of the fragment that goes on."""
    margin: float
    """By how much, in log-odds, this beats the next best for either, or no join."""


def join_fragments(
    fragments: Sequence[Fragment], cohesion: Sequence[Sequence[float]]
) -> tuple[Join, ...]:
    """Choose the joins of a page.

    `cohesion[i][j]` is the log-odds, from their words, that fragments i and j are one article's.
    """
    from scipy.optimize import linear_sum_assignment

    feet = [i for i, one in enumerate(fragments) if one.closes < CERTAIN]
    tops = [j for j, one in enumerate(fragments) if one.opens < CERTAIN]
    if not feet or not tops:
        return ()
    gain = [[join_gain(fragments, i, j, cohesion[i][j]) for j in tops] for i in feet]
    # Slack columns: leaving a foot without a top costs nothing; a gain is net of both.
    size = len(tops)
    costs = [[-value for value in row] + [0.0] * len(feet) for row in gain]
    rows, columns = linear_sum_assignment(costs)
    joins = []
    for row, column in zip(rows, columns, strict=True):
        if column < size and gain[row][column] > 0:
            others = [value for at, value in enumerate(gain[row]) if at != column]
            rivals = [gain[other][column] for other in range(len(feet)) if other != row]
            best_other = max([0.0, *others, *rivals])
            joins.append(Join(feet[row], tops[column], gain[row][column] - best_other))
    return _without_circles(tuple(joins))


def join_gain(fragments: Sequence[Fragment], foot: int, top: int, cohesion: float) -> float:
    """The log-odds that the top goes on with the foot, against each standing alone."""
    if foot == top:
        return NEVER
    clues = join_clues(fragments, foot, top, cohesion)
    return sum(WEIGHTS[clue] * value for clue, value in clues.items())


def join_clues(
    fragments: Sequence[Fragment], foot: int, top: int, cohesion: float
) -> dict[str, float]:
    """The clues to one join."""
    one, other = fragments[foot], fragments[top]
    clues = {
        "price": 1.0,
        "foot open": _log_odds_against(one.closes),
        "top open": _log_odds_against(other.opens),
        "cohesion": cohesion,
    }
    between = sum(1 for one in fragments[foot + 1 : top] if one.kind == "body")
    if top < foot:
        clues["backwards"] = 1.0
    elif between:
        clues["between"] = math.log2(1 + between)
    elif other.place <= one.place + 1:
        clues["next"] = 1.0
    else:
        clues["next but for display"] = 1.0
    if len(other.lines) == 1 and other.column <= one.column + 0.6:
        clues["short top"] = 1.0
    elif not (one.column_known and other.column_known) and _may_be_one_column(one, other):
        clues["column unknown"] = 1.0
    elif abs(one.column - other.column) > NEAR_COLUMN:
        clues["other column"] = 1.0
    elif abs(one.column - other.column) > SAME_COLUMN:
        clues["near column"] = 1.0
    if one.kind == "display":
        clues["stray foot"] = 1.0
    if other.kind == "display":
        clues["stray top"] = 1.0
    elif other.kind == "sentence":
        clues["sentence top"] = 1.0
    if PARAGRAPH_OPENING.match(folded(other.text)):
        clues["opening words"] = 1.0
    clues |= _seam_clues(one.text, other.text)
    return clues


def _may_be_one_column(one: Fragment, other: Fragment) -> bool:
    """Whether two fragments may stand in columns of one width where one's is not known."""
    narrower, wider = sorted((one, other), key=lambda fragment: fragment.column)
    return not narrower.column_known or wider.column - narrower.column <= NEAR_COLUMN


def _seam_clues(before: str, after: str) -> dict[str, float]:
    """What the characters on both sides of the break say."""
    clues = {"seam": seam(before, after)}
    opened = before.count("“") - before.count("”") + before.count("《") - before.count("》")
    first_close, first_open = _find(after, "[”》]"), _find(after, "[“《]")
    if opened > 0:
        clues["quote mended" if first_close < first_open else "quote left open"] = 1.0
    elif first_close < first_open:
        clues["quote broken"] = 1.0
    if before[-1:].isdigit():
        clues["number mended" if _UNITS.match(after) else "number broken"] = 1.0
    return clues


def _log_odds_against(chance: float) -> float:
    return math.log(max(1 - chance, 1e-2) / max(chance, 1e-2))


def _find(text: str, pattern: str) -> int:
    found = re.search(pattern, text)
    return found.start() if found else len(text)


def _without_circles(joins: tuple[Join, ...]) -> tuple[Join, ...]:
    """Backward joins could close a circle; its weakest join goes."""
    kept: dict[int, Join] = {}
    for join in sorted(joins, key=lambda one: -one.margin):
        at = join.top
        while at in kept and at != join.foot:
            at = kept[at].top
        if at != join.foot:
            kept[join.foot] = join
    return tuple(sorted(kept.values(), key=lambda one: one.foot))
