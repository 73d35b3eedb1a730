"""Fragments → paragraphs: which column top goes on with which column foot.

All breaks of a page are settled together: an assignment in which every open foot may take one open
top, against a price for taking none, so that one bold wrong guess cannot start a chain of them.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jianbao.ingest.cohesion import grams
from jianbao.ingest.heads import has_kicker_form
from jianbao.ingest.openings import PARAGRAPH_OPENING
from jianbao.ingest.seams import seam
from jianbao.ingest.spacing import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jianbao.ingest.fragments import Fragment

NEVER = -1e6
CERTAIN = 0.99
"""Chances from which a paragraph surely begins or ends with a line."""
MID_WORD = 0.02
"""The chance of being a paragraph's first that a line has which begins inside a word."""
SAME_COLUMN, NEAR_COLUMN = 0.6, 1.1
"""In em: columns that differ by no more are, or may be, of one width."""

WEIGHTS: Mapping[str, float] = {
    "price": -1.91,
    "foot open": 0.87,
    "top open": 0.48,
    "next": 0.90,
    "next but for display": 0.01,
    "between": -0.51,
    "backwards": -2.07,
    "near column": -1.40,
    "other column": -2.20,
    "column unknown": -0.30,
    "top in mid-word": 1.50,
    "short top": 0.18,
    "quote mended": 0.22,
    "quote left open": -2.27,
    "quote broken": -3.00,
    "number mended": 1.63,
    "number broken": -0.43,
    "seam": 0.30,
    "cohesion": 0.34,
    "cohesion around": 0.11,
    "stray foot": -0.16,
    "stray, said again": -2.86,
    "stray, particles": 0.48,
    "stray, gap or colon": -2.14,
    "stray, ends with a mark": -1.11,
    "stray, series title": -1.60,
    "stray top": -1.65,
    "sentence top": 1.59,
    "stray foot, sentence top": -1.27,
    "opening words": -2.00,
}
"""Log-odds, for each clue, that a top goes on with a foot. Fitted by bench/fit_cut.py on 700 typeset
pages; set by hand are those of the columns' widths (typeset columns waver and printed ones hardly do),
of opening words (-2 left the fewest joins of two articles on 700 typeset pages) and of tops that begin
inside a word. Of the 218 joins of 50 development pages this finds 95 %, and 2 % of what it joins is
wrong; of the 1,505 of 300 typeset pages it was not fitted on 96 % and 4 %. Of 178 lines that look like
headlines and were running text on 400 pages an earlier fit joined 165, of 199 that were headlines 7."""

PARTICLES = re.compile("[了的等、（还是]")
"""What running text has four times as often as headlines."""
_GAP = re.compile(r"[\u3400-\u9fff] [\u3400-\u9fff]")
_UNITS = re.compile(r"^[\d.]*\s*[年月日时号个多万亿%％余元人名项家次公米平]")


@dataclass(frozen=True, slots=True)
class Join:
    """A foot and the top that goes on with it."""

    foot: int
    """Index of the fragment that breaks off."""
    top: int
    """Index of the fragment that goes on."""
    gain: float
    """The log-odds that it does."""
    margin: float
    """By how much, in log-odds, this beats the next best for either, or no join."""


@dataclass(frozen=True, slots=True)
class Brink:
    """What a fragment shows at its beginning and at its end, whatever stands across the break."""

    fragment: Fragment
    """The fragment."""
    text: str
    """Its text without any white space."""
    rank: int
    """The number of fragments of plain running text before it."""
    foot_open: float
    """The log-odds that its last line is no paragraph's last."""
    top_open: float
    """The log-odds that its first line is no paragraph's first."""
    left_open: bool
    """Whether it opens more quotation marks than it closes."""
    closes_first: bool
    """Whether its first quotation mark is a closing one."""
    opening_words: bool
    """Whether it begins with words that hardly stand inside a sentence."""
    reads_as: Mapping[str, float]
    """The clues to a display line's being running text, or none, by its words."""

    @property
    def is_text(self) -> bool:
        """Whether it surely is running text."""
        return self.fragment.kind == "body"


def brinks_of(fragments: Sequence[Fragment]) -> tuple[Brink, ...]:
    """The brinks of a page's fragments, in their order."""
    found: list[Brink] = []
    rank = 0
    pairs = [grams(one.text) for one in fragments if one.kind == "body"]
    for one in fragments:
        text = one.text
        opened = text.count("“") - text.count("”") + text.count("《") - text.count("》")
        found.append(
            Brink(
                one,
                text,
                rank,
                _log_odds_against(one.closes),
                _log_odds_against(one.opens),
                opened > 0,
                _find(text, "[”》]") < _find(text, "[“《]"),
                PARAGRAPH_OPENING.match(folded(text)) is not None,
                _reads_as(one, pairs) if one.kind == "display" else {},
            )
        )
        rank += one.kind == "body"
    return tuple(found)


def has_gap(line: str) -> bool:
    """Whether there is white space between two Chinese characters, as in `工业引领 绿色见实效`."""
    return _GAP.search(line) is not None


def _reads_as(stray: Fragment, running: Sequence[frozenset[str]]) -> dict[str, float]:
    """How a display line reads.

    `以全面推进绿色制造作为工业领域“双碳”` breaks off, and no text says it again; of the headline
    `工业引领 绿色见实效` the text below has every word, and no sentence has its gap.
    """
    own = grams(stray.text)
    covered = max((len(own & one) for one in running), default=0) / max(1, len(own))
    gap = any(has_gap(line.text) for line in stray.lines)
    return {
        "stray, said again": covered,
        "stray, particles": min(3.0, len(PARTICLES.findall(stray.text))),
        "stray, gap or colon": float(gap or "：" in stray.text),
        "stray, ends with a mark": float(stray.text[-1] in "！？…）》"),
        "stray, series title": float(has_kicker_form(stray.text)),
    }


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
    brinks = brinks_of(fragments)
    gain = [[join_gain(brinks, cohesion, i, j) for j in tops] for i in feet]
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
            own = gain[row][column]
            joins.append(Join(feet[row], tops[column], own, own - best_other))
    return _without_circles(tuple(joins))


def join_gain(
    brinks: Sequence[Brink], cohesion: Sequence[Sequence[float]], foot: int, top: int
) -> float:
    """The log-odds that the top goes on with the foot, against each standing alone."""
    if foot == top:
        return NEVER
    gain = 0.0
    for clue, value in join_clues(brinks, cohesion, foot, top).items():
        gain += WEIGHTS[clue] * value
    return gain


def join_clues(
    brinks: Sequence[Brink], cohesion: Sequence[Sequence[float]], foot: int, top: int
) -> dict[str, float]:
    """The clues to one join."""
    before, after = brinks[foot], brinks[top]
    one, other = before.fragment, after.fragment
    clues = {
        "price": 1.0,
        "foot open": before.foot_open,
        "top open": after.top_open,
        "cohesion": cohesion[foot][top],
        "cohesion around": _around(cohesion, foot, top),
        "seam": seam(before.text, after.text),
    }
    between = after.rank - before.rank - before.is_text
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
        clues.update(before.reads_as)
    if other.kind == "display":
        clues["stray top"] = 1.0
    elif other.kind == "sentence":
        clues["sentence top"] = 1.0
        if one.kind == "display":
            clues["stray foot, sentence top"] = 1.0
    if other.opens <= MID_WORD:
        clues["top in mid-word"] = 1.0
    if after.opening_words:
        clues["opening words"] = 1.0
    if before.left_open:
        clues["quote mended" if after.closes_first else "quote left open"] = 1.0
    elif after.closes_first:
        clues["quote broken"] = 1.0
    if before.text[-1:].isdigit():
        clues["number mended" if _UNITS.match(after.text) else "number broken"] = 1.0
    return clues


def _around(cohesion: Sequence[Sequence[float]], foot: int, top: int) -> float:
    """The mean cohesion of what stands before the foot and of what stands behind the top."""
    pairs = [
        cohesion[one][other]
        for one in (foot - 1, foot)
        for other in (top, top + 1)
        if (one, other) != (foot, top) and one >= 0 and other < len(cohesion) and one != other
    ]
    return sum(pairs) / len(pairs) if pairs else 0.0


def _may_be_one_column(one: Fragment, other: Fragment) -> bool:
    """Whether two fragments may stand in columns of one width where one's is not known."""
    narrower, wider = sorted((one, other), key=lambda fragment: fragment.column)
    return not narrower.column_known or wider.column - narrower.column <= NEAR_COLUMN


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
