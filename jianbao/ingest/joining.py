"""Fragments → paragraphs: which column top goes on with which column foot.

All breaks of a page are settled together: an assignment in which every open foot may take one open
top, against a price for taking none, so that one bold wrong guess cannot start a chain of them.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.fragments import Fragment

NEVER = -1e6
PRICE = 1.0
NEXT_TO = 2.0
PER_FRAGMENT_BETWEEN = 0.3
MOST_BETWEEN = 3.0
COHESION = 0.5
BACKWARDS = 3.5
SAME_COLUMN = 1.2
OTHER_COLUMN = -3.5
QUOTE_MENDED = 2.5
QUOTE_BROKEN = -3.0
NUMBER_MENDED = 1.0
LIKELY_TOP = 0.97
"""Log-odds of the clues to a join."""

_UNITS = re.compile(r"^[\d.]*\s*[年月日时号个多万亿%％余元人名项家次公米平]")


@dataclass(frozen=True, slots=True)
class Join:
    """A foot and the top that goes on with it."""

    foot: int
    """Index of the fragment that breaks off."""
    top: int
    """Index of the fragment that goes on."""
    margin: float
    """By how much, in log-odds, this beats the next best for the same foot or no join."""


def join_fragments(
    fragments: Sequence[Fragment], cohesion: Sequence[Sequence[float]]
) -> tuple[Join, ...]:
    """Choose the joins of a page.

    `cohesion[i][j]` is the log-odds, from their words, that fragments i and j are one article's.
    """
    from scipy.optimize import linear_sum_assignment

    feet = [i for i, one in enumerate(fragments) if one.closes < 0.99 and i < len(fragments)]
    tops = [j for j, one in enumerate(fragments) if one.opens < 0.99]
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
    one, other = fragments[foot], fragments[top]
    if foot == top:
        return NEVER
    gain = max(-6.0, min(6.0, _log_odds_against(one.closes) + _log_odds_against(other.opens)))
    if top == foot + 1:
        gain += NEXT_TO
    elif top > foot:
        gain -= min(MOST_BETWEEN, PER_FRAGMENT_BETWEEN * (top - foot - 1))
    else:
        gain -= BACKWARDS
    if len(other.lines) > 1 or other.column > one.column:
        gain += SAME_COLUMN if abs(one.column - other.column) <= 1.1 else OTHER_COLUMN
    gain += _junction(one.text, other.text)
    return gain - PRICE + COHESION * cohesion


def _log_odds_against(chance: float) -> float:
    return math.log(max(1 - chance, 1e-3) / max(chance, 1e-3))


def _junction(before: str, after: str) -> float:
    """What the characters on both sides of the break say."""
    gain = 0.0
    opened = before.count("“") - before.count("”") + before.count("《") - before.count("》")
    first_close, first_open = (_find(after, "[”》]"), _find(after, "[“《]"))
    if opened > 0:
        gain += QUOTE_MENDED if first_close < first_open else QUOTE_BROKEN / 2
    elif first_close < first_open:
        gain += QUOTE_BROKEN
    if before[-1:].isdigit():
        gain += NUMBER_MENDED if _UNITS.match(after) else -NUMBER_MENDED
    return gain


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
