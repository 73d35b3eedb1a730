"""Credits that are set like the text they stand under: cut off, as blocks of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jianbao.ingest.credits import read_byline, read_source
from jianbao.ingest.pdf.blocks import Block, ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jianbao.ingest.pdf.lines import Line


def part_credits(blocks: Iterable[Block]) -> Iterator[Block]:
    """Split credit lines off the heads and feet of blocks.

    Printed below a photo news in the text's own font: `本报记者 张玉香 摄`; above a reprint's first
    line: `（据人民政协网）`.
    """
    for block in blocks:
        if block.down or len(block.lines) == 1:
            yield block
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


def _is_credit(line: Line) -> bool:
    return read_byline(line.text) is not None or read_source(line.text) is not None
