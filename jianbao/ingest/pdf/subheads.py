"""Subheads set in the size of the text they stand in: cut off, as blocks of their own.

In files whose fonts have no names nothing but their place tells them from it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.ingest.pdf.blocks import Block, ends_sentence
from jianbao.ingest.pdf.characters import BULLETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jianbao.ingest.pdf.lines import Line

_INSET, _OFF = 1.0, 0.7
"""In em: how far a centred line stands in at both sides, at least, and how much farther at one side
than at the other, at most."""
_SHORT = 2.0
"""In em: how far a brief's headline set like its text falls short of its column's end, at least."""
_SHORTEST, _LONGEST = 3, 16
"""Characters; one or two may be a name's last, of a byline that is centred over two lines."""


def part_subheads(blocks: Iterable[Block]) -> Iterator[Block]:
    """Split centred lines off the paragraphs before and after them: `　　守住药农这条线　　`."""
    for block in blocks:
        start = 0
        for at in range(len(block.lines) - 1):
            if not _is_subhead(block, at):
                continue
            for piece in (block.lines[start:at], (block.lines[at],)):
                if piece:
                    yield Block(piece, block.left, block.right)
            start = at + 1
        yield Block(block.lines[start:], block.left, block.right) if start else block


def _is_brief_headline(block: Block, line: Line) -> bool:
    """Whether a line behind a bullet is no sentence and ends before its column: `■ 某县建索桥`."""
    short = block.right - line.area.x1 >= _SHORT * line.em
    return short and not ends_sentence(line.text) and not re.search("[，。；：]", line.text)


def _is_subhead(block: Block, at: int) -> bool:
    """Whether a line stands in the middle, between a paragraph's end and another's first line."""
    line, below = block.lines[at], block.lines[at + 1]
    if line.text[0] in BULLETS:
        return block.indented(below) and _is_brief_headline(block, line)
    if line.down or not _SHORTEST <= len(line.glyphs) <= _LONGEST:
        return False
    if at and not ends_sentence(block.lines[at - 1].text):
        return False
    before, after = line.area.x0 - block.left, block.right - line.area.x1
    centred = min(before, after) >= _INSET * line.em and abs(before - after) <= _OFF * line.em
    return centred and block.indented(below)
