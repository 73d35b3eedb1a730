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
_FULL = 0.6
"""Of the lines, at most, end where the longest does: in running text all but the last ones do."""


def gather_verse(typed: Sequence[tuple[Block, Kind]], body: float) -> list[tuple[Block, Kind]]:
    """The same lines, with the stanzas under a name as one block of running text.

    Printed: `□ 阿 木` / `船泊在芦苇的梦里` / `水鸟衔走最后一片霞光`.
    """
    whole = list(typed)
    for name in [block for block, kind in typed if kind == "byline" and not block.down]:
        stanzas = _below(name, [one for one, kind in whole if kind in {"running", "display"}], body)
        lines = tuple(line for block in stanzas for line in block.lines)
        if len(lines) < _FEWEST or not _is_verse(stanzas):
            continue
        right = max(line.area.x1 for line in lines)
        poem = Block(lines, min(line.area.x0 for line in lines), right, verse=True)
        whole = [(one, kind) for one, kind in whole if one not in stanzas]
        whole.append((poem, "running"))
    return whole


def _below(name: Block, blocks: Sequence[Block], body: float) -> list[Block]:
    """What stands under a name, one below the other, flush and set alike."""
    found: list[Block] = []
    last = name
    for block in sorted(blocks, key=lambda one: one.area.y0):
        drop = block.area.y0 - last.area.y1
        if drop < -0.3 * body or block.area.overlap_x(last.area) <= 0:
            continue
        like = found[0] if found else block
        if (
            block.down
            or drop > _WITHIN * body
            or abs(block.area.x0 - like.area.x0) > 0.3 * body
            or abs(block.em - like.em) > SAME_SIZE * like.em
            or block.em > 1.3 * body
        ):
            break
        found.append(block)
        last = block
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
