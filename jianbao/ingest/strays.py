"""A second look at single lines, once the columns are known.

A column may break after its paragraph's first line, and a line without a comma looks like a headline:

    香港特区政府在代表团抵达当天举行
    (the column ends; the next begins)
    欢迎仪式和晚宴，和香港各界人士共同迎
"""

from __future__ import annotations

import bisect
import itertools
import math
from dataclasses import replace
from typing import TYPE_CHECKING

from jianbao.ingest.captions import CAPTION
from jianbao.ingest.columns import bounds
from jianbao.ingest.credits import has_lead
from jianbao.ingest.fragments import Fragment
from jianbao.ingest.sources import split_source
from jianbao.ingest.spacing import squeeze
from jianbao.ingest.typing import may_be_headline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.blocks import Block, Line
    from jianbao.ingest.columns import Column
    from jianbao.ingest.joining import Join

CUT_OFF = "a line that a column's break cut off"
SHORTEST_CAPTION = 5
"""In characters; `慰问！` and `罗雪娟。` are what a column's break left of a paragraph."""
WIDER_THAN_COLUMNS = 1.2
"""By what factor a line is wider than the page's widest column that is surely no line of it."""
_BESIDE_CAPTIONS = frozenset({"display", "subtitle", "byline", "sentence"})


def set_headlines_apart(blocks: Sequence[Block], columns: Sequence[Column]) -> tuple[Block, ...]:
    """Name the lines with a comma that are no running text: wider than every column, or above a byline.

    Printed: `人民日报署名文章：“躺平”不可取，“躺赢”不可能` and, in the same block, `本报记者 王欣文`.
    """
    tall = [
        column.width
        for block, column in zip(blocks, columns, strict=True)
        if block.kind == "body" and len(block.lines) > 2
    ]
    return tuple(
        replace(block, kind="display", rule="a headline with a comma")
        if block.kind == "body"
        and may_be_headline(block.lines)
        and not has_lead(block.text)
        and (
            block.lines[0].width > WIDER_THAN_COLUMNS * max(tall, default=math.inf)
            or (
                below is not None
                and below.group == block.group
                and below.kind in {"subtitle", "byline"}
            )
        )
        else block
        for block, below in itertools.zip_longest(blocks, blocks[1:])
    )


def possible_strays(
    blocks: Sequence[Block], columns: Sequence[Column], *, indented: bool
) -> tuple[Fragment, ...]:
    """Display blocks that are set as the columns of running text next above or below them are."""
    running = [place for place, block in enumerate(blocks) if block.kind == "body"]
    found = []
    for place, block in enumerate(blocks):
        if block.kind != "display":
            continue
        if place + 1 < len(blocks) and blocks[place + 1].kind in {"subtitle", "byline"}:
            continue
        below = bisect.bisect(running, place)
        after = blocks[running[below]].lines[0] if below < len(running) else None
        for neighbour in (*running[below : below + 1], *running[max(0, below - 1) : below]):
            column = columns[neighbour].width
            opens = _opens((*block.lines, after), column, indented=indented)
            if opens is not None:
                found.append(Fragment(block.lines, place, column, True, block.kind, opens, 0.05))
                break
    return tuple(found)


def _opens(lines: Sequence[Line | None], column: float, *, indented: bool) -> float | None:
    """The chance that lines begin a paragraph; None when they do not fit the column.

    The last is the line that would go on behind them.
    """
    pairs = [(line, below) for line, below in itertools.pairwise(lines) if line is not None]
    if not all(_fills(line, below, column, 1.1) for line, below in pairs[1:]):
        return None
    if indented and _fills(*pairs[0], column - 2, 0.7):
        return 0.9
    if _fills(*pairs[0], column, 0.6):
        return 0.1 if indented else 0.6
    return None


def _fills(line: Line, below: Line | None, measure: float, slack: float) -> bool:
    """Whether a line would have been broken where it is, or is as wide within that slack, in em."""
    least, most = bounds(line, below)
    return abs(measure - line.width) <= slack or least <= measure < most


def retype(
    blocks: Sequence[Block], fragments: Sequence[Fragment], joins: Sequence[Join]
) -> tuple[Block, ...]:
    """The blocks, with the strays that joined made body, and lone sentences sorted out.

    `fragments` are those of body, sentences and possible strays, `joins` what they joined to.
    """
    joined = {fragments[at].place for join in joins for at in (join.foot, join.top)}
    return tuple(_look_again(blocks, place, joined=place in joined) for place in range(len(blocks)))


def _look_again(blocks: Sequence[Block], place: int, *, joined: bool) -> Block:
    block = blocks[place]
    if block.kind == "display" and joined:
        return replace(block, kind="body", rule=CUT_OFF)
    if block.kind != "sentence":
        return block
    if block.rule == CAPTION:
        return block
    above = next((blocks[at].kind for at in (place - 1,) if at >= 0), "")
    below = next((blocks[at].kind for at in (place + 1,) if at < len(blocks)), "")
    is_whole = (
        len(squeeze(block.text)) > SHORTEST_CAPTION
        and split_source(block.text)[1] is None
        and all(block.text.count(a) == block.text.count(b) for a, b in ("“”", "《》", "（）"))
        and not block.text.startswith("——")
    )
    if is_whole and not joined and above != "body" and {above, below} & _BESIDE_CAPTIONS:
        return replace(block, rule="a sentence beside display lines")
    return replace(block, kind="body", rule="a sentence in running text")
