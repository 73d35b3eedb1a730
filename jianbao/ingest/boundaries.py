"""Whether of two paragraphs the later goes on with the article of the earlier."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from jianbao.ingest.columns import columns_of, raggedness
from jianbao.ingest.credits import is_photographer, read_byline
from jianbao.ingest.joining import NEAR_COLUMN, SAME_COLUMN
from jianbao.ingest.openings import ARTICLE_GOES_ON, ARTICLE_OPENING
from jianbao.ingest.spacing import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jianbao.ingest.blocks import Block
    from jianbao.ingest.paragraphs import Paragraph

RAGGED, RAGGED_SLACK = 0.2, 2.6
"""The share of lines that break elsewhere than their column says from which a page's widths are known
but roughly, and by how many em those of one column may then differ."""
MOST_ODDS = 4.0
"""What the beginnings of paragraphs tell at most, in log-odds."""
CERTAIN = 40.0
"""Log-odds that no other clue outweighs."""

WEIGHTS: Mapping[str, float] = {
    "always": -0.51,
    "same column": 0.36,
    "same column, surprise": 0.49,
    "other column": -2.16,
    "column unknown": 0.18,
    "same block": -1.54,
    "cohesion": 0.76,
    "opening words": -0.40,
    "continuing words": 0.05,
    "begins as a first": -0.64,
    "after a last": -0.07,
    "wide opening": -1.28,
    "near column": -0.49,
    "set otherwise": -4.49,
    "both in lone lines": 1.97,
    "nothing between": 0.77,
    "far jump": -0.60,
    "jump": -0.85,
    "inside": 0.72,
    "several displays between": 0.41,
    "one display between": 0.53,
    "subtitle between": -0.68,
    "byline between": -0.22,
    "caption between": -0.70,
    "foot and top open": 2.80,
}
"""Log-odds that the article goes on, for each clue. Fitted by bench/fit_cut.py together with those of
weighing.py."""


def continuity(
    blocks: Sequence[Block],
    paragraphs: Sequence[Paragraph],
    alike: Sequence[Sequence[float]],
) -> list[list[float]]:
    """For each two paragraphs, the log-odds that the later is the next of the earlier's article."""
    columns = count_columns(blocks, paragraphs)
    size = len(paragraphs)
    odds = [[-CERTAIN] * size for _ in range(size)]
    for i in range(size):
        for j in range(i + 1, size):
            clues = border_clues(blocks, paragraphs, alike, columns, i, j)
            if clues is not None:
                odds[i][j] = sum(WEIGHTS[clue] * value for clue, value in clues.items())
    return odds


class Columns(NamedTuple):
    """The columns of a page's running text."""

    counts: Counter[int]
    """How many paragraphs begin in columns of each width, in whole em."""
    slack: float
    """By how much, in em, two that are measured may differ and yet are of one width."""

    def share(self, column: float) -> float:
        """The share of the paragraphs that begin in columns of that width.

        One paragraph at least, the one that is asked for: where its column is not known, it is not counted.
        """
        reach = self.slack - SAME_COLUMN
        same = [n for em, n in self.counts.items() if abs(em - round(column)) <= reach]
        return max(1, sum(same)) / self.counts.total()


def count_columns(blocks: Sequence[Block], paragraphs: Sequence[Paragraph]) -> Columns:
    """The columns that paragraphs begin in."""
    ragged = raggedness(blocks, columns_of(blocks)) > RAGGED
    counts = Counter(round(one.column) for one in paragraphs if one.column_known)
    return Columns(counts, RAGGED_SLACK if ragged else SAME_COLUMN)


def border_clues(
    blocks: Sequence[Block],
    paragraphs: Sequence[Paragraph],
    alike: Sequence[Sequence[float]],
    columns: Columns,
    i: int,
    j: int,
) -> dict[str, float] | None:
    """The clues to paragraph `j` being the next of `i`'s article; None where it cannot be."""
    one, other = paragraphs[i], paragraphs[j]
    if one.source is not None or one.signature is not None or other.lead is not None:
        return None
    if ends_at_photo(blocks, paragraphs, i):
        return None
    clues = {"always": 1.0, "cohesion": alike[i][j]}
    if _is_wide_opening(blocks, one, other):
        clues["wide opening"] = 1.0
    elif not (one.column_known and other.column_known) and _may_be_one_column(one, other):
        clues["column unknown"] = 1.0
    elif abs(one.end_column - other.column) <= columns.slack:
        clues["same column"] = 1.0
        clues["same column, surprise"] = -math.log(columns.share(other.column))
    else:
        near = abs(one.end_column - other.column) <= NEAR_COLUMN
        clues["near column" if near else "other column"] = 1.0
    lone = {_is_in_lone_lines(one), _is_in_lone_lines(other)}
    if lone == {True}:
        clues["both in lone lines"] = 1.0
    elif lone == {True, False}:
        clues["set otherwise"] = 1.0
    text = folded(other.text)
    if ARTICLE_OPENING.match(text):
        clues["opening words"] = 1.0
    elif ARTICLE_GOES_ON.match(text):
        clues["continuing words"] = 1.0
    clues["begins as a first"] = max(-MOST_ODDS, min(MOST_ODDS, other.first))
    clues["after a last"] = max(-MOST_ODDS, min(MOST_ODDS, one.last))
    if one.closes < 0.1 and other.opens < 0.9:
        clues["foot and top open"] = 1.0 - other.opens
    between = other.first_fragment - one.last_fragment - 1
    if between < 0:
        clues["inside"] = 1.0
        return clues
    if between > 0:
        clues["jump"] = 1.0
        clues["far jump"] = math.log2(1 + between)
        return clues
    if one.last_place == other.first_place:
        clues["same block"] = 1.0
        return clues
    apart = blocks[one.last_place + 1 : other.first_place]
    if any(block.kind == "source" for block in apart):
        return None
    if not apart:
        clues["nothing between"] = 1.0
    displays = [block for block in apart if block.kind == "display"]
    if len(displays) > 1 or any(len(block.lines) > 1 for block in displays):
        clues["several displays between"] = 1.0
    elif displays:
        clues["one display between"] = 1.0
    for kind, clue in (("subtitle", "subtitle"), ("byline", "byline"), ("sentence", "caption")):
        if any(block.kind == kind for block in apart):
            clues[f"{clue} between"] = 1.0
    return clues


def _is_in_lone_lines(paragraph: Paragraph) -> bool | None:
    """Whether the extraction set each of its lines apart; None where it has too few to tell.

    Printed with a blank line after each, between articles in blocks: `日前，银川市金凤区长城中`
    `路街道鲁银社区党委组织社区“两`.
    """
    numbers = [line.number for line in paragraph.lines]
    together = sum(below == above + 1 for above, below in itertools.pairwise(numbers))
    return None if len(numbers) < 3 and not together else not together


def _may_be_one_column(one: Paragraph, other: Paragraph) -> bool:
    """Whether a line or two of unknown column may stand in that of the other paragraph."""
    if one.end_column <= other.column:
        return not one.column_known or other.column - one.end_column <= NEAR_COLUMN
    return not other.column_known or one.end_column - other.column <= NEAR_COLUMN


def _is_wide_opening(blocks: Sequence[Block], one: Paragraph, other: Paragraph) -> bool:
    """An opening set across the columns that follow, right below a headline or byline.

    Printed 50 em wide below `本报记者 张玉香`, above columns of 20 em: `以党建为引领，推动形成…`.
    """
    at = one.first_place - 1
    return (
        at >= 0
        and blocks[at].kind in {"display", "subtitle", "byline", "sentence"}
        and one.column >= 1.7 * other.column
        and len(one.lines) > 1
    )


def ends_at_photo(blocks: Sequence[Block], paragraphs: Sequence[Paragraph], at: int) -> bool:
    """`本报记者 张玉香 摄` directly below: the text that ends there was a photograph's."""
    place, fragment = paragraphs[at].last_place, paragraphs[at].last_fragment
    below = place + 1
    return (
        below < len(blocks)
        and is_photo_credit(blocks[below])
        and not any(
            place in (one.first_place, one.last_place) and one.last_fragment > fragment
            for one in paragraphs
        )
    )


def is_photo_credit(block: Block) -> bool:
    """Whether a block is a photographer's byline."""
    if block.kind != "byline":
        return False
    byline = read_byline(block.lines[0].text)
    return byline is not None and is_photographer(byline)
