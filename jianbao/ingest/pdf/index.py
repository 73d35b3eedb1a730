"""An index (导读) without a box: page numbers alone, set alike in a row or a column, and what points there.

Printed: `●三代治沙人：把绿色种进大漠`, far at its right `05版`; `A06`, right of it `高考志愿填报进入倒计时`,
below that, smaller, `招生计划增9000余人`; over the next columns, each with its page below it:
`江西推进中医药强省建设`, `从“盆景”到“风景”`, `第七版`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jianbao.ingest.pdf.blocks import SAME_SIZE
from jianbao.ingest.pdf.shapes import are_parted
from jianbao.ingest.spacing import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jianbao.ingest.pdf.blocks import Block
    from jianbao.ingest.pdf.shapes import Rule

_NUMBER = re.compile(
    r"[A-Z]\d{2}|[▶►▲→>●■]*(?:[\u3400-\u9fff]{2,4}[·・])?第?(?:[A-Z]?\d{1,2}|[一二三四五六七八九十]{1,3})版"
    r"(?:[·・][\u3400-\u9fff]{2,6})?"
)
_LINES = 2
"""At most, of what points to a page."""
_BESIDE = 2.0
"""In em of a number: how far right of it its headline begins, at most."""
_LARGER = 1.5
"""The em of a line left of a number in that of it, at most."""
_HIGHEST = 5.0
"""In em of a number: how far above it its headline ends, at most."""


def find_index(blocks: Sequence[Block], rules: Sequence[Rule]) -> Iterator[int]:
    """The numbers of the blocks that make an index."""
    numbers = [
        at for at, block in enumerate(blocks) if _NUMBER.fullmatch(folded(block.plain)) is not None
    ]
    for at in numbers:
        number = blocks[at]
        alike = [
            blocks[one]
            for one in numbers
            if one != at
            and blocks[one].font == number.font
            and abs(blocks[one].em - number.em) <= SAME_SIZE * number.em
        ]
        row = [one for one in alike if abs(one.area.y0 - number.area.y0) <= 0.5 * number.em]
        column = [one for one in alike if abs(one.area.x1 - number.area.x1) <= number.em]
        if not (row or column):
            continue
        yield at
        lines = [
            other
            for other, block in enumerate(blocks)
            if other not in numbers
            and len(block.lines) <= _LINES
            and "。" not in block.plain
            and not block.down
        ]
        beside = [it for it in lines if column and _is_right_of(blocks[it], number)]
        found = beside or [
            it
            for it in lines
            if (column and _is_left_of(blocks[it], number, blocks, rules))
            or _is_in_cell(blocks[it], number, row)
        ]
        yield from found
        yield from (one for one in lines if any(_hangs_on(blocks[one], blocks[it]) for it in found))


def _is_right_of(block: Block, number: Block) -> bool:
    """Whether a line begins right of a number, in its row."""
    return _is_level(block, number) and (0 <= block.area.x0 - number.area.x1 <= _BESIDE * number.em)


def _is_left_of(
    block: Block, number: Block, blocks: Sequence[Block], rules: Sequence[Rule]
) -> bool:
    """Whether a line ends left of a number, in its row, nothing between."""
    area, end = block.area, number.area
    return (
        _is_level(block, number)
        and area.x1 <= end.x0
        and block.em <= _LARGER * number.em
        and not are_parted(area, end, rules)
        and not any(
            one is not block
            and one is not number
            and one.area.overlap_y(end) > 0
            and area.x1 <= one.area.x0
            and one.area.x1 <= end.x0
            for one in blocks
        )
    )


def _is_level(block: Block, number: Block) -> bool:
    return block.area.overlap_y(number.area) > 0.5 * min(block.em, number.em)


def _hangs_on(block: Block, pointer: Block) -> bool:
    """Whether a smaller line stands right below what points to a page, and begins with it."""
    return (
        block.em < pointer.em
        and abs(block.area.x0 - pointer.area.x0) <= 0.2 * block.em
        and 0 <= block.area.y0 - pointer.area.y1 <= block.em
    )


def _is_in_cell(block: Block, number: Block, row: Sequence[Block]) -> bool:
    """Whether a line stands above a number that ends the lower right corner of a row's cell."""
    if not row:
        return False
    area, end = block.area, number.area
    pitch = min(abs(one.area.x1 - end.x1) for one in row)
    return (
        end.x1 - pitch <= area.x0
        and area.x1 <= end.x1
        and 0 <= end.y0 - area.y1 <= _HIGHEST * number.em
    )
