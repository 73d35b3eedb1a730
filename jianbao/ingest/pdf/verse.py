"""Verse (诗): lines that end where the poet ends them, each a paragraph, under his name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.ingest.pdf.blocks import SAME_SIZE, Block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jianbao.ingest.pdf.pieces import Kind

_FEWEST = 4
"""Lines of a poem."""
_LONGEST = 20
"""Characters of a line."""
_WITHIN = 4.0
"""In em, from the poet's name to the first line, and from stanza to stanza."""
_LARGEST = 1.3
"""In em of running text: a poem's lines, at most."""
_ASIDE = 8.0
"""In em of running text: from a name between two columns to either, at most."""
_FULL = 0.6
"""Of the lines, at most, end where the longest does: in running text all but the last ones do."""


def gather_verse(typed: Sequence[tuple[Block, Kind]], body: float) -> list[tuple[Block, Kind]]:
    """The same lines, with the stanzas under a name as one block of running text.

    Printed: `□ 阿 木` / `船泊在芦苇的梦里` / `水鸟衔走最后一片霞光`; long ones in columns.
    """
    whole = list(typed)
    names = [block for block, kind in typed if kind == "byline" and not block.down]
    for name in names:
        columns = _columns(name, names, whole, body)
        stanzas = [block for column in columns for block in column]
        lines = tuple(line for block in stanzas for line in block.lines)
        if len(lines) < _FEWEST:
            continue
        right = max(line.area.x1 for line in lines)
        poem = Block(lines, min(line.area.x0 for line in lines), right, verse=True)
        whole = [(one, kind) for one, kind in whole if one not in stanzas]
        whole.append((poem, "running"))
    return whole


def _columns(
    name: Block, names: Sequence[Block], whole: Sequence[tuple[Block, Kind]], body: float
) -> list[list[Block]]:
    """The columns of verse under a name, from the left: what it stands over, and what is at its sides."""
    text = [one for one, kind in whole if kind in {"running", "display"}]
    near = sorted(
        (
            one
            for one in text
            if not one.down
            and one.em <= _LARGEST * body
            and -0.3 * body <= one.area.y0 - name.area.y1 <= _WITHIN * body
        ),
        key=lambda one: one.area.y0,
    )
    row = [
        one
        for one in near
        if abs(one.area.y0 - near[0].area.y0) <= 0.3 * body
        and one.font == near[0].font
        and abs(one.em - near[0].em) <= SAME_SIZE * one.em
        and not any(
            other is not name
            and other.area.overlap_x(one.area) > 0
            and name.area.y0 - body <= other.area.y0 <= one.area.y0
            for other in names
        )
    ]
    tops = [one for one in row if -one.area.overlap_x(name.area) <= _ASIDE * body]
    if len(tops) == 1 and tops[0].area.overlap_x(name.area) <= 0:
        return []
    columns = [_below(top, text, body) for top in sorted(tops, key=lambda one: one.area.x0)]
    return [column for column in columns if _is_verse(column)]


def _below(top: Block, blocks: Sequence[Block], body: float) -> list[Block]:
    """A column's stanzas: one below the other, flush and set alike."""
    found = [top]
    for block in sorted(blocks, key=lambda one: one.area.y0):
        drop = block.area.y0 - found[-1].area.y1
        if block is top or drop < -0.3 * body or block.area.overlap_x(found[-1].area) <= 0:
            continue
        if (
            block.down
            or drop > _WITHIN * body
            or abs(block.area.x0 - top.area.x0) > 0.3 * body
            or abs(block.em - top.em) > SAME_SIZE * top.em
        ):
            break
        found.append(block)
    return found


def _is_verse(stanzas: Sequence[Block]) -> bool:
    lines = [line for block in stanzas for line in block.lines]
    edge, em = max(line.area.x1 for line in lines), lines[0].em
    flush = min(line.area.x0 for line in lines)
    return (
        all(line.area.x0 - flush <= 0.3 * em for line in lines)
        and all(len(line.glyphs) <= _LONGEST for line in lines)
        and not any(re.search(r"\d|[。！？][^”’）]", line.text) for line in lines)
        and sum(edge - line.area.x1 < 0.6 * em for line in lines) <= _FULL * len(lines)
    )
