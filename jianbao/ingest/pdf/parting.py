"""Credits that are set like the text they stand under: cut off, as blocks of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.ingest.credits import read_byline, read_source
from jianbao.ingest.pdf.blocks import Block, around, ends_sentence
from jianbao.ingest.pdf.bylines import read_credit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jianbao.ingest.pdf.lines import Line


def part_credits(blocks: Iterable[Block]) -> Iterator[Block]:
    """Split credit lines off the heads and feet of blocks.

    Printed below a photo news in the text's own font: `本报记者 张玉香 摄`; above a reprint's first
    line: `（据人民政协网）`.
    """
    for block in blocks:
        if len(block.lines) == 1:
            yield block
            continue
        if block.down:
            yield from _part_down(block)
            continue
        start, end = 0, len(block.lines)
        while start < end - 1 and _is_credit(block.lines[start]):
            start += 1
        while (
            end > start + 1
            and _is_credit(block.lines[end - 1])
            and (end < 2 or ends_sentence(block.lines[end - 2].text) or end < len(block.lines))
        ):
            end -= 1
        for line in (*block.lines[:start], *block.lines[end:]):
            yield Block((line,), line.area.x0, line.area.x1)
        yield Block(block.lines[start:end], block.left, block.right)


def _part_down(block: Block) -> Iterator[Block]:
    """A name beside the first line of text that is written downwards."""
    first, *rest = block.lines
    if read_credit(first.text) is None or first.length > 0.5 * block.area.height:
        yield block
        return
    yield Block((first,), first.area.x0, first.area.x1)
    area = around(rest)
    yield Block(tuple(rest), area.x0, area.x1)


def _is_credit(line: Line) -> bool:
    return read_byline(line.text) is not None or read_source(line.text) is not None
